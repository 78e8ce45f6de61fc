package org.kvartal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.OutsideEvents.EventLine;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What one has entered, or others for the same organisations; for the office first what waits for it. There is nothing here for those who may enter none. */
@Route(CalendarPages.ENTERED)
@PermitAll
@StyleSheet("context://calendar/calendar.css")
class EnteredView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS = 30;
    private static final int WAITING = 200;

    private final Desk desk;
    private final UnorderedList rows = new UnorderedList();
    private final Button older;
    private @Nullable Long last;

    EnteredView(CalendarDesks desks) {
        desk = desks.forReader();
        addClassName("view");
        rows.addClassName("rows");
        older = new Button(desk.text("calendar.entered.older"), _ -> more());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!desk.events().mayEnter(desk.asker())) {
            throw new NotFound();
        }
        removeAll();
        rows.removeAll();
        last = null;
        Anchor enter = new Anchor(ShellPages.path(CalendarPages.NEW_EVENT));
        enter.add(Icon.PLUS.create(), new Span(desk.text("calendar.enter")));
        enter.addClassNames("button", "main");
        add(new PageHeading(getPageTitle())
                .below(ShellPages.path(CalendarPages.CALENDAR), desk.text("calendar.title"))
                .acts(enter));
        List<EventLine> waiting = desk.events().waiting(desk.asker(), WAITING);
        if (!waiting.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            waiting.forEach(line -> list.add(row(line)));
            add(part(desk.text("calendar.entered.waiting"), list));
        }
        more();
        if (rows.getChildren().findAny().isPresent()) {
            Div foot = new Div(older);
            foot.addClassName("older");
            add(part(desk.text("calendar.entered.own"), rows), foot);
        } else if (waiting.isEmpty()) {
            add(new EmptyState(desk.text("calendar.entered.none-title"), desk.text("calendar.entered.none-text")));
        }
    }

    @Override
    public String getPageTitle() {
        return desk.text("calendar.entered.title");
    }

    private void more() {
        List<EventLine> lines = desk.events().entered(desk.asker(), last, ROWS + 1);
        lines.stream().limit(ROWS).forEach(line -> {
            rows.add(row(line));
            last = line.number();
        });
        older.setVisible(lines.size() > ROWS);
    }

    private static Section part(String title, UnorderedList list) {
        Section part = new Section(new H2(title), list);
        part.addClassName("event-part");
        return part;
    }

    private ListItem row(EventLine line) {
        Anchor link = new Anchor(CalendarPages.event(line.number()));
        link.add(desk.shown(line.title()));
        H3 title = new H3(link);
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassName("row");
        Div meta = new Div(StateBadge.of(line.state(), desk));
        meta.addClassNames("row-meta", "meta");
        if (line.unseen() && desk.hosts().decides(desk.asker())) {
            meta.add(new StatusBadge(Status.WAITING, desk.text("calendar.entered.unseen")));
        }
        meta.add(new Span(
                line.repetition() == null
                        ? desk.words().when(line.time())
                        : desk.words().rule(line.time(), line.repetition())));
        meta.add(
                line.host() == null
                        ? new Span(desk.house().name())
                        : desk.shown(line.host().name()));
        row.add(meta);
        return row;
    }
}
