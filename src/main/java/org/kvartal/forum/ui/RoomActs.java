package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.kvartal.shell.Sheet;

/**
 * How the parts of the desk do things.
 *
 * @param press does something at once: what is refused is said, and the page is read again
 * @param again reads the page again
 * @param place where forms open
 */
record RoomActs(Consumer<Runnable> press, Runnable again, Div place) {

    void now(Runnable act) {
        press.accept(act);
    }

    /** Opens a form; once it is sent, {@code done} is said. */
    void open(Sheet form, String done) {
        form.openIn(place, done, again);
    }
}
