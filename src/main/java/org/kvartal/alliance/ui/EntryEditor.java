package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDesk.Clash;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryDrafts.Draft;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** Saves what stands in the form. What is typed is kept meanwhile, and what two people change at once is put together. */
class EntryEditor extends Div {

    /** How often others may come between before somebody is asked to press again. */
    private static final int TRIES = 3;

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final EntryId id;
    private final EntryKind kind;
    private final boolean atOnce;
    private final Runnable again;
    private final EntryFields fields;
    private final TextArea note;
    private final Div above = new Div();
    private final ErrorText problem = new ErrorText();
    private final DraftState kept;
    private RevisionId revision = RevisionId.next();
    private EntryContent base;
    private long version;

    /** @param again shows the page as it is now */
    EntryEditor(EntryDeskParts parts, DeskWords words, EntryForm form, Runnable again) {
        this.parts = parts;
        this.words = words;
        this.id = form.card().id();
        this.kind = form.card().kind();
        this.atOnce = form.atOnce();
        this.again = again;
        this.base = form.content();
        this.version = form.version();
        addClassName("entry-editor");
        fields = new EntryFields(
                words,
                parts.today(),
                atOnce ? new PicturePart(words, parts.entries(), parts.files(), id, this::keep) : null,
                this::keep);
        fields.show(base);
        note = FormPart.area(words.text("alliance.form.note"));
        note.setHelperText(words.text("alliance.form.note-hint"));
        note.setVisible(!atOnce);
        kept = new DraftState(words);
        add(above, fields, note, problem, bar());
        if (!atOnce) {
            above.add(new FormNotice(Icon.INFO, words.text("alliance.form.suggesting")));
        }
        parts.drafts().find(words.asker(), id).ifPresent(this::resume);
        note.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
            }
        });
    }

    private Div bar() {
        Button save = new Button(words.text(atOnce ? "alliance.form.save" : "alliance.form.suggest"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(save, kept);
        bar.addClassName("save-bar");
        return bar;
    }

    /** Saves, and makes the entry public if that went well. */
    void publish() {
        if (saved()) {
            try {
                parts.entries().confirm(words.asker(), id);
                Notices.done(words.text("alliance.state.published-now"));
            } catch (Refused refused) {
                Notices.problem(words.text(refused));
            }
            again.run();
        }
    }

    private void save() {
        if (saved()) {
            Notices.done(words.text("alliance.form.saved"));
            again.run();
        }
    }

    private boolean saved() {
        problem.clear();
        try {
            return saved(typed(), TRIES);
        } catch (Refused refused) {
            say(refused);
            return false;
        }
    }

    private EntryContent typed() {
        return fields.contentToSave(content -> parts.desk().check(kind, content));
    }

    /** @return whether the entry holds it now; where it waits, or somebody has to decide, the page says so */
    private boolean saved(EntryContent content, int tries) {
        Saved saved =
                parts.entries().save(words.asker(), new EntryEdit(revision, id, version, content, note.getValue()));
        return switch (saved) {
            case Saved.AtOnce _ -> {
                parts.drafts().discard(words.asker(), id);
                yield true;
            }
            case Saved.Suggested(RevisionId waiting) -> {
                parts.drafts().discard(words.asker(), id);
                Notices.done(words.text("alliance.form.suggested"));
                getUI().ifPresent(ui -> ui.navigate(SuggestionView.route(waiting)));
                yield false;
            }
            case Saved.Conflict conflict -> meet(conflict, content, tries);
        };
    }

    /** What only one of the two has changed goes together by itself. */
    private boolean meet(Saved.Conflict conflict, EntryContent mine, int tries) {
        List<Clash> clashes = parts.desk().clashes(base, mine, conflict.theirs());
        String who = name(conflict.by());
        if (clashes.isEmpty() && tries > 0) {
            EntryContent both = parts.desk().merged(base, mine, conflict.theirs(), Set.of());
            beginFrom(conflict, both);
            if (saved(both, tries - 1)) {
                Notices.tell(words.text("alliance.merge.both", who));
                return true;
            }
            return false;
        }
        MergePart merge = new MergePart(words, who, clashes, theirWay -> settle(conflict, theirWay));
        above.removeAll();
        above.add(merge);
        merge.enter();
        return false;
    }

    /** The form may have been changed while the question stood above it: what stands there now is what counts. */
    private void settle(Saved.Conflict conflict, Set<String> theirWay) {
        above.removeAll();
        try {
            EntryContent both = parts.desk().merged(base, typed(), conflict.theirs(), theirWay);
            beginFrom(conflict, both);
            if (saved(both, TRIES)) {
                Notices.done(words.text("alliance.form.saved"));
                again.run();
            }
        } catch (Refused refused) {
            say(refused);
        }
    }

    private void beginFrom(Saved.Conflict conflict, EntryContent both) {
        base = conflict.theirs();
        version = conflict.version();
        revision = RevisionId.next();
        fields.show(both);
    }

    private String name(@Nullable PersonId person) {
        return person == null
                ? words.text("alliance.merge.somebody")
                : parts.people()
                        .card(person)
                        .map(PersonCard::name)
                        .orElseGet(() -> words.text("alliance.merge.somebody"));
    }

    private void say(Refused refused) {
        for (Refused other : fields.refuse(refused)) {
            String why = words.text(other);
            if (!("note".equals(other.field()) && FormPart.refuseAt(note, why))) {
                problem.say(why);
            }
        }
    }

    /** Keeps what was typed, as far as it can be read; what can't is said when it is saved. */
    private void keep() {
        Reading reading = Reading.toKeep();
        EntryContent typed = fields.content(reading);
        kept.say(kept(typed), reading.whole());
    }

    private boolean kept(EntryContent typed) {
        if (typed.equals(base) && note.isEmpty()) {
            parts.drafts().discard(words.asker(), id);
            return false;
        }
        return parts.drafts().keep(words.asker(), id, version, base, typed, note.getValue());
    }

    private void resume(Draft draft) {
        if (draft.content().equals(base) && draft.note().isEmpty()) {
            return;
        }
        above.add(FormNotice.resumed(words, draft.at(), () -> {
            parts.drafts().discard(words.asker(), id);
            again.run();
        }));
        base = draft.base();
        version = draft.version();
        fields.show(draft.content());
        note.setValue(atOnce ? "" : draft.note());
    }
}
