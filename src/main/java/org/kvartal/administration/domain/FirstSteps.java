package org.kvartal.administration.domain;

import java.util.Map;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.HouseBook.Section;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether those who set the house up still want to be told what it needs. */
@Component
public class FirstSteps {

    private static final String SECTION = "first-steps";
    private static final String AWAY = "away";

    private final HouseBook book;
    private final HouseSettings settings;
    private final House house;
    private final Permissions permissions;

    FirstSteps(HouseBook book, HouseSettings settings, House house, Permissions permissions) {
        this.book = book;
        this.settings = settings;
        this.house = house;
        this.permissions = permissions;
    }

    /** Whether the asker sets the house up and nobody has put the steps away. A demonstration has taken them all. */
    public boolean wanted(Asker asker) {
        return !house.demo()
                && permissions.has(asker, HouseSettings.SET_UP, Scope.PLATFORM)
                && book.read(SECTION).value(AWAY).isEmpty();
    }

    /** Shows them to nobody any more. */
    @Transactional
    public void putAway(Asker by) {
        Section now = settings.section(by, SECTION);
        if (now.value(AWAY).isEmpty()) {
            settings.write(
                    by, "administration.first-steps-put-away", null, SECTION, now.version(), Map.of(AWAY, "yes"));
        }
    }
}
