package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Verdict.Decider;
import org.kvartal.membership.Verdict.WaitingForUs;
import org.springframework.beans.factory.annotation.Autowired;

/** "My association is already here": its primary representatives answer, or the office where there is none. */
class AlreadyHereModuleTests extends MembershipHouse {

    @Autowired
    House house;

    @Test
    void aPrimaryRepresentativeLetsAColleagueInAtOnce() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(association);

        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        WaitingForUs.class,
                        waiting -> assertThat(waiting.decider()).isEqualTo(Decider.ASSOCIATION));
        assertThat(requireNonNull(applicant.page().association()).id()).isEqualTo(association);
        assertThat(owes(primary)).anyMatch(task -> task.contains(applicant.id.toString()));
        assertThat(owes(officer)).noneMatch(task -> task.contains(applicant.id.toString()));
        isTold(primary, "Ada Loom wants to represent");
        assertThat(admissions.requests(primary, association))
                .extracting(QueueRow::id)
                .containsExactly(applicant.id);

        admissions.approve(primary, applicant.id, applicant.version());

        PersonId person = joining.welcome(letters.token(applicant.email)).orElseThrow();
        assertThat(mandates.of(person)).hasSize(1);
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(members.ofPerson(person)).as("represents a member, is none").isEmpty();
        assertThat(owes(primary)).noneMatch(task -> task.contains(applicant.id.toString()));
        assertThat(admissions.requests(primary, association)).isEmpty();
    }

    @Test
    void theOfficeDoesNotDecideWhereThereIsAPrimaryRepresentative() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Asker deputy = representative(association, RepresentationKind.DEPUTY);
        Asker foreign = representative(association(), RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(association);

        for (Asker other : List.of(officer, deputy, foreign)) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> admissions.approve(other, applicant.id, applicant.version()));
        }
        assertThat(admissions.queue(officer, QueueFilter.WAITING, null, 500).rows())
                .extracting(QueueRow::id)
                .doesNotContain(applicant.id);
        assertThat(admissions
                        .open(officer, applicant.page().number())
                        .orElseThrow()
                        .mayAnswer())
                .isFalse();
        assertThat(admissions
                        .open(primary, applicant.page().number())
                        .orElseThrow()
                        .mayAnswer())
                .isTrue();
        assertThat(admissions.open(foreign, applicant.page().number())).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> admissions.requests(deputy, association));

        admissions.decline(primary, applicant.id, applicant.version(), "We don't know you.");
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.DECLINED);
        assertThat(applicant.page().reason()).isEqualTo("We don't know you.");
    }

    @Test
    void whereThereIsNoneTheOfficeDecides() {
        MemberId association = association();
        Applicant applicant = sentTo(association);

        assertThat(applicant.page().verdict())
                .isInstanceOfSatisfying(
                        WaitingForUs.class,
                        waiting -> assertThat(waiting.decider()).isEqualTo(Decider.OFFICE));
        assertThat(admissions.queue(officer, QueueFilter.WAITING, null, 500).rows())
                .extracting(QueueRow::id)
                .contains(applicant.id);
        admissions.take(officer, applicant.id, applicant.version());
        admissions.approve(officer, applicant.id, applicant.version());

        PersonId person = joining.welcome(letters.token(applicant.email)).orElseThrow();
        assertThat(mandates.isPrimary(Asker.of(person), association)).isTrue();
        assertThat(owes(officer)).doesNotContain("membership.no-primary:" + association);
    }

    @Test
    void whoeverIsAPrimaryRepresentativeAtTheTimeOwesTheAnswer() {
        MemberId association = association();
        Asker first = representative(association, RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(association);
        Asker second = representative(association, RepresentationKind.PRIMARY);

        isTold(second, "Ada Loom wants to represent");
        assertThat(owes(second)).contains(task(applicant));
        mandates.end(first, held(first), "");

        assertThat(owes(first)).doesNotContain(task(applicant));
        assertThat(owes(second)).contains(task(applicant));
        assertThat(owes(officer)).doesNotContain(task(applicant));
        admissions.decline(second, applicant.id, applicant.version(), "We don't know you.");
        assertThat(owes(second)).doesNotContain(task(applicant));
    }

    @Test
    void whenTheLastPrimaryRepresentativeGoesTheOfficeAnswersAndTheNextOneAfterIt() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(association);

        mandates.end(primary, held(primary), "");

        assertThat(owes(primary)).doesNotContain(task(applicant));
        assertThat(tasks.owed(officer, 500)).anySatisfy(task -> {
            assertThat(task.key()).isEqualTo(task(applicant));
            assertThat(task.path())
                    .isEqualTo(MembershipPages.application(applicant.page().number()));
        });
        isTold(
                officer,
                "Ada Loom wants to represent "
                        + members.find(association).orElseThrow().name().in(Language.EN));
        assertThat(admissions.queue(officer, QueueFilter.WAITING, null, 500).rows())
                .extracting(QueueRow::id)
                .contains(applicant.id);

        Asker next = representative(association, RepresentationKind.PRIMARY);

        assertThat(owes(officer)).doesNotContain(task(applicant));
        assertThat(owes(next)).contains(task(applicant));
        isTold(next, "Ada Loom wants to represent");
    }

    @Test
    void aMandateWhoseLastDayIsOverHandsTheAnswerOverByTheClockAlone() {
        MemberId association = association();
        Asker primary = Asker.of(somebody());
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        mandates.give(
                HOUSE,
                new GivenMandate(
                        MandateId.next(),
                        association,
                        primary.requirePerson(),
                        RepresentationKind.PRIMARY,
                        null,
                        today));
        Applicant applicant = sentTo(association);
        assertThat(owes(primary)).contains(task(applicant));

        clock.turn(Duration.ofDays(1));
        assertThat(owes(primary)).doesNotContain(task(applicant));
        turn.settle();

        assertThat(owes(officer)).contains(task(applicant));
    }

    @Test
    void whoeverTheOfficeApprovesAsTheFirstIsNotAskedAboutThemselves() {
        MemberId association = association();
        Applicant applicant = sentTo(association);
        Applicant other = sentTo(association);
        admissions.take(officer, applicant.id, applicant.version());

        admissions.approve(officer, applicant.id, applicant.version());

        Asker primary = Asker.of(joining.welcome(letters.token(applicant.email)).orElseThrow());
        assertThat(owes(primary)).contains(task(other)).doesNotContain(task(applicant));
        assertThat(owes(officer)).doesNotContain(task(other), task(applicant));
    }

    @Test
    void aRequestThatIsSentWhileTheLastPrimaryRepresentativeGoesIsOwedByTheOffice() throws Exception {
        for (int round = 0; round < 10; round++) {
            MemberId association = association();
            Asker primary = representative(association, RepresentationKind.PRIMARY);
            Applicant applicant = new Applicant(ApplicationKind.REPRESENTATIVE)
                    .begin()
                    .confirm()
                    .fill(representative(number(association), RepresentationKind.DEPUTY));

            atOnce(applicant::submit, () -> mandates.end(primary, held(primary), ""));

            assertThat(owes(officer)).contains(task(applicant));
        }
    }

    @Test
    void whoAsksMoreHasTheRequestFromThenOnAndAnEmptyQuestionChangesNothing() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(association);
        long version = applicant.version();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.askMore(primary, applicant.id, version, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("question"));
        assertThat(applicant.version()).isEqualTo(version);
        assertThat(applicant.page().state()).isEqualTo(ApplicationState.SUBMITTED);

        admissions.askMore(primary, applicant.id, version, "Since when?");

        assertThat(applicant.page().state()).isEqualTo(ApplicationState.MORE_INFO);
        assertThat(requireNonNull(applicant.dossier().row().reviewer()).id()).isEqualTo(primary.requirePerson());
        assertThat(owes(primary)).doesNotContain(task(applicant));
    }

    @Test
    void anAssociationThatIsNotHereCantBeChosen() {
        Asker leaver = memberPerson();
        MemberId person = members.ofPerson(leaver.requirePerson()).orElseThrow().id();
        MemberId gone = association();
        admissions.terminate(officer, gone, "Dissolved.");

        for (String number : List.of("", "soon", "999999999", "" + number(person), "" + number(gone))) {
            Applicant applicant =
                    new Applicant(ApplicationKind.REPRESENTATIVE).begin().confirm();
            applicant.fill(new ApplicationForm(
                    0,
                    "Ada Loom",
                    "clerk",
                    Map.of(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    "",
                    "",
                    "",
                    "",
                    number,
                    RepresentationKind.DEPUTY));

            assertThat(applicant.submit()).extracting(Refused::field).containsExactly("association");
        }
    }

    @Test
    void anAuthorityIsRepresentedInTheSameWay() {
        MemberId authority = admit(MemberKind.AUTHORITY, "City of Weavers", null);
        Asker primary = representative(authority, RepresentationKind.PRIMARY);
        Applicant applicant = sentTo(authority);

        admissions.approve(primary, applicant.id, applicant.version());

        assertThat(letters.kinds(applicant.email)).endsWith("welcome-representative");
    }

    private static String task(Applicant applicant) {
        return "membership.application:" + applicant.id;
    }

    private MandateId held(Asker person) {
        return mandates.heldBy(person, person.requirePerson()).getFirst().id();
    }

    private Applicant sentTo(MemberId association) {
        RepresentationKind wish = mandates.primaries(Set.of(association)).isEmpty()
                ? RepresentationKind.PRIMARY
                : RepresentationKind.DEPUTY;
        return sent(ApplicationKind.REPRESENTATIVE, representative(number(association), wish));
    }
}
