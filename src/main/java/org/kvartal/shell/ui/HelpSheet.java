package org.kvartal.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Shortcut;

/** The keys that work on the page it is opened on, and the switch that turns single ones off. */
class HelpSheet extends Dialog {

    HelpSheet(UI ui) {
        setHeaderTitle(getTranslation("shell.keys"));
        DescriptionList list = new DescriptionList();
        for (Shortcut shortcut : Shortcut.on(ui)) {
            DescriptionList.Term keys = new DescriptionList.Term();
            for (String key : shortcut.keys().split("[ +]")) {
                keys.add(key(key));
            }
            list.add(keys, new DescriptionList.Description(shortcut.words()));
        }
        Div keys = new Div(list);
        keys.addClassName("help");
        add(keys, choice());
        Button close = new Button(getTranslation("shell.close"), _ -> close());
        getFooter().add(close);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                removeFromParent();
            }
        });
    }

    /** Whether single keys work is the browser's own memory: the sheet's script sets and reads the box. */
    private Component choice() {
        Input box = new Input();
        box.setType("checkbox");
        box.setId("keys-on");
        box.getElement().setAttribute("data-keys-switch", "");
        NativeLabel label = new NativeLabel(getTranslation("shell.keys.on"));
        label.setFor(box);
        Div line = new Div(box, label);
        line.addClassName("help-choice");
        return line;
    }

    private Component key(String key) {
        Span shown = new Span(
                switch (key) {
                    case "mod" -> getTranslation("shell.keys.mod");
                    case "enter" -> "⏎";
                    default -> key.toUpperCase(Locale.ROOT);
                });
        shown.addClassName("key");
        return shown;
    }

    /** The button in the head that opens the sheet. */
    static class Opener extends NativeButton {

        Opener() {
            String words = getTranslation("shell.keys");
            // A plain button: the frame is in the memory of every open page.
            add(Icon.KEYBOARD.create());
            setAriaLabel(words);
            getElement().setAttribute("title", words);
            addClassNames("button", "plain", "help-open");
            new Shortcut("?", words).on(this);
            addClickListener(_ -> getUI().ifPresent(ui -> new HelpSheet(ui).open()));
        }
    }
}
