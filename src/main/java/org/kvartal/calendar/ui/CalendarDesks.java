package org.kvartal.calendar.ui;

import java.time.Clock;
import java.time.LocalDate;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.calendar.wording.EventWords;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.springframework.stereotype.Component;

/** Sets the desk for whoever sits down. */
@Component
class CalendarDesks {

    private final Calendar calendar;
    private final OutsideEvents events;
    private final EventHosts hosts;
    private final EventCities cities;
    private final EventLook look;
    private final Messages messages;
    private final House house;
    private final CurrentReader currentReader;
    private final Clock clock;

    CalendarDesks(
            Calendar calendar,
            OutsideEvents events,
            EventHosts hosts,
            EventCities cities,
            EventLook look,
            Messages messages,
            House house,
            CurrentReader currentReader,
            Clock clock) {
        this.calendar = calendar;
        this.events = events;
        this.hosts = hosts;
        this.cities = cities;
        this.look = look;
        this.messages = messages;
        this.house = house;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    Desk forReader() {
        return forReader(currentReader.get());
    }

    Desk forReader(Reader reader) {
        return new Desk(
                calendar,
                events,
                hosts,
                cities,
                look,
                new EventWords(messages, reader.language(), reader.zone()),
                house,
                reader,
                LocalDate.ofInstant(clock.instant(), reader.zone()));
    }
}
