package org.kvartal.calendar.ui;

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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What happens, over all modules; the address says what is shown. Where it names no shape, a narrow window shows the agenda and a wide one the month. */
@Route(CalendarPages.CALENDAR)
@Menu(title = "calendar.menu", order = 50, icon = "calendar")
@GoTo("c")
@PermitAll
@StyleSheet("context://calendar/calendar.css")
class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Up to here a window is a phone's, in CSS pixels. */
    private static final int NARROW = 640;

    private final Subscriptions subscriptions;
    private final Wording wording;
    private final Desk desk;

    CalendarView(Subscriptions subscriptions, Wording wording, CalendarDesks desks) {
        this.subscriptions = subscriptions;
        this.wording = wording;
        this.desk = desks.forReader();
        addClassNames("view", "wide", "calendar");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, String[]> parameters = new HashMap<>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        CalendarWish wish =
                CalendarWish.read(parameters, narrow(event.getUI()) ? Shape.AGENDA : Shape.MONTH, desk.today());
        List<CalendarEvent> events =
                desk.calendar().between(desk.asker(), wish.from(), wish.to(), wish.filter(), desk.language());
        Names names = desk.look().names(events, Set.of(), desk.language());
        removeAll();
        add(heading(), new CalendarBar(wish, desk), new CalendarChoice(wish, desk, this::goTo));
        if (wish.shape() == Shape.MONTH) {
            add(new MonthPart(wish, wish.weeks(events), desk));
            if (events.isEmpty()) {
                Paragraph none =
                        new Paragraph(desk.text(due(wish.filter()) ? "calendar.none.due" : "calendar.none.title"));
                none.addClassName("calendar-none");
                add(none);
            }
        } else if (wish.shape() == Shape.AGENDA && events.isEmpty()) {
            add(none(wish.filter()));
        } else {
            add(new DaysPart(wish, wish.days(events), names, desk));
        }
        add(new SubscribePart(subscriptions, wish.filter(), wording, desk));
    }

    @Override
    public String getPageTitle() {
        return desk.text("calendar.title");
    }

    /** The full path of the calendar under a wish. */
    static String path(CalendarWish wish) {
        return ShellPages.path(CalendarPages.CALENDAR) + "?" + wish.write();
    }

    private PageHeading heading() {
        PageHeading heading = new PageHeading(getPageTitle());
        if (desk.events().mayEnter(desk.asker())) {
            Anchor entered = new Anchor(ShellPages.path(CalendarPages.ENTERED), desk.text("calendar.entered.title"));
            entered.addClassName("button");
            Anchor enter = new Anchor(ShellPages.path(CalendarPages.NEW_EVENT));
            enter.add(Icon.PLUS.create(), new Span(desk.text("calendar.enter")));
            enter.addClassNames("button", "main");
            heading.acts(entered, enter);
        }
        return heading;
    }

    private EmptyState none(CalendarFilter filter) {
        EmptyState none = new EmptyState(
                desk.text("calendar.none.title"),
                desk.text(
                        due(filter)
                                ? "calendar.none.due"
                                : filter.isAll() ? "calendar.none.text" : "calendar.none.filtered"));
        if (!filter.isAll()) {
            Anchor all = new Anchor(ShellPages.path(CalendarPages.CALENDAR), desk.text("calendar.none.all"));
            all.addClassName("button");
            none.offer(all);
        }
        return none;
    }

    /** Whether nothing is chosen but days by which something is due. */
    private boolean due(CalendarFilter filter) {
        return !filter.kinds().isEmpty()
                && desk.calendar().kinds().stream()
                        .filter(kind -> filter.wants(kind.code()))
                        .noneMatch(Calendar.Kind::gathers);
    }

    private void goTo(CalendarWish wish) {
        UI.getCurrent().navigate(CalendarPages.CALENDAR, QueryParameters.fromString(wish.write()));
    }

    private static boolean narrow(UI ui) {
        int width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        return width > 0 && width < NARROW;
    }
}
