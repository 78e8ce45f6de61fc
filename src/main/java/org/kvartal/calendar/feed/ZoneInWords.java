package org.kvartal.calendar.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as a feed describes it, from the same rules by which the house itself counts. The library's own descriptions would be of another year, and it asks for newer ones
 * over the network.
 */
final class ZoneInWords {

    private ZoneInWords() {}

    /** A sort of change: from which offset to which, and whether it begins summer time. */
    private record Change(ZoneOffset from, ZoneOffset to, boolean summer) {}

    /** The zone with every change of its clocks between two moments. */
    static VTimeZone describe(ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        VTimeZone description = new VTimeZone();
        description.add(new TzId(zone.getId()));
        ZoneOffset before = rules.getOffset(from);
        description.add(observance(
                new Change(before, before, rules.isDaylightSavings(from)),
                List.of(LocalDateTime.ofInstant(from, before).toLocalDate().atStartOfDay())));
        Map<Change, List<LocalDateTime>> changes = new LinkedHashMap<>();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            Change change = new Change(
                    next.getOffsetBefore(), next.getOffsetAfter(), rules.isDaylightSavings(next.getInstant()));
            changes.computeIfAbsent(change, _ -> new ArrayList<>()).add(next.getDateTimeBefore());
            next = rules.nextTransition(next.getInstant());
        }
        changes.forEach((change, days) -> description.add(observance(change, days)));
        return description;
    }

    private static Observance observance(Change change, List<LocalDateTime> days) {
        Observance observance = change.summer() ? new Daylight() : new Standard();
        observance.add(new DtStart<>(days.getFirst()));
        observance.add(new TzOffsetFrom(change.from()));
        observance.add(new TzOffsetTo(change.to()));
        if (days.size() > 1) {
            observance.add(new RDate<>(new DateList<>(days.subList(1, days.size()))));
        }
        return observance;
    }
}
