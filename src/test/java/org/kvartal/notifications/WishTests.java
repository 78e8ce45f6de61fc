package org.kvartal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often something comes, whatever was chosen in the main, for its kind and for its place. */
class WishTests {

    private static final List<String> GROUPS = List.of("forum", "seminars", "discussions.direct");

    @Test
    void theNearestChoiceCountsForWhateverWasChosen() {
        Random chance = new Random(156);
        for (int i = 0; i < 20_000; i++) {
            Map<String, Rhythm> groups = new HashMap<>();
            GROUPS.stream().filter(_ -> chance.nextBoolean()).forEach(group -> groups.put(group, any(chance)));
            Preset preset = List.of(Preset.values()).get(chance.nextInt(3));
            Rhythm place = chance.nextBoolean() ? any(chance) : null;
            boolean urgent = chance.nextInt(5) == 0;
            String group = GROUPS.get(chance.nextInt(3));
            Wish wish = new Wish(preset, groups, DayOfWeek.of(1 + chance.nextInt(7)), chance.nextInt(24));

            Rhythm rhythm = wish.rhythm(group, place, urgent);

            if (urgent) {
                assertThat(rhythm).isEqualTo(Rhythm.NOW);
            } else if (place != null) {
                assertThat(rhythm).isEqualTo(place);
            } else if (groups.containsKey(group)) {
                assertThat(rhythm).isEqualTo(groups.get(group));
            } else {
                assertThat(rhythm).isEqualTo(preset == Preset.WEEKLY_LETTER ? Rhythm.WEEKLY : Rhythm.NOW);
            }
            assertThat(wish.with(preset).rhythm(group, null, false)).isNotIn(Rhythm.NEVER, Rhythm.DAILY);
        }
    }

    private static Rhythm any(Random chance) {
        return List.of(Rhythm.values()).get(chance.nextInt(4));
    }
}
