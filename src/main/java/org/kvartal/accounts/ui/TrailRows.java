package org.kvartal.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.accounts.domain.OpenTrail.Line;
import org.kvartal.audit.AuditFilter;
import org.kvartal.audit.AuditedThing;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.RelativeTime;

/** Acts, newest first, a screenful at a time. */
class TrailRows extends Div {

    private static final int ROWS = 50;

    private final OpenTrail trail;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();

    TrailRows(OpenTrail trail, Messages messages, Wording wording, Reader reader) {
        this.trail = trail;
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        list.addClassNames("rows", "trail");
        foot.addClassName("older");
        add(list, foot);
    }

    /** Shows the newest acts. {@code narrow} says whether there may be others. */
    void open(AuditFilter filter, boolean narrow) {
        list.removeAll();
        go(filter, null);
        if (list.getChildren().findAny().isEmpty()) {
            foot.add(new EmptyState(
                    getTranslation("accounts.trail.empty"),
                    getTranslation(narrow ? "accounts.trail.empty-narrow" : "accounts.trail.empty-text")));
        }
    }

    private void go(AuditFilter filter, @Nullable Long before) {
        List<Line> lines = trail.newest(reader, filter, before, ROWS + 1);
        lines.stream().limit(ROWS).forEach(line -> list.add(row(line)));
        foot.removeAll();
        if (lines.size() > ROWS) {
            long last = lines.get(ROWS - 1).number();
            foot.add(new Button(getTranslation("accounts.trail.older"), _ -> go(filter, last)));
        }
    }

    private ListItem row(Line line) {
        Span title = new Span(messages.text(reader.language(), "audit." + line.act()));
        title.addClassName("trail-act");
        Div act = new Div(title);
        act.addClassName("trail-what");
        if (line.thing() == null) {
            Span gone = new Span(getTranslation("accounts.trail.gone"));
            gone.addClassName("trail-gone");
            act.add(gone);
        } else if (!line.thing().equals(AuditedThing.ACTOR)) {
            act.add(thing(line.thing()));
        }
        ListItem row = new ListItem(act);
        row.addClassName("row");
        if (line.reason() != null) {
            Paragraph why = new Paragraph(Icon.QUOTE.small(), new Span(line.reason()));
            why.addClassName("trail-why");
            row.add(why);
        }
        Div meta = new Div(actor(line));
        if (line.actedFor() != null) {
            meta.add(new Span(getTranslation("accounts.trail.for", line.actedFor())));
        }
        meta.addClassNames("row-meta", "meta");
        RelativeTime when = new RelativeTime(line.at(), wording, reader);
        when.addClassName("row-end");
        row.add(meta, when);
        return row;
    }

    /** Whoever did it; their name leads to all that they did. */
    private Component actor(Line line) {
        PersonCard face = line.face();
        if (face != null) {
            Anchor all = new Anchor(AccountsPages.trail(face.id()));
            all.add(new PersonChip(face.id(), face.name(), face.picture(), face.language()));
            all.addClassName("trail-actor");
            return all;
        }
        return new Span(getTranslation(
                switch (line.actor()) {
                    case Asker.House _ -> "accounts.trail.house";
                    case Asker.Guest _ -> "accounts.trail.visitor";
                    case Asker.Person _ -> "accounts.trail.somebody";
                }));
    }

    private static Component thing(AuditedThing thing) {
        Component words = thing.path() == null ? new Span(thing.words()) : new Anchor(thing.path(), thing.words());
        if (thing.language() != null) {
            words.getElement().setAttribute("lang", thing.language().code());
        }
        return words;
    }
}
