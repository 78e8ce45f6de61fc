package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists that forms choose from. */
class ReferenceListsModuleTests extends MembershipHouse {

    @Autowired
    Sectors sectors;

    @Autowired
    Places places;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySectorAndEveryCityHasANameInEveryLanguage(Language language) {
        assertThat(sectors.all())
                .hasSize(17)
                .allSatisfy(sector -> assertThat(sector.name().texts()).containsKey(language));
        assertThat(places.all(language))
                .hasSizeGreaterThanOrEqualTo(36)
                .allSatisfy(place -> assertThat(place.name().texts()).isNotEmpty());
    }

    @Test
    void aSectorStandsBehindItsParent() {
        List<Sector> all = sectors.all();

        assertThat(all).allSatisfy(sector -> {
            assertThat(sector.domain()).matches("[A-F]");
            assertThat(sector.uri()).startsWith("https://");
            if (sector.parent() != null) {
                assertThat(all.subList(0, all.indexOf(sector)))
                        .extracting(Sector::code)
                        .contains(sector.parent());
            }
        });
        assertThat(sectors.find("fashion").orElseThrow().parent()).isEqualTo("design");
        assertThat(sectors.find("alchemy")).isEmpty();
    }

    @Test
    void citiesAreListedByTheReadersAlphabetAndLieSomewhere() {
        List<String> names = places.all(Language.BG).stream()
                .map(place -> place.name().in(Language.BG))
                .toList();

        assertThat(names).isSortedAccordingTo(Alphabet.of(Language.BG));
        assertThat(places.find("plovdiv")).hasValueSatisfying(plovdiv -> {
            assertThat(plovdiv.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
            assertThat(plovdiv.country()).isEqualTo("BG");
            assertThat(plovdiv.latitude()).isBetween(42.0, 43.0);
        });
        assertThat(SqlCounter.during(() -> places.find(List.of("sofia", "moscow", "atlantis")))
                        .result())
                .containsOnlyKeys("sofia", "moscow");
    }

    @Test
    void theOfficeAddsACity() {
        String code = "city-" + Ids.next();
        places.keep(officer, place(code, "BG", 42, 23));
        places.keep(officer, place(code, "GR", 41, 23));

        assertThat(places.find(code).orElseThrow().country()).isEqualTo("GR");
        assertThat(places.find(code).orElseThrow().name().in(Language.EN)).isEqualTo("A city");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> places.keep(person(Role.MEMBER), place(code, "BG", 42, 23)));
        refused("code", place("Град", "BG", 42, 23));
        refused("country", place(code, "XX", 42, 23));
        refused("latitude", place(code, "BG", 91, 23));
        refused("longitude", place(code, "BG", 42, Double.NaN));
    }

    private void refused(String field, Place place) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> places.keep(officer, place))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Place place(String code, String country, double latitude, double longitude) {
        return new Place(
                code,
                LocalizedText.of(Language.EN, "A\ncity"),
                country,
                latitude,
                longitude,
                ZoneId.of("Europe/Sofia"));
    }
}
