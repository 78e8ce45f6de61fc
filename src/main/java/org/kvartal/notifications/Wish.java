package org.kvartal.notifications;

import java.time.DayOfWeek;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to get by mail, and when.
 *
 * @param groups how often what belongs to a group comes, where they chose otherwise than by the preset
 * @param day of the weekly letter
 * @param hour of the weekly and of the daily letter, by their own clock
 * @param reading whether they follow what they have read for a while
 */
public record Wish(Preset preset, Map<String, Rhythm> groups, DayOfWeek day, int hour, boolean reading) {

    /** Whoever has never chosen. */
    public static final Wish UNSAID = new Wish(Preset.CONCERNS_ME, Map.of(), DayOfWeek.MONDAY, 9);

    public Wish {
        groups = Map.copyOf(groups);
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("no hour of a day: " + hour);
        }
    }

    /** Of somebody who follows what they have read for a while. */
    public Wish(Preset preset, Map<String, Rhythm> groups, DayOfWeek day, int hour) {
        this(preset, groups, day, hour, true);
    }

    /** The same with another choice in the main, and no others beside it. */
    public Wish with(Preset other) {
        return new Wish(other, Map.of(), day, hour, reading);
    }

    /**
     * How often something comes by mail. What can't wait does not; else what was chosen for the place goes before what was chosen for the
     * group, and both before the preset.
     *
     * @param place what was chosen for the place where it happened, null for nothing
     */
    public Rhythm rhythm(String group, @Nullable Rhythm place, boolean urgent) {
        if (urgent) {
            return Rhythm.NOW;
        }
        if (place != null) {
            return place;
        }
        Rhythm chosen = groups.get(group);
        if (chosen != null) {
            return chosen;
        }
        return switch (preset) {
            case EVERYTHING, CONCERNS_ME -> Rhythm.NOW;
            case WEEKLY_LETTER -> Rhythm.WEEKLY;
        };
    }
}
