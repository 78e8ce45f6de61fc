package org.kvartal.discussions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.kvartal.shell.Notices;

/** Says that somebody follows a thread because they have read it for a while, until they say what they want. */
class FollowNote extends Div {

    private final Following following;
    private final Messages messages;
    private final Reader reader;
    private final UUID place;

    FollowNote(Following following, Messages messages, Reader reader, List<UUID> places) {
        this.following = following;
        this.messages = messages;
        this.reader = reader;
        this.place = places.getFirst();
        addClassName("follow-note");
        getElement().setAttribute("role", "status");
    }

    /** Is seen, and heard by those who hear the page. */
    void say() {
        removeAll();
        Button end = new Button(text("end"), _ -> choose(Attention.CONCERNS_ME, "ended"));
        Button keep = new Button(text("keep"), _ -> choose(Attention.EVERYTHING, "kept"));
        for (Button button : List.of(end, keep)) {
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        }
        add(new Span(text("why")), end, keep);
    }

    private void choose(Attention attention, String done) {
        following.choose(reader.asker(), place, attention);
        removeAll();
        Notices.done(text(done));
    }

    private String text(String key) {
        return messages.text(reader.language(), "discussions.app.follow.reading." + key);
    }
}
