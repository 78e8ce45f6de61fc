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

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final boolean steward;
    // Made with the page, so that a second press is the same entry.
    private final EntryId id = EntryId.next();
    private final Select<EntryKind> kind = new Select<>();
    private final EntryFields fields;
    private final ErrorText problem = new ErrorText();

    NewEntryView(EntryDeskParts parts, Permissions permissions) {
        this.parts = parts;
        this.words = parts.words();
        this.steward = permissions.has(words.asker(), AllianceRights.STEWARD, Scope.PLATFORM);
        addClassNames("view", "entry-edit");
        kind.setLabel(words.text("alliance.form.kind"));
        kind.setItems(EntryKind.values());
        kind.setItemLabelGenerator(words::kind);
        fields = new EntryFields(words, parts.today(), null);
        kind.addValueChangeListener(change -> fields.show(change.getValue().blank()));
        kind.setValue(EntryKind.ASSOCIATION);
        Button make =
                new Button(words.text(steward ? "alliance.app.make-act" : "alliance.app.suggest-act"), _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(make);
        bar.addClassName("save-bar");
        Div chosen = new Div(kind);
        chosen.addClassName("entry-kind");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(AlliancePages.DIRECTORY), words.text("alliance.app.menu"))
                        .lead(words.text(steward ? "alliance.app.make-lead" : "alliance.app.suggest-lead")),
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
            String slug = parts.entries().make(words.asker(), NewEntry.of(id, kind.getValue(), fields.content()));
            Notices.done(words.text(steward ? "alliance.app.made" : "alliance.app.suggested-now"));
            getUI().ifPresent(ui ->
                    ui.navigate(steward ? AlliancePages.DIRECTORY + "/" + slug + "/edit" : AlliancePages.DIRECTORY));
        } catch (Refused refused) {
            String field = refused.field();
            if (field == null || !fields.refuse(field, words.text(refused))) {
                problem.say(words.text(refused));
            }
        }
    }
}
