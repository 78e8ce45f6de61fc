package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReportId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Days on which something is expected of the house or of others stand in its calendar. */
class AdvocacyCalendarModuleTests extends AdvocacyHouse {

    @Autowired
    Calendar calendar;

    private List<CalendarEvent> days(Asker asker, Duration ahead) {
        Instant now = clock.instant();
        return calendar.between(asker, now, now.plus(ahead), new CalendarFilter(Set.of("advocacy"), null), Language.EN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    @Test
    void theLastDayToEndorseIsKnownToEverybody() {
        RecommendationId id = new RecommendationId(
                roomConfirms(OutcomeKind.RECOMMENDATION, "Calendar of comments").value());
        desk.edit(officer, id, version(id), worded("Calendar of comments"));
        desk.propose(officer, id, version(id));
        desk.consult(officer, id, version(id), today().plusDays(14));
        String code = card(id).code();

        assertThat(days(Asker.guest(), Duration.ofDays(20)))
                .filteredOn(day -> day.id().equals(id.value()))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.title()).contains(code, "last day to endorse", "Calendar of comments");
                    assertThat(day.time().firstDay()).isEqualTo(today().plusDays(14));
                    assertThat(day.publicPath()).isEqualTo("/recommendations/" + code);
                });
        assertThat(days(Asker.guest(), Duration.ofDays(5)))
                .extracting(CalendarEvent::id)
                .doesNotContain(id.value());
        clock.turn(Duration.ofDays(14));
        assertThat(days(Asker.guest(), Duration.ofDays(20)))
                .extracting(CalendarEvent::id)
                .contains(id.value());
        desk.adopt(officer, id, version(id));
        assertThat(days(Asker.guest(), Duration.ofDays(20)))
                .extracting(CalendarEvent::id)
                .doesNotContain(id.value());
    }

    @Test
    void whoeverReadsLettersSeesWhenTheyShouldBeAnswered() {
        AddresseeId to = addressee("Ministry of Days", Language.EN, SOFIA, 14);
        var letter = sent(adopted("Answered in time"), to);

        assertThat(days(member, Duration.ofDays(20)))
                .filteredOn(day -> day.id().equals(letter.value()))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.title()).contains("an answer is due", "Answered in time");
                    assertThat(day.publicPath()).isNull();
                });
        assertThat(days(Asker.guest(), Duration.ofDays(20)))
                .extracting(CalendarEvent::id)
                .doesNotContain(letter.value());
    }

    @Test
    void aDayForAReportGoesOnceItHasOne() {
        MeasureId id = MeasureId.next();
        measureDesk.enter(
                officer,
                new NewMeasure(
                        id,
                        measure(
                                new Owner.OfEntry(authority("Authority of Days")),
                                today().minusDays(20),
                                today().plusDays(100),
                                ReportSchedule.MONTHLY),
                        Set.of()));
        measureDesk.commit(officer, id, version(id), "Department");
        measureDesk.start(officer, id, version(id));
        List<CalendarEvent> due = reports(id);
        assertThat(due).hasSizeGreaterThan(1);
        assertThat(due).extracting(CalendarEvent::uid).doesNotHaveDuplicates();
        assertThat(due.getFirst().title()).contains("a report is due");
        assertThat(days(Asker.guest(), Duration.ofDays(200)))
                .extracting(CalendarEvent::id)
                .doesNotContain(id.value());
        assertThat(calendar.gatherings(
                        officer, clock.instant(), clock.instant().plus(Duration.ofDays(200)), Language.EN))
                .extracting(CalendarEvent::kind)
                .doesNotContain("advocacy");

        ReportId report = ReportId.next();
        measureDesk.draft(officer, new NewReport(report, id, "Half.", Language.EN, 50, null));
        measureDesk.publish(officer, report);

        assertThat(reports(id)).hasSize(due.size() - 1);
    }

    private List<CalendarEvent> reports(MeasureId id) {
        return days(officer, Duration.ofDays(200)).stream()
                .filter(day -> day.id().equals(id.value()))
                .toList();
    }
}
