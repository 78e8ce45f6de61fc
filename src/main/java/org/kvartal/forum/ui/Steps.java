package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.NativeButton;
import org.kvartal.shell.Icon;

/** Small buttons with an icon, for the keyboard and for fingers. */
final class Steps {

    private Steps() {}

    /** @param name what the button does, and with what: it shows an icon alone */
    static NativeButton button(Icon icon, String name, boolean possible, Runnable act) {
        NativeButton button = new NativeButton();
        button.add(icon.create());
        button.addClassNames("step", "icon-button");
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name);
        button.setEnabled(possible);
        button.addClickListener(_ -> act.run());
        return button;
    }
}
