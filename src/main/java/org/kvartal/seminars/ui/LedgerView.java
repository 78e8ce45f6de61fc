package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Ledger;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What the reader has completed: the certificates, and the hours that they add up to. */
@Route(SeminarPages.CERTIFICATES)
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Certificates certificates;
    private final Words words;

    LedgerView(Certificates certificates, Messages messages, Wording wording, CurrentReader currentReader) {
        this.certificates = certificates;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "seminars");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Ledger ledger = certificates.ledger(words.asker(), words.asker().requirePerson());
        add(new PageHeading(getPageTitle()).below(ShellPages.path(SeminarPages.SEMINARS), words.text("seminars.menu")));
        if (ledger.certificates().isEmpty()) {
            add(new EmptyState(
                    words.text("seminars.app.no-certificates"), words.text("seminars.app.no-certificates-text")));
            return;
        }
        Paragraph sum = new Paragraph(words.text("seminars.app.hours-all", ledger.hours()));
        sum.addClassName("ledger-sum");
        UnorderedList rows = Pieces.rows();
        ledger.certificates().forEach(line -> rows.add(row(line, null, words)));
        add(sum, rows);
    }

    @Override
    public String getPageTitle() {
        return words.text("seminars.app.my-certificates");
    }

    /**
     * A certificate in a list.
     *
     * @param acts what can be done with it, null for nothing beside reading it; then it says whose it is
     */
    static ListItem row(CertificateLine line, @Nullable Component acts, Words words) {
        Anchor title = new Anchor(FilePages.file(line.file()));
        title.setRouterIgnore(true);
        title.getElement().setAttribute("target", "_blank");
        title.add(
                acts == null
                        ? words.shown(line.facts().seminar())
                        : new Span(line.facts().holder()));
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(line.state(), words));
        facts.add(new Span(line.facts().number()));
        facts.add(new Span(words.text("seminars.app.hours", line.facts().hours())));
        facts.add(new Span(words.day(line.facts().issuedOn())));
        Anchor check = new Anchor(SeminarPages.verify(line.code()), words.text("seminars.app.verify"));
        check.setRouterIgnore(true);
        check.getElement().setAttribute("target", "_blank");
        facts.add(check);
        ListItem row = Pieces.row(title, acts, facts.toArray(Component[]::new));
        if (!line.reason().isEmpty()) {
            Paragraph reason = new Paragraph(line.reason());
            reason.addClassName("row-text");
            row.add(reason);
        }
        return row;
    }
}
