package org.kvartal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.search.Search.Extract;
import org.kvartal.search.Search.Hit;
import org.kvartal.shell.RelativeTime;

/** A thing that was found: its title, where it says what was looked for, and where it belongs. All words of people are text, never markup. */
class HitRow extends ListItem {

    HitRow(Hit hit, Wording wording, Reader reader) {
        addClassName("row");
        Anchor title = new Anchor(hit.path());
        title.addClassName("row-title");
        if (hit.code() != null) {
            title.add(new Span(hit.code() + " "));
        }
        Span words = new Span();
        words.getElement().setAttribute("lang", hit.title().language().code());
        fill(words, hit.title());
        title.add(words);
        add(title);
        if (!hit.text().pieces().isEmpty()) {
            Paragraph text = new Paragraph();
            text.addClassName("row-text");
            text.getElement().setAttribute("lang", hit.text().language().code());
            fill(text, hit.text());
            add(text);
        }
        Div meta = new Div(new Span(getTranslation(hit.label())));
        meta.addClassName("meta");
        if (hit.note() != null) {
            meta.add(new Span(hit.note()));
        }
        meta.add(new RelativeTime(hit.at(), wording, reader));
        add(meta);
    }

    private static void fill(HasComponents place, Extract extract) {
        extract.pieces().forEach(piece -> place.add(piece.marked() ? mark(piece.words()) : new Text(piece.words())));
    }

    private static Component mark(String words) {
        Marked mark = new Marked();
        mark.setText(words);
        return mark;
    }

    /** What was looked for. */
    @Tag("mark")
    static class Marked extends HtmlContainer {}
}
