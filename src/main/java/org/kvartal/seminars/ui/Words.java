package org.kvartal.seminars.ui;

import com.ibm.icu.text.NumberFormat;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.Seminars.SeminarCard;

/** Says the words of this module to one reader. */
record Words(Messages messages, Wording wording, Reader reader) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    Asker asker() {
        return reader.asker();
    }

    Language language() {
        return reader.language();
    }

    String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }

    String refusal(Refused refused) {
        return messages.text(reader.language(), refused);
    }

    /** What a constant of that group is called, such as {@code seminars.state.draft}. */
    String of(String group, Enum<?> constant) {
        return text("seminars." + group + "." + Code.of(constant));
    }

    String name(LocalizedText text) {
        return text.in(reader.language());
    }

    /** The wording for the reader, which says its language. */
    Span shown(LocalizedText text) {
        Span words = new Span(text.in(reader.language()));
        words.getElement().setAttribute("lang", text.shownIn(reader.language()).code());
        return words;
    }

    String day(LocalDate day) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), reader.language(), ZoneOffset.UTC);
    }

    String time(LocalTime time) {
        return CLOCK.format(time);
    }

    String times(LocalTime from, LocalTime to) {
        return time(from) + "–" + time(to);
    }

    String moment(Instant moment) {
        return wording.when(moment, reader);
    }

    /** The whole moment by the clock of a place. */
    String exact(Instant moment, ZoneId place) {
        return wording.exact(moment, reader.language(), place, reader.zone());
    }

    /** A number that may have a part after the point. */
    String amount(BigDecimal amount) {
        return NumberFormat.getInstance(reader.language().locale()).format(amount);
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
                        wording.days(card.starts().toLocalDate(), card.ends().toLocalDate(), language()),
                        card.days());
    }
}
