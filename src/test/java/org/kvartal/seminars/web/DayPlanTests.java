package org.kvartal.seminars.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;

/** What runs at the same time stands beside each other. */
class DayPlanTests {

    private final Day day = new Day(DayId.next(), LocalDate.of(2027, 3, 31), LocalTime.of(10, 0), LocalTime.of(17, 0));

    private Part part(String title, String from, String to, String track) {
        return new Part(
                day.id(), LocalizedText.of(Language.EN, title), LocalTime.parse(from), LocalTime.parse(to), "", track);
    }

    private List<DayPlan.Stretch> stretches(Part... parts) {
        return DayPlan.of(List.of(day), List.of(parts)).getFirst().stretches();
    }

    @Test
    void oneAfterTheOtherStandsAlone() {
        assertThat(stretches(part("Second", "11:00", "12:00", ""), part("First", "10:00", "11:00", "")))
                .hasSize(2)
                .noneMatch(DayPlan.Stretch::parallel)
                .first()
                .extracting(stretch ->
                        stretch.columns().getFirst().parts().getFirst().title().in(Language.EN))
                .isEqualTo("First");
    }

    @Test
    void whatOverlapsRunsBesideEachOtherByTrack() {
        List<DayPlan.Stretch> stretches = stretches(
                part("All", "10:00", "11:00", ""),
                part("Long", "11:00", "13:00", "A"),
                part("Short one", "11:00", "12:00", "B"),
                part("Short two", "12:00", "13:00", "B"),
                part("All again", "13:00", "14:00", ""));

        assertThat(stretches).extracting(DayPlan.Stretch::parallel).containsExactly(false, true, false);
        assertThat(stretches.get(1).columns()).extracting(DayPlan.Column::track).containsExactly("A", "B");
        assertThat(stretches.get(1).columns().getLast().parts()).hasSize(2);
    }

    @Test
    void aDayWithoutPartsIsADay() {
        assertThat(DayPlan.of(List.of(day), List.of()))
                .singleElement()
                .satisfies(plan -> assertThat(plan.stretches()).isEmpty());
    }
}
