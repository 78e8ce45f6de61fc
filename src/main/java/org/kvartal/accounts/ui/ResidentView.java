package org.kvartal.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Face;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What one person may in the house: roles are given and ended here, and the person is kept out and let in again. */
@Route(AccountsPages.ROLES_ROUTE + "/:person")
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://accounts/accounts.css")
class ResidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Residents residents;
    private final Grants grants;
    private final Suspensions suspensions;
    private final Permissions permissions;
    private final Erasures erasures;
    private final OwnData data;
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
            Erasures erasures,
            OwnData data,
            Term term,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.residents = residents;
        this.grants = grants;
        this.suspensions = suspensions;
        this.permissions = permissions;
        this.erasures = erasures;
        this.data = data;
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
        if (resident.erased()) {
            add(heading(resident), new Paragraph(getTranslation("accounts.erase-resident.gone")));
            return;
        }
        Runnable roles = () -> again(person, HeldPart.class);
        add(
                heading(resident),
                new HeldPart(grants, term, messages, reader, resident, roles),
                new GivePart(grants, term, messages, reader, person, roles));
        if (reader.asker().person().filter(person::equals).isEmpty()) {
            Runnable barred = () -> again(person, BarPart.class);
            boolean leaves = erasures.waiting(reader.asker(), person).isPresent();
            if (!leaves) {
                add(new BarPart(suspensions, messages, wording, reader, resident, barred));
            }
            Runnable erased = () -> again(person, EraseResidentPart.class);
            add(new EraseResidentPart(data, erasures, messages, wording, reader, resident, erased));
        }
    }

    private PageHeading heading(Resident resident) {
        PersonCard card = resident.card();
        String joined = wording.day(resident.joinedAt(), reader.language(), reader.zone());
        List<Component> facts = new ArrayList<>();
        if (resident.barred() != null) {
            facts.add(new StatusBadge(Status.LATE, Icon.LOCK, getTranslation("accounts.suspended.badge")));
        }
        facts.add(new Span(getTranslation("accounts.roles.joined", joined)));
        facts.add(new Anchor(AccountsPages.trail(card.id()), getTranslation("accounts.roles.trail")));
        return new PageHeading(card.name())
                .in(card.language())
                .below(AccountsPages.ROLES, getTranslation("accounts.roles.title"))
                .acts(new Face(card.id(), card.name(), card.picture(), Face.Size.LARGE))
                .facts(facts.toArray(Component[]::new));
    }

    /** Reads the page again after an act; whoever has put themselves out has nothing more to do here. */
    private void again(PersonId person, Class<? extends SettingsPart> part) {
        if (permissions.has(reader.asker(), Grants.GIVE, Scope.PLATFORM)) {
            show(person);
            getChildren().filter(part::isInstance).map(part::cast).forEach(SettingsPart::enter);
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
