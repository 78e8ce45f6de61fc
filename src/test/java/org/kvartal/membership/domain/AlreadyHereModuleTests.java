package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Verdict.Decider;
import org.kvartal.membership.Verdict.WaitingForUs;

/** "My association is already here": its primary representatives answer, or the office where there is none. */
class AlreadyHereModuleTests extends MembershipHouse {

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
        assertThat(members.ofPerson(HOUSE, person))
                .as("represents a member, is none")
                .isEmpty();
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
    void anAssociationThatIsNotHereCantBeChosen() {
        Asker leaver = memberPerson();
        MemberId person =
                members.ofPerson(HOUSE, leaver.requirePerson()).orElseThrow().id();
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

    private Applicant sentTo(MemberId association) {
        RepresentationKind wish = mandates.primaries(Set.of(association)).isEmpty()
                ? RepresentationKind.PRIMARY
                : RepresentationKind.DEPUTY;
        return sent(ApplicationKind.REPRESENTATIVE, representative(number(association), wish));
    }
}
