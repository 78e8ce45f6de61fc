package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Forums;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesBook.SeriesChange;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.SeriesPage;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;

/** A series is set up once; each next session then stands as a draft by itself. */
class SeriesModuleTests extends ForumHouse {

    @Test
    void aNewSeriesHasItsNextSessionAsADraftThatOthersDoNotKnowOf() {
        SessionCard draft = session();

        assertThat(draft.state()).isEqualTo(SessionState.DRAFT);
        assertThat(draft.code()).matches("S-\\d{4}-\\d{2,}");
        assertThat(draft.starts().toLocalTime()).isEqualTo(LocalTime.of(18, 0));
        assertThat(draft.itemsUntil()).isEqualTo(draft.starts().toLocalDate().minusDays(1));
        assertThat(titles()).containsExactly("Welcome");
        assertThat(sessions.find(facilitator, draft.code())).isPresent();
        assertThat(sessions.find(member, draft.code())).isEmpty();
        assertThat(sessions.find(Asker.guest(), draft.code())).isEmpty();
        assertThat(sessions.coming(member)).doesNotContain(draft);
        assertThat(owes(facilitator)).contains("forum.draft:" + draft.id());
        assertThat(owes(member)).isEmpty();
    }

    @Test
    void whenASessionBeginsTheNextOneStandsOnceHoweverManyLook() throws Exception {
        SessionCard first = session();
        clock.turn(Duration.between(clock.instant(), first.startsAt()).plusMinutes(1));

        atOnce(8, () -> {
            drafting.settle();
            return "";
        });

        assertThat(of()).hasSize(2).extracting(SessionCard::state).containsOnly(SessionState.DRAFT);
        assertThat(session().code()).isEqualTo(first.code());
        assertThat(of().getLast().starts()).isEqualTo(first.starts().plusWeeks(1));
    }

    @Test
    void nothingIsMissedWhileTheHouseStoodStill() {
        SessionCard first = session();
        clock.turn(Duration.ofDays(30));

        drafting.settle();
        drafting.settle();

        assertThat(of()).hasSize(1).first().satisfies(next -> {
            assertThat(next.startsAt()).isAfter(clock.instant());
            assertThat(next.starts().getDayOfWeek()).isEqualTo(first.starts().getDayOfWeek());
        });
    }

    @Test
    void whereASessionIsCancelledTheNextOneIsDrafted() {
        SessionCard first = session();
        convening.cancel(facilitator, first.id(), first.version(), "The hall is flooded.");

        drafting.settle();

        assertThat(session().starts()).isEqualTo(first.starts().plusWeeks(1));
        assertThat(session().code()).isNotEqualTo(first.code());
    }

    @Test
    void whatChangesInASeriesLeavesItsDraftsAlone() {
        SessionCard before = session();
        SeriesPage page = book.find(facilitator, series).orElseThrow();
        SeriesContent now = page.content();

        book.change(
                facilitator,
                new SeriesChange(
                        series,
                        page.version(),
                        new SeriesContent(
                                LocalizedText.of(Language.EN, "Another name"),
                                now.recurrence(),
                                90,
                                now.venue(),
                                AgendaTemplate.EMPTY,
                                3),
                        null));

        assertThat(session()).isEqualTo(before);
        assertThat(titles()).containsExactly("Welcome");
        clock.turn(Duration.between(clock.instant(), before.startsAt()).plusMinutes(1));
        drafting.settle();
        assertThat(of().getLast().title().in(Language.EN)).isEqualTo("Another name");
        assertThat(of().getLast().minutes()).isEqualTo(90);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> book.change(facilitator, new SeriesChange(series, page.version(), now, null)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.changed"));
    }

    @Test
    void theThirdThursdayStaysAtSixWhenTheClocksChange() {
        LocalDate first = LocalDate.ofInstant(clock.instant(), Forums.SOFIA)
                .plusMonths(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY));
        List<LocalDateTime> dates = book.preview(
                new Recurrence(first.atTime(18, 0), Forums.SOFIA, false, Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY)), 12);

        assertThat(dates).hasSize(12).allSatisfy(date -> {
            assertThat(date.toLocalTime()).isEqualTo(LocalTime.of(18, 0));
            assertThat(date.toLocalDate())
                    .isEqualTo(date.toLocalDate().with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY)));
        });
        assertThat(dates.stream()
                        .map(date -> date.atZone(Forums.SOFIA).getOffset())
                        .distinct())
                .as("summer and winter are among them")
                .hasSize(2);
    }

    @Test
    void codesAreGivenOutOnceEachHoweverManyAsk() throws Exception {
        int year = LocalDate.ofInstant(clock.instant(), Forums.SOFIA).getYear() + 1;

        List<Future<String>> made = atOnce(12, () -> plan(year));

        Set<String> codes = new HashSet<>();
        for (Future<String> one : made) {
            codes.add(one.get());
        }
        assertThat(codes).hasSize(12).allSatisfy(code -> assertThat(code).startsWith("S-" + year));
        assertThat(jdbc.sql(
                                "SELECT count(*) = max(number) AND max(number) = (SELECT last FROM forum_code WHERE year = :year)"
                                        + " FROM forum_session WHERE year = :year")
                        .param("year", year)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aSessionKeepsItsCodeWhenItMovesIntoAnotherYear() {
        SessionCard session = session();
        convening.change(
                facilitator,
                new SessionChange(
                        session.id(),
                        session.version(),
                        session.title(),
                        session.starts().plusYears(1),
                        session.zone(),
                        60,
                        Forums.HALL,
                        null));

        assertThat(session().code()).isEqualTo(session.code());
        assertThat(session().starts()).isEqualTo(session.starts().plusYears(1));
    }

    @Test
    void theOfficeNamesWhoFacilitates() {
        Asker vera = person("Vera", Role.MEMBER);
        SeriesPage page = book.find(officer, series).orElseThrow();
        assertThat(book.find(vera, series)).isEmpty();

        book.change(officer, new SeriesChange(series, page.version(), page.content(), Set.of(id(vera))));

        assertThat(book.find(vera, series)).isPresent();
        assertThat(book.find(facilitator, series)).isEmpty();
        assertThat(sessions.find(facilitator, session().code())).isEmpty();
        SeriesPage now = book.find(vera, series).orElseThrow();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> book.change(
                        vera,
                        new SeriesChange(series, now.version(), now.content(), Set.of(id(vera), id(facilitator)))));
    }

    @Test
    void aFacilitatorOfOneSeriesHasNoSayInAnother() {
        SeriesId other = SeriesId.next();
        book.make(officer, new NewSeries(other, Forums.weekly("Other", clock.instant()), Set.of()));

        assertThat(book.find(facilitator, other)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> agenda.backlog(facilitator, other, null, 10));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> book.end(facilitator, other, 0, "Mine."));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> book.make(
                        facilitator, new NewSeries(SeriesId.next(), Forums.weekly("Mine", clock.instant()), Set.of())));
    }

    @Test
    void aSeriesThatHasEndedDraftsNoMore() {
        SessionCard standing = session();
        book.end(
                facilitator,
                series,
                book.find(facilitator, series).orElseThrow().version(),
                "Nobody comes.");
        clock.turn(Duration.ofDays(30));

        drafting.settle();

        assertThat(of()).isEmpty();
        assertThat(sessions.find(officer, standing.code())).isPresent();
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        refused("place", content(new Venue("", null, ""), Repetition.of(Rhythm.WEEKLY)));
        refused("callLink", content(new Venue("", null, "not a link"), Repetition.of(Rhythm.WEEKLY)));
        refused("callLink", content(new Venue("", null, "javascript:alert(1)"), Repetition.of(Rhythm.WEEKLY)));
        refused("city", content(new Venue("Hall", "atlantis", ""), Repetition.of(Rhythm.WEEKLY)));
        refused("recurrence", content(Forums.HALL, Repetition.times(Rhythm.WEEKLY, 3)));
        refused("name.en", named("–"));
        refused("name.en", named("x".repeat(200)));
    }

    @Test
    void theListTakesAsManyStatementsHoweverLongItIs() {
        int few = SqlCounter.during(() -> {
                    book.all(member);
                    sessions.coming(member);
                })
                .size();
        for (int i = 0; i < 5; i++) {
            book.make(officer, new NewSeries(SeriesId.next(), Forums.weekly("Forum " + i, clock.instant()), Set.of()));
        }

        int many = SqlCounter.during(() -> {
                    book.all(member);
                    sessions.coming(member);
                })
                .size();

        assertThat(many).isEqualTo(few);
    }

    private List<SessionCard> of() {
        return new ArrayList<>(sessions.coming(officer).stream()
                .filter(one -> series.equals(one.series()))
                .toList());
    }

    private String plan(int year) {
        return convening.plan(
                officer,
                new NewSession(
                        SessionId.next(),
                        LocalizedText.of(Language.EN, "Alone"),
                        LocalDate.of(year, 3, 4).atTime(18, 0),
                        ZoneId.of("Europe/Sofia"),
                        60,
                        Forums.HALL,
                        null));
    }

    private void refused(String field, SeriesContent content) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> book.make(officer, new NewSeries(SeriesId.next(), content, Set.of())))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private SeriesContent named(String name) {
        return Forums.weekly(name, clock.instant());
    }

    private SeriesContent content(Venue venue, Repetition repetition) {
        SeriesContent now = Forums.weekly("Forum", clock.instant());
        return new SeriesContent(
                now.name(),
                new Recurrence(now.recurrence().start(), Forums.SOFIA, false, repetition),
                60,
                venue,
                now.template(),
                1);
    }
}
