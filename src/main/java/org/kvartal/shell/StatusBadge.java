package org.kvartal.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in one word, never by colour alone: an icon stands before the word. */
public class StatusBadge extends Span {

    /** The quiet hues that a state can have. */
    public enum Status {
        WAITING(Icon.CLOCK),
        DONE(Icon.CHECK),
        LATE(Icon.ALERT),
        PLAIN(Icon.INFO);

        private final Icon icon;

        Status(Icon icon) {
            this.icon = icon;
        }
    }

    public StatusBadge(Status status, String word) {
        this(status, status.icon, word);
    }

    public StatusBadge(Status status, Icon icon, String word) {
        addClassNames("badge", status.name().toLowerCase(Locale.ROOT));
        add(icon.create(), new Text(word));
    }
}
