package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.SentCircular;
import org.kvartal.membership.MembershipPages;
import org.kvartal.notifications.Notifications.Echo;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.RelativeTime;

/** What the office wrote to many, and what became of it; a new letter is written here. */
@Route(MembershipPages.CIRCULARS)
@PermitAll
@StyleSheet("context://membership/office.css")
class CircularsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private final Circulars circulars;
    private final Bodies bodies;
    private final HouseNav nav;
    private final Lists lists;
    private final Words words;
    private final Wording wording;
    private final Div place = new Div();
    private final Div sent = new Div();

    CircularsView(
            Circulars circulars,
            Bodies bodies,
            HouseNav nav,
            Lists lists,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.circulars = circulars;
        this.bodies = bodies;
        this.nav = nav;
        this.lists = lists;
        this.wording = wording;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<SentCircular> all = circulars.sent(words.asker(), SHOWN);
        removeAll();
        place.removeAll();
        Button write = new Button(words.text("membership.circulars.write"), Icon.MAIL.create(), _ -> write());
        write.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new PageHeading(getPageTitle())
                        .lead(words.text("membership.circulars.lead"))
                        .acts(write),
                nav.on(MembershipPages.CIRCULARS, words),
                place,
                sent);
        show(all);
    }

    @Override
    public String getPageTitle() {
        return words.text("membership.circulars.title");
    }

    private void show(List<SentCircular> all) {
        sent.removeAll();
        if (all.isEmpty()) {
            sent.add(new EmptyState(
                    words.text("membership.circulars.none"), words.text("membership.circulars.none-text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        all.forEach(one -> list.add(row(one)));
        sent.add(list);
    }

    private ListItem row(SentCircular one) {
        Anchor link = new Anchor(MembershipPages.circular(one.id()));
        link.add(words.shown(one.subject()));
        H2 title = new H2(link);
        title.addClassName("row-title");
        Div meta = new Div(new Span(one.by().name()), new RelativeTime(one.at(), wording, words.reader()));
        meta.addClassNames("row-meta", "meta");
        Echo echo = one.echo();
        if (echo != null) {
            meta.add(
                    new Span(words.text("membership.circulars.people", one.people())),
                    new Span(words.text("membership.circulars.echo", echo.sent(), echo.waiting(), echo.read())));
            if (echo.refused() > 0) {
                meta.add(new Span(words.text("membership.circulars.refused", echo.refused())));
            }
        }
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        return row;
    }

    private void write() {
        place.removeAll();
        CircularForm form = new CircularForm(circulars, bodies, lists, words, () -> {
            place.removeAll();
            show(circulars.sent(words.asker(), SHOWN));
        });
        form.onLeft(place::removeAll);
        place.add(form);
        form.focus();
    }
}
