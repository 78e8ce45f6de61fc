package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.site.TooOften;

/** Says the words of membership to one reader. */
record Words(Messages messages, Wording wording, Reader reader) {

    private static final long MEGABYTE = 1024 * 1024;

    Asker asker() {
        return reader.asker();
    }

    Language language() {
        return reader.language();
    }

    boolean isMe(@Nullable PersonId person) {
        return person != null && Optional.of(person).equals(reader.asker().person());
    }

    String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }

    String refusal(Refused refused) {
        return messages.text(reader.language(), refused);
    }

    String refusal(TooOften tooOften) {
        return tooOften.words(messages, reader.language());
    }

    /** What a constant of that group is called, such as {@code membership.body-role.chair}. */
    String of(String group, Enum<?> constant) {
        return text("membership." + group + "." + code(constant));
    }

    /** A constant as addresses and message keys spell it. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    String day(Instant moment) {
        return wording.day(moment, reader.language(), reader.zone());
    }

    String day(LocalDate day) {
        return day(day.atStartOfDay(reader.zone()).toInstant());
    }

    String when(Instant moment) {
        return wording.when(moment, reader);
    }

    /** "12 kB", "3.4 MB". */
    String size(long bytes) {
        return bytes < MEGABYTE
                ? text("membership.join.kilobytes", (bytes + 1023) / 1024)
                : text("membership.app.megabytes", (double) bytes / MEGABYTE);
    }

    /** "3 days", "5 hours", "12 minutes". */
    String lasting(Duration time) {
        if (time.toDays() > 0) {
            return text("membership.app.days", time.toDays());
        }
        return time.toHours() > 0
                ? text("membership.app.hours", time.toHours())
                : text("membership.app.minutes", Math.max(1, time.toMinutes()));
    }

    /** "since 3 March 2026", "from 3 March 2027", "until 2 March 2028", or both; empty where no day is known. */
    String term(@Nullable LocalDate from, @Nullable LocalDate to, boolean begun) {
        if (to == null) {
            return from == null
                    ? ""
                    : text(begun ? "membership.app.term.since" : "membership.app.term.from", day(from));
        }
        return from == null
                ? text("membership.app.term.until", day(to))
                : text("membership.app.term.between", day(from), day(to));
    }
}
