package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.ListKey;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.Registrations.RegistrationList;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarPage;

/** Who is registered, by where they stand, and what can be done about each. */
class RegistrationsPart extends Div {

    private static final int SHOWN = 50;
    private static final int PRIORITY = 9;

    private final DeskTools tools;
    private final SeminarPage page;
    private final Words words;
    private final Div place;
    private final Runnable again;
    private final Div list = new Div();
    private Kind kind;

    /** Which of them are shown. */
    enum Kind {
        ALL,
        PENDING,
        WAITING,
        SEATED,
        UNCONFIRMED,
        GONE;

        Set<RegistrationState> states() {
            return switch (this) {
                case ALL -> Set.of();
                case PENDING -> Set.of(RegistrationState.PENDING);
                case WAITING -> Set.of(RegistrationState.WAITLISTED, RegistrationState.OFFERED);
                case SEATED ->
                    Set.of(
                            RegistrationState.CONFIRMED,
                            RegistrationState.CHECKED_IN,
                            RegistrationState.COMPLETED,
                            RegistrationState.INCOMPLETE,
                            RegistrationState.NO_SHOW);
                case UNCONFIRMED -> Set.of(RegistrationState.STARTED);
                case GONE -> RegistrationState.OVER;
            };
        }
    }

    /** @param kept which were shown before the page was read again */
    RegistrationsPart(DeskTools tools, SeminarPage page, Kept<Kind> kept, Words words, Div place, Runnable again) {
        this.tools = tools;
        this.page = page;
        this.words = words;
        this.place = place;
        this.again = again;
        kind = kept.value();
        Select<Kind> filter = new Select<>();
        filter.setLabel(words.text("seminars.field.shown"));
        filter.setItems(Kind.values());
        filter.setItemLabelGenerator(one -> words.of("shown", one));
        filter.setValue(kind);
        filter.addValueChangeListener(change -> {
            kind = change.getValue();
            kept.keep(kind);
            show();
        });
        Div head = new Div(filter);
        head.addClassName("part-head");
        if (page.may().decide()
                && page.card().state().givesPlaces()
                && page.card().state() != SeminarState.PUBLISHED) {
            head.add(new Acts(words, place, again)
                    .also("enter", () -> tools.registering().colleague(page, true, words))
                    .row(words.text("seminars.desk.registrations")));
        }
        add(head, list);
        show();
    }

    private RegistrationList read(@Nullable ListKey after) {
        return tools.registering()
                .registrations()
                .list(words.asker(), page.card().id(), kind.states(), after, SHOWN);
    }

    private void show() {
        list.removeAll();
        RegistrationList first = read(null);
        if (first.lines().isEmpty()) {
            list.add(Pieces.quiet(words.text("seminars.app.nobody")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        Div more = new Div();
        more.addClassName("older");
        first.lines().forEach(line -> rows.add(row(line)));
        more(first.next(), rows, more);
        list.add(rows, more);
    }

    private void more(@Nullable ListKey key, UnorderedList rows, Div more) {
        more.removeAll();
        if (key != null) {
            more.add(new Button(words.text("seminars.app.show-more"), _ -> {
                RegistrationList next = read(key);
                next.lines().forEach(line -> rows.add(row(line)));
                more(next.next(), rows, more);
            }));
        }
    }

    private ListItem row(RegistrationLine line) {
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(line.state(), words));
        if (line.onBehalfOf() != null) {
            facts.add(words.shown(line.onBehalfOf().name()));
        }
        if (line.email() != null) {
            Anchor mail = new Anchor("mailto:" + line.email(), line.email());
            mail.setRouterIgnore(true);
            facts.add(mail);
        }
        if (line.group() != null) {
            facts.add(new Span(words.text("seminars.app.of-group", line.group())));
        }
        if (line.priority() != 0) {
            facts.add(new Span(words.text("seminars.app.priority", line.priority())));
        }
        if (line.offerUntil() != null) {
            facts.add(new Span(words.text(
                    "seminars.app.offered-until",
                    words.exact(line.offerUntil(), page.card().zone()))));
        }
        if (line.late()) {
            facts.add(new Span(words.text("seminars.app.late")));
        }
        facts.add(new Span(words.moment(line.madeAt())));
        ListItem row =
                Pieces.row(Pieces.person(line.person(), line.name()), acts(line), facts.toArray(Component[]::new));
        if (!line.reason().isEmpty()) {
            row.add(text(line.reason()));
        }
        for (Question question : page.questions()) {
            String said = QuestionFields.said(question, line.answers().get(question.id()), words);
            if (!said.isEmpty()) {
                row.add(text(words.name(question.label()) + " – " + said));
            }
        }
        return row;
    }

    private static Paragraph text(String words) {
        Paragraph text = new Paragraph(words);
        text.addClassName("row-text");
        return text;
    }

    private @Nullable Component acts(RegistrationLine line) {
        if (!page.may().decide()) {
            return null;
        }
        Acts acts = new Acts(words, place, again);
        if (line.state() == RegistrationState.WAITLISTED) {
            acts.also("prefer", () -> prefer(line));
        }
        ColleaguesPart.into(acts, page, line, true, tools.registering(), words, again);
        return acts.isEmpty() ? null : acts.row(line.name());
    }

    private Ask prefer(RegistrationLine line) {
        Ask ask = new Ask(words, "seminars.prefer." + line.id(), "seminars.app.save")
                .note(words.text("seminars.app.prefer-text", line.name()));
        IntegerField priority = ask.number("priority", line.priority(), -PRIORITY, PRIORITY);
        priority.setStepButtonsVisible(true);
        TextArea reason = ask.block("reason", ask.label("reason"), "", true);
        return ask.doing(() -> tools.registering()
                .registrations()
                .prefer(words.asker(), line.id(), priority.getValue(), reason.getValue()));
    }
}
