package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.LocalizedField;

/** Says the words of the forum to one reader. */
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

    /** What a constant of that group is called, such as {@code forum.kind.decide}. */
    String of(String group, Enum<?> constant) {
        return text("forum." + group + "." + Code.of(constant));
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

    /** What something is called, in one language or more; it is needed. */
    LocalizedField named(String name, String label) {
        return LocalizedField.line(name, text(label), language()).required();
    }

    /** An association beside a name. */
    Span forWhom(MemberCard association) {
        Span words = new Span(text("forum.for-whom", name(association.name())));
        words.addClassName("for-whom");
        return words;
    }

    String day(LocalDate day, ZoneId zone) {
        return wording.day(day.atStartOfDay(zone).toInstant(), reader.language(), zone);
    }

    /** A day and a time by the clock of a zone, with the weekday. */
    String exact(LocalDateTime moment, ZoneId zone) {
        return wording.exact(moment.atZone(zone).toInstant(), reader.language(), zone, reader.zone());
    }

    /** "18:05". */
    String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    String minutes(int minutes) {
        return text("forum.minutes", minutes);
    }

    /** "12 kB", "3.4 MB". */
    String size(long bytes) {
        return bytes < MEGABYTE
                ? text("forum.kilobytes", (bytes + 1023) / 1024)
                : text("forum.megabytes", (double) bytes / MEGABYTE);
    }
}
