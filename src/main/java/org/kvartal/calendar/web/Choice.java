package org.kvartal.calendar.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.calendar.wording.EventWords;

/**
 * What one may narrow the calendar to, each a link that carries the whole wish.
 *
 * @param kinds none where there is only one
 */
record Choice(
        List<Value> kinds, List<Value> cities, @Nullable String chosenCity) {

    /** @param query of the address that chooses it, or lets go of it where it is chosen */
    record Value(String label, String query, boolean chosen) {}

    static Choice of(
            CalendarWish wish, List<CalendarEvent> all, List<Calendar.Kind> kinds, Names names, EventWords words) {
        var codes = all.stream()
                .map(CalendarEvent::city)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        // Days by which something is due are mostly told to whom they concern: a guest is offered them where there are
        // any.
        List<Calendar.Kind> offered = kinds.stream()
                .filter(kind -> kind.gathers()
                        || wish.filter().kinds().contains(kind.code())
                        || all.stream().anyMatch(event -> event.kind().equals(kind.code())))
                .toList();
        String chosen = wish.filter().city();
        if (chosen != null) {
            codes.add(chosen);
        }
        return new Choice(
                offered.size() < 2
                        ? List.of()
                        : offered.stream()
                                .map(kind -> new Value(
                                        words.text(kind.name()),
                                        wish.filtered(wish.filter().withToggled(kind.code()))
                                                .writeInPublic(),
                                        wish.filter().kinds().contains(kind.code())))
                                .toList(),
                codes.stream()
                        .filter(code -> !names.city(code).isEmpty())
                        .map(code -> new Value(
                                names.city(code),
                                wish.in(code.equals(chosen) ? null : code).writeInPublic(),
                                code.equals(chosen)))
                        .sorted(Comparator.comparing(
                                Value::label,
                                Collator.getInstance(words.language().locale())))
                        .toList(),
                chosen == null ? null : names.city(chosen));
    }
}
