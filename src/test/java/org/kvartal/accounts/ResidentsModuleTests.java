package org.kvartal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Among;
import org.kvartal.accounts.domain.Residents.Found;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.accounts.domain.Residents.ResidentKey;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** People are found by name, and among those who hold a role. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import(SqlCounter.class)
class ResidentsModuleTests {

    static final Asker HOUSE = Asker.house("test");

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Residents residents;

    /** A word that stands in the names of this test's people and no others. */
    String family;

    @BeforeEach
    void aFamilyMovesIn() {
        family = "fam" + Ids.next().toString().substring(24);
    }

    @Test
    void namesStandInTheOrderOfTheReadersAlphabet() {
        Stream.of("яна", "Ёлка", "Елена", "Жанна", "Zoe", "анна").forEach(name -> person(name + " " + family));

        assertThat(names(find(Among.ALL, family, null, Language.RU, 10)))
                .containsExactly("анна", "Елена", "Ёлка", "Жанна", "яна", "Zoe");
        assertThat(names(find(Among.ALL, family, null, Language.EN, 10)))
                .containsExactly("Zoe", "анна", "Елена", "Ёлка", "Жанна", "яна");
    }

    @Test
    void eachPageBeginsWhereTheOtherEndedThoughNamesAreTheSame() {
        for (int i = 0; i < 7; i++) {
            person("Ann " + family);
        }
        List<PersonId> seen = new ArrayList<>();
        ResidentKey after = null;
        do {
            Found page = find(Among.ALL, family, after, Language.EN, 3);
            page.people().forEach(resident -> seen.add(resident.card().id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "KEEPERS, Olga Fay Ada",
        "OFFICERS, Olga",
        "FACILITATORS, Fay",
        "ADMINISTRATORS, Ada",
        "MEMBERS, Mira",
        "SUSPENDED, Mira",
        "ALL, Ada Bob Fay Mira Olga"
    })
    void oneLooksAmongThoseWhoHoldARole(Among among, String expected) {
        person("Bob " + family);
        suspensions.suspend(HOUSE, person("Mira " + family, Role.MEMBER), "insulted others");
        person("Olga " + family, Role.OFFICER);
        person("Fay " + family, Role.FACILITATOR);
        person("Ada " + family, Role.ADMINISTRATOR);
        PersonId former = person("Former " + family, Role.OFFICER);
        grants.end(HOUSE, former, Role.OFFICER, Scope.PLATFORM);

        assertThat(names(find(among, family, null, Language.EN, 10)))
                .filteredOn(name -> !name.equals("Former"))
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "' OR 1=1 --", "\u0000", "\u202e"})
    void whatIsTypedIsLookedForAsItStands(String typed) {
        person("Ann " + family);

        assertThat(names(find(Among.ALL, family + " " + typed + "x", null, Language.EN, 10)))
                .isEmpty();
    }

    @Test
    void aPageTakesTheSameNumberOfStatementsHoweverMuchItShows() {
        PersonId first = person("Ann " + family, Role.MEMBER);
        suspensions.suspend(HOUSE, first, "insulted others");
        int one = statements();
        for (int i = 0; i < 12; i++) {
            suspensions.suspend(
                    Asker.of(person("Officer " + family, Role.OFFICER)),
                    person("Bob " + family, Role.MEMBER, Role.FACILITATOR),
                    "insulted others");
        }

        assertThat(statements())
                .as("one more, for the faces of those who suspended")
                .isEqualTo(one + 1);
    }

    private int statements() {
        return SqlCounter.during(() -> {
                    var _ = find(Among.ALL, family, null, Language.EN, 30);
                })
                .size();
    }

    private Found find(Among among, String name, @Nullable ResidentKey after, Language language, int limit) {
        return residents.find(HOUSE, among, name, after, language, limit);
    }

    private List<String> names(Found found) {
        return found.people().stream()
                .map(Resident::card)
                .map(card -> card.name().replace(" " + family, ""))
                .toList();
    }

    private PersonId person(String name, Role... roles) {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, new Arrivals.Newcomer(person, name, Language.EN, ZoneId.of("Europe/Sofia"), null));
        for (Role role : roles) {
            grants.give(
                    HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return person;
    }
}
