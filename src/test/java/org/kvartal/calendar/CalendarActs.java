package org.kvartal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be done in the calendar, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class CalendarActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final LocalDate DAY = LocalDate.parse("2027-03-04");

    private final OutsideEvents events;
    private final Calendar calendar;
    private final Subscriptions subscriptions;
    private final Townspeople town;
    private final JdbcClient jdbc;

    CalendarActs(
            OutsideEvents events, Calendar calendar, Subscriptions subscriptions, Townspeople town, JdbcClient jdbc) {
        this.events = events;
        this.calendar = calendar;
        this.subscriptions = subscriptions;
        this.town = town;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("see a published event", by -> {
            var _ = events.find(by, published().number()).orElseThrow(NotFound::new);
        });
        acts.put("see an event that is only suggested", by -> {
            var _ = events.find(by, suggested().number()).orElseThrow(NotFound::new);
        });
        acts.put("find a suggested event in the calendar", by -> {
            EventPage page = suggested();
            if (calendar.between(by, at(DAY), at(DAY.plusDays(1)), Language.EN).stream()
                    .noneMatch(event -> event.id().equals(page.id().value()))) {
                throw new NotFound();
            }
        });
        acts.put(
                "enter an event for an association of somebody else",
                by -> events.enter(
                        by, new NewEvent(OutsideEventId.next(), association().value(), content())));
        acts.put(
                "enter an event of the house",
                by -> events.enter(by, new NewEvent(OutsideEventId.next(), null, content())));
        acts.put("see which events wait for the office", by -> {
            suggested();
            if (events.waiting(by, 10).isEmpty()) {
                throw new NotFound();
            }
        });
        acts.put("publish a suggested event", by -> {
            EventPage page = suggested();
            events.publish(by, page.id(), page.version());
        });
        acts.put("refuse a suggested event", by -> {
            EventPage page = suggested();
            events.refuse(by, page.id(), page.version(), "No.");
        });
        acts.put("change an event of somebody else", by -> {
            EventPage page = published();
            events.change(by, page.id(), page.version(), content());
        });
        acts.put("look at what was changed in an event", by -> {
            EventPage page = published();
            events.look(by, page.id(), page.version());
        });
        acts.put("cancel an event of somebody else", by -> {
            EventPage page = published();
            events.cancel(by, page.id(), page.version(), "It rains.");
        });
        acts.put("withdraw an event of somebody else", by -> {
            EventPage page = suggested();
            events.withdraw(by, page.id(), page.version());
        });
        acts.put("move a date of somebody else", by -> {
            EventPage page = published();
            events.moveDate(
                    by,
                    page.id(),
                    page.version(),
                    DAY.plusWeeks(1).atTime(18, 0),
                    content().time().at(DAY.plusWeeks(1).atTime(19, 0)));
        });
        acts.put("cancel a date of somebody else", by -> {
            EventPage page = published();
            events.cancelDate(by, page.id(), page.version(), DAY.plusWeeks(1).atTime(18, 0));
        });
        acts.put("make an address of one's own calendar", by -> {
            String _ = subscriptions.make(by);
        });
        return acts;
    }

    /** What everybody may see. */
    public EventPage published() {
        EventPage page = suggested();
        events.publish(HOUSE, page.id(), page.version());
        return events.find(HOUSE, page.number()).orElseThrow();
    }

    /** What waits for the office. */
    public EventPage suggested() {
        MemberId association = association();
        Asker speaker = town.person();
        town.mandate(speaker, association, RepresentationKind.DEPUTY);
        OutsideEventId id = OutsideEventId.next();
        events.enter(speaker, new NewEvent(id, association.value(), content()));
        long number = jdbc.sql("SELECT number FROM outside_event WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        return events.find(HOUSE, number).orElseThrow();
    }

    private MemberId association() {
        return town.association("Association " + OutsideEventId.next());
    }

    private static EventContent content() {
        return new EventContent(
                LocalizedText.of(Language.EN, "Night of type"),
                null,
                EventTime.between(DAY.atTime(18, 0), DAY.atTime(20, 0), SOFIA),
                Repetition.times(Rhythm.WEEKLY, 3),
                "Print Yard",
                null,
                "");
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(SOFIA).toInstant();
    }
}
