package org.kvartal.calendar.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.RowList;
import org.kvartal.shell.RowList.Row;
import org.kvartal.shell.ShellPages;

/** What is on next, on Today. */
@org.springframework.stereotype.Component
class NextCard implements HomeCard {

    private static final int ROWS = 3;
    private static final Duration AHEAD = Duration.ofDays(30);

    private final CalendarDesks desks;
    private final Clock clock;

    NextCard(CalendarDesks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public Column column() {
        return Column.NEXT;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        Desk desk = desks.forReader(reader);
        Instant now = clock.instant();
        List<CalendarEvent> next =
                desk.calendar().gatherings(reader.asker(), now, now.plus(AHEAD), reader.language()).stream()
                        .filter(event -> event.state() == EventState.CONFIRMED && event.path() != null)
                        .limit(ROWS)
                        .toList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Names names = desk.look().names(next, Set.of(), reader.language());
        return Optional.of(new Card(desk.text("calendar.card.title"))
                .more(ShellPages.path(CalendarPages.CALENDAR), desk.text("calendar.card.all"))
                .hold(new RowList(
                        next.stream().map(event -> row(event, names, desk)).toList())));
    }

    private static Row row(CalendarEvent event, Names names, Desk desk) {
        return new Row(
                Objects.requireNonNull(event.path()),
                event.title(),
                event.language().code(),
                false,
                Stream.of(desk.words().when(event.time()), names.place(event))
                        .filter(fact -> !fact.isEmpty())
                        .toList(),
                null);
    }
}
