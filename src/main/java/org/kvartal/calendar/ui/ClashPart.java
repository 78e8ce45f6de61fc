package org.kvartal.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.calendar.Calendar.Clash;
import org.kvartal.calendar.Calendar.WishedTime;
import org.kvartal.shell.Icon;

/** Says what else happens in the same city at that time, while a date is being chosen. It warns; whoever chooses decides. */
class ClashPart extends Div {

    private final Desk desk;

    ClashPart(Desk desk) {
        this.desk = desk;
        addClassNames("notice", "waiting", "clashes");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(WishedTime wish) {
        List<Clash> clashes = desk.calendar().clashes(desk.asker(), wish, desk.language());
        removeAll();
        setVisible(!clashes.isEmpty());
        if (clashes.isEmpty()) {
            return;
        }
        UnorderedList others = new UnorderedList();
        for (Clash clash : clashes) {
            ListItem item = new ListItem(
                    EventItem.title(clash.event(), desk),
                    new Span(" · " + desk.words().when(clash.event().time())));
            others.add(item);
        }
        add(Icon.ALERT.create(), new Div(new Paragraph(desk.text("calendar.clash")), others));
    }

    /** Nothing is known of the time yet. */
    void clear() {
        setVisible(false);
        removeAll();
    }
}
