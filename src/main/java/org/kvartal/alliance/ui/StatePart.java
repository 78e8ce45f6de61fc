package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** Where an entry stands, and what whoever keeps it can decide. */
class StatePart extends Div {

    private final DeskWords words;
    private final Entries entries;
    private final Runnable publish;
    private final Runnable again;
    private final Div acts = new Div();
    private final Div asked = new Div();

    /**
     * @param publish saves what stands in the form and makes the entry public
     * @param again shows the page as it is now
     */
    StatePart(DeskWords words, Entries entries, Runnable publish, Runnable again) {
        this.words = words;
        this.entries = entries;
        this.publish = publish;
        this.again = again;
        addClassName("state-part");
        acts.addClassName("line");
    }

    void show(EntryForm form) {
        removeAll();
        acts.removeAll();
        asked.removeAll();
        EditorialState state = form.card().state();
        Div head = new Div(words.state(state), facts(form));
        head.addClassName("line");
        add(head);
        if (form.reason() != null) {
            Paragraph reason = new Paragraph(words.text("alliance.state.because", form.reason()));
            reason.addClassName("state-reason");
            add(reason);
        }
        if (form.atOnce()) {
            offer(form);
            add(acts, asked);
        }
    }

    private Span facts(EntryForm form) {
        Span facts = new Span();
        facts.addClassName("meta");
        if (form.card().checkedOn() != null) {
            facts.add(new Span(
                    words.text("alliance.entry.checked", words.day(form.card().checkedOn()))));
        }
        if (form.card().state() == EditorialState.CONFIRMED) {
            facts.add(new Anchor(
                    "/" + words.language().code()
                            + AlliancePages.inPublic(form.card().slug()),
                    words.text("alliance.app.public-page")));
        }
        facts.add(new Anchor(AlliancePages.history(form.card().slug()), words.text("alliance.history.title")));
        return facts;
    }

    private void offer(EntryForm form) {
        EntryId id = form.card().id();
        switch (form.card().state()) {
            case SUGGESTED -> {
                Button press = new Button(words.text("alliance.state.publish"), _ -> publish.run());
                press.addThemeVariants(ButtonVariant.PRIMARY);
                acts.add(press);
                if (form.steward()) {
                    ask(
                            "alliance.state.reject",
                            why -> entries.reject(words.asker(), id, why),
                            "alliance.state.rejected-now");
                }
            }
            case CONFIRMED -> {
                acts.add(new Button(
                        words.text("alliance.state.assure"),
                        Icon.CHECK.create(),
                        _ -> act(() -> entries.assure(words.asker(), id), "alliance.state.assured-now")));
                if (form.steward()) {
                    ask(
                            "alliance.state.archive",
                            why -> entries.archive(words.asker(), id, why),
                            "alliance.state.archived-now");
                }
            }
            case ARCHIVED -> {
                if (form.steward()) {
                    acts.add(new Button(
                            words.text("alliance.state.restore"),
                            _ -> act(() -> entries.restore(words.asker(), id), "alliance.state.restored-now")));
                }
            }
            case REJECTED -> acts.setVisible(false);
        }
    }

    /** An act that wants a reason. */
    private void ask(String key, SerializableConsumer<String> act, String done) {
        Button press = new Button(words.text(key));
        press.addThemeVariants(ButtonVariant.TERTIARY);
        press.addClickListener(_ -> {
            ReasonForm form = new ReasonForm(
                    words,
                    key,
                    why -> {
                        act.accept(why);
                        Notices.done(words.text(done));
                        again.run();
                    },
                    asked::removeAll);
            asked.removeAll();
            asked.add(form);
            form.focus();
        });
        acts.add(press);
    }

    private void act(Runnable act, String done) {
        try {
            act.run();
            Notices.done(words.text(done));
        } catch (Refused refused) {
            Notices.problem(words.text(refused));
        }
        again.run();
    }
}
