package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MenuSheet;

/** Small buttons with an icon, for the keyboard and for fingers, and the menu with everything else. */
final class Steps {

    private Steps() {}

    /** One thing that can be done. */
    record Step(String words, Runnable act) {}

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

    /** @param name what screen readers call it */
    static NativeButton menu(String name, List<Step> steps) {
        NativeButton button = new NativeButton();
        button.add(Icon.MORE.create());
        button.addClassNames("step", "icon-button");
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name);
        MenuSheet.hang(button, name, PopoverPosition.BOTTOM_END, () -> {
            Div list = new Div();
            list.addClassName("menu");
            for (Step step : steps) {
                NativeButton one = new NativeButton(step.words());
                one.addClickListener(_ -> {
                    Popover sheet = one.findAncestor(Popover.class);
                    if (sheet != null) {
                        sheet.close();
                    }
                    step.act().run();
                });
                list.add(one);
            }
            return list;
        });
        return button;
    }
}
