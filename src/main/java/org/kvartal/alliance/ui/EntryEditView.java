package org.kvartal.alliance.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The form of an entry: its owners and stewards change it, everybody else suggests a change. */
@Route(AlliancePages.DIRECTORY + "/:slug/edit")
@PermitAll
@StyleSheet("context://alliance/alliance.css")
@StyleSheet("context://alliance/desk.css")
class EntryEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final EntryDeskParts parts;
    private final DeskWords words;
    private String title = "";

    EntryEditView(EntryDeskParts parts) {
        this.parts = parts;
        this.words = parts.words();
        addClassNames("view", "entry-edit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        switch (parts.directory().look(words.asker(), slug)) {
            case Look.Found(var entry) -> show(entry.card().id());
            case Look.Moved(String now) -> event.forwardTo(AlliancePages.DIRECTORY + "/" + now + "/edit");
            case Look.Gone() -> throw new NotFound();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(EntryId id) {
        EntryForm form = parts.desk().form(words.asker(), id);
        title = form.card().names().in(words.language());
        removeAll();
        Span kind = new Span(words.kind(form.card().kind()));
        PageHeading heading = new PageHeading(title)
                .below(ShellPages.path(AlliancePages.DIRECTORY), words.text("alliance.app.menu"))
                .facts(kind);
        add(heading);
        if (!form.atOnce() && form.card().state() == EditorialState.REJECTED) {
            StatePart state = new StatePart(words, parts.entries(), () -> {}, () -> {});
            state.show(form);
            add(state);
            return;
        }
        EntryEditor editor = new EntryEditor(parts, words, form, () -> show(id));
        StatePart state = new StatePart(words, parts.entries(), editor::publish, () -> show(id));
        state.show(form);
        add(state, editor);
        if (form.atOnce()) {
            add(new RelationsPart(parts, words, form));
        }
        if (form.steward()) {
            add(new OfficePart(
                    parts,
                    words,
                    form,
                    slug -> getUI().ifPresent(ui -> ui.navigate(AlliancePages.DIRECTORY + "/" + slug + "/edit")),
                    () -> show(id)));
        }
    }
}
