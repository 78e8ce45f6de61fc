package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.DirectoryFilter.Box;

/** A filter stands whole in an address, and a date says no more than is known. */
class DirectoryFilterTests {

    @Test
    void everythingHasAnEmptyAddress() {
        assertThat(DirectoryFilter.read(Map.of())).isEqualTo(DirectoryFilter.ALL);
        assertThat(DirectoryFilter.ALL.write()).isEmpty();
        assertThat(AlliancePages.inPublic(DirectoryFilter.ALL)).isEqualTo("/directory");
    }

    @Test
    void whatAnAddressSaysIsReadAndWrittenInOneForm() {
        DirectoryFilter filter = read(
                "sector=music",
                "kind=venue",
                "q= дом  «культуры» ",
                "kind=hub",
                "place=sofia",
                "place=BG",
                "language=bg",
                "member=yes",
                "box=41.2,22.5,44,28.61",
                "after=x",
                "zoom=3");

        assertThat(filter.kinds()).containsExactly(EntryKind.HUB, EntryKind.VENUE);
        assertThat(filter.text()).isEqualTo("дом «культуры»");
        assertThat(filter.box()).isEqualTo(new Box(41.2, 22.5, 44, 28.61));
        assertThat(filter.write())
                .startsWith("q=%D0%B4%D0%BE%D0%BC")
                .endsWith("kind=hub&kind=venue&sector=music&place=BG&place=sofia&language=bg&member=yes"
                        + "&box=41.2,22.5,44,28.61");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=castle",
                "kind=",
                "sector=';DROP TABLE entry",
                "place=../..",
                "member=perhaps",
                "box=1,2,3",
                "box=NaN,0,1,1",
                "box=10,0,5,1",
                "box=-91,0,5,1",
                "box=1e9,0,5,1"
            })
    void whatAnAddressSaysWrongIsLeftOut(String parameter) {
        assertThat(read(parameter)).isEqualTo(DirectoryFilter.ALL);
    }

    @Test
    void tooMuchIsCutOff() {
        assertThat(read("q=" + "я".repeat(5_000)).text()).hasSize(100);
        assertThat(DirectoryFilter.ALL.withText("😀".repeat(80)).text()).hasSizeLessThanOrEqualTo(100);
        String[] many = Arrays.stream(new int[500])
                .mapToObj(_ -> "sector=s" + Math.random())
                .toArray(String[]::new);
        assertThat(read(many).sectors()).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void aValueIsAddedAndTakenOut() {
        DirectoryFilter venues = DirectoryFilter.ALL.toggled(EntryKind.VENUE).withPlaceToggled("sofia");

        assertThat(venues.write()).isEqualTo("kind=venue&place=sofia");
        assertThat(venues.toggled(EntryKind.VENUE).withPlaceToggled("sofia")).isEqualTo(DirectoryFilter.ALL);
        assertThat(venues.withMembersToggled().members()).isTrue();
        assertThat(venues.within(new Box(1, 2, 3, 4)).within(null)).isEqualTo(venues);
    }

    @Test
    void aDateIsAsExactAsItIsKnown() {
        assertThat(RoughDate.of("2023").first()).isEqualTo("2023-01-01");
        assertThat(RoughDate.of("2023").last()).isEqualTo("2023-12-31");
        assertThat(RoughDate.of("2024-02").last()).isEqualTo("2024-02-29");
        assertThat(RoughDate.of("2023-07-08").last()).isEqualTo("2023-07-08");
        assertThat(RoughDate.of("0800").toString()).isEqualTo("0800");
        assertThat(RoughDate.of(LocalDate.of(2023, 7, 8)).toString()).isEqualTo("2023-07-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23", "2023-13", "2023-02-30", "2023-7", "July 2023", "2023-07-08T10:00", "0000"})
    void whatIsNoDateIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> RoughDate.of(text));
    }

    private static DirectoryFilter read(String... parameters) {
        return DirectoryFilter.read(Arrays.stream(parameters)
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.groupingBy(
                        parameter -> parameter[0], Collectors.mapping(parameter -> parameter[1], Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new))));
    }
}
