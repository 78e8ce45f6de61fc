package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.Joining.Gate;
import org.kvartal.membership.Joining.GateLine;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.Joining.Step;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Verdict;
import org.kvartal.membership.Verdict.CanApply;
import org.kvartal.membership.Verdict.Decider;
import org.kvartal.membership.Verdict.Draft;
import org.kvartal.membership.Verdict.WaitingForUs;
import org.kvartal.membership.Verdict.WaitingForYou;
import org.kvartal.membership.Verdict.Wanted;
import org.kvartal.site.TooOften;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody applies, leaves, comes back, and sends it. */
class JoinModuleTests extends MembershipHouse {

    @Autowired
    AuditTrail audit;

    @ParameterizedTest
    @EnumSource(
            value = ApplicationKind.class,
            names = {"PERSON", "ASSOCIATION", "AUTHORITY", "AGENCY"})
    void aVisitorBeginsFillsConfirmsAndSends(ApplicationKind kind) {
        Applicant applicant = new Applicant(kind).begin().fill();
        assertThat(applicant.page().verdict()).isEqualTo(new Draft());
        assertThat(applicant.page().confirmed()).isFalse();

        applicant.confirm();
        if (kind.needsStatute()) {
            assertThat(applicant.submit()).extracting(Refused::field).containsExactly("statute");
            applicant.attach();
        }
        assertThat(applicant.submit()).isEmpty();

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        WaitingForUs.class,
                        waiting -> assertThat(waiting.decider()).isEqualTo(Decider.OFFICE));
        assertThat(applicant.page().gates())
                .containsExactly(
                        new GateLine(Gate.ADDRESS_CONFIRMED, true),
                        new GateLine(Gate.FORM_COMPLETE, true),
                        new GateLine(Gate.ANSWER, false));
        assertThat(letters.kinds(applicant.email)).containsExactly("begun", "received");
        assertThat(applicant.page().history())
                .extracting(Step::what)
                .containsExactly(What.BEGUN, What.CONFIRMED, What.SUBMITTED);
        assertThat(audit.about(new AuditSubject(ApplicationLog.APPLICATION, applicant.id.value()), 10))
                .extracting(AuditedAct::act)
                .containsExactly(
                        "membership.application-submitted",
                        "membership.application-confirmed",
                        "membership.application-begun");
    }

    @Test
    void theOfficeHearsOfItInTheInboxAndOwesAnAnswer() {
        Applicant applicant = sent(ApplicationKind.ASSOCIATION);

        isTold(officer, "Weavers of " + applicant.id);
        assertThat(owes(officer)).contains("membership.application:" + applicant.id);
    }

    @Test
    void sendingBeforeTheAddressIsConfirmedIsRememberedAndHappensWithTheConfirmation() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().fill();

        assertThat(applicant.submit()).isEmpty();
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        WaitingForYou.class,
                        waiting -> assertThat(waiting.what()).isEqualTo(Wanted.CONFIRM_ADDRESS));
        assertThat(owes(officer)).doesNotContain("membership.application:" + applicant.id);

        applicant.confirm();
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void whatWasMadeWorseBeforeTheConfirmationIsNotSent() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().fill();
        applicant.submit();
        applicant.fill(ApplicationForm.begun("Ada Loom"));

        applicant.confirm();

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(applicant.page().verdict()).isEqualTo(new Draft());
        assertThat(applicant.page().lacks()).extracting(Refused::field).contains("sectors", "description");
    }

    @Test
    void theLettersLinkLeadsBackAgainAndAgainAndOnAnotherDevice() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().fill();
        String token = letters.token(applicant.email);

        assertThat(joining.lookBack(token)).hasValueSatisfying(head -> {
            assertThat(head.applicant()).isEqualTo("Ada Loom");
            assertThat(head.confirmed()).isFalse();
        });
        assertThat(applicant.page().confirmed()).as("looking changes nothing").isFalse();

        String phone = joining.comeBack(token).orElseThrow().key();
        String office = joining.comeBack(token).orElseThrow().key();

        assertThat(joining.look(phone).orElseThrow().form().description()).isEqualTo("I weave.");
        assertThat(joining.look(office)).isPresent();
        assertThat(joining.look(applicant.key)).as("the first browser stays in").isPresent();
    }

    @Test
    void aLinkWorksForThirtyDaysAndCanBeAskedForAnew() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().confirm();
        String token = letters.token(applicant.email);
        clock.turn(Duration.ofDays(31));

        assertThat(joining.comeBack(token)).isEmpty();
        joining.sendLink(applicant.email.toUpperCase(Locale.ROOT), Language.EN, FROM);
        assertThat(joining.comeBack(letters.token(applicant.email))).isPresent();
        assertThat(letters.kinds(applicant.email)).containsExactly("begun", "link");
    }

    @Test
    void askingForTheLinkOfAnUnknownAddressLooksTheSame() {
        String unknown = "nobody-" + Ids.next() + "@example.org";

        joining.sendLink(unknown, Language.EN, FROM);

        assertThat(letters.to(unknown)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.sendLink("nonsense", Language.EN, FROM))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
    }

    @Test
    void anOlderSaveNeverOverwritesANewerOne() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin();
        joining.save(applicant.key, Belonging.numbered(7, person("Ada Loom the Younger")));

        ApplicationForm kept = joining.save(applicant.key, Belonging.numbered(6, person("Ada L")));

        assertThat(kept.applicant()).isEqualTo("Ada Loom the Younger");
        assertThat(applicant.page().form().sequence()).isEqualTo(7);
    }

    @Test
    void whatIsHalfTypedStaysAsTyped() {
        Applicant applicant = new Applicant(ApplicationKind.ASSOCIATION).begin();
        ApplicationForm half = new ApplicationForm(
                3,
                " ",
                "",
                Map.of(Language.RU, "Союз\u0000 "),
                "",
                "BG",
                "12",
                "nowhere",
                "",
                List.of("nothing"),
                "ftp://",
                "",
                "soon",
                "many",
                "",
                null);

        joining.save(applicant.key, half);

        ApplicationForm kept = applicant.page().form();
        assertThat(kept.names()).containsEntry(Language.RU, "Союз ");
        assertThat(kept.website()).isEqualTo("ftp://");
        assertThat(applicant.page().lacks())
                .extracting(Refused::field)
                .containsExactly(
                        "applicant",
                        "position",
                        "registrationScheme",
                        "registrationNumber",
                        "place",
                        "sectors",
                        "website",
                        "description",
                        "founded",
                        "size",
                        "statute");
    }

    @Test
    void aTextThatIsTooLongToBeKeptIsRefusedAtItsField() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin();
        ApplicationForm form = person("Ada Loom");
        ApplicationForm endless = new ApplicationForm(
                1,
                form.applicant(),
                "",
                form.names(),
                "",
                "",
                "",
                "sofia",
                "",
                form.sectors(),
                "",
                "x".repeat(9_000),
                "",
                "",
                "",
                null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.save(applicant.key, endless))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("description"));
    }

    @Test
    void whatWasSentCantBeChangedUnseen() {
        Applicant applicant = sent(ApplicationKind.PERSON);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.save(applicant.key, Belonging.numbered(99, person("Somebody Else"))));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> applicant.attach());
        assertThat(applicant.submit()).as("sent already is no error").isEmpty();
        assertThat(applicant.page().form().applicant()).isEqualTo("Ada Loom");
    }

    @Test
    void aStatuteIsReplacedTakenAwayAndReadByItsApplicantAndTheOfficeAlone() {
        Applicant applicant = new Applicant(ApplicationKind.ASSOCIATION)
                .begin()
                .confirm()
                .fill()
                .attach();
        String first = requireNonNull(applicant.page().statute()).id().toString();
        applicant.attach();
        assertThat(requireNonNull(applicant.page().statute()).id().toString()).isNotEqualTo(first);
        assertThat(joining.statute(applicant.key)).isPresent();

        joining.detach(applicant.key);
        assertThat(applicant.page().statute()).isNull();
        assertThat(joining.statute(applicant.key)).isEmpty();

        applicant.attach();
        applicant.submit();
        assertThat(requireNonNull(applicant.dossier().statute()).name()).startsWith("statute");
        assertThat(applicant.dossier().statuteAddress()).startsWith("/files/");
        assertThat(admissions.open(person(Role.MEMBER), applicant.page().number()))
                .isEmpty();
    }

    @Test
    void aFileThatIsNotTakenIsRefusedAtTheStatute() {
        Applicant applicant = new Applicant(ApplicationKind.ASSOCIATION).begin();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.attach(applicant.key, "empty.pdf", new ByteArrayInputStream(new byte[0])))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("statute"));
    }

    @Test
    void aSignedInPersonWithTheSameAddressNeedsNoConfirmationAndIsLedBack() {
        String email = "known-" + Ids.next() + "@example.org";
        Asker person = Asker.of(somebody("Ada Loom", email, ZoneId.of("Europe/Sofia")));
        var wish = new NewApplication(ApplicationId.next(), ApplicationKind.PERSON, "Ada Loom", email, Language.RU);

        String key = joining.begin(person, wish, FROM).key();
        assertThat(joining.look(key).orElseThrow().confirmed()).isTrue();
        assertThat(joining.verdict(person)).isEqualTo(new Draft());

        var again = new NewApplication(ApplicationId.next(), ApplicationKind.PERSON, "Ada Loom", email, Language.RU);
        assertThat(joining.begin(person, again, FROM).id()).isEqualTo(wish.id());
        assertThat(joining.comeBack(person).orElseThrow().id()).isEqualTo(wish.id());
    }

    @Test
    void whoIsKnownByTheConfirmedAddressIsThePersonWhoApplies() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().fill();
        Asker person = Asker.of(somebody("Ada Loom", applicant.email, ZoneId.of("Europe/Sofia")));
        assertThat(joining.verdict(person)).isEqualTo(new CanApply());

        applicant.confirm();

        assertThat(joining.verdict(person)).isEqualTo(new Draft());
    }

    @Test
    void whoWasMadeToGoCantApplyBySigningOutEither() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON);
        PersonId person = somebody("Ada Loom", applicant.email, ZoneId.of("Europe/Sofia"));
        admissions.terminate(officer, admit(MemberKind.PERSON, "Ada Loom", person), "Did not keep the rules.");
        applicant.begin().fill();
        assertThat(applicant.submit()).as("nobody knows yet who it is").isEmpty();

        applicant.confirm();

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(applicant.page().lacks())
                .extracting(Refused::key)
                .containsExactly("membership.refused.ended-by-house");
        assertThat(applicant.submit()).extracting(Refused::key).containsExactly("membership.refused.ended-by-house");
        assertThat(owes(officer)).doesNotContain("membership.application:" + applicant.id);
    }

    @Test
    void whoWasDeclinedHasItLookedAtAgainBeforeTheyApplyAnew() {
        Applicant declined = taken(ApplicationKind.PERSON);
        admissions.decline(officer, declined.id, declined.version(), "No.");

        Applicant anew =
                new Applicant(ApplicationKind.PERSON, declined.email).begin().fill();
        anew.submit();
        anew.confirm();
        assertThat(anew.submit()).extracting(Refused::key).containsExactly("membership.refused.declined");
        assertThat(anew.page().state()).isEqualTo(ApplicationState.DRAFT);

        clock.turn(Duration.ofDays(31));
        assertThat(anew.submit()).isEmpty();
        assertThat(anew.page().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void whoIsSignedInHearsItBeforeTheyBeginAndMayApplyForOthers() {
        String email = "known-" + Ids.next() + "@example.org";
        Asker person = Asker.of(somebody("Ada Loom", email, ZoneId.of("Europe/Sofia")));
        Applicant declined =
                new Applicant(ApplicationKind.PERSON, email).begin(person).fill();
        declined.submit();
        admissions.take(officer, declined.id, declined.version());
        admissions.decline(officer, declined.id, declined.version(), "No.");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new Applicant(ApplicationKind.PERSON, email).begin(person))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("membership.refused.declined"));
        Applicant association = new Applicant(ApplicationKind.ASSOCIATION, email)
                .begin(person)
                .fill()
                .attach();
        assertThat(association.submit()).isEmpty();

        joining.appeal(declined.key, "I weave.");
        assertThat(new Applicant(ApplicationKind.PERSON, email)
                        .begin(person)
                        .page()
                        .id())
                .as("led back to what is being looked at again")
                .isEqualTo(declined.id);
    }

    @Test
    void nobodyGetsAtAnApplicationWithoutItsKey() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin();
        String foreign = new Applicant(ApplicationKind.PERSON).begin().key;

        assertThat(joining.look("nonsense")).isEmpty();
        assertThat(joining.look(foreign).orElseThrow().id()).isNotEqualTo(applicant.id);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> joining.submit("x".repeat(43)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> joining.save("", ApplicationForm.begun("Eve")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> joining.begin(
                        Asker.guest(),
                        new NewApplication(applicant.id, ApplicationKind.PERSON, "Eve", "eve@example.org", Language.EN),
                        FROM));
        assertThat(joining.comeBack(person(Role.MEMBER))).isEmpty();
    }

    @Test
    void beginningRefusesNamesAndAddressesThatAreNone() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.begin(
                        Asker.guest(),
                        new NewApplication(
                                ApplicationId.next(), ApplicationKind.PERSON, " \u202e ", "a@example.org", Language.EN),
                        FROM))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("applicant"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> joining.begin(
                        Asker.guest(),
                        new NewApplication(
                                ApplicationId.next(),
                                ApplicationKind.PERSON,
                                "Ada",
                                "a@b.example\r\nBcc: c@d.example",
                                Language.EN),
                        FROM))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
    }

    @Test
    void lettersToOneAddressHaveALimitHoweverItIsSpelled() {
        String address = "lost-" + Ids.next() + "@example.org";
        List<String> keys = Stream.of(address, address.toUpperCase(Locale.ROOT), "L" + address.substring(1))
                .map(spelled -> joining.begin(
                                Asker.guest(),
                                new NewApplication(
                                        ApplicationId.next(), ApplicationKind.PERSON, "Ada", spelled, Language.EN),
                                FROM)
                        .key())
                .toList();
        for (int i = 0; i < 5; i++) {
            joining.sendLink(keys.get(i % 3), FROM);
        }

        for (String key : keys) {
            assertThatExceptionOfType(TooOften.class).isThrownBy(() -> joining.sendLink(key, FROM));
        }
        assertThatExceptionOfType(TooOften.class)
                .as("the same count, without a key")
                .isThrownBy(() -> joining.sendLink(address, Language.EN, FROM));
    }

    @Test
    void aFloodFromOneNetworkIsSlowed() {
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> {
            for (int i = 0; i < 100; i++) {
                joining.begin(
                        Asker.guest(),
                        new NewApplication(
                                ApplicationId.next(),
                                ApplicationKind.PERSON,
                                "Flood",
                                "flood-" + Ids.next() + "@example.org",
                                Language.EN),
                        "203.0.113." + i);
            }
        });
    }

    @Test
    void anApplicantTakesTheApplicationBackUntilItIsBeingDecided() {
        Applicant applicant = sent(ApplicationKind.PERSON);
        joining.withdraw(applicant.key);
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(applicant.page().verdict()).isEqualTo(new CanApply());
        assertThat(owes(officer)).doesNotContain("membership.application:" + applicant.id);

        Applicant decided = taken(ApplicationKind.PERSON);
        assertThat(decided.page().mayWithdraw()).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> joining.withdraw(decided.key));
    }

    @Test
    void whatWasTakenBackBeforeTheConfirmationStaysTakenBack() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin().fill();
        applicant.submit();
        joining.withdraw(applicant.key);

        applicant.confirm();

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void whoBelongsAlreadyIsToldSo() {
        Asker member = memberPerson();

        assertThat(joining.verdict(member)).isInstanceOf(Verdict.Member.class);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Applicant(ApplicationKind.PERSON).begin(member));
        assertThat(joining.verdict(Asker.guest())).isEqualTo(new CanApply());
        assertThat(joining.verdict(Asker.of(PersonId.next()))).isEqualTo(new CanApply());
    }

    @Test
    void everyLetterIsInTheApplicantsLanguage() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON).begin(Asker.guest(), Language.BG);
        applicant.confirm().fill().submit();

        assertThat(letters.to(applicant.email)).allMatch(letter -> letter.to().language() == Language.BG);
        assertThat(applicant.page().language()).isEqualTo(Language.BG);
    }
}
