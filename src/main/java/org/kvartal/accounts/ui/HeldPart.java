package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The roles of a person with their terms; each can be ended. */
class HeldPart extends SettingsPart {

    private final Grants grants;
    private final Term term;
    private final Messages messages;
    private final Reader reader;
    private final Resident resident;
    private final Runnable afterwards;

    HeldPart(Grants grants, Term term, Messages messages, Reader reader, Resident resident, Runnable afterwards) {
        super("accounts.roles.held");
        this.grants = grants;
        this.term = term;
        this.messages = messages;
        this.reader = reader;
        this.resident = resident;
        this.afterwards = afterwards;
        if (resident.roles().isEmpty()) {
            show(new Paragraph(getTranslation("accounts.roles.held-none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows", "held");
        // What is ended is a role in a place, whatever number of terms it was given for.
        TreeMap<Role, Map<Scope, List<HeldGrant>>> held = resident.roles().stream()
                .collect(Collectors.groupingBy(HeldGrant::role, TreeMap::new, Collectors.groupingBy(HeldGrant::scope)));
        held.descendingMap()
                .forEach((role, scopes) -> scopes.forEach((scope, terms) -> list.add(row(role, scope, terms))));
        show(list);
    }

    private ListItem row(Role role, Scope scope, List<HeldGrant> terms) {
        String name = name(role);
        Span title = new Span(name);
        title.addClassName("row-title");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        if (terms.stream().noneMatch(term::hasBegun)) {
            meta.add(new StatusBadge(Status.WAITING, getTranslation("accounts.roles.later")));
        }
        terms.forEach(grant -> meta.add(new Span(term.words(grant, reader))));
        if (!scope.equals(Scope.PLATFORM)) {
            meta.add(new Span(getTranslation("accounts.roles.in-part")));
        }
        Button end = new Button(getTranslation("accounts.roles.end"), _ -> ask(role, scope));
        end.setAriaLabel(getTranslation("accounts.roles.end-which", name));
        end.addThemeVariants(ButtonVariant.TERTIARY);
        Div acts = new Div(end);
        acts.addClassName("row-end");
        ListItem row = new ListItem(title, meta, acts);
        row.addClassName("row");
        return row;
    }

    private void ask(Role role, Scope scope) {
        ConfirmDialog question = new ConfirmDialog(
                getTranslation(
                        "accounts.roles.end-question",
                        name(role),
                        resident.card().name()),
                getTranslation("accounts.roles.end-text"),
                getTranslation("accounts.roles.end-confirm"),
                _ -> end(role, scope));
        question.setCancelable(true);
        question.setCancelText(getTranslation("accounts.roles.keep"));
        question.open();
    }

    private void end(Role role, Scope scope) {
        try {
            grants.end(reader.asker(), resident.card().id(), role, scope);
        } catch (Refused refused) {
            Notices.problem(messages.text(reader.language(), refused));
            return;
        }
        Notices.done(getTranslation("accounts.roles.ended", name(role)));
        afterwards.run();
    }

    private String name(Role role) {
        return getTranslation("accounts.role." + Code.of(role));
    }
}
