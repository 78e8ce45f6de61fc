package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryDesk.Suggestion;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/** The directory in the workspace: one's own entries, what waits for a decision, and all entries to change or suggest changes to. */
@Route(AlliancePages.DIRECTORY)
@Menu(title = "alliance.app.menu", order = 70, icon = "directory")
@GoTo("d")
@PermitAll
@StyleSheet("context://alliance/alliance.css")
@StyleSheet("context://alliance/desk.css")
class DirectoryDeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** More than anybody works off in one sitting; the rest comes after. */
    private static final int SHOWN = 30;

    private static final int OWN = 10;

    private final EntryDesk desk;
    private final DeskWords words;
    private final boolean steward;

    DirectoryDeskView(EntryDeskParts parts, Permissions permissions) {
        this.desk = parts.desk();
        this.words = parts.words();
        this.steward = permissions.has(words.asker(), AllianceRights.STEWARD, Scope.PLATFORM);
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(heading());
        List<EntryCard> mine = desk.mine(words.asker());
        part("mine", mine.isEmpty(), new EntryLines(words).entries(mine));
        decide();
        List<EntryCard> made = desk.made(words.asker(), OWN);
        List<Suggestion> written = desk.written(words.asker(), OWN);
        part(
                "suggested",
                made.isEmpty() && written.isEmpty(),
                new EntryLines(words).entries(made).suggestions(written, false));
        part(
                "all",
                false,
                new EntrySearch(desk, words, steward, event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return words.text("alliance.app.menu");
    }

    private PageHeading heading() {
        String act = words.text(steward ? "alliance.app.make" : "alliance.app.suggest");
        Anchor start = new Anchor(ShellPages.path(AlliancePages.NEW_ENTRY));
        start.add(Icon.PLUS.create(), new Span(act));
        start.addClassNames("button", "main");
        Anchor outside = new Anchor(
                "/" + words.language().code() + AlliancePages.PUBLIC_DIRECTORY, words.text("alliance.app.public"));
        Anchor printed = new Anchor(ShellPages.path(AlliancePages.CATALOGUES), words.text("alliance.catalogue.title"));
        return new PageHeading(getPageTitle())
                .lead(words.text(steward ? "alliance.app.lead-office" : "alliance.app.lead"))
                .facts(outside, printed)
                .acts(new Shortcut("n", act).on(start));
    }

    private void decide() {
        List<EntryCard> entries = steward ? desk.suggestedEntries(words.asker(), null, SHOWN) : List.of();
        List<Suggestion> changes = desk.suggestions(words.asker(), null, SHOWN);
        part(
                "decide",
                entries.isEmpty() && changes.isEmpty(),
                new EntryLines(words).entries(entries).suggestions(changes, true));
    }

    private void part(String key, boolean empty, Component content) {
        if (empty) {
            return;
        }
        H2 title = new H2(words.text("alliance.app.part." + key));
        title.setId("directory-" + key);
        title.addClassName("desk-title");
        Section part = new Section(title, content);
        part.addClassName("desk-part");
        part.getElement().setAttribute("aria-labelledby", "directory-" + key);
        add(part);
    }
}
