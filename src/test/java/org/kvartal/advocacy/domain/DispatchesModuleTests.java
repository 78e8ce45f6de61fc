package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees.AddresseeLine;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.Dispatches.Scan;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.Way;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.mail.LetterRefused;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Letters have two pairs of eyes, are frozen, and are answered by their link. */
class DispatchesModuleTests extends AdvocacyHouse {

    @Autowired
    ReturnedLetters returned;

    @Test
    void whoeverPreparedALetterDoesNotSignIt() {
        DispatchId id = prepared(adopted("One form"), addressee("Ministry", Language.EN, SOFIA, 14), Way.MAIL);

        assertThat(letter(id).maySign()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.sign(officer, id, version(id)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.four-eyes"));
        assertThatExceptionOfType(Forbidden.class)
                .as("a facilitator prepares, and does not sign")
                .isThrownBy(() -> dispatches.sign(person("Fani", Role.FACILITATOR), id, version(id)));

        long before = version(id);
        dispatches.change(second, id, before, Way.MAIL, "Please read this twice.", 10);
        assertThatExceptionOfType(Refused.class)
                .as("who has changed it has prepared it")
                .isThrownBy(() -> dispatches.sign(second, id, version(id)));
        assertThatExceptionOfType(Refused.class)
                .as("somebody saw another text")
                .isThrownBy(() -> dispatches.sign(officer, id, before));
        dispatches.sign(officer, id, version(id));

        assertThat(letter(id).line().state()).isEqualTo(DispatchState.SENT);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .as("the database lets nobody do both either")
                .isThrownBy(() -> jdbc.sql("UPDATE dispatch SET prepared_by = signed_by WHERE id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Test
    void aSignedLetterIsPrintedFrozenAndSent() throws Exception {
        AddresseeId to = addressee("Министерство", Language.RU, SOFIA, 14);
        RecommendationId recommendation = adopted("One form");
        DispatchId id = sent(recommendation, to);

        DispatchPage page = letter(id);
        byte[] pdf = files.content(Objects.requireNonNull(page.letter()).id(), false)
                .orElseThrow()
                .bytes()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(page.hash()).isEqualTo(HexFormat.of().formatHex(Secret.sha256(pdf)));
        assertThat(page.alone()).isFalse();
        assertThat(letters.to(mail(to))).singleElement().satisfies(letter -> {
            assertThat(letter.secret()).isTrue();
            assertThat(letter.to().language()).isEqualTo(Language.RU);
        });
        assertThat(card(recommendation).state()).isEqualTo(RecommendationState.ACTIVE);
        assertThat(trace.walk(Asker.guest(), recommendation.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .contains("dispatch");
    }

    @Test
    void nothingLeavesTheHouseThatWasNotAdopted() {
        RecommendationId id = consulted(begun("Not yet"));
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> prepared(id, to, Way.MAIL));
    }

    @Test
    void oneLetterAtATimeGoesToAnAddressee() throws Exception {
        RecommendationId id = adopted("Once");
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);

        int prepared = atOnce(5, _ -> prepared(id, to, Way.POST));

        assertThat(prepared).isEqualTo(1);
    }

    @Test
    void twoWhoSignAtOnceSendOneLetter() throws Exception {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = prepared(adopted("Once"), to, Way.MAIL);
        long seen = version(id);

        int signed = atOnce(4, _ -> dispatches.sign(second, id, seen));

        assertThat(signed).isEqualTo(1);
        assertThat(letters.to(mail(to))).hasSize(1);
    }

    @Test
    void aLetterOnPaperIsRecordedWithItsDayAndNumber() {
        DispatchId id = prepared(adopted("On paper"), addressee("Ministry", Language.BG, SOFIA, 14), Way.POST);
        dispatches.sign(second, id, version(id));
        assertThat(letter(id).line().state()).isEqualTo(DispatchState.SIGNED);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.recordSent(officer, id, version(id), today.plusDays(1), "94-1"));

        dispatches.recordSent(officer, id, version(id), today, "94-00-17");

        assertThat(letter(id).registry()).isEqualTo("94-00-17");
        assertThat(letter(id).line().replyBy()).isEqualTo(today.plusDays(14));

        dispatches.recordReply(
                second,
                id,
                new PaperReply(says(ReplyChoice.NOTED, "Received."), today, "M-7", "E-12"),
                new Scan("scan.png", new ByteArrayInputStream(Samples.png(20, 20))));
        assertThat(letter(id).replies()).singleElement().satisfies(reply -> {
            assertThat(reply.theirNumber()).isEqualTo("M-7");
            assertThat(reply.file()).isNotNull();
        });
    }

    @Test
    void anAddresseeAnswersByTheLinkAndCorrectsUntilSomebodyHasRead() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Answer me");
        DispatchId id = sent(recommendation, to);
        String token = token(to);
        assertThat(answers.look(token)).isPresent();
        assertThat(letter(id).line().state()).as("looking changes nothing").isEqualTo(DispatchState.SENT);
        assertThat(answers.look(token.substring(1) + "x")).isEmpty();

        answers.say(token, says(ReplyChoice.REFUSED, "There is <b>no</b> money."), null);
        assertThat(page(Asker.guest(), recommendation).letters().getFirst().last())
                .as("nobody else reads what the office has not")
                .isNull();
        long seen = version(id);
        answers.say(token, says(ReplyChoice.PARTLY, "There is some money."), null);
        assertThatExceptionOfType(Refused.class)
                .as("the office read the word before")
                .isThrownBy(() -> dispatches.classify(officer, id, seen, Position.REFUSED, ""));
        dispatches.classify(officer, id, version(id), Position.PARTLY, "Ask in spring.");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> answers.say(token, says(ReplyChoice.ACCEPTED, "All of it."), null));
        DispatchLine line = page(Asker.guest(), recommendation).letters().getFirst();
        assertThat(line.position()).isEqualTo(Position.PARTLY);
        assertThat(line.last()).isNotNull().satisfies(reply -> {
            assertThat(reply.words()).isEqualTo("There is some money.");
            assertThat(reply.responsible()).as("for the office alone").isEmpty();
        });
        assertThat(letter(id).replies())
                .hasSize(2)
                .last()
                .satisfies(reply -> assertThat(reply.corrected()).isTrue());
        assertThat(letter(id).note()).isEqualTo("Ask in spring.");
        assertThat(dispatches.find(member, id).orElseThrow().note()).isEmpty();
    }

    @Test
    void whatAnAddresseeSaysMustBeWhole() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        sent(adopted("Whole"), to);
        String token = token(to);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> answers.check(token, says(ReplyChoice.REFUSED, " ")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("words"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> answers.check(token, says(ReplyChoice.NEEDS_TIME, "")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> answers.check(token, says(ReplyChoice.NOTED, "x".repeat(8_001))));
    }

    @Test
    void aQuestionIsAnsweredAndTheWaitGoesOn() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Question"), to);
        answers.say(token(to), says(ReplyChoice.QUESTION, "Which form?"), null);
        dispatches.owe(officer, id, version(id));
        assertThat(owes(officer)).contains("advocacy.clarify:" + id);

        LocalDate until = LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(20);
        dispatches.clarify(officer, id, version(id), "The long one.", until);

        assertThat(letter(id).line().state()).isEqualTo(DispatchState.SENT);
        assertThat(letter(id).line().replyBy()).isEqualTo(until);
        assertThat(letters.to(mail(to))).hasSize(2);
        assertThat(answers.look(token(to))).isPresent();
    }

    @Test
    void whatDidNotArriveIsPreparedAndSignedAnew() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Bounced"), to);
        String token = token(to);

        dispatches.bounced(officer, id, version(id), "No such mailbox.");
        assertThat(answers.look(token)).isEmpty();
        dispatches.prepareAgain(officer, id, version(id));

        assertThat(letter(id).line().state()).isEqualTo(DispatchState.PREPARED);
        assertThat(letter(id).signedBy()).isNull();
    }

    @Test
    void aLetterThatTheMailServerRefusesHasBouncedAndGoesAgain() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Refused by the server"), to);
        String token = token(to);
        LetterRefused fact = new LetterRefused(letters.to(mail(to)).getLast().factKey(), "550 no such mailbox");

        transaction.executeWithoutResult(_ -> facts.publishEvent(fact));
        await().atMost(PATIENCE).until(() -> letter(id).line().state() == DispatchState.BOUNCED);

        assertThat(answers.look(token)).isEmpty();
        assertThat(owes(officer)).contains("advocacy.bounced:" + id);
        dispatches.prepareAgain(officer, id, version(id));
        dispatches.sign(second, id, version(id));
        assertThat(letters.to(mail(to))).as("on the same day").hasSize(2);
        assertThat(answers.look(token(to))).isPresent();

        returned.on(fact);
        assertThat(letter(id).line().state())
                .as("it was about the letter before")
                .isEqualTo(DispatchState.SENT);
    }

    @Test
    void aListOfLettersTakesTheSameNumberOfStatementsHoweverLongItIs() {
        RecommendationId id = adopted("To many");
        IntStream.range(0, 3).forEach(i -> prepared(id, addressee("Few " + i, Language.EN, SOFIA, 14), Way.POST));
        int few = SqlCounter.during(() -> {
                    var _ = dispatches.waiting(officer, Desk.TO_SIGN, null, 2);
                })
                .size();
        IntStream.range(0, 8).forEach(i -> prepared(id, addressee("Many " + i, Language.EN, SOFIA, 14), Way.POST));

        int many = SqlCounter.during(() -> {
                    var _ = dispatches.waiting(officer, Desk.TO_SIGN, null, 10);
                })
                .size();

        assertThat(many).isEqualTo(few);
    }

    @Test
    void latenessIsToldByTheAddresseesCalendar() {
        LocalDate by = LocalDate.parse("2027-03-10");
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        Instant noonOnTheTenth = Instant.parse("2027-03-10T12:00:00Z");

        assertThat(Lateness.of(by, SOFIA, noonOnTheTenth)).isEqualTo(Lateness.WAITING);
        assertThat(Lateness.of(by, auckland, noonOnTheTenth)).isEqualTo(Lateness.LATE);
        assertThat(Lateness.of(by, SOFIA, Instant.parse("2027-03-10T21:59:59Z")))
                .isEqualTo(Lateness.WAITING);
        assertThat(Lateness.of(by, SOFIA, Instant.parse("2027-03-10T22:00:00Z")))
                .isEqualTo(Lateness.LATE);
        assertThat(Lateness.of(by, SOFIA, Instant.parse("2027-04-09T12:00:00Z")))
                .isEqualTo(Lateness.LATE);
        assertThat(Lateness.of(by, SOFIA, Instant.parse("2027-04-10T12:00:00Z")))
                .isEqualTo(Lateness.LONG_LATE);
    }

    @Test
    void aLateLetterDraftsItsReminderOnceAndOffersItselfToTheBacklog() {
        AddresseeId to = addressee("Ministry of Silence", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Silence");
        DispatchId id = sent(recommendation, to);
        silence.draftReminders();
        assertThat(letter(id).reminders()).isEmpty();

        clock.turn(Duration.ofDays(16));
        silence.draftReminders();
        silence.draftReminders();

        assertThat(letter(id).line().lateness()).isEqualTo(Lateness.LATE);
        assertThat(letter(id).reminders())
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.text())
                        .contains(card(recommendation).code()));
        assertThat(owes(officer)).contains("advocacy.remind:" + id);
        assertThat(agenda.backlog(officer, null, null, 100).items())
                .filteredOn(item -> item.title().in(Language.EN).contains("Ministry of Silence"))
                .hasSize(1);

        dispatches.remind(officer, id, letter(id).reminders().getFirst().replyBy(), "Please answer.");
        assertThat(letters.to(mail(to))).hasSize(2);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.closeUnanswered(officer, id, version(id), "Never."));
        clock.turn(Duration.ofDays(31));
        dispatches.closeUnanswered(officer, id, version(id), "Never answered.");
        assertThat(letter(id).line().position()).isEqualTo(Position.NO_REPLY);
    }

    @Test
    void whoeverClassifiesIsRemindedAfterFiveDays() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Unread");
        sent(recommendation, to);
        answers.say(token(to), says(ReplyChoice.NOTED, "Seen."), null);

        clock.turn(Duration.ofDays(6));
        silence.remindOfUnread();

        isTold(officer, card(recommendation).code());
    }

    @Test
    void anAddresseeIsFoundByItsNameItsUnitOrItsPost() {
        AddresseeId id = addressee("Ministry of Kaleidoscopes", Language.EN, SOFIA, 14);

        assertThat(addressees.search(officer, "kaleidosc", Language.EN, 10))
                .extracting(AddresseeLine::id)
                .contains(id);
        assertThat(addressees.search(officer, "culture dep", Language.EN, 1)).hasSize(1);
        assertThat(addressees.search(officer, "head of", Language.EN, 500))
                .extracting(AddresseeLine::id)
                .contains(id);
        assertThat(addressees.search(officer, "100%_", Language.EN, 10)).isEmpty();
        addressees.close(officer, id, 0);
        assertThat(addressees.search(officer, "kaleidosc", Language.EN, 10))
                .extracting(AddresseeLine::id)
                .doesNotContain(id);
    }

    @Test
    void whatNobodyReadsIsToldOfHoweverMuchElseWaits() {
        AddresseeId to = addressee("Ministry of Piles", Language.EN, SOFIA, 14);
        DispatchId first = sent(adopted("The first of many"), to);
        answers.say(token(to), says(ReplyChoice.NOTED, "Seen."), null);
        AddresseeId last = addressee("Ministry of the Last", Language.EN, SOFIA, 14);
        RecommendationId buried = adopted("Buried under others");
        sent(buried, last);
        answers.say(token(last), says(ReplyChoice.NOTED, "Seen."), null);
        jdbc.sql("""
                INSERT INTO addressee
                SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'unit', 'pile'))).*
                  FROM addressee a, generate_series(1, 60) WHERE a.id = :id""").param("id", to.value()).update();
        jdbc.sql("""
                INSERT INTO dispatch
                SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'addressee', a.id))).*
                  FROM dispatch d, addressee a
                 WHERE d.id = :id AND a.unit = 'pile'""").param("id", first.value()).update();
        clock.turn(Duration.ofDays(6));
        int waiting = jdbc.sql("SELECT count(*) FROM dispatch WHERE state = 'NEEDS_CLASSIFICATION'")
                .query(Integer.class)
                .single();

        for (int told = 0; told <= waiting; told += 50) {
            silence.remindOfUnread();
        }

        isTold(officer, card(buried).code());
        jdbc.sql("""
                UPDATE dispatch SET state = 'CLOSED', position = 'NOTED'
                 WHERE addressee IN (SELECT id FROM addressee WHERE unit = 'pile')""").update();
        jdbc.sql("UPDATE addressee SET closed_at = now() WHERE unit = 'pile'").update();
    }
}
