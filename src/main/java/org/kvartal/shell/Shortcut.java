package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keys that press a button or follow a link which is on the page anyway. The help sheet lists those of the page it is opened on.
 * Keys without Ctrl or ⌘ rest while somebody types, and people can turn them off (WCAG 2.1.4).
 *
 * @param keys one key ({@code n}), two in a row ({@code g t}), or {@code mod+enter}, where mod is Ctrl or ⌘
 * @param words what the keys do, in the reader's language
 */
public record Shortcut(String keys, String words) {

    /** Gives the keys to a button or link. */
    public <C extends Component> C on(C component) {
        component.getElement().setAttribute("data-keys", keys);
        if (!keys.contains(" ")) {
            component.getElement().setAttribute("aria-keyshortcuts", spoken());
        }
        ComponentUtil.setData(component, Shortcut.class, this);
        return component;
    }

    /** The shortcuts of a page, in the order in which their buttons and links stand there, each once. */
    public static List<Shortcut> on(UI ui) {
        return below(ui).distinct().toList();
    }

    private static Stream<Shortcut> below(Component component) {
        Shortcut own = ComponentUtil.getData(component, Shortcut.class);
        Stream<Shortcut> inside = component.getChildren().flatMap(Shortcut::below);
        return own == null || !component.isVisible() ? inside : Stream.concat(Stream.of(own), inside);
    }

    private String spoken() {
        return keys.startsWith("mod+") ? "Control+" + capital(keys.substring(4)) : keys.toUpperCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
