package org.kvartal.discussions.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.NeedStated;
import org.kvartal.discussions.NeedSupported;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.domain.NeedLedger.Stated;
import org.kvartal.discussions.domain.NeedLedger.Talk;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Places;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Needs as people state them, and who stands behind them, written down. */
@Component
@Transactional
class KeptNeeds implements Needs {

    private static final int MOST_PEOPLE = 200;

    private final NeedLedger needs;
    private final NeedReads reads;
    private final ThreadLedger ledger;
    private final Turnstile turnstile;
    private final Audience audience;
    private final SpokenFor spokenFor;
    private final Places places;
    private final People people;
    private final Members members;
    private final House house;
    private final AuditTrail audit;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    KeptNeeds(
            NeedLedger needs,
            NeedReads reads,
            ThreadLedger ledger,
            Turnstile turnstile,
            Audience audience,
            SpokenFor spokenFor,
            Places places,
            People people,
            Members members,
            House house,
            AuditTrail audit,
            Live live,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.needs = needs;
        this.reads = reads;
        this.ledger = ledger;
        this.turnstile = turnstile;
        this.audience = audience;
        this.spokenFor = spokenFor;
        this.places = places;
        this.people = people;
        this.members = members;
        this.house = house;
        this.audit = audit;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** With the thread that begins as one, in its transaction. */
    void begin(ThreadId thread, NeedFacts need, PersonId by, Instant at) {
        require(need);
        needs.state(thread, need, by, at);
        facts.publishEvent(new NeedStated(thread, by, at));
    }

    @Override
    public void state(Asker by, ThreadId thread, NeedFacts need) {
        PersonId person = by.requirePerson();
        Talk talk = changeable(by, thread);
        require(need);
        ledger.lock(thread);
        Stated stated = needs.stated(thread).orElse(null);
        if (stated != null) {
            if (!stated.says(need)) {
                throw Refused.because("discussions.refused.need-changed");
            }
            return;
        }
        Instant at = now();
        needs.state(thread, need, person, at);
        if (!person.equals(talk.author())) {
            audit.record(entry(by, "discussions.need-stated", thread));
        }
        changed(thread);
        facts.publishEvent(new NeedStated(thread, person, at));
    }

    @Override
    public void change(Asker by, ThreadId thread, long version, NeedFacts need) {
        PersonId person = by.requirePerson();
        Talk talk = changeable(by, thread);
        require(need);
        ledger.lock(thread);
        Stated stated = standing(thread);
        if (stated.says(need)) {
            return;
        }
        if (stated.version() != version) {
            throw Refused.because("discussions.refused.need-changed");
        }
        needs.change(thread, need, stated.supported() ? now() : null);
        if (stated.supported() || !person.equals(talk.author())) {
            audit.record(entry(by, "discussions.need-changed", thread));
        }
        changed(thread);
    }

    @Override
    public void takeBack(Asker by, ThreadId thread) {
        PersonId person = by.requirePerson();
        Talk talk = changeable(by, thread);
        ledger.lock(thread);
        Stated stated = needs.stated(thread).orElse(null);
        if (stated == null) {
            return;
        }
        if (stated.supported()) {
            throw Refused.because("discussions.refused.need-supported");
        }
        needs.takeBack(thread);
        if (!person.equals(talk.author())) {
            audit.record(entry(by, "discussions.need-taken-back", thread));
        }
        changed(thread);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void support(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf) {
        var _ = turnstile.pass(thread, () -> give(by, thread, onBehalfOf));
    }

    private boolean give(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf) {
        PersonId person = by.requirePerson();
        var _ = readable(by, thread);
        spokenFor.require(by, onBehalfOf);
        ledger.lock(thread);
        var _ = standing(thread);
        Instant at = now();
        if (!needs.give(thread, person, onBehalfOf, at)) {
            return false;
        }
        if (onBehalfOf != null) {
            audit.record(entry(by, "discussions.need-supported", thread).onBehalfOf(onBehalfOf.value()));
        }
        changed(thread);
        facts.publishEvent(new NeedSupported(thread, person, onBehalfOf, at));
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void withdraw(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf) {
        var _ = turnstile.pass(thread, () -> leave(by, thread, onBehalfOf));
    }

    private boolean leave(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf) {
        PersonId person = by.requirePerson();
        var _ = readable(by, thread);
        spokenFor.require(by, onBehalfOf);
        ledger.lock(thread);
        if (!needs.withdraw(thread, person, onBehalfOf)) {
            return false;
        }
        if (onBehalfOf != null) {
            audit.record(entry(by, "discussions.need-left", thread).onBehalfOf(onBehalfOf.value()));
        }
        changed(thread);
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ThreadId, NeedCard> cards(Asker asker, Collection<ThreadId> threads) {
        return threads.isEmpty()
                ? Map.of()
                : reads.cards(threads, audience.readable(asker), asker.person().orElse(null));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> supporters(ThreadId thread) {
        return reads.supporters(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public PeopleBehind people(Asker asker, ThreadId thread, int limit) {
        var _ = readable(asker, thread);
        NeedCard need = reads.shared(thread);
        if (need == null || asker instanceof Asker.Guest) {
            return new PeopleBehind(List.of(), need == null ? 0 : need.people());
        }
        List<PersonId> behind = reads.people(thread, Math.clamp(limit, 1, MOST_PEOPLE));
        Set<PersonId> hidden = members.hidden(asker, behind);
        Map<PersonId, PersonCard> cards = new HashMap<>(people.cards(behind));
        cards.keySet().removeAll(hidden);
        List<PersonCard> shown =
                behind.stream().map(cards::get).filter(Objects::nonNull).toList();
        return new PeopleBehind(shown, Math.max(0, need.people() - shown.size()));
    }

    private Talk readable(Asker asker, ThreadId thread) {
        return needs.talk(thread)
                .filter(talk -> audience.mayRead(asker, talk.visibility()))
                .orElseThrow(NotFound::new);
    }

    private Talk changeable(Asker by, ThreadId thread) {
        Talk talk = readable(by, thread);
        if (!audience.mayChange(by, talk.author(), talk.space())) {
            throw new Forbidden();
        }
        if (by.person().filter(talk.author()::equals).isPresent()) {
            // Whoever no longer speaks for an organisation states no needs in its name.
            spokenFor.require(by, talk.onBehalfOf());
        }
        return talk;
    }

    private Stated standing(ThreadId thread) {
        return needs.stated(thread).orElseThrow(() -> Refused.because("discussions.refused.need-gone"));
    }

    private void require(NeedFacts need) {
        if (need.place() != null && places.find(need.place()).isEmpty()) {
            throw Refused.at("where", "discussions.refused.where-blank");
        }
        if (need.since().first().isAfter(YearMonth.from(clock.instant().atZone(house.zone())))) {
            throw Refused.at("since", "discussions.refused.since-future");
        }
    }

    private static AuditEntry entry(Asker by, String act, ThreadId thread) {
        return AuditEntry.of(by, act, new AuditSubject(AuditedTalk.THREAD, thread.value()));
    }

    private void changed(ThreadId thread) {
        live.changed(List.of(LiveTopics.of(thread), LiveTopics.NEWEST));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
