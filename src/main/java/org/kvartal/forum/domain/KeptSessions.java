package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Convening;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SessionCancelled;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionMoved;
import org.kvartal.forum.SessionOpened;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Places;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of the house. One is locked while something about it changes. */
@Component
@Transactional
class KeptSessions implements Convening {

    private final SessionRepository sessions;
    private final SessionCodes codes;
    private final Drafting drafting;
    private final Arrangement arrangement;
    private final SessionLetters invitations;
    private final ForumTelling telling;
    private final ForumTasks tasks;
    private final ForumTrail trail;
    private final Places places;
    private final Permissions permissions;
    private final ApplicationEventPublisher facts;
    private final HouseClock clock;

    KeptSessions(
            SessionRepository sessions,
            SessionCodes codes,
            Drafting drafting,
            Arrangement arrangement,
            SessionLetters invitations,
            ForumTelling telling,
            ForumTasks tasks,
            ForumTrail trail,
            Places places,
            Permissions permissions,
            ApplicationEventPublisher facts,
            HouseClock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.drafting = drafting;
        this.arrangement = arrangement;
        this.invitations = invitations;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.places = places;
        this.permissions = permissions;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String plan(Asker by, NewSession wish) {
        return plan(by, wish, false);
    }

    /** @param held whether it has been held already, and is entered from paper */
    String plan(Asker by, NewSession wish, boolean held) {
        permissions.check(by, ForumRights.FACILITATE, Scope.PLATFORM);
        Optional<ForumSession> standing = sessions.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        Instant now = clock.now();
        if (!held) {
            requireFuture(wish.starts(), wish.zone(), now);
        }
        KeptSeries.requireCity(places, wish.venue());
        ForumSession planned = ForumSession.plan(wish, codes.next(wish.starts().getYear()), now);
        if (held) {
            planned.wasHeld(now);
        }
        ForumSession session = sessions.saveAndFlush(planned);
        drafting.begin(session.id());
        trail.session(by, "forum.session-drafted", session.id());
        tasks.arrange(session);
        telling.changed(session);
        return session.code();
    }

    @Override
    public void change(Asker by, SessionChange wish) {
        ForumSession session = lock(by, wish.session());
        Instant now = clock.now();
        if (!session.paper()
                && (!wish.starts().equals(session.starts()) || !wish.zone().equals(session.zone()))) {
            requireFuture(wish.starts(), wish.zone(), now);
        }
        KeptSeries.requireCity(places, wish.venue());
        boolean moved = session.change(wish, now);
        sessions.saveAndFlush(session);
        trail.session(by, moved ? "forum.session-moved" : "forum.session-changed", session.id());
        if (moved && session.isOpen() && !session.paper()) {
            telling.moved(session);
            facts.publishEvent(new SessionMoved(session.id(), session.code(), session.sequence()));
        }
        telling.changed(session);
    }

    @Override
    public void open(Asker by, SessionId id, long version, boolean invite) {
        ForumSession session = lock(by, id);
        session.open(version, arrangement.holdsSomething(id), clock.now());
        sessions.saveAndFlush(session);
        if (invite && !session.paper()) {
            invitations.invite(session);
        }
        trail.session(by, "forum.session-opened", id, entry -> entry.with("invited", invite));
        tasks.arranged(id);
        telling.opened(session);
        facts.publishEvent(new SessionOpened(id, session.code(), invite));
        telling.changed(session);
    }

    @Override
    public void cancel(Asker by, SessionId id, long version, String reason) {
        ForumSession session = lock(by, id);
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        boolean announced = session.isOpen();
        session.cancel(version, why, clock.now());
        sessions.saveAndFlush(session);
        Set<PersonId> proposers = arrangement.clear(by, id);
        if (announced) {
            telling.cancelled(session, proposers);
        }
        invitations.stop(id);
        trail.session(by, "forum.session-cancelled", id, entry -> entry.because(why));
        tasks.arranged(id);
        facts.publishEvent(new SessionCancelled(id, session.code(), announced));
        telling.changed(session);
    }

    private ForumSession lock(Asker by, SessionId id) {
        // Who may know of it is asked before it is locked: nobody waits for what is none of theirs.
        ForumSession found = sessions.findById(id.value()).orElseThrow(NotFound::new);
        permissions.check(by, ForumRights.FACILITATE, ForumRights.in(found.series()));
        return arrangement.lock(id);
    }

    private static void requireFuture(LocalDateTime starts, ZoneId zone, Instant now) {
        if (!starts.atZone(zone).toInstant().isAfter(now)) {
            throw Refused.at("starts", "forum.refused.past");
        }
    }
}
