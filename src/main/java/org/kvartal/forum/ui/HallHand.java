package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.RoomFeed.Mine;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** One big hand. */
class HallHand extends Div {

    private final RoomTools tools;
    private final Words words;
    private final Runnable again;
    private final Button hand;
    private final ErrorText error = new ErrorText();
    private @Nullable RoomPage page;

    HallHand(RoomTools tools, Words words, Runnable again) {
        this.tools = tools;
        this.words = words;
        this.again = again;
        hand = new Button("", Icon.UP.create(), _ -> press());
        hand.addClassName("hall-hand");
        add(hand, error);
    }

    void show(RoomPage now, boolean runs) {
        page = now;
        Mine mine = now.mine();
        setVisible(runs && mine.there());
        boolean raised = mine.place() > 0;
        hand.setEnabled(!mine.speaking());
        hand.getElement().setAttribute("aria-pressed", String.valueOf(raised));
        hand.setText(
                mine.speaking()
                        ? words.text("forum.room.you-speak")
                        : raised ? words.text("forum.room.hand-raised", mine.place()) : words.text("forum.room.hand"));
    }

    private void press() {
        RoomPage seen = page;
        if (seen == null) {
            return;
        }
        error.clear();
        try {
            if (seen.mine().place() > 0) {
                tools.presence().lower(words.asker(), seen.session().id());
            } else {
                tools.presence().raise(words.asker(), seen.session().id());
            }
        } catch (Refused refused) {
            error.say(words.refusal(refused));
        }
        again.run();
    }
}
