package org.kvartal.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.FirstKeeper.NewKeeper;
import org.kvartal.administration.domain.FirstStart;
import org.kvartal.administration.domain.FirstStart.Beginning;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.administration.domain.Preset;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.StartNote;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterServer;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever keeps a house sets its mail server, where the settings of the program name the sender and nothing else. */
@TestPropertySource(properties = "kvartal.mail.from=Given Sender <given@program.example>")
class UC900LettersFromAGivenAddressTests extends AtTheSettings {

    private static final String SENDER = "Given Sender <given@program.example>";

    @Autowired
    LetterServers servers;

    @Autowired
    FirstStart start;

    @Autowired
    List<StartNote> notes;

    @Autowired
    Postbox postbox;

    @Autowired
    TransactionTemplate transaction;

    private GreenMail server;

    @BeforeEach
    void aServerRuns() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
    }

    @AfterEach
    void theServerStops() {
        server.stop();
    }

    @Test
    void aServerIsTriedAndSavedAndLettersComeFromTheGivenAddress() throws Exception {
        go("admin/settings");
        TextField from = field("Letters come from");
        assertThat(from.getValue()).isEqualTo("given@program.example");
        assertThat(from.isReadOnly()).isTrue();
        assertThat(from.getHelperText()).contains("kvartal.mail.from");
        test(field("Mail server")).setValue("127.0.0.1");
        encryption().setValue(Encryption.NONE);
        find(IntegerField.class, find(LettersPart.class).single())
                .single()
                .setValue(server.getSmtp().getPort());

        test(find(Button.class, find(LettersPart.class).single())
                        .withText("Send a letter to myself")
                        .single())
                .click();
        VaadinSession session = VaadinSession.getCurrent();
        await().pollInSameThread().until(() -> {
            session.getService().runPendingAccessTasks(session);
            return server.getReceivedMessages().length == 1;
        });
        save(LettersPart.class);

        LetterServer saved = servers.in(book.read(HouseBook.MAIL)).orElseThrow();
        assertThat(saved.host()).isEqualTo("127.0.0.1");
        assertThat(saved.from()).isEqualTo("given@program.example");
        transaction.executeWithoutResult(_ -> postbox.post(Letter.about(
                "mail.trial:" + Ids.next(), new Recipient("Ada Keeper", email, Language.EN), "mail.letter.trial")));
        await().until(() -> server.getReceivedMessages().length == 2);
        for (MimeMessage message : server.getReceivedMessages()) {
            assertThat(message.getFrom()[0]).hasToString(SENDER);
            assertThat(message.getMessageID()).endsWith("@program.example>");
        }
    }

    @Test
    void aHouseIsSetUpWithAServerWhereNobodyWasAskedForTheSender() {
        jdbc.sql("DELETE FROM role_grant WHERE role = 'ADMINISTRATOR'").update();
        String link = notes.stream()
                .flatMap(note -> note.lines().stream())
                .flatMap(line -> Arrays.stream(line.split("\\s")))
                .filter(word -> word.contains("/set-up?token="))
                .findFirst()
                .orElseThrow();

        assertThat(start.begin(
                        link.substring(link.indexOf('=') + 1),
                        new Beginning(
                                "House",
                                Preset.SMALL,
                                "",
                                "http://localhost:8080",
                                List.of(Language.EN),
                                "Europe/Sofia",
                                new NewKeeper(
                                        "Ben",
                                        "first-" + email,
                                        "three blue doors",
                                        Language.EN,
                                        ZoneId.of("Europe/Sofia")),
                                new ServerForm("smtp.example.org", 587, Encryption.STARTTLS, "", "", "")),
                        null))
                .isPresent();

        assertThat(servers.in(book.read(HouseBook.MAIL)))
                .map(LetterServer::from)
                .contains("given@program.example");
    }

    @SuppressWarnings("unchecked") // a select tells nobody at run time what it offers
    private Select<Encryption> encryption() {
        return find(Select.class, find(LettersPart.class).single()).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }
}
