package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.RoomItem;

/** The agenda at the left of the desk, with planned and real minutes; a press makes an item the one that is spoken of. */
class DeskAgenda extends Section {

    private static final int SECONDS = 60;
    private static final Set<ItemState> QUIET = Set.of(ItemState.SCHEDULED, ItemState.CURRENT);

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;
    private final Drawn drawn = new Drawn();

    DeskAgenda(RoomTools tools, RoomActs acts, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        addClassName("room-agenda");
    }

    void show(DeskPage page) {
        if (!drawn.anew(page.session().id(), page.items())) {
            return;
        }
        removeAll();
        OrderedList list = new OrderedList();
        page.items().forEach(item -> list.add(new ListItem(line(item, page))));
        add(new H2(words.text("forum.agenda")), list);
    }

    private NativeButton line(RoomItem item, DeskPage page) {
        RoomItem current = page.current();
        @Nullable ItemId seen = current == null ? null : current.line().id();
        ItemState state = item.line().state();
        Span title = new Span();
        title.addClassName("room-line-title");
        if (item.line().number() != null) {
            title.add(item.line().number() + ". ");
        }
        title.add(words.shown(item.line().title()));
        Span time = new Span(minutes(item, page.now()));
        time.addClassName("room-line-time");
        NativeButton line = new NativeButton();
        line.addClassName("room-line");
        line.add(title, time);
        if (!QUIET.contains(state)) {
            Span word = new Span(words.of("item-state", state));
            word.addClassName("room-line-state");
            line.add(word);
            line.addClassName("settled");
        }
        if (state == ItemState.CURRENT) {
            line.getElement().setAttribute("aria-current", "true");
        }
        line.setEnabled(state.next().contains(ItemState.CURRENT));
        line.addClickListener(_ -> acts.now(() -> tools.room()
                .take(words.asker(), page.session().id(), seen, item.line().id())));
        return line;
    }

    /** "7 of 20 min". */
    private String minutes(RoomItem item, Instant now) {
        long real = Math.ceilDiv(item.seconds(now), SECONDS);
        return real == 0
                ? words.minutes(item.line().minutes())
                : words.text("forum.room.minutes-of", real, item.line().minutes());
    }
}
