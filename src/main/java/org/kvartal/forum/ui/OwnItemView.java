package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.OwnItem;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.Prose;
import org.kvartal.shell.ShellPages;

/** An item as its proposer reads it, and can change it while nobody has decided on it. */
@Route(ForumPages.OWN + "/:item([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://forum/forum.css")
class OwnItemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agenda agenda;
    private final Words words;
    private final Div place = new Div();
    private ItemId id = ItemId.next();
    private String title = "";

    OwnItemView(Agenda agenda, Messages messages, Wording wording, CurrentReader currentReader) {
        this.agenda = agenda;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = ItemId.of(event.getRouteParameters().get("item").orElseThrow(NotFound::new));
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
        again();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void again() {
        OwnItem own = agenda.mine(words.asker()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        ItemLine item = agenda.find(words.asker(), id).orElseThrow(NotFound::new);
        title = words.name(item.title());
        removeAll();
        place.removeAll();
        add(heading(own, item), place);
        if (!own.reason().isEmpty()) {
            Paragraph reason = new Paragraph(own.reason());
            reason.addClassName("pre");
            Div notice = new Div(Icon.INFO.create(), reason);
            notice.addClassName("notice");
            add(notice);
        }
        if (item.origin() != null) {
            add(ItemCard.origin(item.origin(), words));
        }
        if (!item.context().isEmpty()) {
            add(new Prose(item.html(), item.title().source()));
        }
        if (!item.expected().isEmpty()) {
            Span label = new Span(words.text("forum.expected") + " ");
            label.addClassName("item-label");
            Span text = new Span(item.expected());
            text.getElement().setAttribute("lang", item.title().source().code());
            Paragraph expected = new Paragraph(label, text);
            expected.addClassName("item-expected");
            add(expected);
        }
        if (!item.papers().isEmpty()) {
            add(ItemCard.papers(item.papers(), words));
        }
    }

    private PageHeading heading(OwnItem own, ItemLine item) {
        List<Span> facts = new ArrayList<>();
        facts.add(OwnItems.badge(own, words));
        facts.add(new Span(words.of("kind", item.kind())));
        facts.add(new Span(words.minutes(item.minutes())));
        if (item.onBehalfOf() != null) {
            facts.add(words.forWhom(item.onBehalfOf()));
        }
        if (item.wished() != null) {
            facts.add(new Span(words.text("forum.app.wished", item.wished())));
        }
        PageHeading heading = new PageHeading(title)
                .in(item.title().shownIn(words.language()))
                .kicker(new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")))
                .facts(facts.toArray(Span[]::new));
        if (own.session() != null) {
            Anchor session = new Anchor(ForumPages.session(own.session()), own.session());
            session.addClassName("button");
            heading.acts(session);
        } else if (item.state() == ItemState.PROPOSED) {
            heading.acts(new Button(
                    words.text("forum.app.change"),
                    _ -> new OwnItemForm(agenda, item, words).openIn(place, "forum.app.saved", this::again)));
        }
        return heading;
    }
}
