package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.ReaderWords;

/** Says the words of the forum to one reader. */
class Words extends ReaderWords {

    Words(Messages messages, Wording wording, Reader reader) {
        super("forum", messages, wording, reader);
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

    /** A day and a time by the clock of a zone, with the weekday. */
    String exact(LocalDateTime moment, ZoneId zone) {
        return wording().exact(moment.atZone(zone).toInstant(), language(), zone, reader().zone());
    }

    /** "18:05". */
    String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    String minutes(int minutes) {
        return text("forum.minutes", minutes);
    }
}
