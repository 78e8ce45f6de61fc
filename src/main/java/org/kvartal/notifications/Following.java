package org.kvartal.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * Who wants to hear how much of which place. Places lie in one another, and what was chosen for the nearest counts; what was chosen for none
 * follows from the {@link Preset}. Whether somebody may read there is for the module to say that knows the place.
 */
public interface Following {

    /** How much the asker hears of the first of these places. */
    Attention attention(Asker asker, List<UUID> places);

    /** Chooses how much the asker hears of a place. Of what waits for a letter, nothing goes out of which they want to hear {@link Attention#NOTHING}. */
    void choose(Asker asker, UUID place, Attention attention);

    /** Chooses how often what happens there comes by mail; null for as everything else. Nothing where the asker follows no such place. */
    void choose(Asker asker, UUID place, @Nullable Rhythm rhythm);

    /** Follows a place for somebody who takes part there, in the caller's transaction; what they chose themselves stays. */
    void takePart(PersonId person, UUID place);

    /** What reading the first of these places means for the asker. One query. */
    Interest interest(Asker asker, List<UUID> places);

    /**
     * Follows the first of these places for somebody who has read there for a while, in the caller's transaction: where they have chosen nothing for any of them, do not
     * follow it already, and {@linkplain Wish#reading want} that.
     *
     * @return whether they follow it from now on
     */
    boolean takeInterest(PersonId person, List<UUID> places);

    /** Who hears of everything in the first of these places. */
    Set<PersonId> followers(List<UUID> places);

    /** Who of these people wants to hear nothing of the first of these places. */
    Set<PersonId> deaf(Collection<PersonId> people, List<UUID> places);

    /** What the asker follows or leaves out, the newest first, at most {@code limit}. */
    List<Followed> own(Asker asker, int limit);

    /** What follows from somebody's reading of a place. */
    enum Interest {
        /** Nothing is said so far: reading it for a while follows it. */
        OPEN,
        /** They follow it because they have read it, and have not said yet whether they want that. */
        BY_READING,
        /** Reading changes nothing: they have chosen, take part, hear of everything anyway, or do not want it. */
        SETTLED
    }

    /** @param rhythm null for as everything else */
    record Followed(
            UUID place, Attention attention, @Nullable Rhythm rhythm) {}
}
