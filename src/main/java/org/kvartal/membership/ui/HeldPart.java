package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Whom a person represents, did and will; they can lay each down. */
class HeldPart extends Section {

    private final Mandates mandates;
    private final WrittenMandates written;
    private final Words words;
    private final Runnable again;

    /** @param again has the page read again */
    HeldPart(MemberPage page, Mandates mandates, WrittenMandates written, Words words, Runnable again) {
        this.mandates = mandates;
        this.written = written;
        this.words = words;
        this.again = again;
        addClassName("part");
        Div head = new Div(new H2(words.text("membership.app.member.represents")));
        head.addClassName("part-head");
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        page.held().forEach(held -> list.add(row(held, page.own())));
        add(head, list);
    }

    private ListItem row(HeldMandate held, boolean own) {
        Anchor link = new Anchor(MembershipPages.member(held.association().number()));
        link.add(words.shown(held.association().name()));
        H3 title = new H3(link);
        title.addClassName("row-title");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        if (held.state() != MandateState.CURRENT) {
            meta.add(new StatusBadge(
                    held.state() == MandateState.ENDED ? Status.PLAIN : Status.WAITING,
                    words.of("mandate-state", held.state())));
        }
        meta.add(new Span(words.of("representation", held.kind())));
        String term = words.term(held.from(), held.to(), held.state() != MandateState.FUTURE);
        if (!term.isEmpty()) {
            meta.add(new Span(term));
        }
        ListItem row = new ListItem(title, meta);
        row.addClassNames("row", "person-row");
        if (held.written()) {
            row.add(new WrittenMandate(held.documents(), words));
        }
        Div place = new Div();
        place.addClassName("row-form");
        Div acts = acts(held, own, place);
        if (acts.getComponentCount() > 0) {
            row.add(acts, place);
        }
        return row;
    }

    /** @param place where what is pressed opens */
    private Div acts(HeldMandate held, boolean own, Div place) {
        Div acts = new Div();
        acts.addClassName("row-end");
        String association = words.name(held.association().name());
        if (held.mayAttach()) {
            Button attach = AttachPart.button(held.written(), association, words);
            attach.addClickListener(_ -> new AttachPart(written, held.id(), words).openIn(place, again));
            acts.add(attach);
        }
        boolean open = held.state() == MandateState.CURRENT || held.state() == MandateState.FUTURE;
        if (own && open) {
            Button end = new Button(
                    words.text("membership.app.mandates.lay-down"),
                    _ -> layingDown(held).openIn(place, "membership.app.mandates.over", again));
            end.setAriaLabel(words.text("membership.app.mandates.lay-down-which", association));
            end.addThemeVariants(ButtonVariant.TERTIARY);
            acts.add(end);
        }
        return acts;
    }

    private ReasonSheet layingDown(HeldMandate held) {
        return new ReasonSheet(
                        words,
                        "lay down " + held.id(),
                        words.text(
                                "membership.app.mandates.lay-down-text",
                                words.name(held.association().name())),
                        words.text("membership.app.mandates.lay-down"),
                        reason -> mandates.end(words.asker(), held.id(), reason))
                .optional();
    }
}
