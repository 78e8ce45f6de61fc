package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.tasks.Audience;
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
    private final RoomDoor door;
    private final People people;
    private final Bodies bodies;
    private final Tasks tasks;
    private final Trace trace;
    private final ForumTrail trail;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final ForumClock clock;

    KeptOutcomes(
            OutcomeRepository outcomes,
            OutcomeReads reads,
            RoomDoor door,
            People people,
            Bodies bodies,
            Tasks tasks,
            Trace trace,
            ForumTrail trail,
            ApplicationEventPublisher facts,
            Live live,
            ForumClock clock) {
        this.outcomes = outcomes;
        this.reads = reads;
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
        trail.outcome(by, "forum.outcome-noted", outcome.id());
        door.changed(id);
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
        boolean own =
                by.person().filter(person -> person.equals(outcome.person())).isPresent();
        if (!own) {
            door.requireFacilitator(by, session);
        }
        outcome.carriedOut(report, clock.now());
        outcomes.saveAndFlush(outcome);
        tasks.done(task(id));
        trail.outcome(by, "forum.outcome-done", id);
        live.changed(ForumTopics.minutes(session));
    }

    /**
     * The room has heard what came out of the session and said yes or no to each.
     *
     * @param session locked by the caller
     * @return what was confirmed
     * @throws Refused if something was written down meanwhile that was not read back, or the other way round
     */
    List<OutcomeId> settle(Asker by, ForumSession session, Map<OutcomeId, Boolean> readBack) {
        Set<OutcomeId> live = Set.copyOf(reads.live(session.id()));
        if (!readBack.keySet().containsAll(live)) {
            throw Refused.because("forum.refused.outcomes-changed");
        }
        Instant now = door.now(session.id());
        List<OutcomeId> confirmed = new ArrayList<>();
        for (OutcomeId id : reads.live(session.id())) {
            Outcome outcome = lock(id);
            if (Boolean.TRUE.equals(readBack.get(id))) {
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
        if (outcome.kind() == OutcomeKind.TASK && person != null) {
            LocalDate due = outcome.due();
            tasks.open(new TaskWish(
                    task(outcome.id()),
                    Audience.person(person),
                    "forum.task.outcome",
                    List.of(
                            session.code(),
                            Typed.shortened(outcome.text().in(outcome.text().source()), TASK_WORDS)),
                    ForumPages.minutes(session.code()),
                    due == null ? null : dayEnds(due, session.zone())));
        }
        facts.publishEvent(
                new OutcomeConfirmed(outcome.kind(), outcome.id(), session.id(), outcome.item(), outcome.text()));
    }

    private static Instant dayEnds(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
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
