package org.kvartal.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.kvartal.kernel.Code;

/** The line icons of the house. Each is drawn in {@code look/base.css} or {@code look/app.css}. */
public enum Icon {
    ALERT,
    BELL,
    BOLD,
    CALENDAR,
    CHECK,
    CLOCK,
    CLOSE,
    DEVICE,
    DIRECTORY,
    DOWN,
    EDIT,
    EYE,
    FILE,
    FLAG,
    GLOBE,
    HEART,
    HISTORY,
    INFO,
    KEYBOARD,
    LEFT,
    LINK,
    LIST,
    LOCK,
    MAIL,
    MORE,
    OFFLINE,
    PEOPLE,
    PICTURE,
    PLUS,
    QUOTE,
    REPLY,
    RIGHT,
    SEARCH,
    SEMINARS,
    SEND,
    SESSIONS,
    SETTINGS,
    SIGN_OUT,
    SPACES,
    THREADS,
    TODAY,
    TRASH,
    UP;

    /** The name by which style sheets and {@code @Menu(icon = …)} know it. */
    public String code() {
        return Code.of(this);
    }

    /** The icon of a code, which has to exist. */
    public static Icon of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A new component that shows the icon. It says nothing to a screen reader: the word beside it does. */
    public Span create() {
        Span icon = new Span();
        icon.addClassNames("icon", "icon-" + code());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The icon in the size of small text. */
    public Span small() {
        Span icon = create();
        icon.addClassName("icon-small");
        return icon;
    }
}
