package org.kvartal.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Short messages that come and go by themselves. What a person has to mend is said beside the field instead. */
public final class Notices {

    private static final int SHORT = 4_000;
    private static final int LONG = 9_000;

    private Notices() {}

    /** Something was done. */
    public static void done(String words) {
        toast(words, Icon.CHECK, "done", SHORT);
    }

    /** Something is worth knowing. */
    public static void tell(String words) {
        toast(words, Icon.INFO, "info", SHORT);
    }

    /** Something did not work; stays longer. */
    public static void problem(String words) {
        toast(words, Icon.ALERT, "late", LONG);
    }

    /** Says to screen readers what changed by itself on the page. Must be called in the UI's turn. */
    public static void whisper(UI ui, String words) {
        LiveRegion.say(ui, words);
    }

    private static void toast(String words, Icon icon, String kind, int milliseconds) {
        Div content = new Div(icon.create(), new Span(new Text(words)));
        content.addClassNames("toast", kind);
        Notification notification = new Notification(content);
        notification.setDuration(milliseconds);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.open();
    }
}
