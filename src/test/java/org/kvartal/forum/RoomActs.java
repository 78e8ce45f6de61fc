package org.kvartal.forum;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.Townspeople;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.HeldSessions.Held;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeDraft;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What may be done in the room of a session, and with its minutes. */
@TestConfiguration(proxyBeanMethods = false)
@Import(HeldSessions.class)
public class RoomActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final Room room;
    private final RoomFeed feed;
    private final Presence presence;
    private final Outcomes outcomes;
    private final Ballots ballots;
    private final MinutesDesk minutes;
    private final HeldSessions held;
    private final Townspeople town;

    RoomActs(
            Room room,
            RoomFeed feed,
            Presence presence,
            Outcomes outcomes,
            Ballots ballots,
            MinutesDesk minutes,
            HeldSessions held,
            Townspeople town) {
        this.room = room;
        this.feed = feed;
        this.presence = presence;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.minutes = minutes;
        this.held = held;
        this.town = town;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        running(acts);
        presence(acts);
        outcomes(acts);
        votes(acts);
        closing(acts);
        minutes(acts);
        return acts;
    }

    private void running(Map<String, Act> acts) {
        acts.put("begin a session", by -> {
            Held due = held.due();
            room.start(by, due.id(), held.desk(due.code()).session().version());
        });
        acts.put(
                "take the beginning of a session back",
                by -> room.callBack(by, held.running().id()));
        acts.put(
                "enter a session from paper",
                by -> room.enterFromPaper(
                        by,
                        new NewSession(
                                SessionId.next(),
                                LocalizedText.of(Language.EN, "Forum"),
                                LocalDateTime.parse("2024-03-14T18:00:00"),
                                Forums.SOFIA,
                                60,
                                Forums.HALL,
                                null)));
        acts.put("enter a draft from paper that nobody opened", by -> {
            Held past = held.pastDraft();
            room.enterFromPaper(by, past.id(), held.desk(past.code()).session().version());
        });
        acts.put("set the clock of a session that is entered from paper", by -> {
            Held entered = held.fromPaper();
            room.turnClock(
                    by,
                    entered.id(),
                    held.desk(entered.code()).session().starts().plusMinutes(5));
        });
        acts.put("take an item up", by -> {
            Held running = held.running();
            room.done(HOUSE, running.item());
            room.take(by, running.id(), null, running.item());
        });
        acts.put("refer an item to a body", by -> room.refer(by, held.running().item(), held.body()));
        acts.put("read what one keeps of an item for oneself", by -> {
            var _ = room.note(by, held.running().item());
        });
        acts.put("see the desk of a session", by -> {
            var _ = room.desk(by, held.running().code()).orElseThrow(NotFound::new);
        });
        acts.put("see the room of a session", by -> {
            var _ = feed.page(by, held.running().code()).orElseThrow(NotFound::new);
        });
        acts.put("see what a room looks back at", by -> {
            Held running = held.running();
            held.looksBack(running, held.closed());
            var _ = feed.lookBack(by, running.id(), Language.EN).orElseThrow(NotFound::new);
        });
        acts.put("go on to the next item", by -> {
            Held running = held.running();
            room.next(by, running.id(), running.item());
        });
        acts.put(
                "stop the clock of an item", by -> room.pause(by, held.running().id()));
        acts.put("defer an item", by -> room.defer(by, held.running().item(), Carrying.DUPLICATE));
        acts.put("leave an item out", by -> room.drop(by, held.running().item(), "No time."));
        acts.put(
                "keep notes on an item for oneself",
                by -> room.note(by, held.running().item(), "Hm."));
        acts.put(
                "say how many have to be there",
                by -> room.quorum(by, held.running().id(), new QuorumRule(QuorumRule.Kind.SHARE, 50), false));
    }

    private void presence(Map<String, Act> acts) {
        acts.put(
                "see the codes on the wall",
                by -> presence.codes(by, held.running().id()));
        acts.put("come into the room by the code on the wall", by -> comes(by, held.running()));
        acts.put("come into the room for an association that one does not represent", by -> {
            Held running = held.running();
            presence.checkIn(by, running.id(), held.picture(running), town.association("Weavers"));
        });
        acts.put(
                "come into the room by call",
                by -> presence.join(by, held.running().id(), null));
        acts.put(
                "write down who is present",
                by -> presence.enter(
                        by, held.running().id(), town.person(Role.MEMBER).requirePerson(), null));
        acts.put("write down that somebody has left", by -> {
            Held running = held.running();
            presence.mark(by, running.id(), held.guest(running), false);
        });
        acts.put("strike out who was written down by mistake", by -> {
            Held running = held.running();
            presence.strike(by, running.id(), held.guest(running));
        });
        acts.put(
                "write down a guest",
                by -> presence.enterGuest(by, held.running().id(), "Ivan"));
        acts.put("ask to speak", by -> {
            Held running = held.running();
            comes(by, running);
            presence.raise(by, running.id());
        });
        acts.put(
                "let the next one speak",
                by -> presence.callNext(by, held.running().id()));
    }

    private void comes(Asker by, Held running) {
        presence.checkIn(by, running.id(), held.picture(running), null);
    }

    private void outcomes(Map<String, Act> acts) {
        acts.put(
                "write down an outcome",
                by -> outcomes.add(
                        by,
                        new NewOutcome(
                                OutcomeId.next(),
                                held.running().item(),
                                OutcomeKind.NOTE,
                                OutcomeContent.words("The roof leaks", Language.EN))));
        acts.put("keep what one begins to write down", by -> {
            OutcomeDraft draft = new OutcomeDraft(
                    held.running().item(), OutcomeKind.NOTE, OutcomeContent.words("The roof", Language.EN));
            outcomes.keepDraft(by, draft);
            if (!outcomes.drafts(by, draft.item()).equals(List.of(draft))) {
                throw new NotFound();
            }
        });
        acts.put("strike an outcome", by -> outcomes.strike(by, held.noted(held.running()), 0));
        acts.put(
                "change an outcome",
                by -> outcomes.change(
                        by, held.noted(held.running()), 0, OutcomeContent.words("We buy it", Language.EN)));
        acts.put(
                "say that somebody else's task is done",
                by -> outcomes.carriedOut(by, held.task(town.person(Role.MEMBER).requirePerson()), "Done."));
        acts.put(
                "go on with a need that the room has confirmed",
                by -> outcomes.stateAsNeed(by, held.need(), PostId.next()));
        acts.put("see what is written down while a session is held", by -> {
            Held running = held.running();
            held.noted(running);
            if (outcomes.of(by, running.code()).isEmpty()) {
                throw new NotFound();
            }
        });
    }

    private void votes(Map<String, Act> acts) {
        acts.put("open a vote", by -> {
            Held running = held.running();
            ballots.open(by, HeldSessions.ballot(BallotId.next(), running, Voters.PEOPLE));
        });
        acts.put("vote", by -> {
            Held running = held.running();
            comes(by, running);
            ballots.vote(by, held.asked(running, Voters.PEOPLE), null, Choice.YES);
        });
        acts.put("vote for an association that one does not represent", by -> {
            Held running = held.running();
            comes(by, running);
            ballots.vote(by, held.asked(running, Voters.ASSOCIATIONS), town.association("Weavers"), Choice.YES);
        });
        acts.put("close a vote", by -> ballots.close(by, held.asked(held.running(), Voters.PEOPLE)));
        acts.put("take a vote back", by -> ballots.withdraw(by, held.asked(held.running(), Voters.PEOPLE)));
        acts.put(
                "write down a show of hands",
                by -> ballots.hands(
                        by, HeldSessions.ballot(BallotId.next(), held.running(), Voters.PEOPLE), new Tally(3, 1, 0)));
        acts.put("see who voted how", by -> {
            Held running = held.running();
            BallotId ballot = held.asked(running, Voters.PEOPLE);
            ballots.close(HOUSE, ballot);
            var _ = ballots.votes(by, ballot);
        });
    }

    private void closing(Map<String, Act> acts) {
        acts.put("close a session", by -> room.close(by, held.running().id(), Map.of(), Carrying.DUPLICATE));
        acts.put(
                "ask that a closed session goes on",
                by -> room.askReopening(by, held.closed().id(), "We forgot the kiln."));
        acts.put("agree that a closed session goes on", by -> {
            Held closed = held.closed();
            room.askReopening(town.person(Role.OFFICER), closed.id(), "We forgot the kiln.");
            room.agreeReopening(by, closed.id());
        });
        acts.put("refuse that a closed session goes on", by -> {
            Held closed = held.closed();
            room.askReopening(town.person(Role.OFFICER), closed.id(), "We forgot the kiln.");
            room.refuseReopening(by, closed.id(), "It waits.");
        });
        acts.put("take somebody else's wish back that a session goes on", by -> {
            Held closed = held.closed();
            room.askReopening(town.person(Role.OFFICER), closed.id(), "We forgot the kiln.");
            room.withdrawReopening(by, closed.id());
        });
    }

    private void minutes(Map<String, Act> acts) {
        acts.put("read the draft of minutes", by -> {
            var _ = minutes.find(by, held.closed().code(), null).orElseThrow(NotFound::new);
        });
        acts.put("read minutes that others read", by -> {
            var _ = minutes.find(by, held.inReview().code(), null).orElseThrow(NotFound::new);
        });
        acts.put("word minutes", by -> {
            MinutesPage page = minutes.find(HOUSE, held.closed().code(), null).orElseThrow();
            minutes.word(
                    by, page.paragraphs().getFirst().id(), 0, LocalizedText.of(Language.EN, "It was opened at six."));
        });
        acts.put(
                "give minutes to those who were there",
                by -> minutes.review(by, held.closed().id()));
        acts.put("suggest other words without having been there", by -> {
            MinutesPage page = minutes.find(HOUSE, held.inReview().code(), null).orElseThrow();
            minutes.suggest(
                    by, SuggestionId.next(), page.paragraphs().getFirst().id(), 0, Language.EN, "It was noon.", "");
        });
        acts.put(
                "take minutes back to word them",
                by -> minutes.redraft(by, held.inReview().id()));
        acts.put("approve minutes", by -> minutes.approve(by, held.read().id()));
        acts.put("publish minutes", by -> {
            Held read = held.read();
            minutes.approve(HOUSE, read.id());
            minutes.publish(by, read.id());
        });
        acts.put("correct minutes that stand", by -> {
            Held read = held.read();
            minutes.approve(HOUSE, read.id());
            minutes.correct(by, read.id(), 1, "A word was missing.", Map.of());
        });
        acts.put("take other words for minutes", by -> minutes.take(by, suggested()));
        acts.put(
                "take other words for minutes in words of one's own",
                by -> minutes.take(by, suggested(), 0, LocalizedText.of(Language.EN, "It was nearly noon.")));
        acts.put("leave minutes as they are worded", by -> minutes.decline(by, suggested()));
    }

    /** By somebody who was there. */
    private SuggestionId suggested() {
        Held running = held.running();
        Asker there = town.person(Role.MEMBER);
        presence.enter(HOUSE, running.id(), there.requirePerson(), null);
        room.close(HOUSE, running.id(), Map.of(), Carrying.DUPLICATE);
        minutes.review(HOUSE, running.id());
        MinutesPage page = minutes.find(HOUSE, running.code(), null).orElseThrow();
        SuggestionId suggestion = SuggestionId.next();
        minutes.suggest(there, suggestion, page.paragraphs().getFirst().id(), 0, Language.EN, "It was noon.", "");
        return suggestion;
    }
}
