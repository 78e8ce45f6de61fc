package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Supplier;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.ImportInvitations.Round;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** Where the letters of one import stand, and the button that has them sent. */
class InvitationRoundPart extends Div {

    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final Runnable send;
    private final Supplier<Round> again;
    private final Paragraph progress = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private boolean atWork;

    InvitationRoundPart(Messages messages, Wording wording, Reader reader, Runnable send, Supplier<Round> again) {
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        this.send = send;
        this.again = again;
        addClassName("invitations");
        progress.setId("invitations-progress");
        bar.getElement().setAttribute("aria-labelledby", "invitations-progress");
    }

    void show(Round round) {
        if (round.atWork()) {
            showProgress(round);
            return;
        }
        boolean finished = atWork;
        atWork = false;
        removeAll();
        UnorderedList sentences = new UnorderedList();
        sentences.addClassName("invitations-sentences");
        if (round.waiting() > 0) {
            sentences.add(sentence(Icon.MAIL, text("membership.invitations.waiting", round.waiting())));
        }
        if (round.sent() > 0) {
            sentences.add(sentence(Icon.CHECK, text("membership.invitations.sent", round.sent(), when(round))));
            sentences.add(sentence(Icon.INFO, text("membership.invitations.accepted", round.accepted())));
        }
        if (round.waiting() + round.sent() == 0) {
            sentences.add(sentence(Icon.INFO, text("membership.invitations.nobody")));
        }
        add(sentences);
        if (round.waiting() > 0) {
            Button button = new Button(text("membership.invitations.send", round.waiting()), _ -> send());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            button.setDisableOnClick(true);
            Paragraph hint = new Paragraph(text("membership.invitations.hint", ImportInvitations.DAYS));
            hint.addClassName("settings-hint");
            Div acts = new Div(button);
            acts.addClassName("form-acts");
            add(hint, acts);
        }
        if (finished) {
            getUI().ifPresent(ui -> Notices.whisper(ui, text("membership.invitations.done")));
        }
    }

    private String when(Round round) {
        return round.settledAt() == null ? "" : wording.day(round.settledAt(), reader.language(), reader.zone());
    }

    private void showProgress(Round round) {
        int all = round.sent() + round.waiting();
        progress.setText(text("membership.invitations.progress", round.sent(), all));
        bar.setValue(all == 0 ? 1 : (double) round.sent() / all);
        if (!atWork) {
            atWork = true;
            removeAll();
            Paragraph leave = new Paragraph(text("membership.invitations.leave"));
            leave.addClassName("settings-hint");
            add(progress, bar, leave);
        }
    }

    /** Does it, and shows what came of it without waiting for the news. */
    private void send() {
        send.run();
        show(again.get());
    }

    private static ListItem sentence(Icon icon, String words) {
        return new ListItem(icon.create(), new Span(words));
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
