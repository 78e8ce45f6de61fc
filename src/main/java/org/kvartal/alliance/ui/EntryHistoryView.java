package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.EntryDesk.FieldChange;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.PersonChip;

/** Who changed what in an entry, and when; the newest first. */
@Route(AlliancePages.DIRECTORY + "/:slug/history")
@PermitAll
@StyleSheet("context://alliance/desk.css")
class EntryHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 60;

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final DifferenceWords differences;
    private @Nullable Instant lastAt;
    private Div last = new Div();

    EntryHistoryView(EntryDeskParts parts) {
        this.parts = parts;
        this.words = parts.words();
        this.differences = new DifferenceWords(words);
        addClassNames("view", "narrow", "entry-history");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        switch (parts.directory().look(words.asker(), slug)) {
            case Look.Found(var entry) -> {
                removeAll();
                lastAt = null;
                add(new PageHeading(getPageTitle())
                        .below(
                                AlliancePages.edit(entry.card().slug()),
                                entry.card().names().in(words.language()))
                        .lead(words.text("alliance.history.lead")));
                more(entry.card().id(), null);
            }
            case Look.Moved(String now) -> event.forwardTo(AlliancePages.DIRECTORY + "/" + now + "/history");
            case Look.Gone() -> throw new NotFound();
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("alliance.history.title");
    }

    private void more(EntryId id, @Nullable Long before) {
        List<FieldChange> changes = parts.desk().history(words.asker(), id, before, PAGE);
        if (changes.isEmpty() && before == null) {
            add(new EmptyState(words.text("alliance.history.empty-title"), words.text("alliance.history.empty-text")));
        }
        changes.forEach(this::show);
        if (changes.size() == PAGE) {
            Div older = new Div();
            older.addClassName("older");
            older.add(new Button(words.text("alliance.history.older"), _ -> {
                remove(older);
                more(id, changes.getLast().number());
            }));
            add(older);
        }
    }

    /** What was saved at once stands together. */
    private void show(FieldChange change) {
        if (!change.at().equals(lastAt)) {
            Div head = new Div(who(change.by()), words.time(change.at()));
            head.addClassNames("change-head", "line");
            last = new Div(head);
            last.addClassName("change");
            add(last);
            lastAt = change.at();
        }
        last.add(new Difference(differences, change.field(), change.before(), change.after()));
    }

    private Span who(@Nullable PersonCard by) {
        return by == null
                ? new Span(words.text("alliance.history.house"))
                : new PersonChip(by.id(), by.name(), by.picture(), by.language());
    }
}
