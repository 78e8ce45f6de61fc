package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/**
 * Text that the browser keeps while it is typed, so that a lost connection, a restart or a session that is over costs nothing: after
 * the reload it stands in the field again. A draft on the server is kept besides, where the module has one; the browser's text wins
 * only while it is younger than that which the server has acknowledged.
 */
public final class KeptText {

    private KeptText() {}

    /** Keeps what is typed into a text field or area, under a key that is the same after a reload. */
    public static <C extends Component> C in(C field, String key) {
        field.getElement().setAttribute("data-keep", key);
        return field;
    }

    /** Forgets the text of a key: it was sent, saved or thrown away. */
    public static void forget(UI ui, String key) {
        ui.getPage().executeJs("window.kvartal?.forget($0)", key);
    }
}
