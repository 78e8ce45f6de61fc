package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MandateGiven;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.site.TooOften;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may speak for an association, from when to when, and who decides it. */
@Import(HeardFacts.class)
class MandatesModuleTests extends MembershipHouse {

    @Autowired
    MassAdmission admission;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HeardFacts heard;

    @Autowired
    AuditTrail audit;

    @Autowired
    House house;

    @Test
    void aPrimaryRepresentativeInvitesAColleagueWhoTakesItUpWithOnePress() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        NewMandate wish = wish(association, RepresentationKind.DEPUTY);

        MandateId id = mandates.invite(primary, wish);
        mandates.invite(primary, wish);

        assertThat(letters.kinds(wish.email()))
                .as("the same request is one letter")
                .containsExactly("invitation");
        String token = letters.token(wish.email());
        assertThat(mandates.look(token)).hasValueSatisfying(offer -> {
            assertThat(offer.association()).isEqualTo(number(association));
            assertThat(offer.kind()).isEqualTo(RepresentationKind.DEPUTY);
            assertThat(offer.by()).isNotNull();
        });
        assertThat(line(primary, association, id).state()).isEqualTo(MandateState.INVITED);
        assertThat(line(primary, association, id).email()).isEqualTo(wish.email());

        PersonId person = mandates.accept(token).orElseThrow();

        assertThat(mandates.of(person)).extracting(MemberCard::id).containsExactly(association);
        assertThatCode(() -> mandates.check(Asker.of(person), association)).doesNotThrowAnyException();
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(line(primary, association, id).state()).isEqualTo(MandateState.CURRENT);
        assertThat(line(primary, association, id).email())
                .as("the address is forgotten")
                .isNull();
        assertThat(mandates.accept(token)).as("once").isEmpty();
        assertThat(heard.of(MandateGiven.class))
                .filteredOn(given -> given.mandate().equals(id))
                .singleElement()
                .satisfies(given -> assertThat(given.person()).isEqualTo(person));
        assertThat(members.profile(primary, number(association)).orElseThrow().confirmed())
                .isTrue();
    }

    @Test
    void whoIsKnownByTheAddressTakesItUpAsThemselves() {
        String email = "known-" + Ids.next() + "@example.org";
        PersonId known = somebody("Known", email, ZoneId.of("Europe/Sofia"));
        MemberId association = association();
        mandates.invite(
                officer,
                new NewMandate(
                        MandateId.next(),
                        association,
                        "K.",
                        email,
                        Language.BG,
                        RepresentationKind.PRIMARY,
                        null,
                        null));

        assertThat(letters.to(email).getLast().to().language()).isEqualTo(Language.BG);
        assertThat(mandates.accept(letters.token(email))).contains(known);
        assertThat(mandates.isPrimary(Asker.of(known), association)).isTrue();
    }

    @Test
    void anInvitationIsRefusedTakenBackAndRunsOut() {
        MemberId association = association();
        NewMandate refused = wish(association, RepresentationKind.DEPUTY);
        NewMandate takenBack = wish(association, RepresentationKind.DEPUTY);
        NewMandate old = wish(association, RepresentationKind.DEPUTY);
        for (NewMandate one : List.of(refused, takenBack, old)) {
            mandates.invite(officer, one);
        }

        mandates.refuse(letters.token(refused.email()));
        mandates.end(officer, takenBack.id(), "The wrong person.");
        clock.turn(Duration.ofDays(31));

        assertThat(line(officer, association, refused.id()).state()).isEqualTo(MandateState.ENDED);
        assertThat(mandates.accept(letters.token(takenBack.email()))).isEmpty();
        assertThat(mandates.look(letters.token(old.email()))).isEmpty();
        assertThat(line(officer, association, old.id()).state()).isEqualTo(MandateState.EXPIRED);
        mandates.sendInvitation(officer, old.id());
        assertThat(mandates.accept(letters.token(old.email()))).isPresent();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mandates.sendInvitation(officer, old.id()));
    }

    @Test
    void anInvitationIsPreparedFirstAndSentLater() {
        MemberId association = association();
        NewMandate wish = wish(association, RepresentationKind.PRIMARY);

        prepare(officer, wish);
        assertThat(letters.to(wish.email())).isEmpty();
        mandates.sendInvitation(officer, wish.id());

        assertThat(mandates.accept(letters.token(wish.email()))).isPresent();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> prepare(primary, wish(association, RepresentationKind.DEPUTY)));
    }

    @Test
    void theSameAddressIsNotInvitedTwiceForTheSame() {
        MemberId association = association();
        NewMandate wish = wish(association, RepresentationKind.DEPUTY);
        mandates.invite(officer, wish);
        NewMandate again = new NewMandate(
                MandateId.next(),
                association,
                wish.name(),
                wish.email().toUpperCase(Locale.ROOT),
                Language.EN,
                RepresentationKind.DEPUTY,
                null,
                null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> mandates.invite(officer, again))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
    }

    @Test
    void aMandateForLaterBeginsOnItsDayAndEndsAfterItsLast() {
        MemberId association = association();
        Asker person = Asker.of(somebody());
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        GivenMandate wish =
                given(association, person, RepresentationKind.DELEGATE, today.plusDays(3), today.plusDays(4));
        mandates.give(officer, wish);

        assertThat(mandates.of(person.requirePerson())).isEmpty();
        assertThat(line(officer, association, wish.id()).state()).isEqualTo(MandateState.FUTURE);
        turn.settle();
        assertThat(isMember(person)).isFalse();

        toTheMorningOf(today.plusDays(3));
        assertThat(mandates.of(person.requirePerson())).as("by the clock alone").hasSize(1);
        turn.settle();
        turn.settle();
        assertThat(isMember(person)).isTrue();
        isTold(person, "You now represent");

        toTheMorningOf(today.plusDays(4));
        turn.settle();
        assertThat(mandates.of(person.requirePerson()))
                .as("its last day counts")
                .hasSize(1);

        toTheMorningOf(today.plusDays(5));
        assertThat(mandates.of(person.requirePerson())).isEmpty();
        turn.settle();
        turn.settle();
        assertThat(isMember(person)).isFalse();
        assertThat(heard.of(MandateGiven.class))
                .filteredOn(one -> one.mandate().equals(wish.id()))
                .hasSize(1);
        assertThat(heard.of(MandateEnded.class))
                .filteredOn(one -> one.mandate().equals(wish.id()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(RepresentationKind.class)
    void everyKindButFinanceSpeaks(RepresentationKind kind) {
        MemberId association = association();
        Asker person = representative(association, kind);

        assertThat(mandates.of(person.requirePerson())).hasSize(kind.speaks() ? 1 : 0);
        if (kind.speaks()) {
            assertThatCode(() -> mandates.check(person, association)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> mandates.check(person, association));
        }
        assertThat(isMember(person)).as("whoever represents a member belongs").isTrue();
    }

    @Test
    void endedAtOnceItCountsNoMoreAndTheReasonIsKept() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        Asker deputy = representative(association, RepresentationKind.DEPUTY);
        MandateId id = held(deputy).id();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> mandates.end(primary, id, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        mandates.end(primary, id, "Left the board.");
        mandates.end(primary, id, "Left the board.");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> mandates.check(deputy, association));
        assertThat(isMember(deputy)).isFalse();
        assertThat(audit.about(new AuditSubject(MandateBook.MANDATE, id.value()), 1)
                        .getFirst()
                        .reason())
                .isEqualTo("Left the board.");
        assertThat(heard.of(MandateEnded.class))
                .filteredOn(one -> one.mandate().equals(id))
                .hasSize(1);
        isTold(deputy, "You no longer represent");
    }

    @Test
    void whoHoldsAMandateGivesItBackWithoutAReason() {
        MemberId association = association();
        representative(association, RepresentationKind.PRIMARY);
        Asker deputy = representative(association, RepresentationKind.DEPUTY);

        mandates.end(deputy, held(deputy).id(), "");

        assertThat(mandates.of(deputy.requirePerson())).isEmpty();
    }

    @Test
    void whoIsAMemberThemselvesStaysOneWhenAMandateEnds() {
        PersonId person = somebody();
        admit(MemberKind.PERSON, "Somebody", person);
        MemberId association = association();
        mandates.give(officer, given(association, Asker.of(person), RepresentationKind.DEPUTY, null, null));

        mandates.end(officer, held(Asker.of(person)).id(), "Done.");

        assertThat(isMember(Asker.of(person))).isTrue();
    }

    @Test
    void withoutAPrimaryRepresentativeTheOfficeOwesOne() {
        MemberId association = association();
        String task = "membership.no-primary:" + association;
        assertThat(owes(officer)).contains(task);

        Asker primary = representative(association, RepresentationKind.PRIMARY);
        assertThat(owes(officer)).doesNotContain(task);

        mandates.end(primary, held(primary).id(), "");
        assertThat(owes(officer)).contains(task);
    }

    @Test
    void onlyPrimaryRepresentativesAndTheOfficeDecideWhoSpeaks() {
        MemberId association = association();
        Asker deputy = representative(association, RepresentationKind.DEPUTY);
        Asker foreign = representative(association(), RepresentationKind.PRIMARY);
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        MandateId id = held(deputy).id();

        for (Asker stranger : List.of(deputy, foreign, person(Role.MEMBER), person(), Asker.guest())) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> mandates.invite(stranger, wish(association, RepresentationKind.DEPUTY)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> mandates.give(
                            stranger, given(association, stranger, RepresentationKind.PRIMARY, null, null)));
        }
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> mandates.end(foreign, id, "Not mine."));
        assertThatExceptionOfType(Refused.class)
                .as("a primary representative gives to those who belong")
                .isThrownBy(() -> mandates.give(
                        primary, given(association, Asker.of(somebody()), RepresentationKind.DEPUTY, null, null)));
        mandates.give(primary, given(association, memberPerson(), RepresentationKind.DEPUTY, null, null));
    }

    @Test
    void daysThatDontFitAreRefused() {
        MemberId association = association();
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        Asker person = memberPerson();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> mandates.give(
                        officer, given(association, person, RepresentationKind.DEPUTY, null, today.minusDays(1))));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> mandates.give(
                        officer,
                        given(association, person, RepresentationKind.DEPUTY, today.plusDays(5), today.plusDays(4))));
        mandates.give(officer, given(association, person, RepresentationKind.DEPUTY, null, today.plusDays(4)));
        assertThatExceptionOfType(Refused.class)
                .as("the same twice on the same day")
                .isThrownBy(() -> mandates.give(
                        officer, given(association, person, RepresentationKind.DEPUTY, today.plusDays(4), null)));
        mandates.give(officer, given(association, person, RepresentationKind.DEPUTY, today.plusDays(5), null));
    }

    @Test
    void whoBelongsSeesWhoSpeaksAndNoMore() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);
        NewMandate wish = wish(association, RepresentationKind.DEPUTY);
        mandates.invite(primary, wish);

        assertThat(mandates.ofAssociation(person(Role.MEMBER), association))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(MandateState.CURRENT);
                    assertThat(line.mayEnd()).isFalse();
                });
        assertThat(mandates.ofAssociation(person(), association)).isEmpty();
        assertThat(mandates.ofAssociation(Asker.guest(), association)).isEmpty();
        assertThat(mandates.ofAssociation(primary, association))
                .extracting(MandateLine::mayEnd)
                .containsOnly(true);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> mandates.heldBy(person(Role.MEMBER), primary.requirePerson()));
        assertThat(mandates.heldBy(officer, primary.requirePerson())).hasSize(1);
    }

    @Test
    void eachQuestionIsOneStatement() {
        MemberId association = association();
        Asker person = representative(association, RepresentationKind.PRIMARY);
        representative(association(), RepresentationKind.DEPUTY);

        assertThat(SqlCounter.during(() -> mandates.of(person.requirePerson())).statements())
                .hasSize(1);
        assertThat(SqlCounter.during(() -> mandates.check(person, association))).hasSize(1);
        assertThat(SqlCounter.during(() -> mandates.isPrimary(person, association))
                        .statements())
                .hasSize(1);
        assertThat(SqlCounter.during(() -> mandates.primaries(Set.of(association)))
                        .statements())
                .hasSize(1);
        assertThat(mandates.primaries(Set.of(association)).get(association)).containsExactly(person.requirePerson());
    }

    @Test
    void aMandateThatEndsAndOneThatBeginsAtOnceLeaveTheRoleRight() throws Exception {
        for (int round = 0; round < 8; round++) {
            MemberId one = association();
            MemberId other = association();
            Asker person = representative(one, RepresentationKind.DEPUTY);
            MandateId ending = held(person).id();

            try (var threads = Executors.newFixedThreadPool(2)) {
                for (Future<?> done : List.of(
                        threads.submit(() -> mandates.end(officer, ending, "Moves on.")),
                        threads.submit(() ->
                                mandates.give(officer, given(other, person, RepresentationKind.DEPUTY, null, null))))) {
                    done.get();
                }
            }

            assertThat(isMember(person)).isTrue();
        }
    }

    @Test
    void twoNodesTellOfADayOnce() throws Exception {
        MemberId association = association();
        Asker person = Asker.of(somebody());
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        GivenMandate wish = given(association, person, RepresentationKind.DEPUTY, today.plusDays(1), null);
        mandates.give(officer, wish);
        toTheMorningOf(today.plusDays(1));

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(turn::settle), nodes.submit(turn::settle))) {
                node.get();
            }
        }

        assertThat(heard.of(MandateGiven.class))
                .filteredOn(one -> one.mandate().equals(wish.id()))
                .hasSize(1);
    }

    @Test
    void oneWhoInvitesTooManyIsSlowed() {
        MemberId association = association();
        Asker primary = representative(association, RepresentationKind.PRIMARY);

        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> {
            for (int i = 0; i < 100; i++) {
                mandates.invite(primary, wish(association, RepresentationKind.DEPUTY));
            }
        });
    }

    @Test
    void invitationsToOneAddressHaveALimitHoweverItIsSpelled() {
        String address = "rep-" + Ids.next() + "@example.org";
        for (int i = 0; i < 5; i++) {
            mandates.invite(officer, to(i % 2 == 0 ? address : address.toUpperCase(Locale.ROOT)));
        }

        assertThatExceptionOfType(TooOften.class)
                .isThrownBy(() -> mandates.invite(officer, to("R" + address.substring(1))));
    }

    /** As an import does. */
    private void prepare(Asker by, NewMandate wish) {
        transaction.executeWithoutResult(_ -> admission.prepare(by, List.of(wish)));
    }

    private NewMandate to(String address) {
        return new NewMandate(
                MandateId.next(), association(), "Rada", address, Language.EN, RepresentationKind.DEPUTY, null, null);
    }

    private void toTheMorningOf(LocalDate day) {
        clock.turn(Duration.between(
                clock.instant(), day.atTime(6, 0).atZone(house.zone()).toInstant()));
    }

    private MandateLine line(Asker by, MemberId association, MandateId id) {
        return mandates.ofAssociation(by, association).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private HeldMandate held(Asker person) {
        return mandates.heldBy(person, person.requirePerson()).getFirst();
    }

    private static NewMandate wish(MemberId association, RepresentationKind kind) {
        return new NewMandate(
                MandateId.next(),
                association,
                "Boris Spool",
                "invited-" + Ids.next() + "@example.org",
                Language.EN,
                kind,
                null,
                null);
    }

    private static GivenMandate given(
            MemberId association,
            Asker person,
            RepresentationKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        PersonId id = person.person().orElseGet(PersonId::next);
        return new GivenMandate(MandateId.next(), association, id, kind, from, to);
    }
}
