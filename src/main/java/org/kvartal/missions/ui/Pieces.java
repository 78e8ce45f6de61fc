package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Small pieces that several pages show. */
final class Pieces {

    private Pieces() {}

    static Section part(String title, Component... content) {
        Section part = new Section(new H2(title));
        part.addClassName("part");
        part.add(content);
        return part;
    }

    static Anchor button(String path, String words, boolean main) {
        Anchor link = new Anchor(path, words);
        link.addClassName("button");
        if (main) {
            link.addClassName("main");
        }
        return link;
    }

    /** A text as it was written, with its lines. */
    static Div prose(LocalizedText text, Words words) {
        return prose(words.name(text), text.shownIn(words.language()));
    }

    static Div prose(String text, Language language) {
        Div prose = new Div();
        prose.addClassName("prose");
        prose.getElement().setAttribute("lang", language.code());
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::new)
                .forEach(prose::add);
        return prose;
    }

    static Span code(String code) {
        Span shown = new Span(code);
        shown.addClassName("ref-code");
        return shown;
    }

    static ListItem row(Component title, Component end, Component... facts) {
        Div name = new Div(title);
        name.addClassName("row-title");
        Div meta = new Div(facts);
        meta.addClassNames("row-meta", "meta");
        Div right = new Div(end);
        right.addClassName("row-end");
        ListItem row = new ListItem(name, meta, right);
        row.addClassName("row");
        return row;
    }

    static UnorderedList rows() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        return rows;
    }
}
