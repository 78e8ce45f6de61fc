package org.kvartal.accounts.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Face;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What one person may in the house: roles are given and ended here, and the person is kept out and let in again. */
@Route(AccountsPages.ROLES_ROUTE + "/:person")
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://accounts/accounts.css")
class ResidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Residents residents;
    private final Grants grants;
    private final Suspensions suspensions;
    private final Permissions permissions;
    private final Term term;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private String title = "";

    ResidentView(
            Residents residents,
            Grants grants,
            Suspensions suspensions,
            Permissions permissions,
            Term term,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.residents = residents;
        this.grants = grants;
        this.suspensions = suspensions;
        this.permissions = permissions;
        this.term = term;
        this.messages = messages;
        this.wording = wording;
        this.reader = currentReader.get();
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("person").map(ResidentView::id).orElseThrow(NotFound::new));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(PersonId person) {
        Resident resident = residents.one(reader.asker(), person);
        PersonCard card = resident.card();
        title = card.name();
        removeAll();
        Runnable again = () -> again(person);
        add(
                heading(resident),
                new HeldPart(grants, term, messages, reader, resident, again),
                new GivePart(grants, term, messages, reader, person, again));
        if (reader.asker().person().filter(person::equals).isEmpty()) {
            add(new BarPart(suspensions, messages, wording, reader, resident, again));
        }
    }

    private PageHeading heading(Resident resident) {
        PersonCard card = resident.card();
        String joined = wording.day(resident.joinedAt(), reader.language(), reader.zone());
        return new PageHeading(card.name())
                .in(card.language())
                .kicker(
                        new Anchor(AccountsPages.ROLES, getTranslation("accounts.roles.title")),
                        new Face(card.id(), card.name(), card.picture(), Face.Size.SMALL))
                .facts(
                        new Span(getTranslation("accounts.roles.joined", joined)),
                        new Anchor(AccountsPages.trail(card.id()), getTranslation("accounts.roles.trail")));
    }

    /** Reads the page again after an act; whoever has put themselves out has nothing more to do here. */
    private void again(PersonId person) {
        if (permissions.has(reader.asker(), Grants.GIVE, Scope.PLATFORM)) {
            show(person);
        } else {
            getUI().ifPresent(ui -> ui.navigate(ShellPages.TODAY));
        }
    }

    private static PersonId id(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException mistyped) {
            throw new NotFound();
        }
    }
}
