package org.kvartal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** The addresses at which other calendars read this one: the public one, and the reader's own, which is shown once when it is made. */
class SubscribePart extends Section {

    private final Subscriptions subscriptions;
    private final CalendarFilter filter;
    private final Wording wording;
    private final Desk desk;
    private final Div own = new Div();

    SubscribePart(Subscriptions subscriptions, CalendarFilter filter, Wording wording, Desk desk) {
        this.subscriptions = subscriptions;
        this.filter = filter;
        this.wording = wording;
        this.desk = desk;
        addClassName("calendar-take");
        setId("subscribe");
        own.addClassName("stack");
        Anchor open = new Anchor(CalendarPages.feed(filter, desk.language()));
        open.add(Icon.LINK.small(), new Span(desk.text("calendar.subscribe.open")));
        open.setRouterIgnore(true);
        add(
                new H2(desk.text("calendar.subscribe.title")),
                new Paragraph(desk.text("calendar.subscribe.text")),
                own,
                open);
        again();
    }

    private void again() {
        own.removeAll();
        Optional<Instant> since = subscriptions.since(desk.asker());
        Button make = new Button(
                desk.text(since.isPresent() ? "calendar.subscribe.make-again" : "calendar.subscribe.make"),
                _ -> make());
        Div acts = new Div(make);
        acts.addClassName("line");
        since.ifPresent(made -> {
            own.add(new Paragraph(desk.text(
                    "calendar.subscribe.since",
                    wording.day(made, desk.language(), desk.reader().zone()))));
            Button revoke = new Button(desk.text("calendar.subscribe.revoke"), _ -> {
                subscriptions.revoke(desk.asker());
                Notices.done(desk.text("calendar.subscribe.revoked"));
                again();
            });
            revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            acts.add(revoke);
        });
        own.add(acts);
    }

    private void make() {
        String secret = subscriptions.make(desk.asker());
        again();
        TextField address = new TextField(desk.text("calendar.subscribe.own"));
        address.setValue(desk.house().address(CalendarPages.own(secret, filter, desk.language())));
        address.setHelperText(desk.text("calendar.subscribe.once"));
        address.setReadOnly(true);
        address.setAutoselect(true);
        Div line = new Div(address);
        line.addClassName("calendar-address");
        own.addComponentAsFirst(line);
        address.focus();
    }
}
