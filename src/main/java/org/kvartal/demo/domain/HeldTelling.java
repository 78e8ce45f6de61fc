package org.kvartal.demo.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells of a session that was held on paper some weeks ago: entered afterwards, with its outcomes and its published minutes. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class HeldTelling {

    private final Room room;
    private final Convening convening;
    private final Agenda agenda;
    private final Presence presence;
    private final Outcomes outcomes;
    private final Ballots ballots;
    private final MinutesDesk minutes;

    HeldTelling(
            Room room,
            Convening convening,
            Agenda agenda,
            Presence presence,
            Outcomes outcomes,
            Ballots ballots,
            MinutesDesk minutes) {
        this.room = room;
        this.convening = convening;
        this.agenda = agenda;
        this.presence = presence;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.minutes = minutes;
    }

    void tell(StoryIds ids) {
        new Evening(StoryFiles.file("held-session.yaml"), ids).tell();
    }

    /** One evening. What an earlier start has told already is told no second time. */
    private final class Evening {

        private final Map<String, Object> told;
        private final StoryIds ids;
        private final ZoneId zone;
        private final LocalDate day;
        private final SessionId session;
        private String code = "";

        Evening(Map<String, Object> told, StoryIds ids) {
            this.told = told;
            this.ids = ids;
            zone = ZoneId.of(StoryFiles.text(told, "zone"));
            day = LocalDate.ofInstant(ids.begun(), zone).minusDays(Long.parseLong(StoryFiles.text(told, "daysBefore")));
            session = new SessionId(ids.settled("held session " + StoryFiles.text(told, "key")));
        }

        void tell() {
            code = room.enterFromPaper(
                    Demonstration.HOUSE,
                    new NewSession(
                            session,
                            StoryFiles.localized(told.get("title")),
                            at(StoryFiles.text(told, "at")),
                            zone,
                            Integer.parseInt(StoryFiles.text(told, "minutes")),
                            new Venue(StoryFiles.text(told, "place"), StoryFiles.text(told, "city"), ""),
                            null));
            if (desk().session().state() == SessionState.DRAFT) {
                items().forEach(this::add);
                convening.open(Demonstration.HOUSE, session, desk().session().version(), false);
            }
            if (desk().session().state() == SessionState.OPEN) {
                room.start(Demonstration.HOUSE, session, desk().session().version());
            }
            if (desk().session().state() == SessionState.IN_PROGRESS) {
                hold();
            }
            done();
            publish();
        }

        private void hold() {
            turn(StoryFiles.text(told, "begins"));
            StoryFiles.items(told.get("present")).forEach(this::present);
            items().forEach(this::speak);
            turn(StoryFiles.text(told, "closes"));
            Map<OutcomeId, Boolean> readBack = new HashMap<>();
            outcomes.of(Demonstration.HOUSE, code).forEach(line -> readBack.put(line.id(), true));
            room.close(Demonstration.HOUSE, session, readBack, Carrying.DUPLICATE);
        }

        private void add(Map<String, Object> item) {
            AgendaDesk desk = agenda.desk(Demonstration.HOUSE, code).orElseThrow();
            agenda.add(
                    Demonstration.HOUSE,
                    session,
                    desk.agendaVersion(),
                    desk.parts().getFirst().id(),
                    new AddedItem(
                            new NewItem(
                                    id(item),
                                    null,
                                    session,
                                    StoryFiles.text(item, "title"),
                                    language(item),
                                    "",
                                    ItemKind.valueOf(constant(item, "kind")),
                                    Integer.parseInt(StoryFiles.text(item, "minutes")),
                                    "",
                                    null,
                                    null),
                            ItemVisibility.COMMON,
                            null));
        }

        private void present(Map<String, Object> who) {
            if (who.containsKey("guest")) {
                presence.enterGuest(Demonstration.HOUSE, session, StoryFiles.text(who, "guest"));
                return;
            }
            String association = StoryFiles.textOr(who, "for", "");
            MemberId spokenFor = association.isEmpty() ? null : ids.member(association);
            presence.enter(Demonstration.HOUSE, session, ids.person(StoryFiles.text(who, "person")), spokenFor);
        }

        private void speak(Map<String, Object> item) {
            DeskPage desk = desk();
            ItemId id = id(item);
            boolean waits = desk.items().stream()
                    .anyMatch(one -> one.line().id().equals(id) && one.line().state() == ItemState.SCHEDULED);
            if (!waits) {
                return;
            }
            turn(StoryFiles.text(item, "at"));
            if (desk.current() != null) {
                room.done(Demonstration.HOUSE, desk.current().line().id());
            }
            room.take(Demonstration.HOUSE, session, null, id);
            StoryFiles.items(item.get("votes")).forEach(vote -> vote(vote, id, language(item)));
            StoryFiles.items(item.get("outcomes")).forEach(outcome -> note(outcome, id, language(item)));
            if (item.containsKey("deferred")) {
                var _ = room.defer(Demonstration.HOUSE, id, Carrying.DUPLICATE);
            }
        }

        private void vote(Map<String, Object> vote, ItemId item, Language language) {
            turn(StoryFiles.text(vote, "at"));
            List<Integer> counts = StoryFiles.words(vote.get("counts")).stream()
                    .map(Integer::valueOf)
                    .toList();
            var _ = ballots.hands(
                    Demonstration.HOUSE,
                    new NewBallot(
                            new BallotId(ids.settled("held vote " + StoryFiles.text(vote, "key"))),
                            item,
                            StoryFiles.text(vote, "question"),
                            language,
                            Majority.valueOf(constant(vote, "majority")),
                            Voters.PEOPLE,
                            Base.PRESENT,
                            false),
                    new Tally(counts.get(0), counts.get(1), counts.get(2)));
        }

        private void note(Map<String, Object> outcome, ItemId item, Language language) {
            turn(StoryFiles.text(outcome, "at"));
            String person = StoryFiles.textOr(outcome, "person", "");
            String due = StoryFiles.textOr(outcome, "dueDays", "");
            outcomes.add(
                    Demonstration.HOUSE,
                    new NewOutcome(
                            outcomeId(outcome),
                            item,
                            OutcomeKind.valueOf(constant(outcome, "kind")),
                            new OutcomeContent(
                                    StoryFiles.text(outcome, "text"),
                                    language,
                                    person.isEmpty() ? null : ids.person(person),
                                    due.isEmpty() ? null : day.plusDays(Long.parseLong(due)),
                                    null)));
        }

        private void done() {
            List<OutcomeId> open = outcomes.of(Demonstration.HOUSE, code).stream()
                    .filter(line -> line.kind() == OutcomeKind.TASK && line.done() == null)
                    .map(OutcomeLine::id)
                    .toList();
            items().stream()
                    .flatMap(item -> StoryFiles.items(item.get("outcomes")).stream())
                    .filter(outcome -> outcome.containsKey("done") && open.contains(outcomeId(outcome)))
                    .forEach(outcome -> outcomes.carriedOut(
                            Demonstration.HOUSE, outcomeId(outcome), StoryFiles.text(outcome, "done")));
        }

        /** They were approved on paper. */
        private void publish() {
            if (state() == MinutesState.DRAFT) {
                minutes.review(Demonstration.HOUSE, session);
            }
            if (state() == MinutesState.IN_REVIEW) {
                minutes.approve(Demonstration.HOUSE, session);
            }
            if (state() == MinutesState.APPROVED) {
                minutes.publish(Demonstration.HOUSE, session);
            }
        }

        private MinutesState state() {
            return minutes.find(Demonstration.HOUSE, code, null)
                    .orElseThrow()
                    .edition()
                    .state();
        }

        /** Where an earlier start has come further already, its time stays. */
        private void turn(String time) {
            LocalDateTime wished = at(time);
            if (wished.isAfter(LocalDateTime.ofInstant(desk().now(), zone))) {
                room.turnClock(Demonstration.HOUSE, session, wished);
            }
        }

        private LocalDateTime at(String time) {
            return day.atTime(LocalTime.parse(time));
        }

        private List<Map<String, Object>> items() {
            return StoryFiles.items(told.get("items"));
        }

        private ItemId id(Map<String, Object> item) {
            return new ItemId(ids.settled("held item " + StoryFiles.text(item, "key")));
        }

        private OutcomeId outcomeId(Map<String, Object> outcome) {
            return new OutcomeId(ids.settled("held outcome " + StoryFiles.text(outcome, "key")));
        }

        private static Language language(Map<String, Object> item) {
            return StoryFiles.language(StoryFiles.text(item, "language"));
        }

        private static String constant(Map<String, Object> of, String name) {
            return StoryFiles.text(of, name).replace('-', '_').toUpperCase(Locale.ROOT);
        }

        private DeskPage desk() {
            return room.desk(Demonstration.HOUSE, code).orElseThrow();
        }
    }
}
