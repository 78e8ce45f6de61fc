package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Following.Interest;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MenuSheet;
import org.kvartal.shell.Notices;

/** The small bell beside a thread or a space: how much one wants to hear of it. */
@org.springframework.stereotype.Component
class FollowMenu {

    private final Following following;
    private final Messages messages;

    FollowMenu(Following following, Messages messages) {
        this.following = following;
        this.messages = messages;
    }

    /**
     * @param places the thread or space, and what it lies in
     * @param name what screen readers call the menu
     */
    Component menu(Reader reader, List<UUID> places, String name) {
        return menu(reader, places, name, () -> {});
    }

    /** A place for saying that the reader follows a thread because they have read it. */
    FollowNote note(Reader reader, List<UUID> places) {
        return new FollowNote(following, messages, reader, places);
    }

    Interest interest(Reader reader, List<UUID> places) {
        return following.interest(reader.asker(), places);
    }

    /** @param chosen what happens when the reader has said how much they want to hear */
    Component menu(Reader reader, List<UUID> places, String name, Runnable chosen) {
        NativeButton bell = new NativeButton();
        bell.add(Icon.BELL.create());
        bell.addClassNames("step", "icon-button", "follow");
        bell.setAriaLabel(name);
        bell.getElement().setAttribute("title", name);
        // What is chosen is asked for with the first press: most readers of a page never look.
        MenuSheet.hang(bell, name, PopoverPosition.BOTTOM_END, () -> choices(reader, places, chosen));
        return bell;
    }

    private Div choices(Reader reader, List<UUID> places, Runnable chosen) {
        Div list = new Div();
        list.addClassNames("menu", "follow-menu");
        list.getElement().setAttribute("role", "group");
        List<NativeButton> all = new ArrayList<>();
        Attention now = following.attention(reader.asker(), places);
        for (Attention attention : Attention.values()) {
            NativeButton one = new NativeButton(text(reader, "notifications.attention." + Code.of(attention)));
            one.getElement().setAttribute("aria-pressed", String.valueOf(attention == now));
            one.addClickListener(_ -> {
                following.choose(reader.asker(), places.getFirst(), attention);
                chosen.run();
                all.forEach(
                        other -> other.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(one))));
                Popover sheet = one.findAncestor(Popover.class);
                if (sheet != null) {
                    sheet.close();
                }
                Notices.done(text(reader, "discussions.app.follow.chosen." + Code.of(attention)));
            });
            all.add(one);
            list.add(one);
        }
        return list;
    }

    private String text(Reader reader, String key) {
        return messages.text(reader.language(), key);
    }
}
