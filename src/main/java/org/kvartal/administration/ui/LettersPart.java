package org.kvartal.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.domain.LetterSettings;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.administration.domain.LetterSettings.Standing;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.LetterServer;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.mail.LetterServers.Outcome;
import org.kvartal.mail.LetterServers.Trial;
import org.kvartal.site.TooOften;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Through which server letters go, and a letter to oneself that says whether it works. */
class LettersPart extends SectionPart {

    private static final Logger log = LoggerFactory.getLogger(LettersPart.class);

    private static final int STARTTLS_PORT = 587;
    private static final int TLS_PORT = 465;
    private static final int OPEN_PORT = 25;

    private final TextField host = new TextField();
    private final IntegerField port = new IntegerField();
    private final Select<Encryption> encryption = new Select<>();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField from = new TextField();
    private final Paragraph said = new Paragraph();
    private final Button attempt = new Button();

    private final KeptLetters kept;

    LettersPart(SettingsDesk desk, LetterSettings letters, KeptLetters kept) {
        super("letters", desk);
        this.kept = kept;
        Standing now = letters.now(desk.asker());
        said.addClassName("trial-said");
        said.getElement().setAttribute("role", "status");
        attempt.setText(getTranslation("administration.trial.send"));
        attempt.setDisableOnClick(true);
        if (now.given()) {
            attempt.addClickListener(_ -> send(() -> letters.attempt(desk.asker())));
            shown(
                    new Paragraph(getTranslation("administration.settings.given", "spring.mail.host")),
                    new Div(attempt),
                    said);
            return;
        }
        fields(now);
        attempt.addClickListener(_ -> {
            ServerForm form = typed();
            send(() -> letters.attempt(desk.asker(), form));
        });
        Div trial = new Div(attempt);
        trial.addClassName("line");
        if (now.server() == null) {
            trial.addComponentAsFirst(new Paragraph(kept.said("administration.settings.letters-kept")));
        } else {
            Button keep = new Button(
                    getTranslation("administration.settings.letters-keep"),
                    _ -> act(() -> letters.keepLetters(desk.asker(), now.version())));
            keep.addThemeVariants(ButtonVariant.TERTIARY);
            trial.add(keep);
        }
        form(
                () -> letters.sendThrough(desk.asker(), now.version(), typed()),
                host,
                encryption,
                port,
                user,
                password,
                from,
                trial,
                said);
    }

    private void fields(Standing now) {
        LetterServer server = now.server();
        field("host", host);
        host.setLabel(getTranslation("administration.field.host"));
        host.setPlaceholder("smtp.example.org");
        host.setValue(server == null ? "" : server.host());
        encryption.setLabel(getTranslation("administration.field.encryption"));
        encryption.setItems(Encryption.values());
        encryption.setItemLabelGenerator(one -> getTranslation("administration.encryption." + Code.of(one)));
        encryption.setValue(server == null ? Encryption.STARTTLS : server.encryption());
        field("port", port);
        port.setLabel(getTranslation("administration.field.port"));
        port.setValue(server == null ? STARTTLS_PORT : server.port());
        encryption.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                port.setValue(usual(change.getValue()));
            }
        });
        field("user", user);
        user.setLabel(getTranslation("administration.field.user"));
        user.setAutocomplete(Autocomplete.OFF);
        user.setValue(server == null ? "" : server.user());
        field("mailPassword", password);
        password.setLabel(getTranslation("administration.field.mail-password"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation(
                now.hasPassword()
                        ? "administration.field.mail-password-kept"
                        : server != null && !server.user().isEmpty()
                                ? "administration.field.mail-password-lost"
                                : "administration.field.mail-password-hint"));
        field("from", from);
        from.setLabel(getTranslation("administration.field.from"));
        from.setHelperText(getTranslation("administration.field.from-hint"));
        from.setPlaceholder("post@example.org");
        String given = now.givenFrom();
        from.setValue(given != null ? given : server == null ? "" : server.from());
        given("kvartal.mail.from", from);
    }

    private ServerForm typed() {
        return new ServerForm(
                host.getValue(),
                port.getValue(),
                encryption.getValue(),
                user.getValue(),
                password.getValue(),
                from.getValue());
    }

    /** Outside the page's turn: a server may take half a minute to say nothing. */
    private void send(Supplier<Trial> sending) {
        said.setText(getTranslation("administration.trial.under-way"));
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("mail-trial").start(() -> {
            @Nullable Trial trial = null;
            @Nullable RuntimeException wrong = null;
            try {
                trial = sending.get();
            } catch (Refused | TooOften refused) {
                wrong = refused;
            } catch (RuntimeException failed) {
                // No server has said this.
                log.error("a trial letter could not be sent", failed);
                trial = new Trial(Outcome.OTHER, "");
            }
            Trial told = trial;
            RuntimeException refused = wrong;
            try {
                var _ = ui.access(() -> tell(told, refused));
            } catch (UIDetachedException left) {
                // The page was closed meanwhile.
            }
        });
    }

    private void tell(@Nullable Trial trial, @Nullable RuntimeException wrong) {
        attempt.setEnabled(true);
        said.setText("");
        if (wrong instanceof Refused refused) {
            say(refused);
        } else if (wrong instanceof TooOften tooOften) {
            said.setText(tooOften.words(desk().messages(), desk().reader().language()));
        } else if (trial != null && trial.outcome() == Outcome.KEPT) {
            said.add(kept.said("administration.trial.kept"));
        } else if (trial != null) {
            String words = getTranslation("administration.trial." + Code.of(trial.outcome()));
            said.setText(
                    trial.said().isEmpty() || trial.outcome() == Outcome.SENT
                            ? words
                            : words + " " + getTranslation("administration.trial.said", trial.said()));
        }
    }

    private static int usual(Encryption chosen) {
        return switch (chosen) {
            case STARTTLS -> STARTTLS_PORT;
            case TLS -> TLS_PORT;
            case NONE -> OPEN_PORT;
        };
    }

    @Override
    boolean isOfTheFrame() {
        return false;
    }
}
