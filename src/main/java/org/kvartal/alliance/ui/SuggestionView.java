package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.EntryDesk.Suggestion;
import org.kvartal.alliance.EntryDesk.SuggestionDetail;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.ShellPages;

/** A suggested change: what it would change, from whom it comes, and the answer. */
@Route(AlliancePages.SUGGESTIONS + "/:revision")
@PermitAll
@StyleSheet("context://alliance/desk.css")
class SuggestionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final Div asked = new Div();

    SuggestionView(EntryDeskParts parts) {
        this.parts = parts;
        this.words = parts.words();
        addClassNames("view", "narrow");
    }

    /** Its route below {@code /app}. */
    static String route(RevisionId revision) {
        return AlliancePages.SUGGESTIONS + "/" + revision;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("revision").orElseThrow(NotFound::new);
        try {
            show(new RevisionId(UUID.fromString(id)));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("alliance.suggestion.title");
    }

    private void show(RevisionId id) {
        SuggestionDetail detail = parts.desk().suggestion(words.asker(), id);
        Suggestion suggestion = detail.suggestion();
        removeAll();
        asked.removeAll();
        Anchor entry = new Anchor(
                AlliancePages.edit(suggestion.entry().slug()),
                words.name(suggestion.entry().names()));
        add(new PageHeading(getPageTitle())
                .below(ShellPages.path(AlliancePages.DIRECTORY), words.text("alliance.app.menu"))
                .facts(
                        entry,
                        new PersonChip(
                                suggestion.by().id(),
                                suggestion.by().name(),
                                suggestion.by().picture(),
                                suggestion.by().language()),
                        words.time(suggestion.at()),
                        EntryLines.badge(words, suggestion.state())));
        if (suggestion.note() != null) {
            Paragraph note = new Paragraph(suggestion.note());
            note.addClassName("suggestion-note");
            add(note);
        }
        if (detail.reason() != null) {
            Paragraph reason = new Paragraph(words.text("alliance.state.because", detail.reason()));
            reason.addClassName("state-reason");
            add(reason);
        }
        DifferenceWords differences = new DifferenceWords(words);
        detail.differences().forEach(one -> add(new Difference(differences, one.field(), one.before(), one.after())));
        if (detail.mayDecide() && suggestion.state() == RevisionState.WAITING) {
            add(acts(id), asked);
        }
    }

    private Div acts(RevisionId id) {
        Button take = new Button(words.text("alliance.suggestion.take"), _ -> take(id));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        Button refuse = new Button(words.text("alliance.suggestion.refuse"), _ -> {
            ReasonForm form = new ReasonForm(
                    words,
                    "alliance.suggestion.refuse",
                    why -> {
                        parts.entries().refuse(words.asker(), id, why);
                        Notices.done(words.text("alliance.suggestion.refused-now"));
                        show(id);
                    },
                    asked::removeAll);
            asked.removeAll();
            asked.add(form);
            form.focus();
        });
        Div acts = new Div(take, refuse);
        acts.addClassName("form-acts");
        return acts;
    }

    private void take(RevisionId id) {
        try {
            parts.entries().take(words.asker(), id);
            Notices.done(words.text("alliance.suggestion.taken-now"));
        } catch (Refused refused) {
            Notices.problem(words.text(refused));
        }
        show(id);
    }
}
