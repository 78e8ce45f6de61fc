package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SessionId;
import org.kvartal.shell.ReasonSheet;

/** A session that is closed: somebody may ask that it goes on, and an officer says yes or no to it. */
class ReopeningPart extends Div {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;

    ReopeningPart(RoomTools tools, RoomActs acts, DeskPage page, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        addClassName("stack");
        add(new Paragraph(words.text("forum.room.closed-text")));
        String reason = page.reopening();
        if (reason == null) {
            add(ask(page.session().id()));
        } else {
            waiting(page, reason);
        }
    }

    private Button ask(SessionId session) {
        Button ask = new Button(
                words.text("forum.room.reopening-ask"),
                _ -> acts.open(
                        new ReasonSheet(
                                words,
                                "reopen " + session,
                                words.text("forum.room.reopening-text"),
                                words.text("forum.room.reopening-send"),
                                why -> tools.room().askReopening(words.asker(), session, why)),
                        "forum.room.reopening-sent"));
        ask.addThemeVariants(ButtonVariant.TERTIARY);
        return ask;
    }

    private void waiting(DeskPage page, String reason) {
        SessionId session = page.session().id();
        Span why = new Span(reason);
        why.addClassName("pre");
        Div presses = new Div();
        presses.addClassName("hand-acts");
        if (page.mayAgree()) {
            Button agree = new Button(
                    words.text("forum.room.reopening-agree"),
                    _ -> acts.now(() -> tools.room().agreeReopening(words.asker(), session)));
            agree.addThemeVariants(ButtonVariant.PRIMARY);
            presses.add(agree);
        }
        if (page.mayRefuse()) {
            presses.add(new Button(
                    words.text("forum.room.reopening-refuse"),
                    _ -> acts.open(
                            new ReasonSheet(
                                    words,
                                    "refuse " + session,
                                    words.text("forum.room.reopening-refuse-text"),
                                    words.text("forum.room.reopening-refuse"),
                                    answer -> tools.room().refuseReopening(words.asker(), session, answer)),
                            "forum.room.reopening-refused")));
        }
        if (page.mayWithdraw()) {
            presses.add(new Button(
                    words.text("forum.room.reopening-withdraw"),
                    _ -> acts.now(() -> tools.room().withdrawReopening(words.asker(), session))));
        }
        add(new Paragraph(words.text("forum.room.reopening-asked")), why, presses);
    }
}
