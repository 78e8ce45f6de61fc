package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Among;
import org.kvartal.accounts.domain.Residents.Found;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.accounts.domain.Residents.ResidentKey;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** People with what they may in the house, a screenful at a time. */
class ResidentRows extends Div {

    private static final int ROWS = 50;

    private final Residents residents;
    private final Term term;
    private final Wording wording;
    private final Reader reader;
    private final UnorderedList list = new UnorderedList();
    private final Div foot = new Div();

    ResidentRows(Residents residents, Term term, Wording wording, Reader reader) {
        this.residents = residents;
        this.term = term;
        this.wording = wording;
        this.reader = reader;
        list.addClassNames("rows", "residents");
        foot.addClassName("older");
        add(list, foot);
    }

    /** Shows the first of those who are looked for. */
    void open(Among among, String name) {
        list.removeAll();
        foot.removeAll();
        go(among, name, null);
        if (list.getChildren().findAny().isEmpty()) {
            foot.add(new EmptyState(
                    getTranslation("accounts.roles.nobody"),
                    getTranslation(name.isBlank() ? "accounts.roles.nobody-among" : "accounts.roles.nobody-named")));
        }
    }

    private void go(Among among, String name, @Nullable ResidentKey after) {
        Found found = residents.find(reader.asker(), among, name, after, reader.language(), ROWS);
        found.people().forEach(resident -> list.add(row(resident)));
        foot.removeAll();
        if (found.next() != null) {
            foot.add(new Button(getTranslation("accounts.roles.more"), _ -> go(among, name, found.next())));
        }
    }

    private ListItem row(Resident resident) {
        PersonCard card = resident.card();
        Anchor link = new Anchor(AccountsPages.roles(card.id()));
        link.add(new PersonChip(card.id(), card.name(), card.picture(), card.language()));
        H2 title = new H2(link);
        title.addClassName("row-title");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        if (resident.barred() != null) {
            meta.add(new StatusBadge(Status.LATE, Icon.LOCK, getTranslation("accounts.suspended.badge")));
        }
        resident.roles().stream().distinct().forEach(grant -> meta.add(held(grant)));
        if (meta.getChildren().findAny().isEmpty()) {
            meta.add(new Span(getTranslation("accounts.roles.none")));
        }
        Span joined = new Span(getTranslation(
                "accounts.roles.joined", wording.day(resident.joinedAt(), reader.language(), reader.zone())));
        joined.addClassName("row-end");
        ListItem row = new ListItem(title, meta, joined);
        row.addClassName("row");
        return row;
    }

    private Span held(HeldGrant grant) {
        String role = getTranslation("accounts.role." + Code.of(grant.role()));
        Span name = new Span(role);
        name.addClassName("role-name");
        Span words = new Span(name, new Span(" " + term.words(grant, reader)));
        if (!grant.scope().equals(Scope.PLATFORM)) {
            words.add(new Span(", " + getTranslation("accounts.roles.in-part")));
        }
        return words;
    }
}
