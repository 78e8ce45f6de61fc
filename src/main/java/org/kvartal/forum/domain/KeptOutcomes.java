package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.discussions.PostId;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What comes out of sessions. Until the room has confirmed it nothing leaves this module. */
@Component
@Transactional
class KeptOutcomes implements Outcomes {

    private static final int TASK_WORDS = 200;

    private final OutcomeRepository outcomes;
    private final OutcomeReads reads;
    private final StatedNeeds needs;
    private final HalfWritten halfWritten;
    private final RoomDoor door;
    private final People people;
    private final Bodies bodies;
    private final Tasks tasks;
    private final Trace trace;
    private final ForumTrail trail;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final HouseClock clock;

    KeptOutcomes(
            OutcomeRepository outcomes,
            OutcomeReads reads,
            StatedNeeds needs,
            HalfWritten halfWritten,
            RoomDoor door,
            People people,
            Bodies bodies,
            Tasks tasks,
            Trace trace,
            ForumTrail trail,
            ApplicationEventPublisher facts,
            Live live,
            HouseClock clock) {
        this.outcomes = outcomes;
        this.reads = reads;
        this.needs = needs;
        this.halfWritten = halfWritten;
        this.door = door;
        this.people = people;
        this.bodies = bodies;
        this.tasks = tasks;
        this.trace = trace;
        this.trail = trail;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void add(Asker by, NewOutcome wish) {
        SessionId id = door.sessionOf(wish.item());
        ForumSession session = door.running(by, id);
        if (outcomes.existsById(wish.id().value())) {
            return;
        }
        requireKnown(by, session, wish.content());
        Outcome outcome = outcomes.saveAndFlush(Outcome.of(wish, door.now(id)));
        halfWritten.drop(by, wish.item(), wish.kind());
        trail.outcome(by, "forum.outcome-noted", outcome.id());
        door.changed(id);
    }

    @Override
    public void keepDraft(Asker by, OutcomeDraft draft) {
        halfWritten.keep(by, draft);
    }

    @Override
    public void dropDraft(Asker by, ItemId item, OutcomeKind kind) {
        halfWritten.drop(by, item, kind);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OutcomeDraft> drafts(Asker asker, ItemId item) {
        return halfWritten.of(asker, item);
    }

    @Override
    public void change(Asker by, OutcomeId id, long version, OutcomeContent content) {
        SessionId session = door.sessionOf(id);
        ForumSession running = door.running(by, session);
        Outcome outcome = lock(id);
        requireKnown(by, running, content);
        outcome.change(version, content);
        outcomes.saveAndFlush(outcome);
        trail.outcome(by, "forum.outcome-changed", id);
        door.changed(session);
    }

    @Override
    public void strike(Asker by, OutcomeId id, long version) {
        SessionId session = door.sessionOf(id);
        door.running(by, session);
        Outcome outcome = lock(id);
        outcome.strike(version, door.now(session));
        outcomes.saveAndFlush(outcome);
        trail.outcome(by, "forum.outcome-struck", id);
        door.changed(session);
    }

    @Override
    public void carriedOut(Asker by, OutcomeId id, String report) {
        SessionId session = door.sessionOf(id);
        Outcome outcome = lock(id);
        if (!isTheirs(by, outcome)) {
            door.requireFacilitator(by, session);
        }
        outcome.carriedOut(report, clock.now());
        outcomes.saveAndFlush(outcome);
        tasks.done(task(id));
        trail.outcome(by, "forum.outcome-done", id);
        live.changed(ForumTopics.minutes(session));
    }

    @Override
    public void stateAsNeed(Asker by, OutcomeId outcome, PostId firstPost) {
        needs.begin(by, outcome, firstPost);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean goesOnWith(Asker asker, OutcomeId outcome, PostId firstPost) {
        return needs.begun(asker, outcome, firstPost);
    }

    private boolean isTheirs(Asker by, Outcome outcome) {
        Optional<PersonId> person = by.person();
        BodyId body = outcome.body();
        return person.isPresent()
                && (person.get().equals(outcome.person())
                        || (body != null
                                && bodies.of(by, person.get()).stream()
                                        .anyMatch(one -> one.id().equals(body))));
    }

    /**
     * What a body gets with an item is read back at the close like everything else that came out of it.
     *
     * @param session locked by the caller
     */
    void referred(Asker by, ForumSession session, AgendaItem item, BodyId body) {
        Language language = item.title().source();
        Outcome outcome = outcomes.saveAndFlush(Outcome.of(
                new NewOutcome(
                        OutcomeId.next(),
                        item.id(),
                        OutcomeKind.REFER,
                        new OutcomeContent(item.title().in(language), language, null, null, body)),
                door.now(session.id())));
        trail.outcome(by, "forum.outcome-noted", outcome.id());
    }

    /**
     * @param session locked by the caller
     * @throws Refused unless the room has heard exactly what is written down now, in these words
     */
    void requireHeard(ForumSession session, Map<OutcomeId, ReadBack> readBack) {
        Map<OutcomeId, Long> heard = new HashMap<>();
        readBack.forEach((id, said) -> heard.put(id, said.version()));
        if (!reads.live(session.id()).equals(heard)) {
            throw Refused.because("forum.refused.outcomes-changed");
        }
    }

    /**
     * The room has said yes or no to each outcome that it {@linkplain #requireHeard heard}. What went on with an item meanwhile is left alone.
     *
     * @param session locked by the caller
     * @return what was confirmed
     */
    List<OutcomeId> settle(Asker by, ForumSession session, Map<OutcomeId, ReadBack> readBack) {
        Instant now = door.now(session.id());
        List<OutcomeId> confirmed = new ArrayList<>();
        for (OutcomeId id : reads.live(session.id()).keySet()) {
            Outcome outcome = lock(id);
            ReadBack said = readBack.get(id);
            if (said != null && said.confirmed()) {
                outcome.confirm(now);
                outcomes.saveAndFlush(outcome);
                begin(by, session, outcome);
                confirmed.add(id);
            } else {
                outcome.strike(now);
                outcomes.saveAndFlush(outcome);
                trail.outcome(by, "forum.outcome-struck", id);
            }
        }
        return confirmed;
    }

    private void begin(Asker by, ForumSession session, Outcome outcome) {
        trail.outcome(by, "forum.outcome-confirmed", outcome.id());
        trace.link(
                by,
                new Strand(
                        outcome.item().traced(),
                        Relation.DECIDED_AS,
                        outcome.id().traced()));
        PersonId person = outcome.person();
        BodyId body = outcome.body();
        if (person != null) {
            owe(session, outcome, Audience.person(person), "forum.task.outcome");
        } else if (body != null) {
            // A body in which nobody is can't answer: then the office sees to it.
            boolean empty =
                    bodies.all(by).stream().filter(one -> one.id().equals(body)).allMatch(one -> one.people() == 0);
            owe(session, outcome, empty ? Audience.role("OFFICER") : Bodies.audience(body), "forum.task.referred");
        }
        facts.publishEvent(
                new OutcomeConfirmed(outcome.kind(), outcome.id(), session.id(), outcome.item(), outcome.text()));
    }

    private void owe(ForumSession session, Outcome outcome, String audience, String key) {
        LocalDate due = outcome.due();
        tasks.open(new TaskWish(
                task(outcome.id()),
                audience,
                key,
                List.of(
                        session.code(),
                        Typed.shortened(outcome.text().in(outcome.text().source()), TASK_WORDS)),
                ForumPages.session(session.code()),
                due == null ? null : Due.on(due, session.zone())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OutcomeLine> of(Asker asker, String code) {
        return reads.of(asker, code);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ItemId, List<OutcomeLine>> ofItems(Asker asker, Collection<ItemId> items) {
        return reads.ofItems(asker, items);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OutcomeId, OutcomeProgress.Progress> progress(
            Asker asker, Collection<OutcomeLine> lines, Language language) {
        return reads.progress(asker, lines, language);
    }

    private void requireKnown(Asker by, ForumSession session, OutcomeContent content) {
        PersonId person = content.person();
        if (person != null && people.card(person).isEmpty()) {
            throw Refused.at("person", "forum.refused.person");
        }
        BodyId body = content.body();
        if (body != null && bodies.all(by).stream().noneMatch(one -> one.id().equals(body))) {
            throw Refused.at("body", "forum.refused.body");
        }
        @Nullable LocalDate due = content.due();
        if (due != null && due.isBefore(session.starts().toLocalDate())) {
            throw Refused.at("due", "forum.refused.past");
        }
    }

    private Outcome lock(OutcomeId id) {
        return outcomes.lock(id.value()).orElseThrow(NotFound::new);
    }

    private static String task(OutcomeId id) {
        return "forum.outcome:" + id;
    }
}
