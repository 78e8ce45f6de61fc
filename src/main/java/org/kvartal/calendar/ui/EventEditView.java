package org.kvartal.calendar.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;

/**
 * Where an entered event is changed. Where somebody has changed it meanwhile, what was typed stays, what stands there now is shown beside it, and one chooses.
 */
@Route(CalendarPages.EVENTS + "/:number/edit")
@PermitAll
@StyleSheet("context://calendar/calendar.css")
class EventEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Desk desk;
    private final Div newer = new Div();
    private long number;
    private long version;

    EventEditView(CalendarDesks desks) {
        desk = desks.forReader();
        addClassNames("view", "narrow");
        newer.addClassNames("notice", "waiting", "newer");
        newer.getElement().setAttribute("role", "alert");
        newer.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = EventView.number(event);
        open();
    }

    private void open() {
        EventPage page = page();
        version = page.version();
        removeAll();
        newer.setVisible(false);
        EventForm form = new EventForm(
                desk,
                page,
                List.of(),
                desk.text("calendar.form.save"),
                CalendarPages.event(number),
                (_, content) -> send(page, content));
        add(
                new PageHeading(getPageTitle())
                        .below(
                                CalendarPages.event(number),
                                page.content().title().in(desk.language())),
                newer,
                form);
        form.focus();
    }

    @Override
    public String getPageTitle() {
        return desk.text("calendar.form.change");
    }

    private void send(EventPage page, EventContent content) {
        try {
            desk.events().change(desk.asker(), page.id(), version, content);
        } catch (Refused refused) {
            EventPage now = page();
            if (now.version() != version) {
                show(now);
            }
            throw refused;
        }
        Notices.done(desk.text("calendar.form.saved"));
        UI.getCurrent().navigate(CalendarPages.EVENTS + "/" + number);
    }

    /** What stands there now; the next press puts one's own text over it. */
    private void show(EventPage now) {
        version = now.version();
        EventContent content = now.content();
        UnorderedList lines = new UnorderedList(
                new ListItem(desk.shown(content.title())),
                new ListItem(desk.words().when(content.time())));
        String place = desk.look()
                .names(List.of(), content.city() == null ? Set.of() : Set.of(content.city()), desk.language())
                .place(content.place(), content.city());
        if (!place.isEmpty()) {
            lines.add(new ListItem(place));
        }
        if (content.repetition() != null) {
            lines.add(new ListItem(desk.words().rule(content.time(), content.repetition())));
        }
        if (content.about() != null) {
            lines.add(new ListItem(desk.shown(content.about())));
        }
        Button take = new Button(desk.text("calendar.form.take-newer"), _ -> open());
        Div acts = new Div(take);
        acts.addClassName("newer-acts");
        newer.removeAll();
        newer.add(Icon.ALERT.create(), new Div(new Paragraph(desk.text("calendar.form.newer")), lines, acts));
        newer.setVisible(true);
    }

    private EventPage page() {
        return desk.events()
                .find(desk.asker(), number)
                .filter(EventPage::mayChange)
                .orElseThrow(NotFound::new);
    }
}
