package org.kvartal.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.accounts.OwnCopies.OwnCopy;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.SettingsPart;

/** A copy of everything: asked for here, made in the background, fetched here. */
class CopyPart extends SettingsPart {

    private static final long MEGABYTE = 1024L * 1024;

    private final OwnCopies copies;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final ErrorText error = new ErrorText();

    CopyPart(OwnCopies copies, Messages messages, Wording wording, Reader reader) {
        super("accounts.own-data.copy");
        this.copies = copies;
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        refresh();
    }

    private void refresh() {
        OwnCopy copy = copies.newest(reader.asker()).orElse(null);
        Button want = new Button(getTranslation("accounts.own-data.copy-want"), _ -> want());
        if (copy == null) {
            show(error, acts(want));
            return;
        }
        switch (copy.state()) {
            case WAITING -> {
                Paragraph words = new Paragraph(getTranslation("accounts.own-data.copy-waiting"));
                words.getElement().setAttribute("role", "status");
                show(words, acts(new Button(getTranslation("accounts.own-data.copy-again"), _ -> refresh())));
            }
            case READY -> {
                Paragraph words = new Paragraph(getTranslation(
                        "accounts.own-data.copy-ready",
                        wording.exact(Objects.requireNonNull(copy.until()), reader.language(), reader.zone())));
                words.getElement().setAttribute("role", "status");
                Anchor fetch = new Anchor(
                        Objects.requireNonNull(copy.address()),
                        getTranslation(
                                "accounts.own-data.copy-fetch", Math.max(1, (copy.size() + MEGABYTE - 1) / MEGABYTE)));
                fetch.getElement().setAttribute("download", true);
                fetch.setRouterIgnore(true);
                fetch.addClassNames("button", "main");
                show(words, error, acts(fetch, want));
            }
            case FAILED -> show(new Paragraph(getTranslation("accounts.own-data.copy-failed")), error, acts(want));
        }
    }

    private void want() {
        error.clear();
        try {
            copies.want(reader.asker());
        } catch (Refused refused) {
            error.say(messages.text(reader.language(), refused));
            return;
        }
        refresh();
    }

    private static Div acts(Component... components) {
        Div acts = new Div(components);
        acts.addClassName("form-acts");
        return acts;
    }
}
