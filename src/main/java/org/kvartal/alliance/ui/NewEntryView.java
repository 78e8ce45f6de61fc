package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDrafts.NewDraft;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where an entry is suggested, or made by whoever keeps the directory. */
@Route(AlliancePages.NEW_ENTRY)
@PermitAll
@StyleSheet("context://alliance/alliance.css")
@StyleSheet("context://alliance/desk.css")
class NewEntryView extends Div implements HasDynamicTitle {

    private static final EntryKind FIRST = EntryKind.ASSOCIATION;

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final boolean steward;
    // Made with the page, so that a second press is the same entry.
    private EntryId id = EntryId.next();
    private final Select<EntryKind> kind = new Select<>();
    private final EntryFields fields;
    private final Div above = new Div();
    private final ErrorText problem = new ErrorText();
    private final DraftState kept;
    private final EntryContent blank;

    NewEntryView(EntryDeskParts parts, Permissions permissions) {
        this.parts = parts;
        this.words = parts.words();
        this.steward = permissions.has(words.asker(), AllianceRights.STEWARD, Scope.PLATFORM);
        addClassNames("view", "entry-edit");
        kind.setLabel(words.text("alliance.form.kind"));
        kind.setItems(EntryKind.values());
        kind.setItemLabelGenerator(words::kind);
        fields = new EntryFields(words, parts.today(), null, this::keep);
        kept = new DraftState(words);
        kind.setValue(FIRST);
        fields.turnTo(FIRST.blank());
        blank = fields.content(Reading.toKeep());
        kind.addValueChangeListener(change -> {
            fields.turnTo(change.getValue().blank());
            if (change.isFromClient()) {
                keep();
            }
        });
        parts.drafts().findNew(words.asker()).ifPresent(this::resume);
        Button make =
                new Button(words.text(steward ? "alliance.app.make-act" : "alliance.app.suggest-act"), _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(make, kept);
        bar.addClassName("save-bar");
        Div chosen = new Div(kind);
        chosen.addClassName("entry-kind");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(AlliancePages.DIRECTORY), words.text("alliance.app.menu"))
                        .lead(words.text(steward ? "alliance.app.make-lead" : "alliance.app.suggest-lead")),
                above,
                chosen,
                fields,
                problem,
                bar);
    }

    @Override
    public String getPageTitle() {
        return words.text(steward ? "alliance.app.make" : "alliance.app.suggest");
    }

    private void make() {
        problem.clear();
        try {
            EntryContent content = fields.contentToSave(typed -> parts.desk().check(kind.getValue(), typed));
            String slug = parts.entries().make(words.asker(), NewEntry.of(id, kind.getValue(), content));
            parts.drafts().discard(words.asker(), id);
            Notices.done(words.text(steward ? "alliance.app.made" : "alliance.app.suggested-now"));
            getUI().ifPresent(ui ->
                    ui.navigate(steward ? AlliancePages.DIRECTORY + "/" + slug + "/edit" : AlliancePages.DIRECTORY));
        } catch (Refused refused) {
            fields.refuse(refused).forEach(other -> problem.say(words.text(other)));
        }
    }

    /** Keeps what was typed, as far as it can be read; what can't is said when it is sent. */
    private void keep() {
        Reading reading = Reading.toKeep();
        EntryContent typed = fields.content(reading);
        kept.say(kept(typed), reading.whole());
    }

    private boolean kept(EntryContent typed) {
        if (typed.equals(blank.withProfile(kind.getValue().blank()))) {
            parts.drafts().discard(words.asker(), id);
            return false;
        }
        return parts.drafts().keepNew(words.asker(), id, kind.getValue(), typed);
    }

    private void resume(NewDraft draft) {
        above.add(FormNotice.resumed(words, draft.at(), () -> {
            parts.drafts().discard(words.asker(), id);
            above.removeAll();
            begin(EntryId.next(), FIRST, blank);
        }));
        begin(draft.entry(), draft.kind(), draft.content());
    }

    private void begin(EntryId entry, EntryKind what, EntryContent content) {
        id = entry;
        kept.say(false, true);
        kind.setValue(what);
        fields.show(content);
    }
}
