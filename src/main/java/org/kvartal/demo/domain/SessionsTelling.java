package org.kvartal.demo.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.discussions.ThreadDigest;
import org.kvartal.discussions.Threads;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.Draft;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.AgendaTemplate.Section;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Asker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells of the Forum's next session: what is proposed for it, what stands on its agenda, and who comes. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class SessionsTelling {

    private final SeriesBook series;
    private final Sessions sessions;
    private final Convening convening;
    private final Agenda agenda;
    private final Invitations invitations;
    private final Threads threads;

    SessionsTelling(
            SeriesBook series,
            Sessions sessions,
            Convening convening,
            Agenda agenda,
            Invitations invitations,
            Threads threads) {
        this.series = series;
        this.sessions = sessions;
        this.convening = convening;
        this.agenda = agenda;
        this.invitations = invitations;
        this.threads = threads;
    }

    void tell(Story story, StoryIds ids) {
        StoryFiles.list("sessions.yaml").forEach(told -> tell(told, story, ids));
    }

    private void tell(Map<String, Object> told, Story story, StoryIds ids) {
        SeriesId id = new SeriesId(ids.settled("series " + StoryFiles.text(told, "key")));
        series.make(
                Demonstration.HOUSE,
                new NewSeries(
                        id,
                        content(told, ids),
                        StoryFiles.words(told.get("facilitators")).stream()
                                .map(ids::person)
                                .collect(Collectors.toSet())));
        StoryFiles.items(told.get("items")).forEach(item -> propose(item, id, story, ids));
        SessionCard next = next(id);
        if (next.state() == SessionState.DRAFT) {
            StoryFiles.items(told.get("items")).forEach(item -> place(item, next, ids));
            SessionCard arranged = next(id);
            convening.open(Demonstration.HOUSE, arranged.id(), arranged.version(), true);
        }
        StoryFiles.items(told.get("answers")).forEach(answer -> answer(answer, next, ids));
    }

    private SessionCard next(SeriesId id) {
        return sessions.coming(Demonstration.HOUSE).stream()
                .filter(session -> id.equals(session.series()))
                .findFirst()
                .orElseThrow();
    }

    private static SeriesContent content(Map<String, Object> told, StoryIds ids) {
        ZoneId zone = ZoneId.of(StoryFiles.text(told, "zone"));
        DayOfWeek weekday = DayOfWeek.valueOf(StoryFiles.text(told, "weekday").toUpperCase(Locale.ROOT));
        LocalDate first = LocalDate.ofInstant(ids.begun(), zone)
                .minusMonths(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(StoryFiles.text(told, "week")), weekday));
        return new SeriesContent(
                StoryFiles.localized(told.get("name")),
                new Recurrence(
                        first.atTime(LocalTime.parse(StoryFiles.text(told, "at"))),
                        zone,
                        false,
                        Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY)),
                Integer.parseInt(StoryFiles.text(told, "minutes")),
                new Venue(
                        StoryFiles.text(told, "place"),
                        StoryFiles.text(told, "city"),
                        StoryFiles.text(told, "callLink")),
                new AgendaTemplate(StoryFiles.items(told.get("sections")).stream()
                        .map(SessionsTelling::section)
                        .toList()),
                Integer.parseInt(StoryFiles.text(told, "deadline")));
    }

    private static Section section(Map<String, Object> section) {
        return new Section(
                StoryFiles.localized(section.get("title")),
                StoryFiles.items(section.get("items")).stream()
                        .map(item -> new StandingItem(
                                StoryFiles.localized(item.get("title")),
                                kind(item),
                                Integer.parseInt(StoryFiles.text(item, "minutes"))))
                        .toList());
    }

    private static ItemKind kind(Map<String, Object> item) {
        return ItemKind.valueOf(StoryFiles.text(item, "kind").toUpperCase(Locale.ROOT));
    }

    private static ItemId id(Map<String, Object> item, StoryIds ids) {
        return new ItemId(ids.settled("agenda item " + StoryFiles.text(item, "thread")));
    }

    private void propose(Map<String, Object> item, SeriesId id, Story story, StoryIds ids) {
        Asker by = Asker.of(ids.person(StoryFiles.text(item, "by")));
        Talk talk = story.talks().stream()
                .filter(one -> one.key().equals(StoryFiles.text(item, "thread")))
                .findFirst()
                .orElseThrow();
        ThreadDigest digest = threads.digest(by, ids.thread(talk)).orElseThrow();
        Draft draft = agenda.fromThread(by, digest.number());
        String association = StoryFiles.textOr(item, "for", "");
        agenda.propose(
                by,
                new NewItem(
                        id(item, ids),
                        id,
                        null,
                        draft.title(),
                        draft.language(),
                        draft.context(),
                        kind(item),
                        Integer.parseInt(StoryFiles.text(item, "minutes")),
                        StoryFiles.text(item, "expected"),
                        association.isEmpty() ? null : ids.member(association),
                        digest.number()));
    }

    private void place(Map<String, Object> told, SessionCard session, StoryIds ids) {
        ItemLine item = agenda.find(Demonstration.HOUSE, id(told, ids)).orElseThrow();
        @Nullable Integer section = StoryFiles.number(told, "place");
        if (section != null && item.state() != ItemState.SCHEDULED) {
            AgendaDesk desk = agenda.desk(Demonstration.HOUSE, session.code()).orElseThrow();
            List<SectionId> sections =
                    desk.parts().stream().map(Agenda.AgendaPart::id).toList();
            agenda.place(
                    Demonstration.HOUSE,
                    session.id(),
                    desk.agendaVersion(),
                    item.id(),
                    sections.get(section - 1),
                    Integer.MAX_VALUE);
        } else if (told.containsKey("taken") && item.state() == ItemState.PROPOSED) {
            agenda.accept(Demonstration.HOUSE, item.id(), item.version());
        }
    }

    private void answer(Map<String, Object> told, SessionCard session, StoryIds ids) {
        String association = StoryFiles.textOr(told, "for", "");
        invitations.answer(
                Asker.of(ids.person(StoryFiles.text(told, "by"))),
                session.id(),
                new Reply(
                        Answer.valueOf(StoryFiles.text(told, "answer").toUpperCase(Locale.ROOT)),
                        Way.valueOf(StoryFiles.text(told, "way").toUpperCase(Locale.ROOT)),
                        association.isEmpty() ? null : ids.member(association)));
    }
}
