package org.kvartal.missions;

import org.jspecify.annotations.Nullable;

/**
 * Something in an itinerary that can hardly be meant. A warning, never a refusal.
 *
 * @param slot that it is about; null where it is about a traveller
 * @param other the one before it; null where there is none
 * @param minutes how many are missing between the two; of a clash how many they overlap; 0 for others
 * @param name of the traveller, empty for others
 * @param delegation of the traveller, null for others
 */
public record TripWarning(
        Kind kind,
        @Nullable SlotId slot,
        @Nullable SlotId other,
        long minutes,
        String name,
        @Nullable DelegationId delegation) {

    public TripWarning(Kind kind, SlotId slot, @Nullable SlotId other, long minutes) {
        this(kind, slot, other, minutes, "", null);
    }

    public enum Kind {
        /** The same people are expected at two places at once. */
        CLASH,
        /** The way from one place to the next takes longer than there is time. */
        TRAVEL,
        /** A visit lies outside the days of the mission. */
        OUTSIDE,
        /** A traveller's document ends before the mission does. */
        DOCUMENT
    }
}
