package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MemberLeft;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Verdict;
import org.kvartal.membership.Verdict.CanApply;
import org.kvartal.membership.Verdict.Cannot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Members leave at the end of their day, or are made to go at once. */
@Import(HeardFacts.class)
class LeavingModuleTests extends MembershipHouse {

    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");

    @Autowired
    HeardFacts heard;

    @Autowired
    AuditTrail audit;

    @Test
    void whoLeavesBelongsUntilTheEndOfTheirOwnDay() {
        PersonId person = somebody();
        MemberId id = admit(MemberKind.PERSON, "Somebody", person);
        Instant end = admissions.leave(Asker.of(person), id, VLADIVOSTOK);

        assertThat(end.atZone(VLADIVOSTOK).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(Duration.between(clock.instant(), end)).isBetween(Duration.ZERO, Duration.ofDays(1));
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(members.ofPerson(person)).isPresent();

        clock.turn(Duration.between(clock.instant(), end).plusMillis(1));
        assertThat(members.ofPerson(person)).as("by the clock alone").isEmpty();
        turn.settle();

        assertThat(isMember(Asker.of(person))).isFalse();
        assertThat(heard.of(MemberLeft.class)).extracting(MemberLeft::member).containsOnlyOnce(id);
        assertThat(joining.verdict(Asker.of(person))).isEqualTo(new CanApply());
        assertThat(members.find(id)).as("what they wrote keeps its name").isPresent();
    }

    @Test
    void whoThinksBetterOfItStays() {
        PersonId person = somebody();
        MemberId id = admit(MemberKind.PERSON, "Somebody", person);
        admissions.leave(Asker.of(person), id, VLADIVOSTOK);

        admissions.stay(Asker.of(person), id);
        clock.turn(Duration.ofDays(2));
        turn.settle();

        assertThat(isMember(Asker.of(person))).isTrue();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> admissions.stay(Asker.of(person), id));
    }

    @Test
    void anAssociationLeavesByItsPrimaryRepresentativeAndItsMandatesEndWithIt() {
        MemberId id = association();
        Asker primary = representative(id, RepresentationKind.PRIMARY);
        Asker deputy = representative(id, RepresentationKind.DEPUTY);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> admissions.leave(deputy, id, VLADIVOSTOK));

        admissions.leave(primary, id, VLADIVOSTOK);
        assertThat(mandates.of(deputy.requirePerson())).hasSize(1);
        clock.turn(Duration.ofDays(1));

        assertThat(mandates.of(deputy.requirePerson())).as("by the clock alone").isEmpty();
        turn.settle();
        assertThat(isMember(deputy)).isFalse();
        assertThat(heard.of(MandateEnded.class))
                .filteredOn(ended -> ended.association().equals(id))
                .extracting(MandateEnded::person)
                .containsExactlyInAnyOrder(primary.requirePerson(), deputy.requirePerson());
        assertThat(owes(officer)).doesNotContain("membership.no-primary:" + id);
    }

    @Test
    void whoIsMadeToGoIsToldWhyAtOnce() {
        String email = "gone-" + Ids.next() + "@example.org";
        PersonId person = somebody("Somebody", email, ZoneId.of("Europe/Sofia"));
        MemberId id = admit(MemberKind.PERSON, "Somebody", person);

        admissions.terminate(officer, id, "Did not keep the rules.");

        assertThat(isMember(Asker.of(person))).isFalse();
        assertThat(heard.of(MemberLeft.class)).extracting(MemberLeft::member).containsOnlyOnce(id);
        assertThat(letters.to(email).getLast().arguments()).contains("Did not keep the rules.");
        assertThat(joining.verdict(Asker.of(person))).isEqualTo(new Cannot(Verdict.Reason.ENDED_BY_HOUSE, null));
        assertThat(audit.about(new AuditSubject(KeptMembers.MEMBER, id.value()), 1)
                        .getFirst()
                        .reason())
                .isEqualTo("Did not keep the rules.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> admissions.terminate(officer, id, "Again."));
    }

    @Test
    void endingAMembershipNeedsAReasonARightAndSomebodyElse() {
        MemberId id = association();
        Asker represents = representative(id, RepresentationKind.DEPUTY);
        grants.give(HOUSE, new Grant(represents.requirePerson(), Role.OFFICER, Scope.PLATFORM, clock.instant(), null));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.terminate(officer, id, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.terminate(person(Role.MEMBER), id, "I say so."));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> admissions.terminate(represents, id, "I say so."));
    }

    @Test
    void whoHasLeftIsInNoListAndComesBackUnderANewNumber() {
        PersonId person = somebody();
        String name = "Returning " + Ids.next();
        MemberId first = admit(MemberKind.PERSON, name, person);
        admissions.leave(Asker.of(person), first, VLADIVOSTOK);
        clock.turn(Duration.ofDays(1));
        turn.settle();

        assertThat(members.search(officer, MemberSearch.named(name), Language.EN, null, 5)
                        .members())
                .isEmpty();
        MemberId second = admit(MemberKind.PERSON, name, person);
        assertThat(number(second)).isGreaterThan(number(first));
        assertThat(members.profile(officer, number(first)).orElseThrow().left()).isTrue();
        assertThat(members.profile(person(Role.MEMBER), number(first))).isEmpty();
    }

    @Test
    void twoNodesTellOfADepartureOnce() throws Exception {
        PersonId person = somebody();
        MemberId id = admit(MemberKind.PERSON, "Somebody", person);
        admissions.leave(Asker.of(person), id, VLADIVOSTOK);
        clock.turn(Duration.ofDays(1));

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(turn::settle), nodes.submit(turn::settle))) {
                node.get();
            }
        }

        assertThat(heard.of(MemberLeft.class)).extracting(MemberLeft::member).containsOnlyOnce(id);
    }

    @Test
    void othersHearWhoWasAdmittedAndWhoAnswersForIt() {
        Applicant applicant = taken(ApplicationKind.ASSOCIATION);
        MemberId applied = admissions.approve(officer, applicant.id, applicant.version());
        MemberId imported = admissions.admit(
                HOUSE, NewMember.of(MemberId.next(), MemberKind.AGENCY, LocalizedText.of(Language.EN, "Agency"), null));

        assertThat(heard.of(MemberAdmitted.class))
                .filteredOn(admitted -> admitted.member().equals(applied))
                .singleElement()
                .satisfies(admitted -> assertThat(
                                mandates.isPrimary(Asker.of(requireNonNull(admitted.primary())), applied))
                        .isTrue());
        assertThat(heard.of(MemberAdmitted.class))
                .filteredOn(admitted -> admitted.member().equals(imported))
                .singleElement()
                .satisfies(admitted -> assertThat(admitted.primary()).isNull());
    }
}
