package org.kvartal.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.mail.GivenUpLetters;
import org.kvartal.mail.GivenUpLetters.Cause;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.mail.domain.MoodyMailServer.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
@Import(TurnableClock.Hands.class)
class MailModuleTests {

    static final MoodyMailServer SERVER = new MoodyMailServer();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("spring.mail.properties.mail.smtp.timeout", () -> "700");
        properties.add("kvartal.mail.from", () -> "post@house.example");
        properties.add("kvartal.name", () -> "Дом");
    }

    @Autowired
    Postbox postbox;

    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    GivenUpLetters givenUp;

    @Autowired
    LetterWriter writer;

    @Autowired
    JavaMailSenderImpl way;

    @Autowired
    MailRoute route;

    @Autowired
    TurnableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final String address = "p" + Ids.next() + "@people.example";
    final String fact = "trial.address-to-confirm:" + Ids.next();

    @Test
    void aLetterArrivesInTheRecipientsLanguageAsPageAndAsText() throws Exception {
        post(letter("Мария Петрова", Language.BG).withButton("https://house.example/confirm/abc"));

        MimeMessage message = arrived();
        assertThat(message.getSubject()).isEqualTo("Потвърдете адреса си, Мария");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Дом");
        assertThat(message.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress(address, "Мария Петрова", "UTF-8"));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Id")[0]).endsWith("<letters.house.example>");
        assertThat(message.getHeader("Content-Language")).containsExactly("bg");
        assertThat(text(message))
                .contains(
                        "Здравейте, Мария Петрова!",
                        "Остава едно натискане.",
                        "Потвърждавам:",
                        "https://house.example/confirm/abc",
                        "Получавате това писмо");
        assertThat(html(message))
                .contains(
                        "<html lang=\"bg\"",
                        "Здравейте, Мария Петрова!",
                        "<p style=\"margin:0 0 16px;overflow-wrap:anywhere;\">Остава едно натискане.</p>",
                        "href=\"https://house.example/confirm/abc\"",
                        "Ако бутонът не работи");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aLetterOfASeriesSaysWhereItBelongsAndEndsAtOnePress() throws Exception {
        UUID conversation = UUID.fromString("01900000-0000-7000-8000-000000000001");
        post(letter("Anna", Language.EN)
                .with(Letter.Importance.BULK)
                .listing(List.of(new LetterSection(
                        "Sessions <b>",
                        List.of(new LetterSection.Item(
                                "One & two", "said\n\nmore", "https://house.example/app/inbox/1")))))
                .in(new LetterSeries("notices", conversation, "https://house.example/unsubscribe/abc")));

        MimeMessage message = arrived();
        assertThat(message.getHeader("List-Id")[0]).endsWith("<notices.house.example>");
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://house.example/unsubscribe/abc>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<" + conversation + "@house.example>");
        assertThat(message.getHeader("References")).containsExactly("<" + conversation + "@house.example>");
        assertThat(message.getHeader("Precedence")).containsExactly("bulk");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(message).replace("\r\n", "\n"))
                .contains(
                        "Sessions <b>\n\n* One & two\n  said\n  more\n  https://house.example/app/inbox/1",
                        "Get no more letters of this kind: https://house.example/unsubscribe/abc");
        assertThat(html(message))
                .contains(
                        "Sessions &lt;b&gt;",
                        "href=\"https://house.example/app/inbox/1\"",
                        "One &amp; two",
                        "href=\"https://house.example/unsubscribe/abc\"");
    }

    @Test
    void noSeriesCanCarryAnotherHeader() {
        for (String leave : List.of(
                "https://house.example/x\r\nBcc: eve@people.example",
                "https://house.example/x>, <mailto:eve",
                "javascript:x",
                "")) {
            assertThatThrownBy(() -> new LetterSeries("notices", null, leave))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String list : List.of("No", "a.b", "x\r\ny", "")) {
            assertThatThrownBy(() -> new LetterSeries(list, null, "https://house.example/x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anActThatIsRolledBackSendsNothing() {
        transaction.executeWithoutResult(status -> {
            postbox.post(letter("Anna", Language.EN));
            status.setRollbackOnly();
        });
        delivery.deliverDue();

        assertThat(SERVER.to(address)).isEmpty();
        assertThat(letters()).isZero();
    }

    @Test
    void noLetterIsPostedOutsideTheTransactionOfWhatItTells() {
        assertThatThrownBy(() -> postbox.post(letter("Anna", Language.EN)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSameFactIsToldToAnAddressOnce() {
        post(letter("Anna", Language.EN));
        post(letter("Anna", Language.EN));
        post(Letter.about(
                fact,
                new Recipient("Anna", address.toUpperCase(Locale.ROOT), Language.RU),
                "trial.letter",
                "another wording"));
        arrived();
        delivery.deliverDue();

        assertThat(SERVER.to(address)).hasSize(1);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void aLetterWithoutTextsIsRefusedWhereItIsWritten() {
        assertThatThrownBy(
                        () -> post(Letter.about(fact, new Recipient("", address, Language.EN), "trial.no-such-letter")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trial.no-such-letter.subject");
    }

    @Test
    void aServerThatGreylistsGetsTheSameLetterAgainAMinuteLater() throws Exception {
        SERVER.treat(address, Mood.GREYLISTS, Mood.GREYLISTS);
        post(letter("Anna", Language.EN));
        await().until(() -> state().equals("WAITING") && attempts() == 1);

        delivery.deliverDue();
        assertThat(attempts()).as("not before its time").isEqualTo(1);
        turnAndDeliver(Duration.ofMinutes(1));
        assertThat(attempts()).isEqualTo(2);
        turnAndDeliver(Duration.ofMinutes(1));
        assertThat(attempts()).as("waits longer each time").isEqualTo(2);
        turnAndDeliver(Duration.ofMinutes(4));

        assertThat(arrived().getMessageID()).isEqualTo(messageId());
        assertThat(state()).isEqualTo("SENT");
        assertThat(reason()).contains("greylisted");
    }

    @Test
    void anAddressThatDoesNotExistIsNotTriedAgain() {
        SERVER.treat(address, Mood.KNOWS_NOBODY);
        post(letter("Anna", Language.EN));
        await().until(() -> state().equals("DEAD"));

        turnAndDeliver(Duration.ofDays(2));

        assertThat(attempts()).isEqualTo(1);
        assertThat(reason()).contains("550", "no such mailbox");
        assertThat(SERVER.to(address)).isEmpty();
    }

    @Test
    void aLetterWhoseContentIsRefusedIsKeptWithTheReason() {
        SERVER.treat(address, Mood.REFUSES_CONTENT);
        post(letter("Anna", Language.EN));

        await().until(() -> state().equals("DEAD"));
        assertThat(reason()).contains("554", "looks like spam");
    }

    @Test
    void aSecondCopyAfterALostAnswerIsKnownByItsId() throws Exception {
        SERVER.treat(address, Mood.TAKES_AND_HANGS_UP);
        post(letter("Anna", Language.EN));
        await().until(() -> state().equals("WAITING") && attempts() == 1);

        turnAndDeliver(Duration.ofMinutes(1));

        assertThat(SERVER.to(address)).hasSize(2);
        assertThat(SERVER.to(address))
                .extracting(copy -> copy.message().getMessageID())
                .containsOnly(messageId());
    }

    @Test
    void aServerThatHangsHoldsUpNobodyWhoPosts() throws Exception {
        SERVER.treat(address, Mood.FALLS_SILENT);
        String others = "q" + Ids.next() + "@people.example";
        post(letter("Anna", Language.EN));
        post(Letter.about(fact, new Recipient("", others, Language.RU), "trial.letter", "Пётр"));

        await().until(() -> !SERVER.to(others).isEmpty());
        await().until(() -> state().equals("WAITING") && attempts() == 1);
        turnAndDeliver(Duration.ofMinutes(1));
        assertThat(arrived().getMessageID()).isEqualTo(messageId());
    }

    @Test
    void aServerThatStaysAwayMakesADeadLetterAfterTwoDays() {
        int port = way.getPort();
        try {
            way.setPort(1);
            post(letter("Anna", Language.EN).withSecretButton("https://house.example/reset/token-x1"));
            await().until(() -> attempts() == 1);
            assertThat(state()).isEqualTo("WAITING");
            for (int attempt = 2; attempt <= 8; attempt++) {
                turnAndDeliver(Duration.ofHours(25));
                assertThat(attempts()).isEqualTo(attempt);
            }
        } finally {
            way.setPort(port);
        }

        assertThat(state()).isEqualTo("DEAD");
        assertThat(reason()).contains("connect");
        assertThat(row().toString()).doesNotContain("token-x1");
    }

    @Test
    void aLetterThatCanNotBeWrittenIsNotPutDownToTheMailServer() {
        post(Letter.about(fact, new Recipient("Anna", address, Language.EN), "trial.counted", "many"));
        await().until(() -> attempts() == 1 && state().equals("WAITING"));
        assertThat(reason()).isEqualTo(Delivery.UNWRITTEN);

        for (int attempt = 2; attempt <= 8; attempt++) {
            turnAndDeliver(Duration.ofHours(25));
        }

        assertThat(state()).isEqualTo("DEAD");
        assertThat(SERVER.to(address)).isEmpty();
        assertThat(givenUp.newest(null, 100))
                .filteredOn(letter -> letter.address().equals(address))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.cause()).isEqualTo(Cause.UNWRITTEN);
                    assertThat(letter.said()).isEmpty();
                });
    }

    @Test
    void aLetterWithASecretIsForgottenOnceItIsSent() throws Exception {
        post(letter("Anna", Language.EN).withSecretButton("https://house.example/confirm/token-x2"));

        assertThat(text(arrived())).contains("token-x2");
        await().until(() -> state().equals("SENT"));
        assertThat(row().toString()).doesNotContain("token-x2");
    }

    @Test
    void anAttemptThatACrashCutOffIsMadeAgainAfterAWhile() throws Exception {
        transaction.executeWithoutResult(_ -> {
            postbox.post(letter("Anna", Language.EN));
            assertThat(outbox.take(false, "house.example"))
                    .map(PostedLetter::to)
                    .map(Recipient::address)
                    .contains(address);
        });
        delivery.deliverDue();
        assertThat(SERVER.to(address)).isEmpty();

        turnAndDeliver(Duration.ofMinutes(15));

        assertThat(arrived().getMessageID()).isEqualTo(messageId());
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void whatIsAwaitedCanBeTakenAlone() {
        transaction.executeWithoutResult(status -> {
            post(letter("Anna", Language.EN));
            assertThat(outbox.take(true, "house.example")).isEmpty();
            post(Letter.about(fact, new Recipient("", "w-" + address, Language.EN), "trial.letter", "Ben")
                    .with(Letter.Importance.AWAITED));
            assertThat(outbox.take(true, "house.example"))
                    .map(PostedLetter::to)
                    .map(Recipient::address)
                    .contains("w-" + address);
            assertThat(outbox.take(false, "house.example"))
                    .map(PostedLetter::to)
                    .map(Recipient::address)
                    .contains(address);
            status.setRollbackOnly();
        });
    }

    @Test
    void manyLettersLeaveOverAFewConnections() {
        List<String> addresses =
                IntStream.range(0, 40).mapToObj(i -> "m" + i + "-" + address).toList();
        transaction.executeWithoutResult(_ -> {
            for (String one : addresses) {
                Letter letter = Letter.about(fact, new Recipient("", one, Language.EN), "trial.letter", "Anna");
                // What is awaited leaves before what is ordinary: the first ten over one connection.
                boolean first = addresses.indexOf(one) < 10;
                postbox.post(first ? letter.with(Letter.Importance.AWAITED) : letter);
                if (!first) {
                    SERVER.treat(one, Mood.WAITS_FOR_COMPANY);
                }
            }
        });

        await().until(() -> addresses.stream().noneMatch(one -> SERVER.to(one).isEmpty()));
        assertThat(addresses).allSatisfy(one -> assertThat(SERVER.to(one)).hasSize(1));
    }

    @Test
    void twoNodesThatSendAtOnceSendEachLetterOnce() throws Exception {
        var addresses =
                IntStream.range(0, 60).mapToObj(i -> "n" + i + "-" + address).collect(Collectors.toSet());
        Delivery otherNode = new Delivery(outbox, writer, route, List.of());
        int before = SERVER.count();
        transaction.executeWithoutResult(_ -> addresses.forEach(
                to -> postbox.post(Letter.about(fact, new Recipient("", to, Language.EN), "trial.letter", "all"))));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var _ = nodes.submit(delivery::deliverDue);
            var _ = nodes.submit(otherNode::deliverDue);
        }

        await().until(() -> SERVER.count() >= before + addresses.size());
        Set<String> reached =
                addresses.stream().filter(to -> SERVER.to(to).size() == 1).collect(Collectors.toSet());
        assertThat(reached).isEqualTo(addresses);
        otherNode.close();
    }

    @Test
    void aNameCanNotWriteHeaders() throws Exception {
        post(letter("Eve\r\nBcc: all@people.example\r\n\r\n<script>alert(1)</script>\u2028X", Language.EN));

        MimeMessage message = arrived();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo(address);
        assertThat(html(message)).doesNotContain("<script>");
    }

    @Test
    void anArgumentCanNotWriteHeadersOrMarkup() throws Exception {
        post(Letter.about(
                fact,
                new Recipient("Ева \"=?utf-8?q?x?=\" О'Нил", address, Language.EN),
                "trial.letter",
                "x\r\nBcc: all@people.example\r\n\r\n<img src=x onerror=alert(1)>"));

        MimeMessage message = arrived();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).contains("Bcc: all@people.example");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Ева \"=?utf-8?q?x?=\" О'Нил");
        assertThat(html(message)).doesNotContain("<img");
    }

    @Test
    void nobodyUsesTheHouseAsAMessengerByChoosingAnAdvertisementAsName() throws Exception {
        post(letter("Win now www.casino.example", Language.EN));

        MimeMessage message = arrived();
        assertThat(text(message)).contains("Hello!").doesNotContain("casino");
        assertThat(html(message)).doesNotContain("casino");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isNull();
    }

    @Test
    void anAddressThatCarriesMoreThanAnAddressIsRefused() {
        for (String bad : new String[] {
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example, c@d.example",
            "a b@c.example",
            "<a@b.example>",
            "@b",
            "a@",
            ""
        }) {
            assertThatThrownBy(() -> new Recipient("", bad, Language.EN)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void lettersAreForgottenAfterAQuarterOfAYear() {
        post(letter("Anna", Language.EN));
        await().until(() -> state().equals("SENT"));
        outbox.forgetOld();
        assertThat(letters()).isEqualTo(1);

        clock.turn(Duration.ofDays(91));
        outbox.forgetOld();

        assertThat(letters()).isZero();
    }

    private Letter letter(String name, Language language) {
        return Letter.about(
                fact,
                new Recipient(name, address, language),
                "trial.letter",
                name.isEmpty() ? "" : name.split("\\s")[0]);
    }

    private void post(Letter letter) {
        transaction.executeWithoutResult(_ -> postbox.post(letter));
    }

    private MimeMessage arrived() {
        await().until(() -> letters() > 0 && state().equals("SENT"));
        return SERVER.to(address).getFirst().message();
    }

    /** A second beyond, so that what is due then is due. */
    private void turnAndDeliver(Duration by) {
        clock.turn(by.plusSeconds(1));
        delivery.deliverDue();
    }

    private Map<String, @Nullable Object> row() {
        return jdbc.sql("SELECT * FROM letter WHERE address = :address")
                .param("address", address)
                .query()
                .singleRow();
    }

    private String state() {
        return String.valueOf(row().get("state"));
    }

    private int attempts() {
        return ((Number) Objects.requireNonNull(row().get("attempts"))).intValue();
    }

    private String messageId() {
        return String.valueOf(row().get("message_id"));
    }

    private String reason() {
        return String.valueOf(row().get("last_error"));
    }

    private int letters() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE lower(address) = lower(:address)")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private static String text(MimeMessage message) throws Exception {
        return part(message, 0);
    }

    private static String html(MimeMessage message) throws Exception {
        return part(message, 1);
    }

    private static String part(MimeMessage message, int number) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        while (parts.getCount() == 1) {
            parts = (MimeMultipart) parts.getBodyPart(0).getContent();
        }
        return String.valueOf(parts.getBodyPart(number).getContent());
    }
}
