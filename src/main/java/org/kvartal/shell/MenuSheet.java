package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;

/**
 * A menu that hangs from a button. It is made when the button is pressed for the first time: most pages that are left open all day never
 * show it, and would hold it in the server's memory.
 */
public final class MenuSheet {

    private MenuSheet() {}

    /**
     * Hangs a menu from a button that stands in a page.
     *
     * @param name what a screen reader calls the menu
     * @param content makes what stands in it
     */
    public static void hang(
            NativeButton button, String name, PopoverPosition position, SerializableSupplier<Component> content) {
        button.getElement().setAttribute("aria-haspopup", "true");
        button.addClickListener(first -> {
            first.unregisterListener();
            Popover sheet = new Popover(content.get());
            sheet.setTarget(button);
            sheet.setPosition(position);
            sheet.setAriaLabel(name);
            button.getElement().getParent().appendChild(sheet.getElement());
            sheet.open();
        });
    }
}
