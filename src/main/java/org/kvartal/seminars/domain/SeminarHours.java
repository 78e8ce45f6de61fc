package org.kvartal.seminars.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.springframework.stereotype.Component;

/** When a seminar takes place, as letters and notices say it: from its beginning to its end, by the clock of its place. */
@Component
class SeminarHours {

    private final Messages messages;
    private final Wording wording;
    private final House house;

    SeminarHours(Messages messages, Wording wording, House house) {
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    String of(Instant starts, Instant ends, ZoneId zone, Language language) {
        String hours = wording.hours(starts, ends, language, zone);
        String clock = wording.clockOf(starts, language, zone, house.zone());
        return clock.isEmpty() ? hours : messages.text(language, "seminars.public.by-clock", hours, clock);
    }
}
