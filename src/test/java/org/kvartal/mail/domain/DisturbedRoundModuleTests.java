package org.kvartal.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Letter.Importance;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.PostalRest;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.mail.domain.MoodyMailServer.Mood;
import org.kvartal.mail.domain.MoodyMailServer.Received;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of letters whose round is disturbed: by its end, by the server, by the database, by other settings. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
@Import({TurnableClock.Hands.class, DisturbedRoundModuleTests.Rest.class})
class DisturbedRoundModuleTests {

    static final MoodyMailServer SERVER = new MoodyMailServer();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("kvartal.name", () -> "Дом");
    }

    /** The house's own rounds leave the letters to the nodes of these tests. */
    static class Rest implements PostalRest {

        @Override
        public boolean holds() {
            return true;
        }
    }

    @Autowired
    Postbox postbox;

    @Autowired
    Outbox outbox;

    @Autowired
    LetterWriter writer;

    @Autowired
    MailRoute route;

    @Autowired
    HouseBook book;

    @Autowired
    House house;

    @Autowired
    JsonMapper json;

    @Autowired
    TurnableClock clock;

    @Autowired
    Messages messages;

    @Autowired
    MailSettings settings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String address = "d" + Ids.next() + "@people.example";
    private Delivery node;

    @BeforeEach
    void aNodeSendsForAHouseThatWasSetUpOnItsPage() {
        node = new Delivery(outbox, writer, route, List.of());
        sendFrom("post@house.example");
        await().until(SERVER::isAlone);
    }

    @AfterEach
    void theHouseIsAsItWas() throws InterruptedException {
        node.close();
        SERVER.takeAtMost(Integer.MAX_VALUE);
        jdbc.sql("DELETE FROM letter").update();
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
    }

    @Test
    void aNodeThatClosesNotesTheLettersThatTheServerHasJustTaken() {
        List<String> late = postMany(4);
        node.on(new Outbox.LetterPosted());
        await().until(() -> late.stream().noneMatch(one -> SERVER.to(one).isEmpty()));

        Thread closing = Thread.ofPlatform().start(() -> {
            try {
                node.close();
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);

        eachIsSentOnce(late);
    }

    @Test
    void aRoundThatIsInterruptedNotesTheLettersThatTheServerHasJustTaken() {
        List<String> late = postMany(4);
        Thread round = Thread.ofPlatform().start(node::deliverDue);
        await().until(() -> late.stream().noneMatch(one -> SERVER.to(one).isEmpty()));

        round.interrupt();

        eachIsSentOnce(late);
    }

    /** The round's own connection ends first, and waits for those beside it: what it does to them is done then. */
    private void eachIsSentOnce(List<String> late) {
        String own = late.stream()
                .map(one -> SERVER.to(one).getFirst())
                .min(Comparator.comparingInt(Received::connection))
                .orElseThrow()
                .recipient();
        SERVER.give(own);
        await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING
                        && Arrays.stream(thread.getValue())
                                .anyMatch(at -> at.getClassName().endsWith(".ThreadPerTaskExecutor")
                                        && at.getMethodName().equals("close"))));
        late.forEach(SERVER::give);

        await().until(SERVER::isAlone);
        turnAndDeliver(Duration.ofMinutes(15));
        assertThat(late).allSatisfy(one -> {
            assertThat(SERVER.to(one)).hasSize(1);
            assertThat(row(one)).containsEntry("state", "SENT").containsEntry("attempts", 1);
        });
    }

    @Test
    void aConnectionThatTheServerDoesNotTakeCostsNoLetterAnAttempt() {
        SERVER.takeAtMost(1);
        int before = SERVER.turnedAway();
        List<String> late = postMany(8);

        Thread round = Thread.ofPlatform().start(node::deliverDue);
        await().until(() -> SERVER.turnedAway() == before + 3);
        late.forEach(SERVER::give);

        await().untilAsserted(() -> assertThat(late)
                .allSatisfy(one ->
                        assertThat(row(one)).containsEntry("state", "SENT").containsEntry("attempts", 1)));
        await().until(() -> !round.isAlive());
    }

    @Test
    void aLetterIsNotSentAgainSinceItCouldNotBeNotedAtOnce() {
        node = new Delivery(new Forgetful(1), writer, route, List.of());
        post(letter(address));

        node.deliverDue();

        assertThat(row(address)).containsEntry("state", "SENT").containsEntry("attempts", 1);
        turnAndDeliver(Duration.ofDays(1));
        assertThat(SERVER.to(address)).hasSize(1);
    }

    @Test
    void aLetterThatCouldNotBeNotedIsTakenForOneThatWasCutOff() throws Exception {
        node = new Delivery(new Forgetful(2), writer, route, List.of());
        post(letter(address));

        node.deliverDue();
        turnAndDeliver(Duration.ofMinutes(14));
        assertThat(SERVER.to(address))
                .as("no refusal that waits for its next attempt")
                .hasSize(1);
        assertThat(row(address)).containsEntry("state", "SENDING").containsEntry("attempts", 1);
        turnAndDeliver(Duration.ofMinutes(1));

        assertThat(row(address)).containsEntry("state", "SENT").containsEntry("attempts", 2);
        assertThat(SERVER.to(address)).hasSize(2);
        assertThat(SERVER.to(address))
                .extracting(copy -> copy.message().getMessageID())
                .containsOnly(String.valueOf(row(address).get("message_id")));
    }

    @Test
    void aMessageIsNamedByTheAddressItComesFromAndKeepsItsName() throws Exception {
        SERVER.treat(address, Mood.TAKES_AND_HANGS_UP);
        post(letter(address).in(new LetterSeries("notices", Ids.next(), "https://house.example/leave")));
        node.deliverDue();
        sendFrom("post@other.example");
        turnAndDeliver(Duration.ofMinutes(1));

        List<MimeMessage> copies =
                SERVER.to(address).stream().map(Received::message).toList();
        assertThat(copies).hasSize(2);
        assertThat(copies.getFirst().getFrom()[0].toString()).contains("<post@house.example>");
        assertThat(copies.getFirst().getMessageID()).matches("<[0-9a-f-]{36}@house\\.example>");
        assertThat(copies.getFirst().getHeader("References")[0]).endsWith("@house.example>");
        assertThat(copies.getLast().getFrom()[0].toString()).contains("<post@other.example>");
        assertThat(copies.getLast().getMessageID())
                .isEqualTo(copies.getFirst().getMessageID())
                .isEqualTo(row(address).get("message_id"));
    }

    @Test
    void aSenderWhoseAddressHasOtherLettersIsWrittenAsServersKnowIt() throws Exception {
        sendFrom("post@дом.example");
        post(letter(address));
        node.deliverDue();

        MimeMessage message = SERVER.to(address).getFirst().message();
        assertThat(message.getFrom()[0].toString()).contains("<post@xn--d1aqf.example>");
        assertThat(message.getMessageID()).endsWith("@xn--d1aqf.example>");
        MailSettings given = new MailSettings("Дом <post@дом.example>");
        assertThat(given.sender().getAddress()).isEqualTo("post@xn--d1aqf.example");
    }

    @Test
    void aRoundEndsWithTheSettingsItBeganWith() throws Exception {
        List<String> two = List.of("a-" + address, "b-" + address);
        SERVER.treat(two.getFirst(), Mood.WAITS_FOR_LEAVE);
        post(letter(two.getFirst()), letter(two.getLast()).with(Importance.BULK));
        Thread round = Thread.ofPlatform().start(node::deliverDue);
        await().until(() -> !SERVER.to(two.getFirst()).isEmpty());

        sendFrom("post@other.example");
        SERVER.give(two.getFirst());
        await().until(() -> !round.isAlive());
        post(letter(address));
        node.deliverDue();

        assertThat(two).allSatisfy(one -> assertThat(from(one)).contains("<post@house.example>"));
        assertThat(from(address)).contains("<post@other.example>");
    }

    private static String from(String recipient) throws Exception {
        return SERVER.to(recipient).getFirst().message().getFrom()[0].toString();
    }

    /** Notes that a letter is sent only after it has failed to some times. */
    private final class Forgetful extends Outbox {

        private int failures;

        Forgetful(int failures) {
            super(house, jdbc, json, clock, messages, settings, events);
            this.failures = failures;
        }

        @Override
        void sent(PostedLetter letter) {
            if (failures > 0) {
                failures--;
                throw new DataAccessResourceFailureException("the connection is broken");
            }
            super.sent(letter);
        }
    }

    /**
     * Posts as many as go over one connection at first, and more.
     *
     * @return the addresses of those after the first, whose server waits for leave
     */
    private List<String> postMany(int more) {
        List<String> late =
                IntStream.range(0, more).mapToObj(i -> "l" + i + "-" + address).toList();
        late.forEach(one -> SERVER.treat(one, Mood.WAITS_FOR_LEAVE));
        transaction.executeWithoutResult(_ -> {
            IntStream.range(0, 10).forEach(i -> postbox.post(letter("f" + i + "-" + address)));
            late.forEach(one -> postbox.post(letter(one).with(Importance.BULK)));
        });
        return late;
    }

    private static Letter letter(String to) {
        return Letter.about(
                "trial.disturbed:" + Ids.next(), new Recipient("Anna", to, Language.EN), "trial.letter", "Anna");
    }

    private void post(Letter... letters) {
        transaction.executeWithoutResult(_ -> Arrays.stream(letters).forEach(postbox::post));
    }

    private void sendFrom(String sender) {
        transaction.executeWithoutResult(
                _ -> book.write(HouseBook.MAIL, book.read(HouseBook.MAIL).version(), Map.of(MailRoute.FROM, sender)));
    }

    private void turnAndDeliver(Duration by) {
        clock.turn(by.plusSeconds(1));
        new Delivery(outbox, writer, route, List.of()).deliverDue();
    }

    private Map<String, @Nullable Object> row(String recipient) {
        return jdbc.sql("SELECT * FROM letter WHERE address = :address")
                .param("address", recipient)
                .query()
                .singleRow();
    }
}
