package org.kvartal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;

/** A small button with a menu of what is done seldom. */
public final class MoreMenu {

    private MoreMenu() {}

    /** One thing that can be done. */
    public record Line(String words, Runnable act) {}

    /** @param name what screen readers call it */
    public static NativeButton of(String name, List<Line> lines) {
        NativeButton button = new NativeButton();
        button.add(Icon.MORE.create());
        button.addClassNames("step", "icon-button");
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name);
        MenuSheet.hang(button, name, PopoverPosition.BOTTOM_END, () -> {
            Div list = new Div();
            list.addClassName("menu");
            for (Line line : lines) {
                NativeButton one = new NativeButton(line.words());
                one.addClickListener(_ -> {
                    Popover sheet = one.findAncestor(Popover.class);
                    if (sheet != null) {
                        sheet.close();
                    }
                    line.act().run();
                });
                list.add(one);
            }
            return list;
        });
        return button;
    }
}
