package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryDesk.Proposal;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** How an entry belongs together with others: proposed, agreed to, ended, taken back. */
class RelationsPart extends Section {

    private final EntryDeskParts parts;
    private final Entries entries;
    private final DeskWords words;
    private final EntryId id;
    private final Div body = new Div();

    RelationsPart(EntryDeskParts parts, DeskWords words, EntryForm form) {
        this.parts = parts;
        this.entries = parts.entries();
        this.words = words;
        this.id = form.card().id();
        addClassName("settings-part");
        H2 title = new H2(words.text("alliance.form.part.relations"));
        title.setId("entry-part-relations");
        Div side = new Div(title, new Paragraph(words.text("alliance.form.part.relations-about")));
        side.addClassName("settings-about");
        body.addClassNames("settings-body", "entry-part");
        getElement().setAttribute("aria-labelledby", "entry-part-relations");
        add(side, body);
        show(form);
    }

    private void refresh() {
        show(parts.desk().form(words.asker(), id));
    }

    private void show(EntryForm form) {
        body.removeAll();
        UnorderedList lines = new UnorderedList();
        lines.addClassNames("rows", "relation-lines");
        form.proposals().forEach(proposal -> lines.add(line(proposal)));
        form.relations().forEach(line -> lines.add(line(line)));
        lines.setVisible(!form.proposals().isEmpty() || !form.relations().isEmpty());
        Div asked = new Div();
        Button more = new Button(words.text("alliance.relate.add"), Icon.PLUS.create());
        more.addClickListener(_ -> {
            RelationForm fields = new RelationForm(
                    words,
                    parts.directory(),
                    entries,
                    id,
                    () -> {
                        Notices.done(words.text("alliance.relate.stated"));
                        refresh();
                    },
                    () -> {
                        asked.removeAll();
                        more.setVisible(true);
                        more.focus();
                    });
            more.setVisible(false);
            asked.add(fields);
            fields.focus();
        });
        body.add(lines, more, asked);
    }

    private ListItem line(Proposal proposal) {
        ListItem row = row(proposal.line());
        row.add(end(new StatusBadge(
                Status.WAITING,
                words.text(proposal.mayAgree() ? "alliance.relate.asked" : "alliance.relate.proposed"))));
        Div acts = new Div();
        acts.addClassName("row-acts");
        if (proposal.mayAgree()) {
            acts.add(button(
                    "alliance.relate.agree",
                    proposal.line(),
                    () -> act(() -> entries.agree(words.asker(), proposal.line().id()), "alliance.relate.agreed")));
        }
        acts.add(button(
                proposal.mayAgree() ? "alliance.relate.decline" : "alliance.relate.withdraw",
                proposal.line(),
                () -> act(() -> entries.withdraw(words.asker(), proposal.line().id()), "alliance.relate.withdrawn")));
        row.add(acts);
        return row;
    }

    private ListItem line(RelationLine line) {
        ListItem row = row(line);
        Div acts = new Div();
        acts.addClassName("row-acts");
        Div asked = new Div();
        if (!line.ended() && line.until() == null) {
            acts.add(button("alliance.relate.end", line, () -> {
                asked.removeAll();
                asked.add(ending(line.id(), asked));
            }));
        }
        acts.add(button(
                "alliance.relate.withdraw",
                line,
                () -> act(() -> entries.withdraw(words.asker(), line.id()), "alliance.relate.withdrawn")));
        row.add(acts, asked);
        return row;
    }

    private Component ending(RelationId relation, Div place) {
        RoughDateField until = new RoughDateField(words.text("alliance.relate.until"), "until");
        until.setHelperText(words.text("alliance.relate.date-hint"));
        Button end = new Button(words.text("alliance.relate.end-act"), _ -> {
            try {
                var day = until.date();
                if (day == null) {
                    throw Refused.at("until", "alliance.refused.date-form");
                }
                entries.end(words.asker(), relation, day);
                Notices.done(words.text("alliance.relate.ended"));
                refresh();
            } catch (Refused refused) {
                FormPart.refuseAt(until, words.text(refused));
            }
        });
        end.addThemeVariants(ButtonVariant.PRIMARY);
        Div acts = new Div(end, new Button(words.text("alliance.form.cancel"), _ -> place.removeAll()));
        acts.addClassName("form-acts");
        Div form = new Div(until, acts);
        form.addClassNames("reason", "stack");
        return form;
    }

    private ListItem row(RelationLine line) {
        Span kind = new Span(words.relation(line.kind(), line.outward()));
        kind.addClassName("relation-kind");
        Span title = new Span(kind, words.name(line.other().names()));
        title.addClassNames("row-title", "relation-title");
        Span meta = new Span();
        meta.addClassNames("row-meta", "meta");
        String span = words.span(line.since(), line.until());
        if (!span.isEmpty()) {
            meta.add(new Span(span));
        }
        if (line.about() != null) {
            meta.add(new Span(line.about().in(words.language())));
        }
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        if (line.ended()) {
            row.add(end(new StatusBadge(Status.PLAIN, words.text("alliance.entry.ended"))));
        }
        return row;
    }

    private static Span end(Component badge) {
        Span end = new Span(badge);
        end.addClassName("row-end");
        return end;
    }

    /** Its words say what it does, its name also to what. */
    private Button button(String key, RelationLine line, Runnable act) {
        Button button = new Button(words.text(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(words.text(key) + ": " + words.relation(line.kind(), line.outward()) + " "
                + line.other().names().in(words.language()));
        return button;
    }

    private void act(Runnable act, String done) {
        try {
            act.run();
            Notices.done(words.text(done));
        } catch (Refused refused) {
            Notices.problem(words.text(refused));
        }
        refresh();
    }
}
