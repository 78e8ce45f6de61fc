package org.kvartal.membership.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;

/** Who belongs to the house, by name; the address says whom one looks for. */
@Route(MembershipPages.MEMBERS)
@Menu(title = "membership.app.menu", order = 60, icon = "people")
@GoTo("m")
@PermitAll
@StyleSheet("context://membership/office.css")
class MembersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Members members;
    private final Mandates mandates;
    private final HouseNav lists;
    private final MemberLines lines;
    private final Words words;
    private final MemberFilters filters;
    private final Paragraph note = new Paragraph();
    private final LongList list;
    private final Div foot = new Div();
    private final Anchor file;
    private final boolean mayTakeAlong;

    MembersView(
            Members members,
            Mandates mandates,
            HouseNav lists,
            MemberLines lines,
            Lists codes,
            Permissions permissions,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.members = members;
        this.mandates = mandates;
        this.lists = lists;
        this.lines = lines;
        this.words = new Words(messages, wording, currentReader.get());
        this.list = new LongList(words);
        this.filters = new MemberFilters(
                codes,
                words,
                this::typed,
                wish -> UI.getCurrent()
                        .navigate(MembershipPages.MEMBERS, wish.location().getQueryParameters()));
        this.file = new Anchor("", Icon.FILE.create(), new Span(words.text("membership.app.members.file")));
        file.addClassName("button");
        file.getElement().setAttribute("download", true);
        file.setRouterIgnore(true);
        mayTakeAlong = permissions.has(words.asker(), MembershipRights.READ_MEMBERS, Scope.PLATFORM);
        addClassName("view");
        note.addClassName("list-note");
        note.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle());
        words.asker().person().ifPresent(me -> own(me, heading));
        add(heading, lists.on(MembershipPages.MEMBERS, words), filters, note, list, foot);
        show(MemberWish.of(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return words.text("membership.app.members.title");
    }

    /** Leads the reader to what stands of themselves, and of those for whom they speak. */
    private void own(PersonId me, PageHeading heading) {
        Div own = new Div();
        own.addClassName("meta");
        members.ofPerson(words.asker(), me)
                .ifPresent(mine -> own.add(new Anchor(
                        MembershipPages.member(mine.number()), words.text("membership.app.members.own-page"))));
        for (MemberCard organisation : mandates.of(me)) {
            Anchor link = new Anchor(MembershipPages.member(organisation.number()));
            link.add(
                    new Span(words.text("membership.app.members.you-represent") + " "),
                    words.shown(organisation.name()));
            own.add(link);
        }
        if (own.getChildren().findAny().isPresent()) {
            heading.add(own);
        }
    }

    /** What is typed is one step of the browser's history, however many letters it has. */
    private void typed(MemberWish wish) {
        show(wish);
        UI.getCurrent().getPage().getHistory().replaceState(null, wish.location());
    }

    private void show(MemberWish wish) {
        filters.show(wish);
        AtomicBoolean resembling = new AtomicBoolean();
        boolean any = list.open((key, limit) -> {
            MemberList found = members.search(words.asker(), wish.search(), words.language(), key, limit);
            resembling.set(found.resembling());
            return lines.of(found, words);
        });
        list.setVisible(any);
        note.setText(resembling.get() ? words.text("membership.app.members.resembling", wish.name()) : "");
        note.setVisible(resembling.get());
        foot.removeAll();
        if (!any) {
            foot.add(nobody(wish));
        } else if (mayTakeAlong && !resembling.get()) {
            file.setHref("/" + wish.file());
            foot.add(file);
        }
    }

    private EmptyState nobody(MemberWish wish) {
        if (!wish.isNarrow()) {
            return new EmptyState(
                    words.text("membership.app.members.none"), words.text("membership.app.members.none-text"));
        }
        Anchor all = new Anchor(MemberWish.ALL.path(), words.text("membership.app.members.show-all"));
        all.addClassName("button");
        return new EmptyState(
                        words.text("membership.app.members.nobody"), words.text("membership.app.members.nobody-text"))
                .offer(all);
    }
}
