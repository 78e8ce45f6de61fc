package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.kvartal.forum.Room.RoomItem;

/** The clock of an item. It goes in the browser; how long it has gone is what the house says. */
@Tag("kvartal-timer")
@JsModule("context://forum/room.js")
class ItemTimer extends Component implements HasStyle {

    ItemTimer(RoomItem item, Instant now) {
        getElement()
                .callJsFunction(
                        "show",
                        (int) item.seconds(now),
                        item.runningSince() != null,
                        item.line().minutes());
    }
}
