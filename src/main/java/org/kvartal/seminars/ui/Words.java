package org.kvartal.seminars.ui;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    /** A number that may have a part after the point. */
    String amount(BigDecimal amount) {
        return NumberFormat.getInstance(language().locale()).format(amount);
    }

    /** When a seminar takes place, by the clock of its place. */
    String when(SeminarCard card) {
        return card.days() == 1
                ? text(
                        "seminars.app.when-day",
                        exact(card.starts().atZone(card.zone()).toInstant(), card.zone()),
                        time(card.ends().toLocalTime()))
                : text(
                        "seminars.app.when-days",
                        wording().days(card.starts().toLocalDate(), card.ends().toLocalDate(), language()),
                        card.days());
    }
}
