package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The bodies of the house. Whoever manages them opens new ones here. */
@Route(MembershipPages.BODIES)
@PermitAll
@StyleSheet("context://membership/office.css")
class BodiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Bodies bodies;
    private final Permissions permissions;
    private final HouseNav nav;
    private final Lists lists;
    private final Words words;
    private final Div place = new Div();

    BodiesView(
            Bodies bodies,
            Permissions permissions,
            HouseNav nav,
            Lists lists,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.bodies = bodies;
        this.permissions = permissions;
        this.nav = nav;
        this.lists = lists;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        place.removeAll();
        PageHeading heading = new PageHeading(getPageTitle()).lead(words.text("membership.bodies.lead"));
        boolean manages = permissions.has(words.asker(), MembershipRights.MANAGE_BODIES, Scope.PLATFORM);
        if (manages) {
            Button open = new Button(words.text("membership.app.body.new"), Icon.PLUS.create(), _ -> open());
            open.addThemeVariants(ButtonVariant.PRIMARY);
            heading.acts(open);
        }
        add(heading, nav.on(MembershipPages.BODIES, words), place);
        List<BodyCard> all = bodies.all(words.asker());
        if (all.isEmpty()) {
            EmptyState none = new EmptyState(
                    words.text("membership.bodies.none-title"), words.text("membership.bodies.none-text"));
            add(manages ? none.offer(new Button(words.text("membership.app.body.first"), _ -> open())) : none);
        }
        new TreeMap<>(all.stream().collect(Collectors.groupingBy(BodyCard::type))).forEach((type, some) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            some.forEach(card -> list.add(row(card)));
            Section part = new Section(new H2(words.of("bodies.of-type", type)), list);
            part.addClassName("part");
            add(part);
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("membership.bodies.title");
    }

    private ListItem row(BodyCard card) {
        Anchor link = new Anchor(MembershipPages.body(card.slug()));
        link.add(words.shown(card.name()));
        H3 title = new H3(link);
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassName("row");
        LocalizedText purpose = card.purpose();
        if (purpose != null) {
            Paragraph text = new Paragraph(words.shown(purpose));
            text.addClassName("row-text");
            row.add(text);
        }
        Div meta = new Div(new Span(words.text("membership.bodies.people", card.people())));
        meta.addClassNames("row-meta", "meta");
        if (card.belowMinimum()) {
            meta.addComponentAsFirst(
                    new StatusBadge(Status.WAITING, words.text("membership.app.body.too-few", card.minimum())));
        }
        row.add(meta);
        return row;
    }

    private void open() {
        place.removeAll();
        BodyForm form = BodyForm.opening(bodies, lists, words);
        place.add(form.onLeft(place::removeAll)
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(MembershipPages.BODIES + "/" + form.slug()))));
        form.focus();
    }
}
