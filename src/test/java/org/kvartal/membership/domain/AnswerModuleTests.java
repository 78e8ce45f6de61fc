package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Entry;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Submission;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Verdict;
import org.kvartal.membership.Verdict.Cannot;
import org.kvartal.membership.Verdict.WaitingForUs;
import org.kvartal.membership.Verdict.WaitingForYou;
import org.kvartal.membership.Verdict.Wanted;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** The office answers applications: asks, declines, approves. */
class AnswerModuleTests extends MembershipHouse {

    @Autowired
    AuditTrail audit;

    @Test
    void anApprovedPersonIsAMemberAndIsLetInByTheLetter() {
        Applicant applicant = taken(ApplicationKind.PERSON);

        MemberId id = admissions.approve(officer, applicant.id, applicant.version());

        MemberCard card = members.find(HOUSE, id).orElseThrow();
        assertThat(card.kind()).isEqualTo(MemberKind.PERSON);
        assertThat(card.name().in(Language.EN)).isEqualTo("Ada Loom");
        assertThat(applicant.page().verdict()).isEqualTo(new Verdict.Member(card.number()));
        assertThat(letters.kinds(applicant.email)).endsWith("welcome-person");
        String token = letters.token(applicant.email);
        assertThat(joining.lookWelcome(token)).hasValueSatisfying(welcome -> {
            assertThat(welcome.applicant()).isEqualTo("Ada Loom");
            assertThat(welcome.member().id()).isEqualTo(card.id());
        });
        PersonId person = joining.welcome(token).orElseThrow();
        assertThat(card.person()).isEqualTo(person);
        assertThat(joining.welcome(token)).as("lets in once").isEmpty();
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(joining.verdict(Asker.of(person))).isEqualTo(new Verdict.Member(card.number()));
        assertThat(owes(officer)).doesNotContain("membership.application:" + applicant.id);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationKind.class,
            names = {"ASSOCIATION", "AUTHORITY", "AGENCY"})
    void whoAppliedForAnOrganisationIsItsPrimaryRepresentative(ApplicationKind kind) {
        Applicant applicant = taken(kind);

        MemberId id = admissions.approve(officer, applicant.id, applicant.version());

        PersonId person = joining.welcome(letters.token(applicant.email)).orElseThrow();
        assertThat(members.find(HOUSE, id).orElseThrow().kind())
                .isEqualTo(kind.member().orElseThrow());
        assertThat(mandates.isPrimary(Asker.of(person), id)).isTrue();
        assertThat(mandates.of(person)).extracting(MemberCard::id).containsExactly(id);
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(owes(officer)).doesNotContain("membership.no-primary:" + id);
        var known = requireNonNull(members.particulars(List.of(id)).get(id));
        assertThat(known.website()).isEqualTo("https://weavers.example.org");
        assertThat(known.founded()).isEqualTo(1999);
        assertThat(known.size()).isEqualTo(40);
        assertThat(known.current()).isTrue();
    }

    @Test
    void theParagraphsOfADescriptionOutliveTheApprovalAndAnEdit() {
        String told = "We weave.\r\n\r\nOn Mondays we dye.";
        Applicant applicant = sent(ApplicationKind.ASSOCIATION, describing(association("Weavers " + Ids.next()), told));
        admissions.take(officer, applicant.id, applicant.version());

        MemberId id = admissions.approve(officer, applicant.id, applicant.version());

        MemberProfile approved = members.profile(officer, number(id)).orElseThrow();
        assertThat(requireNonNull(approved.about()).in(Language.EN)).isEqualTo("We weave.\n\nOn Mondays we dye.");
        members.change(
                officer,
                new MemberChange(
                        id,
                        approved.version(),
                        LocalizedText.of(Language.EN, "Weavers\r\nBcc: all@example.org"),
                        "Own\nname",
                        "sofia",
                        "",
                        List.of("craft"),
                        "",
                        LocalizedText.of(Language.EN, "We weave.\n\nOn Mondays we dye.\n\nAnd rest. "),
                        "",
                        "",
                        "",
                        null,
                        null));
        MemberProfile changed = members.profile(officer, number(id)).orElseThrow();
        assertThat(requireNonNull(changed.about()).in(Language.EN))
                .isEqualTo("We weave.\n\nOn Mondays we dye.\n\nAnd rest.");
        assertThat(changed.card().name().in(Language.EN))
                .as("a name is a line")
                .isEqualTo("Weavers Bcc: all@example.org");
        assertThat(changed.ownName()).isEqualTo("Own name");
    }

    @Test
    void whoIsKnownAlreadyStaysTheSamePerson() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON);
        PersonId known = somebody("Ada Loom", applicant.email, ZoneId.of("Europe/Sofia"));
        applicant.begin().confirm().fill().submit();
        admissions.take(officer, applicant.id, applicant.version());

        MemberId id = admissions.approve(officer, applicant.id, applicant.version());

        assertThat(members.find(HOUSE, id).orElseThrow().person()).isEqualTo(known);
    }

    @Test
    void aQuestionOpensTheFormAgainStopsTheClockAndKeepsBothSubmissions() {
        Applicant applicant = sent(ApplicationKind.PERSON);
        clock.turn(Duration.ofDays(2));
        admissions.take(officer, applicant.id, applicant.version());
        admissions.askMore(officer, applicant.id, applicant.version(), " Where do you weave? ");

        assertThat(applicant.page().question()).isEqualTo("Where do you weave?");
        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        WaitingForYou.class,
                        waiting -> assertThat(waiting.what()).isEqualTo(Wanted.ANSWER_QUESTION));
        assertThat(letters.kinds(applicant.email)).endsWith("question");
        assertThat(owes(officer)).doesNotContain("membership.application:" + applicant.id);

        clock.turn(Duration.ofDays(10));
        assertThat(row(QueueFilter.ASKED, applicant).waited()).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        applicant.fill(person("Ada Loom of Plovdiv"));
        assertThat(applicant.dossier().form().applicant())
                .as("what is being typed is the applicant's until it is sent")
                .isEqualTo("Ada Loom");
        applicant.submit();

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(owes(officer)).contains("membership.application:" + applicant.id);
        assertThat(row(QueueFilter.WAITING, applicant).waited()).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(applicant.dossier().submissions())
                .extracting(submission -> submission.form().applicant())
                .containsExactly("Ada Loom", "Ada Loom of Plovdiv");
        assertThat(applicant.dossier().submissions())
                .extracting(Submission::number)
                .containsExactly(1, 2);
        assertThat(applicant.dossier().history())
                .extracting(Entry::what)
                .containsExactly(What.BEGUN, What.CONFIRMED, What.SUBMITTED, What.TAKEN, What.ASKED, What.ANSWERED);
        assertThat(applicant.dossier().history().get(4).by()).isNotNull();
    }

    @Test
    void declinedWithAReasonOneMayAppealOnceWithinThirtyDays() {
        Applicant applicant = taken(ApplicationKind.PERSON);
        admissions.decline(officer, applicant.id, applicant.version(), "You sell carpets only.");

        assertThat(applicant.page().reason()).isEqualTo("You sell carpets only.");
        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        Cannot.class, cannot -> assertThat(cannot.appealUntil()).isNotNull());
        assertThat(letters.kinds(applicant.email)).endsWith("declined");
        assertThat(audit.about(new AuditSubject(ApplicationLog.APPLICATION, applicant.id.value()), 1)
                        .getFirst()
                        .reason())
                .isEqualTo("You sell carpets only.");

        joining.appeal(applicant.key, "I weave them, too.");
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(applicant.page().verdict()).isInstanceOf(WaitingForUs.class);
        assertThat(applicant.dossier().row().appealed()).isTrue();
        assertThat(owes(officer)).contains("membership.application:" + applicant.id);

        admissions.decline(officer, applicant.id, applicant.version(), "Still not.");
        assertThat(letters.kinds(applicant.email)).endsWith("declined-finally");
        assertThat(applicant.page().mayAppeal()).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> joining.appeal(applicant.key, "Again."));
    }

    @Test
    void afterThirtyDaysThereIsNoAppealAndOneMayApplyAnew() {
        Applicant applicant = taken(ApplicationKind.PERSON);
        admissions.decline(officer, applicant.id, applicant.version(), "No.");
        clock.turn(Duration.ofDays(31));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> joining.appeal(applicant.key, "Late."));
        assertThat(applicant.page().verdict()).isEqualTo(new Cannot(Verdict.Reason.DECLINED, null));
        Applicant again = new Applicant(ApplicationKind.PERSON, applicant.email)
                .begin()
                .confirm()
                .fill();
        assertThat(again.submit()).isEmpty();
        assertThat(again.page().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void whatHasChangedMeanwhileIsNotAnswered() {
        Applicant applicant = sent(ApplicationKind.PERSON);
        long seen = applicant.version();
        admissions.take(person(Role.OFFICER), applicant.id, seen);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> admissions.take(officer, applicant.id, seen));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> admissions.approve(officer, applicant.id, seen));
        admissions.approve(officer, applicant.id, applicant.version());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.decline(officer, applicant.id, applicant.version(), "Too late."));
    }

    @Test
    void aQuestionAndARefusalNeedWords() {
        Applicant applicant = taken(ApplicationKind.PERSON);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.askMore(officer, applicant.id, applicant.version(), " … "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("question"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.decline(officer, applicant.id, applicant.version(), ""))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
    }

    @Test
    void theOfficeAsksAboutWhatItHasTaken() {
        Applicant applicant = sent(ApplicationKind.PERSON);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.askMore(officer, applicant.id, applicant.version(), "Where?"));
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void nobodyAnswersTheirOwnApplication() {
        Applicant applicant = new Applicant(ApplicationKind.PERSON);
        Asker self = Asker.of(somebody("Ada Loom", applicant.email, ZoneId.of("Europe/Sofia")));
        grants.give(HOUSE, new Grant(self.requirePerson(), Role.OFFICER, Scope.PLATFORM, clock.instant(), null));
        applicant.begin().confirm().fill().submit();

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.take(self, applicant.id, applicant.version()));
        admissions.take(officer, applicant.id, applicant.version());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.approve(self, applicant.id, applicant.version()));
        Dossier dossier = admissions.open(self, applicant.page().number()).orElseThrow();
        assertThat(dossier.own()).isTrue();
        assertThat(dossier.mayAnswer()).isFalse();
    }

    @Test
    void nobodyLetsInASecondTimeWhatTheyRepresentThemselves() {
        String number = "T" + Ids.next().toString().replace("-", "").substring(0, 20);
        Applicant first = sent(ApplicationKind.ASSOCIATION, registered(association("Looms"), "BG-EIK", number));
        admissions.take(officer, first.id, first.version());
        MemberId id = admissions.approve(officer, first.id, first.version());
        Asker deputy = representative(id, RepresentationKind.DEPUTY);
        grants.give(HOUSE, new Grant(deputy.requirePerson(), Role.OFFICER, Scope.PLATFORM, clock.instant(), null));

        Applicant second = sent(ApplicationKind.ASSOCIATION, registered(association("Looms"), "BG-EIK", number));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.take(deputy, second.id, second.version()));
    }

    @Test
    void theQueueStandsByTheWaitAndIsReadInConstantStatements() {
        List<Applicant> three =
                List.of(sent(ApplicationKind.PERSON), later(ApplicationKind.PERSON), later(ApplicationKind.AGENCY));

        var counted = SqlCounter.during(() -> admissions.queue(officer, QueueFilter.WAITING, null, 500));

        assertThat(counted.result().rows())
                .extracting(QueueRow::id)
                .containsSubsequence(three.get(0).id, three.get(1).id, three.get(2).id);
        assertThat(counted.statements()).hasSizeLessThanOrEqualTo(3);
        assertThat(admissions.waiting(officer)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theQueueGoesOnWhereAPageEnded() {
        for (int i = 0; i < 5; i++) {
            sent(ApplicationKind.PERSON);
        }
        List<Long> whole = admissions.queue(officer, QueueFilter.WAITING, null, 500).rows().stream()
                .map(QueueRow::number)
                .toList();

        List<Long> paged = new ArrayList<>();
        String key = null;
        do {
            var page = admissions.queue(officer, QueueFilter.WAITING, key, 2);
            page.rows().forEach(row -> paged.add(row.number()));
            key = page.next();
        } while (key != null);

        assertThat(paged).isEqualTo(whole);
        assertThat(admissions.queue(officer, QueueFilter.WAITING, "nonsense", 2).rows())
                .isEmpty();
    }

    @Test
    void eachFilterShowsItsOwn() {
        Applicant mine = taken(ApplicationKind.PERSON);
        Applicant settled = taken(ApplicationKind.PERSON);
        admissions.approve(officer, settled.id, settled.version());

        assertThat(admissions.queue(officer, QueueFilter.MINE, null, 50).rows())
                .extracting(QueueRow::id)
                .containsExactly(mine.id);
        assertThat(admissions.queue(officer, QueueFilter.SETTLED, null, 1).rows())
                .extracting(QueueRow::id)
                .containsExactly(settled.id);
    }

    @Test
    void theNextIsTheLongestWaitThatNobodyHasTaken() {
        nothingIsLeftToTake();
        Asker other = person(Role.OFFICER);
        Applicant longest = sent(ApplicationKind.PERSON);
        Applicant second = later(ApplicationKind.PERSON);

        QueueRow taken = admissions.takeNext(officer).orElseThrow();

        assertThat(taken.id()).isEqualTo(longest.id);
        assertThat(taken.number()).isEqualTo(longest.page().number());
        assertThat(taken.version()).isEqualTo(longest.version());
        assertThat(requireNonNull(taken.reviewer()).id()).isEqualTo(officer.requirePerson());
        assertThat(admissions.takeNext(other).orElseThrow().id()).isEqualTo(second.id);
        assertThat(admissions.takeNext(other)).isEmpty();
        assertThat(admissions.queue(officer, QueueFilter.MINE, null, 50).rows())
                .extracting(QueueRow::id)
                .containsExactly(longest.id);
    }

    @Test
    void aDossierTakesAConstantNumberOfStatements() {
        Applicant applicant = sent(ApplicationKind.ASSOCIATION);
        int few = SqlCounter.during(() -> applicant.dossier()).statements().size();
        for (int i = 0; i < 3; i++) {
            admissions.take(officer, applicant.id, applicant.version());
            admissions.askMore(officer, applicant.id, applicant.version(), "And?");
            applicant.submit();
        }

        int many = SqlCounter.during(() -> applicant.dossier()).statements().size();

        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    @Test
    void draftsAndForeignEyesStayApart() {
        Applicant draft =
                new Applicant(ApplicationKind.PERSON).begin().confirm().fill();
        assertThat(admissions.open(officer, draft.page().number())).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> admissions.take(officer, draft.id, draft.version()));

        Applicant sent = sent(ApplicationKind.PERSON);
        for (Asker stranger : List.of(Asker.guest(), person(), person(Role.MEMBER), person(Role.FACILITATOR))) {
            assertThat(admissions.open(stranger, sent.page().number())).isEmpty();
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> admissions.queue(stranger, QueueFilter.WAITING, null, 10));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> admissions.take(stranger, sent.id, sent.version()));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> admissions.takeNext(stranger));
        }
    }

    private void nothingIsLeftToTake() {
        Asker diligent = person(Role.OFFICER);
        while (admissions.takeNext(diligent).isPresent()) {
            // The next one.
        }
    }

    private Applicant later(ApplicationKind kind) {
        clock.turn(Duration.ofMinutes(1));
        return sent(kind);
    }

    private QueueRow row(QueueFilter filter, Applicant applicant) {
        return admissions.queue(officer, filter, null, 500).rows().stream()
                .filter(row -> row.id().equals(applicant.id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameInTwoLanguagesIsKeptInBoth() {
        var form = association("Weavers");
        var named = new ApplicationForm(
                0,
                form.applicant(),
                form.position(),
                Map.of(Language.EN, "Weavers", Language.BG, "Тъкачи"),
                "Υφαντές",
                "",
                "",
                "",
                "Kazanlak",
                form.sectors(),
                "",
                form.description(),
                "",
                "",
                "",
                null);
        Applicant applicant = sent(ApplicationKind.ASSOCIATION, named);
        admissions.take(officer, applicant.id, applicant.version());

        MemberId id = admissions.approve(officer, applicant.id, applicant.version());

        assertThat(members.find(HOUSE, id).orElseThrow().name().in(Language.BG)).isEqualTo("Тъкачи");
        assertThat(requireNonNull(members.particulars(List.of(id)).get(id)).ownName())
                .isEqualTo("Υφαντές");
        assertThat(requireNonNull(members.particulars(List.of(id)).get(id)).cityText())
                .isEqualTo("Kazanlak");
    }

    private static ApplicationForm describing(ApplicationForm form, String description) {
        return new ApplicationForm(
                form.sequence(),
                form.applicant(),
                form.position(),
                form.names(),
                form.ownName(),
                form.registrationScheme(),
                form.registrationNumber(),
                form.place(),
                form.city(),
                form.sectors(),
                form.website(),
                description,
                form.founded(),
                form.size(),
                form.association(),
                form.wish());
    }
}
