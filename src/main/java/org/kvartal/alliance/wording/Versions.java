package org.kvartal.alliance.wording;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.springframework.stereotype.Component;

/**
 * Tells apart what is shown of the directory at one time from what is shown at another: another program may say the same in other words, and what is
 * over is so by the day.
 */
@Component
public class Versions {

    private final House house;
    private final Clock clock;
    private final String start = Ids.next().toString();

    Versions(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** @param shown the revisions and stamps of everything that is shown now */
    public String of(Object... shown) {
        return start + " " + house.day(clock.instant()) + " "
                + Arrays.stream(shown).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
