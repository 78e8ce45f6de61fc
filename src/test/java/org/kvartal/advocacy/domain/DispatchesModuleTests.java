package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Addressees.AddresseeLine;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.Dispatches.Scan;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.PrintedBook;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Samples;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.mail.LetterRefused;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Letters have two pairs of eyes, are frozen, and are answered by their link. */
class DispatchesModuleTests extends AdvocacyHouse {

    @Autowired
    FileReaders readers;

    @Autowired
    ReturnedLetters returned;

    private List<String> awaited(Asker by, DispatchId id) {
        return tasks.awaited(new Reader(by, Language.EN, SOFIA), 500).stream()
                .filter(line -> line.path().equals(AdvocacyPages.letter(id)))
                .map(line -> line.messageKey() + " " + line.who())
                .toList();
    }

    @Test
    void whoPreparedALetterWaitsForASignatureAndBothForAnAnswer() {
        DispatchId id = prepared(adopted("Awaited"), addressee("Ministry", Language.EN, SOFIA, 14), Way.MAIL);
        assertThat(awaited(officer, id)).containsExactly("advocacy.awaited.signature another officer");
        assertThat(awaited(second, id)).isEmpty();
        dispatches.sign(second, id, version(id), false);

        for (Asker hand : List.of(officer, second)) {
            assertThat(awaited(hand, id)).singleElement().asString().startsWith("advocacy.awaited.reply Ministry");
        }
        assertThat(awaited(member, id)).isEmpty();
        assertThat(awaited(Asker.guest(), id)).isEmpty();
    }

    @Test
    void whoeverPreparedALetterDoesNotSignIt() {
        DispatchId id = prepared(adopted("One form"), addressee("Ministry", Language.EN, SOFIA, 14), Way.MAIL);

        assertThat(letter(id).maySign()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.sign(officer, id, version(id), false))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.four-eyes"));
        assertThatExceptionOfType(Forbidden.class)
                .as("a facilitator prepares, and does not sign")
                .isThrownBy(() -> dispatches.sign(person("Fani", Role.FACILITATOR), id, version(id), false));

        long before = version(id);
        dispatches.change(second, id, before, Way.MAIL, "Please read this twice.", 10);
        assertThatExceptionOfType(Refused.class)
                .as("who has changed it has prepared it")
                .isThrownBy(() -> dispatches.sign(second, id, version(id), false));
        assertThatExceptionOfType(Refused.class)
                .as("somebody saw another text")
                .isThrownBy(() -> dispatches.sign(officer, id, before, false));
        dispatches.sign(officer, id, version(id), false);

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

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPrintedLetterShowsACameraWhereEverybodyReadsOn(Way way) throws Exception {
        AddresseeId to = addressee("Ministry of Codes", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Read on");
        DispatchId id = prepared(recommendation, to, way);
        dispatches.sign(second, id, version(id), false);

        byte[] pdf = files.content(Objects.requireNonNull(letter(id).letter()).id(), false)
                .orElseThrow()
                .bytes()
                .getContentAsByteArray();

        try (PrintedBook printed = PrintedBook.open(pdf)) {
            String page = "/en/recommendations/" + card(recommendation).code();
            assertThat(printed.text().replace("\n", "")).contains(page);
            assertThat(printed.codes(printed.pages())).anyMatch(read -> read.endsWith(page));
        }
    }

    @Test
    void whatIsNotThereInTheLettersLanguageGoesOutOnlyWhereTheSignerSaysSo() {
        AddresseeId to = addressee("Министерство", Language.RU, SOFIA, 14);
        RecommendationId recommendation = adopted("In one language");
        DispatchId id = prepared(recommendation, to, Way.MAIL);
        assertThat(letter(id).untranslated()).isTrue();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.sign(second, id, version(id), false))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("anyway"));
        assertThat(letters.to(mail(to))).isEmpty();

        dispatches.sign(second, id, version(id), true);

        assertThat(letter(id).line().state()).isEqualTo(DispatchState.SENT);
        assertThat(untranslated(id)).isTrue();
        DispatchId plain = prepared(recommendation, addressee("Ministry of English", Language.EN, SOFIA, 14), Way.MAIL);
        assertThat(letter(plain).untranslated()).isFalse();
        dispatches.sign(second, plain, version(plain), false);
        assertThat(untranslated(plain)).isFalse();
    }

    /** Whether the record says that somebody has sent it in another language. */
    private boolean untranslated(DispatchId id) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM audit_entry WHERE subject_id = :id AND act = 'advocacy.letter-signed'
                                  AND details ->> 'untranslated' = 'true')""").param("id", id.value()).query(Boolean.class).single();
    }

    @Test
    void aLetterGoesToWhereItsSignerSawThatItGoes() {
        AddresseeId to = addressee("Ministry of Doors", Language.EN, SOFIA, 14);
        DispatchId id = prepared(adopted("Doors"), to, Way.MAIL);
        assertThat(dispatches.find(second, id).orElseThrow().to().email()).isEqualTo(mail(to));
        assertThat(dispatches.find(member, id).orElseThrow().to().email()).isEmpty();

        AddresseeContent before = register(to).content();
        addressees.change(officer, to, register(to).version(), mailedTo(before, "elsewhere-" + to + "@example.org"));
        dispatches.sign(second, id, version(id), false);

        assertThat(letters.to(mail(to))).hasSize(1);
        assertThat(letters.to("elsewhere-" + to + "@example.org")).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .as("what one authority says never becomes what another one says")
                .isThrownBy(() -> addressees.change(
                        officer, to, register(to).version(), at(before, authority("Ministry of Windows"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("entry"));

        dispatches.bounced(officer, id, version(id), "No such mailbox.");
        dispatches.prepareAgain(officer, id, version(id));
        assertThat(letter(id).to().email()).isEqualTo("elsewhere-" + to + "@example.org");
    }

    @Test
    void whoeverLooksANewAddressUpDoesNotSignToIt() {
        DispatchId id = sent(adopted("Came back"), addressee("Ministry", Language.EN, SOFIA, 14));
        dispatches.bounced(second, id, version(id), "No such mailbox.");
        dispatches.prepareAgain(second, id, version(id));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> dispatches.sign(second, id, version(id), false));
    }

    private AddresseeLine register(AddresseeId id) {
        return Objects.requireNonNull(addressees.cards(officer, List.of(id)).get(id));
    }

    private static AddresseeContent mailedTo(AddresseeContent content, String email) {
        return new AddresseeContent(
                content.entry(),
                content.unit(),
                content.post(),
                content.holder(),
                email,
                content.address(),
                content.language(),
                content.zone(),
                content.replyDays());
    }

    private static AddresseeContent at(AddresseeContent content, EntryId entry) {
        return new AddresseeContent(
                entry,
                content.unit(),
                content.post(),
                content.holder(),
                content.email(),
                content.address(),
                content.language(),
                content.zone(),
                content.replyDays());
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

        int signed = atOnce(4, _ -> dispatches.sign(second, id, seen, false));

        assertThat(signed).isEqualTo(1);
        assertThat(letters.to(mail(to))).hasSize(1);
    }

    @Test
    void aLetterOnPaperIsRecordedWithItsDayAndNumber() {
        DispatchId id = prepared(adopted("On paper"), addressee("Ministry", Language.BG, SOFIA, 14), Way.POST);
        dispatches.sign(second, id, version(id), true);
        assertThat(letter(id).line().state()).isEqualTo(DispatchState.SIGNED);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.recordSent(officer, id, version(id), today.plusDays(1), "94-1"));

        dispatches.recordSent(officer, id, version(id), today, "94-00-17");

        assertThat(letter(id).registry()).isEqualTo("94-00-17");
        assertThat(letter(id).line().replyBy()).isEqualTo(today.plusDays(14));

        ReplyId reply = ReplyId.next();
        FileId scan = dispatches
                .bring(second, id, reply, "scan.png", new ByteArrayInputStream(Samples.png(20, 20)))
                .id();
        assertThat(files.addresses(Set.of(scan), second))
                .as("it belongs to nothing yet")
                .isEmpty();
        assertThat(readers.gone(Set.of(reply.value()))).containsExactly(reply.value());
        PaperReply other = new PaperReply(ReplyId.next(), says(ReplyChoice.NOTED, "Received."), today, "M-7", "E-12");
        assertThatExceptionOfType(Refused.class)
                .as("it was brought for another reply")
                .isThrownBy(() -> dispatches.recordReply(second, id, other, scan))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("file"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> dispatches.bring(member, id, reply, "scan.png", InputStream.nullInputStream()));

        dispatches.recordReply(
                second, id, new PaperReply(reply, says(ReplyChoice.NOTED, "Received."), today, "M-7", "E-12"), scan);
        assertThat(readers.gone(Set.of(reply.value()))).isEmpty();
        assertThat(files.addresses(Set.of(scan), second)).containsKey(scan);
        assertThat(files.addresses(Set.of(scan), member)).isEmpty();
        assertThat(letter(id).replies()).singleElement().satisfies(line -> {
            assertThat(line.theirNumber()).isEqualTo("M-7");
            assertThat(line.file()).isNotNull();
        });
    }

    @Test
    void thePaperOfALetterIsReadByWhoeverWritesLettersAlone() {
        DispatchId id = prepared(adopted("Its link answers"), addressee("Ministry", Language.EN, SOFIA, 14), Way.POST);
        dispatches.sign(second, id, version(id), false);
        FileId paper = Objects.requireNonNull(letter(id).letter()).id();

        assertThat(files.addresses(Set.of(paper), officer)).containsKey(paper);
        assertThat(files.addresses(Set.of(paper), person("Fani", Role.FACILITATOR)))
                .containsKey(paper);
        assertThat(files.addresses(Set.of(paper), member))
                .as("its code answers in the addressee's name")
                .isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.address(paper, member));
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

        say(token, says(ReplyChoice.REFUSED, "There is <b>no</b> money."));
        assertThat(page(Asker.guest(), recommendation).letters().getFirst().last())
                .as("nobody else reads what the office has not")
                .isNull();
        long seen = version(id);
        say(token, says(ReplyChoice.PARTLY, "There is some money."));
        assertThatExceptionOfType(Refused.class)
                .as("the office read the word before")
                .isThrownBy(() -> dispatches.classify(officer, id, seen, Position.REFUSED, ""));
        dispatches.classify(officer, id, version(id), Position.PARTLY, "Ask in spring.");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> say(token, says(ReplyChoice.ACCEPTED, "All of it.")));
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
    void aLetterThatNobodyHasSignedIsDiscardedAndHoldsNothingUp() {
        RecommendationId recommendation = adopted("Never sent");
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = prepared(recommendation, to, Way.MAIL);
        OutcomeId decision = roomConfirms(OutcomeKind.DECISION, "We give it up");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.retire(
                        officer, recommendation, version(recommendation), RetirementReason.OTHER, "No.", decision))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.under-way"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.discard(officer, id, version(id), " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> dispatches.discard(member, id, version(id), "I do not like it."));

        dispatches.discard(officer, id, version(id), "It says too little.");

        assertThat(letter(id).line().state()).isEqualTo(DispatchState.DISCARDED);
        assertThat(letter(id).note()).isEqualTo("It says too little.");
        assertThat(owes(officer)).doesNotContain("advocacy.sign:" + id);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> dispatches.sign(second, id, version(id), false));
        DispatchId next = prepared(recommendation, to, Way.MAIL);
        dispatches.discard(officer, next, version(next), "Nor this one.");
        desk.retire(officer, recommendation, version(recommendation), RetirementReason.OTHER, "No.", decision);
        assertThat(card(recommendation).state()).isEqualTo(RecommendationState.RETIRED);
    }

    @Test
    void whatWasSignedIsNotDiscarded() {
        DispatchId id = prepared(adopted("Signed"), addressee("Ministry", Language.EN, SOFIA, 14), Way.POST);
        dispatches.sign(second, id, version(id), false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.discard(officer, id, version(id), "Too late."));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .as("the database lets no letter be without its signature either")
                .isThrownBy(() -> jdbc.sql("UPDATE dispatch SET signed_by = NULL, signed_at = NULL WHERE id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Test
    void aSecondClickSaysNothingMore() throws Exception {
        AddresseeId to = addressee("Ministry of Clicks", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Clicks"), to);
        String token = token(to);
        ReplyId reply = ReplyId.next();

        atOnce(4, _ -> answers.say(token, reply, says(ReplyChoice.NOTED, "Once."), scan(), true));

        assertThat(letter(id).replies()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(reply);
            assertThat(line.corrected()).isFalse();
        });
        assertThat(files.of(new FileOwner(FileReaders.MODULE, id.value())))
                .as("the letter and one scan")
                .hasSize(2);
    }

    @Test
    void aCorrectionKeepsTheFileUnlessItIsTakenAway() {
        AddresseeId to = addressee("Ministry of Files", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Files"), to);
        String token = token(to);
        answers.say(token, ReplyId.next(), says(ReplyChoice.NOTED, "With a scan."), scan(), true);
        assertThat(answers.look(token).orElseThrow().file()).isEqualTo("scan.png");

        answers.say(token, ReplyId.next(), says(ReplyChoice.NOTED, "Without a mistake."), null, true);
        assertThat(letter(id).replies().getFirst().file()).isNotNull();
        assertThat(answers.look(token).orElseThrow().file()).isEqualTo("scan.png");

        answers.say(token, ReplyId.next(), says(ReplyChoice.NOTED, "Without the scan."), null, false);
        assertThat(letter(id).replies().getFirst().file()).isNull();
        assertThat(answers.look(token).orElseThrow().file()).isNull();
    }

    private static Scan scan() {
        return new Scan("scan.png", new ByteArrayInputStream(Samples.png(20, 20)));
    }

    @Test
    void whatWasNoAnswerIsNeverMadePublic() {
        AddresseeId to = addressee("Ministry of Receipts", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("No answer");
        DispatchId id = sent(recommendation, to);
        say(token(to), says(ReplyChoice.NOTED, "Ada is on leave, call her on her own number."));
        dispatches.ignore(officer, id, version(id), "Out of office.");

        clock.turn(Duration.ofDays(60));
        dispatches.closeUnanswered(officer, id, version(id), "Never answered.");

        assertThat(page(Asker.guest(), recommendation).letters())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.position()).isEqualTo(Position.NO_REPLY);
                    assertThat(line.last()).isNull();
                });
        assertThat(dispatches.find(member, id).orElseThrow().replies()).isEmpty();
        assertThat(trace.walk(Asker.guest(), recommendation.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .doesNotContain("reply");
        assertThat(letter(id).replies())
                .as("the office still has it")
                .singleElement()
                .satisfies(reply -> assertThat(reply.reading()).isEqualTo(Reading.IGNORED));
    }

    @Test
    void anAnswerAfterAReceiptIsPublicAndTheReceiptIsNot() {
        AddresseeId to = addressee("Ministry of Second Words", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Second words");
        DispatchId id = sent(recommendation, to);
        say(token(to), says(ReplyChoice.NOTED, "Received."));
        dispatches.ignore(officer, id, version(id), "");
        say(token(to), says(ReplyChoice.PARTLY, "Half of it."));
        dispatches.classify(officer, id, version(id), Position.PARTLY, "");

        assertThat(page(Asker.guest(), recommendation).letters().getFirst().last())
                .isNotNull()
                .satisfies(reply -> assertThat(reply.words()).isEqualTo("Half of it."));
        assertThat(dispatches.find(member, id).orElseThrow().replies()).hasSize(1);
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
        say(token(to), says(ReplyChoice.QUESTION, "Which form?"));
        dispatches.owe(officer, id, version(id));
        assertThat(owes(officer)).contains("advocacy.clarify:" + id);

        LocalDate until = LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(20);
        assertThatExceptionOfType(Forbidden.class)
                .as("a facilitator writes nothing to an authority alone")
                .isThrownBy(() -> dispatches.clarify(
                        person("Fani", Role.FACILITATOR), id, version(id), "Whatever I like.", until));
        assertThatExceptionOfType(Refused.class)
                .as("nor does whoever said that an answer is owed")
                .isThrownBy(() -> dispatches.clarify(officer, id, version(id), "The long one.", until))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.four-eyes-answer"));
        assertThat(letter(id).mayAnswer()).isFalse();
        assertThat(dispatches.find(second, id).orElseThrow().mayAnswer()).isTrue();
        dispatches.clarify(second, id, version(id), "The long one.", until);

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
        dispatches.sign(second, id, version(id), false);
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

        String drafted = letter(id).reminders().getFirst().text();
        dispatches.remind(officer, id, letter(id).reminders().getFirst().replyBy());
        assertThat(letters.to(mail(to))).hasSize(2);
        assertThat(letters.to(mail(to)).getLast().arguments()).contains(drafted);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.closeUnanswered(officer, id, version(id), "Never."));
        clock.turn(Duration.ofDays(31));
        dispatches.closeUnanswered(officer, id, version(id), "Never answered.");
        assertThat(letter(id).line().position()).isEqualTo(Position.NO_REPLY);
    }

    @Test
    void whoeverWasGrantedMoreTimeIsNotRemindedOfTheDayBefore() {
        AddresseeId to = addressee("Ministry of Patience", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("Patience"), to);
        clock.turn(Duration.ofDays(16));
        silence.draftReminders();
        LocalDate over = letter(id).reminders().getFirst().replyBy();
        say(token(to), says(ReplyChoice.QUESTION, "May we have more time?"));
        dispatches.owe(officer, id, version(id));
        dispatches.clarify(
                second,
                id,
                version(id),
                "You may.",
                LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(20));

        assertThat(letter(id).reminders()).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dispatches.remind(officer, id, over))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.reminder"));
        assertThat(letters.to(mail(to))).as("the letter and our answer").hasSize(2);
    }

    @Test
    void nobodyIsRemindedOfWhatAnotherRecommendationStandsFor() {
        RecommendationId old = adopted("The old way");
        DispatchId id = sent(old, addressee("Ministry of Ways", Language.EN, SOFIA, 14));
        DispatchId later = DispatchId.next();
        dispatches.prepare(
                officer,
                new NewDispatch(
                        later, old, addressee("Ministry of Later Ways", Language.EN, SOFIA, 20), Way.MAIL, "", 20));
        dispatches.sign(second, later, version(later), false);
        clock.turn(Duration.ofDays(16));
        silence.draftReminders();
        LocalDate over = letter(id).reminders().getFirst().replyBy();

        desk.supersede(officer, old, version(old), adopted("The new way"));

        assertThat(letter(id).reminders()).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> dispatches.remind(officer, id, over));
        clock.turn(Duration.ofDays(10));
        silence.draftReminders();
        assertThat(owes(officer)).doesNotContain("advocacy.remind:" + later);
    }

    @Test
    void whoeverPreparedAndSignedALetterHearsAtOnceThatItWasAnswered() {
        AddresseeId to = addressee("Ministry of Quick Answers", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Answered at once");
        sent(recommendation, to);
        say(token(to), says(ReplyChoice.NOTED, "Seen."));

        String said = "A reply to " + card(recommendation).code() + " has come";
        isTold(officer, said);
        isTold(second, said);
    }

    @Test
    void whoeverClassifiesIsRemindedAfterFiveDays() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("Unread");
        sent(recommendation, to);
        say(token(to), says(ReplyChoice.NOTED, "Seen."));

        clock.turn(Duration.ofDays(6));
        silence.remindOfUnread();

        isTold(officer, "A reply to " + card(recommendation).code() + " still waits");
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
        answers.say(token(to), ReplyId.next(), says(ReplyChoice.NOTED, "Seen."), null, true);
        AddresseeId last = addressee("Ministry of the Last", Language.EN, SOFIA, 14);
        RecommendationId buried = adopted("Buried under others");
        sent(buried, last);
        answers.say(token(last), ReplyId.next(), says(ReplyChoice.NOTED, "Seen."), null, true);
        jdbc.sql("""
                INSERT INTO addressee
                SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'unit', 'pile'))).*
                  FROM addressee a, generate_series(1, 60) WHERE a.id = :id""").param("id", to.value()).update();
        jdbc.sql("""
                INSERT INTO dispatch
                SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'covering_id', gen_random_uuid(), 'addressee', a.id))).*
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
