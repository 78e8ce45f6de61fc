package org.kvartal.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.House;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MenuSheet;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/**
 * The places of the workspace that the reader may enter, as the modules declare them by {@code @Menu(title = a message key, order,
 * icon = a code of Icon)}. A phone has room for five; where there are more, the fifth is "More".
 */
class Rail extends Nav {

    private static final int PLACES_ON_A_PHONE = 5;

    private final List<Place> places = new ArrayList<>();

    private record Place(String path, Anchor link) {}

    Rail(House house) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.places"));
        Anchor home = new Anchor(ShellPages.HOME);
        home.addClassName("rail-name");
        home.add(mark(house));
        home.getElement().setAttribute("aria-hidden", "true");
        home.getElement().setAttribute("tabindex", "-1");
        UnorderedList items = new UnorderedList();
        items.addClassName("rail-items");
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() == null || house.uses(entry.menuClass()))
                .toList();
        int room = entries.size() > PLACES_ON_A_PHONE ? PLACES_ON_A_PHONE - 1 : PLACES_ON_A_PHONE;
        for (MenuEntry entry : entries) {
            Anchor link = link(entry);
            ListItem item = new ListItem(link);
            if (places.size() >= room) {
                item.addClassName("rail-spare");
            }
            places.add(new Place(path(entry), link));
            items.add(item);
        }
        if (entries.size() > PLACES_ON_A_PHONE) {
            items.add(more(entries.subList(room, entries.size())));
        }
        add(home, items);
    }

    /** Marks the place that a path, below {@code /app}, lies in. */
    void mark(String location) {
        for (Place place : places) {
            if (location.equals(place.path)) {
                place.link.getElement().setAttribute("aria-current", "page");
            } else if (!place.path.isEmpty() && location.startsWith(place.path + "/")) {
                place.link.getElement().setAttribute("aria-current", "true");
            } else {
                place.link.getElement().removeAttribute("aria-current");
            }
        }
    }

    /** The house's mark. */
    static Component mark(House house) {
        String picture = house.mark();
        if (picture != null) {
            Image shown = new Image(picture, "");
            shown.addClassName("mark-picture");
            return shown;
        }
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        return mark;
    }

    private Anchor link(MenuEntry entry) {
        String words = getTranslation(entry.title());
        // The icon is drawn by the style sheet: the frame is in the memory of every open page.
        Anchor link = new Anchor(href(entry), words);
        link.addClassNames("rail-item", "icon-" + Icon.of(entry.icon()).code());
        GoTo letter = entry.menuClass() == null ? null : entry.menuClass().getAnnotation(GoTo.class);
        if (letter != null) {
            new Shortcut("g " + letter.value(), words).on(link);
        }
        return link;
    }

    private ListItem more(List<MenuEntry> spare) {
        NativeButton open = new NativeButton(getTranslation("shell.more"));
        open.addClassNames("rail-item", "icon-" + Icon.MORE.code());
        ListItem item = new ListItem(open);
        MenuSheet.hang(open, getTranslation("shell.more"), PopoverPosition.TOP_END, () -> menu(spare));
        item.addClassName("rail-more");
        return item;
    }

    private Div menu(List<MenuEntry> spare) {
        Div list = new Div();
        list.addClassName("menu");
        for (MenuEntry entry : spare) {
            Anchor link = new Anchor(href(entry));
            link.add(Icon.of(entry.icon()).create(), new Span(getTranslation(entry.title())));
            list.add(link);
        }
        return list;
    }

    private static String href(MenuEntry entry) {
        return ShellPages.path(path(entry));
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }
}
