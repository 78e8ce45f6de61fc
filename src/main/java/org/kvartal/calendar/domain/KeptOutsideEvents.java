package org.kvartal.calendar.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEventDecided;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.domain.OutsideDates.Changed;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was entered. An event is locked while something about it changes. */
@Component
@Transactional
class KeptOutsideEvents implements OutsideEvents {

    static final String EVENT = "calendar.event";

    /** So much of one host may wait for the office at once. */
    private static final int MOST_WAITING = 50;

    private final OutsideEventRepository events;
    private final OutsideDates dates;
    private final OutsideReads reads;
    private final EventTasks tasks;
    private final EventHosts hosts;
    private final EventCities cities;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    KeptOutsideEvents(
            OutsideEventRepository events,
            OutsideDates dates,
            OutsideReads reads,
            EventTasks tasks,
            EventHosts hosts,
            EventCities cities,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.events = events;
        this.dates = dates;
        this.reads = reads;
        this.tasks = tasks;
        this.hosts = hosts;
        this.cities = cities;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void enter(Asker by, NewEvent wish) {
        boolean office = hosts.decides(by);
        UUID host = wish.host();
        if (!office && (host == null || !hosts.mayEnterFor(by, host))) {
            throw new Forbidden();
        }
        @Nullable PersonId person = by.person().orElse(null);
        Optional<OutsideEvent> standing = events.findById(wish.id().value());
        if (standing.isPresent()) {
            if (!standing.get().enteredBy().equals(by.person())) {
                throw new Forbidden();
            }
            return;
        }
        if (host != null && hosts.named(List.of(host)).isEmpty()) {
            throw Refused.at("host", "calendar.refused.host");
        }
        if (!office && host != null && reads.waitingOf(host) >= MOST_WAITING) {
            throw Refused.because("calendar.refused.many", MOST_WAITING);
        }
        requireCity(wish.content().city());
        OutsideEvent event = OutsideEvent.suggest(wish, person, clock.instant());
        if (office) {
            event.publishOwn();
        }
        keep(event);
        record(by, "calendar.event-entered", event, null);
        if (office) {
            record(by, "calendar.event-published", event, null);
        }
    }

    @Override
    public void change(Asker by, OutsideEventId id, long version, EventContent content) {
        OutsideEvent event = lock(by, id);
        requireCity(content.city());
        event.change(version, content, hosts.decides(by), clock.instant());
        dates.prune(event);
        span(event);
        keep(event);
        record(by, "calendar.event-changed", event, null);
    }

    @Override
    public void publish(Asker by, OutsideEventId id, long version) {
        OutsideEvent event = decide(by, id);
        event.publish(version, clock.instant());
        keep(event);
        record(by, "calendar.event-published", event, null);
        tell(by, event, true);
    }

    @Override
    public void refuse(Asker by, OutsideEventId id, long version, String reason) {
        OutsideEvent event = decide(by, id);
        String why = EventTexts.reason(reason);
        event.refuse(version, why, clock.instant());
        keep(event);
        record(by, "calendar.event-refused", event, why);
        tell(by, event, false);
    }

    @Override
    public void look(Asker by, OutsideEventId id, long version) {
        OutsideEvent event = decide(by, id);
        if (event.unseen()) {
            event.look(version);
            keep(event);
            record(by, "calendar.event-looked-at", event, null);
        }
    }

    @Override
    public void withdraw(Asker by, OutsideEventId id, long version) {
        OutsideEvent event = lock(by, id);
        event.withdraw(version, clock.instant());
        keep(event);
        record(by, "calendar.event-withdrawn", event, null);
    }

    @Override
    public void cancel(Asker by, OutsideEventId id, long version, String reason) {
        OutsideEvent event = lock(by, id);
        String why = EventTexts.reason(reason);
        event.cancel(version, clock.instant());
        keep(event);
        record(by, "calendar.event-cancelled", event, why);
    }

    @Override
    public void moveDate(Asker by, OutsideEventId id, long version, LocalDateTime date, EventTime to) {
        OutsideEvent event = lock(by, id);
        Instant now = clock.instant();
        event.changeDate(version, date, hosts.decides(by), now);
        EventTime time = new EventTime(
                to.start(), to.end(), event.time().zone(), event.time().allDay());
        dates.keep(new Changed(event.id(), date, time.start(), time.end(), false, event.sequence(), now));
        span(event);
        keep(event);
        record(by, "calendar.date-moved", event, null);
    }

    @Override
    public void cancelDate(Asker by, OutsideEventId id, long version, LocalDateTime date) {
        OutsideEvent event = lock(by, id);
        Instant now = clock.instant();
        event.changeDate(version, date, hosts.decides(by), now);
        EventTime time = event.time().at(date);
        dates.keep(new Changed(event.id(), date, time.start(), time.end(), true, event.sequence(), now));
        span(event);
        keep(event);
        record(by, "calendar.date-cancelled", event, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<EventPage> find(Asker asker, long number) {
        return reads.page(asker, number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<EventLine> entered(Asker asker, @Nullable Long before, int limit) {
        return reads.entered(asker, before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<EventLine> waiting(Asker asker, int limit) {
        return reads.waiting(asker, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayEnter(Asker asker) {
        return hosts.decides(asker) || !hosts.of(asker).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public long countOpen() {
        return reads.countOpen();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenEvent> listOpen(long offset, int limit) {
        return reads.listOpen(offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Decision> decisions(PersonId reader, Collection<UUID> ids) {
        return reads.decisions(reader, ids);
    }

    /** What the dates lie between, with those that were moved. */
    private void span(OutsideEvent event) {
        @Nullable Instant last = event.lastByRule();
        Instant first = event.time().begins();
        for (Changed changed : dates.of(List.of(event.id())).getOrDefault(event.id(), List.of())) {
            EventTime time = changed.time(event.time());
            first = time.begins().isBefore(first) ? time.begins() : first;
            last = last != null && time.ends().isAfter(last) ? time.ends() : last;
        }
        event.span(first, last);
    }

    private void keep(OutsideEvent event) {
        events.saveAndFlush(event);
        tasks.settle(event);
    }

    private void tell(Asker by, OutsideEvent event, boolean published) {
        event.enteredBy()
                .filter(person -> !by.person().equals(Optional.of(person)))
                .ifPresent(person -> facts.publishEvent(
                        new OutsideEventDecided(new OutsideEventId(event.id()), person, published, event.decisions())));
    }

    private OutsideEvent decide(Asker by, OutsideEventId id) {
        if (!hosts.decides(by)) {
            throw new Forbidden();
        }
        return events.lock(id.value()).orElseThrow(NotFound::new);
    }

    /** What somebody may change: its host, while they speak for it, and those who decide. */
    private OutsideEvent lock(Asker by, OutsideEventId id) {
        OutsideEvent event = events.lock(id.value()).orElseThrow(NotFound::new);
        if (!hosts.decides(by)
                && event.host().filter(host -> hosts.mayEnterFor(by, host)).isEmpty()) {
            throw event.state().open() ? new Forbidden() : new NotFound();
        }
        return event;
    }

    private void requireCity(@Nullable String city) {
        if (city != null && cities.find(List.of(city)).isEmpty()) {
            throw Refused.at("city", "calendar.refused.city");
        }
    }

    private void record(Asker by, String act, OutsideEvent event, @Nullable String reason) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(EVENT, event.id()))
                .onBehalfOf(hosts.decides(by) ? null : event.host().orElse(null))
                .because(reason));
    }
}
