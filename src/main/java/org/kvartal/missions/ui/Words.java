package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;

/** Says the words of this module to one reader. */
record Words(Messages messages, Wording wording, Reader reader) {

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

    /** What a constant of that group is called, such as {@code missions.state.adopted}. */
    String of(String group, Enum<?> constant) {
        return text("missions." + group + "." + Code.of(constant));
    }

    String name(LocalizedText text) {
        return text.in(reader.language());
    }

    String name(Names names) {
        return names.in(reader.language());
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

    /** On which day it was, by the reader's calendar. */
    String day(Instant moment) {
        return wording.day(moment, reader.language(), reader.zone());
    }

    String moment(Instant moment) {
        return wording.when(moment, reader);
    }
}
