package org.kvartal.calendar.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.ui.EventForm.Whose;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where an event is entered. There is nothing here for those who may enter none. */
@Route(CalendarPages.NEW_EVENT)
@PermitAll
@StyleSheet("context://calendar/calendar.css")
class NewEventView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Desk desk;

    NewEventView(CalendarDesks desks) {
        desk = desks.forReader();
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean office = desk.hosts().decides(desk.asker());
        List<Whose> whose = new ArrayList<>();
        desk.hosts().of(desk.asker()).forEach(host -> whose.add(new Whose(host)));
        if (office) {
            whose.add(0, new Whose(null));
        }
        if (whose.isEmpty()) {
            throw new NotFound();
        }
        removeAll();
        // The id is made with the form, so that a second press is the same event.
        OutsideEventId id = OutsideEventId.next();
        EventForm form = new EventForm(
                desk,
                null,
                whose,
                desk.text(office ? "calendar.form.publish" : "calendar.form.suggest"),
                ShellPages.path(CalendarPages.CALENDAR),
                (host, content) -> {
                    desk.events().enter(desk.asker(), new NewEvent(id, host, content));
                    Notices.done(desk.text(office ? "calendar.form.published" : "calendar.form.suggested"));
                    UI.getCurrent().navigate(CalendarPages.ENTERED);
                });
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(CalendarPages.CALENDAR), desk.text("calendar.title"))
                        .lead(desk.text(office ? "calendar.form.lead-office" : "calendar.form.lead")),
                form);
        form.focus();
    }

    @Override
    public String getPageTitle() {
        return desk.text("calendar.form.new");
    }
}
