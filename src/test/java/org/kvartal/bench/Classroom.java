package org.kvartal.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars;
import org.springframework.stereotype.Component;

/** Sets up seminars, and people who want to learn. */
@Component
final class Classroom {

    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final ZoneId ZONE = ZoneId.of("Europe/Sofia");

    /** How many people are brought in with one command. */
    private static final int AT_ONCE = 250;

    private final SeminarDesk desk;
    private final Seminars seminars;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Clock clock;
    private int known;

    Classroom(SeminarDesk desk, Seminars seminars, Arrivals arrivals, Grants grants, Clock clock) {
        this.desk = desk;
        this.seminars = seminars;
        this.arrivals = arrivals;
        this.grants = grants;
        this.clock = clock;
    }

    /** Somebody who leads seminars. */
    Asker lead() {
        PersonId person = PersonId.next();
        arrivals.bring(Filling.IMPORT, new Newcomer(person, "Lena Lead", Language.EN, ZONE, null));
        grants.give(
                Filling.IMPORT,
                new Grant(
                        person,
                        Role.FACILITATOR,
                        Scope.PLATFORM,
                        clock.instant().minusSeconds(60),
                        null));
        return Asker.of(person);
    }

    /** So many who have not been there before, each with an address and a language. */
    List<PersonId> people(int count) {
        List<PersonId> people = new ArrayList<>();
        List<Newcomer> newcomers = new ArrayList<>();
        while (people.size() < count) {
            PersonId person = PersonId.next();
            int number = known++;
            newcomers.add(new Newcomer(
                    person,
                    number % 2 == 0 ? "Катерина Петрова-Соловьёва " + number : "Learner Number " + number,
                    LANGUAGES.get(number % LANGUAGES.size()),
                    ZONE,
                    new SignIn("learner" + number + "@example.org", null)));
            people.add(person);
            if (newcomers.size() == AT_ONCE || people.size() == count) {
                arrivals.bringAll(Filling.IMPORT, newcomers);
                newcomers.clear();
            }
        }
        return people;
    }

    /** A seminar for which people may register now. */
    SeminarId open(Asker lead, int seats) {
        SeminarId id = SeminarId.next();
        desk.begin(
                lead,
                new NewSeminar(
                        id,
                        LocalizedText.of(Language.EN, "Bookkeeping for studios"),
                        LocalDate.ofInstant(clock.instant(), ZONE).plusDays(30),
                        LocalTime.of(10, 0),
                        LocalTime.of(16, 0),
                        ZONE,
                        "Letterpress hall",
                        seats,
                        null));
        desk.publish(lead, id, version(lead, id));
        desk.openRegistration(lead, id, version(lead, id));
        return id;
    }

    private long version(Asker lead, SeminarId id) {
        return seminars.cards(lead, List.of(id)).values().iterator().next().version();
    }
}
