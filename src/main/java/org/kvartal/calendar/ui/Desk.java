package org.kvartal.calendar.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.calendar.wording.EventWords;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ReaderWords;

/** What the calendar's views have in common: what they ask, and how they say it to their reader. */
record Desk(
        Calendar calendar,
        OutsideEvents events,
        EventHosts hosts,
        EventCities cities,
        EventLook look,
        EventWords words,
        House house,
        Reader reader,
        LocalDate today) {

    Asker asker() {
        return reader.asker();
    }

    Language language() {
        return reader.language();
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    String refusal(Refused refused) {
        return words.messages().text(language(), refused);
    }

    /** The wording for the reader, which says its language. */
    Span shown(LocalizedText text) {
        return ReaderWords.shown(text.in(language()), text.shownIn(language()));
    }
}
