package org.kvartal.seminars.ui;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.shell.ReaderWords;

/** Says the words of this module to one reader. */
class Words extends ReaderWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    Words(Messages messages, Wording wording, Reader reader) {
        super("seminars", messages, wording, reader);
    }

    String time(LocalTime time) {
        return CLOCK.format(time);
    }

    String times(LocalTime from, LocalTime to) {
        return time(from) + "–" + time(to);
    }

    String moment(Instant moment) {
        return when(moment);
    }

    /** The whole moment by the clock of a place. */
    String exact(Instant moment, ZoneId place) {
        return wording().exact(moment, language(), place, reader().zone());
    }

    /** A language, as the reader calls it. */
    String called(Language one) {
        return Locale.of(one.code()).getDisplayLanguage(language().locale());
    }

    /** When a seminar takes place, by the clock of its place, which is named where the reader's shows another time. */
    String when(SeminarCard card) {
        if (card.days() > 1) {
            return text(
                    "seminars.app.when-days",
                    wording().days(card.starts().toLocalDate(), card.ends().toLocalDate(), language()),
                    card.days());
        }
        Instant begins = card.starts().atZone(card.zone()).toInstant();
        String hours = wording().hours(begins, card.ends().atZone(card.zone()).toInstant(), language(), card.zone());
        String clock = wording().clockOf(begins, language(), card.zone(), reader().zone());
        return clock.isEmpty() ? hours : text("seminars.public.by-clock", hours, clock);
    }
}
