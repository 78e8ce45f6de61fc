package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kvartal.membership.Admissions.Entry;
import org.kvartal.shell.RelativeTime;

/** What has happened to an application, oldest first, and who of the house did it. */
class HistoryPart extends OrderedList {

    HistoryPart(List<Entry> history, Words words) {
        addClassName("happened");
        history.forEach(entry -> add(item(entry, words)));
    }

    private static ListItem item(Entry entry, Words words) {
        Span what = new Span(words.of("what", entry.what()));
        what.addClassName("happened-what");
        Div meta = new Div(new RelativeTime(entry.at(), words.wording(), words.reader()));
        meta.addClassName("meta");
        if (entry.by() != null) {
            Span by = new Span(entry.by().name());
            by.getElement().setAttribute("lang", entry.by().language().code());
            meta.add(by);
        }
        ListItem item = new ListItem(what, meta);
        if (entry.text() != null) {
            Paragraph text = new Paragraph(entry.text());
            text.addClassName("happened-text");
            item.add(text);
        }
        return item;
    }
}
