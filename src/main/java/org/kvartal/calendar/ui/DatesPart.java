package org.kvartal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.SeriesDate;
import org.kvartal.calendar.OutsideState;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;

/** The coming dates of a series; whoever may change it moves one or cancels one here. */
class DatesPart extends Section {

    private final Desk desk;
    private final EventPage page;
    private final Runnable again;

    DatesPart(Desk desk, EventPage page, Runnable again) {
        this.desk = desk;
        this.page = page;
        this.again = again;
        addClassName("event-dates");
        OrderedList rows = new OrderedList();
        rows.addClassName("rows");
        page.dates().forEach(date -> rows.add(row(date)));
        add(new H2(desk.text("calendar.dates")), rows);
    }

    private ListItem row(SeriesDate date) {
        Span when = new Span(desk.words().when(date.time()));
        when.addClassName("row-title");
        ListItem row = new ListItem(when);
        row.addClassName("row");
        row.setClassName("cancelled", date.cancelled());
        String difference = desk.words().difference(date);
        if (difference != null) {
            Div meta = new Div(new Span(difference));
            meta.addClassNames("row-meta", "meta");
            row.add(meta);
        }
        if (page.mayChange() && page.state() != OutsideState.REFUSED) {
            Div place = new Div();
            place.addClassName("row-form");
            Button move = new Button(desk.text("calendar.date.move"), _ -> move(date, place));
            move.addThemeVariants(ButtonVariant.TERTIARY);
            Div acts = new Div(move);
            acts.addClassName("row-end");
            if (!date.cancelled()) {
                Button cancel = new Button(desk.text("calendar.date.cancel"), _ -> cancel(date, place));
                cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
                acts.add(cancel);
            }
            row.add(acts, place);
        }
        return row;
    }

    private void cancel(SeriesDate date, Div place) {
        new AskForm(
                        desk,
                        desk.text("calendar.date.cancel-text", desk.words().when(date.time())),
                        desk.text("calendar.date.cancel-send"),
                        false,
                        _ -> {
                            desk.events().cancelDate(desk.asker(), page.id(), page.version(), date.date());
                            Notices.done(desk.text("calendar.date.cancelled"));
                            again.run();
                        },
                        place::removeAll)
                .openIn(place);
    }

    private void move(SeriesDate date, Div place) {
        WhenFields when = new WhenFields(desk, date.time(), date.time().zone());
        when.fixed();
        ErrorText problem = new ErrorText();
        Button send = new Button(desk.text("calendar.date.move-send"), _ -> {
            problem.clear();
            try {
                EventTime to = when.time();
                desk.events().moveDate(desk.asker(), page.id(), page.version(), date.date(), to);
                Notices.done(desk.text("calendar.date.moved"));
                again.run();
            } catch (Refused refused) {
                String why = desk.refusal(refused);
                if (refused.field() == null || !when.refuse(refused.field(), why)) {
                    problem.say(why);
                }
            }
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(desk.text("calendar.form.leave"), _ -> place.removeAll());
        Div acts = new Div(send, leave);
        acts.addClassName("form-acts");
        Div form = new Div(when, problem, acts);
        form.addClassNames("form", "event-form");
        place.removeAll();
        place.add(form);
    }
}
