package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MandateGiven;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

/** A person represents an organisation as the same once at a time, whoever gives it and whenever they take it up. */
@Import(HeardFacts.class)
class MandatesOnceModuleTests extends MembershipHouse {

    private static final int ROUNDS = 10;

    @Autowired
    HeardFacts heard;

    @Autowired
    AuditTrail audit;

    private MemberId association;
    private String email;
    private Asker person;

    @BeforeEach
    void somebodyAndAnAssociation() {
        association = association();
        email = "known-" + Ids.next() + "@example.org";
        person = Asker.of(somebody("Boris Spool", email, ZoneId.of("Europe/Sofia")));
    }

    @Test
    void whoHoldsItAlreadyHearsSoAndTheInvitationIsClosed() {
        MandateId invitation = invite();
        // A letter about what is given comes when it comes.
        String token = letters.token(email);
        give();

        assertThat(mandates.accept(token)).isEqualTo(person.person());

        assertThat(held()).hasSize(1);
        assertThat(state(invitation)).isEqualTo(MandateState.ENDED);
        isTold(person, "You already represent");
        assertThat(heard.of(MandateGiven.class))
                .filteredOn(given -> given.association().equals(association))
                .hasSize(1);
        assertThat(audit.about(new AuditSubject(MandateBook.MANDATE, invitation.value()), 1)
                        .getFirst()
                        .act())
                .isEqualTo("membership.mandate-held-already");

        mandates.end(officer, held().getFirst().id(), "Left the board.");

        assertThat(mandates.of(person.requirePerson()))
                .as("what is said to have ended has ended")
                .isEmpty();
        assertThat(heard.of(MandateEnded.class))
                .filteredOn(ended -> ended.association().equals(association))
                .hasSize(1);
    }

    @Test
    void howeverManyGiveItAtOnceItIsGivenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            somebodyAndAnAssociation();
            Queue<Refused> refused = new ConcurrentLinkedQueue<>();

            atOnce(Collections.nCopies(4, (Runnable) () -> unless(refused, this::give))
                    .toArray(Runnable[]::new));

            assertThat(held()).hasSize(1);
            assertThat(refused)
                    .hasSize(3)
                    .allSatisfy(late -> assertThat(late.field()).isEqualTo("person"));
        }
    }

    @Test
    void givenAndTakenUpAtOnceItIsHeldOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            somebodyAndAnAssociation();
            invite();
            String token = letters.token(email);
            Queue<Refused> refused = new ConcurrentLinkedQueue<>();

            atOnce(() -> unless(refused, this::give), () -> mandates.accept(token));

            assertThat(held()).hasSize(1);
        }
    }

    @Test
    void takenUpAndTakenBackAtOnceItIsOneOfThem() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            somebodyAndAnAssociation();
            MandateId invitation = invite();
            String token = letters.token(email);

            atOnce(
                    () -> mandates.accept(token),
                    () -> mandates.accept(token),
                    () -> mandates.end(officer, invitation, "Somebody else was chosen."));

            assertThat(held()).isEmpty();
            assertThat(state(invitation)).isEqualTo(MandateState.ENDED);
        }
    }

    @Test
    void takingUpAndMakingTheAssociationGoAtOnceEndsWithNobodyWaitingForTheOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            somebodyAndAnAssociation();
            invite();
            String token = letters.token(email);
            Queue<Refused> refused = new ConcurrentLinkedQueue<>();

            atOnce(
                    () -> unless(refused, () -> mandates.accept(token)),
                    () -> admissions.terminate(officer, association, "Dissolved."));

            assertThat(held()).isEmpty();
            assertThat(isMember(person)).isFalse();
        }
    }

    @Test
    void theDatabaseKeepsItSoToo() {
        give();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        INSERT INTO mandate (id, version, association, kind, person, name, language, from_day)
                        SELECT gen_random_uuid(), 0, association, kind, person, name, language, from_day + 10
                          FROM mandate WHERE association = ?""").param(association.value()).update());
    }

    private MandateId invite() {
        MandateId id = MandateId.next();
        mandates.invite(
                officer,
                new NewMandate(id, association, "Boris", email, Language.EN, RepresentationKind.DEPUTY, null, null));
        return id;
    }

    private void give() {
        PersonId to = person.requirePerson();
        mandates.give(
                officer, new GivenMandate(MandateId.next(), association, to, RepresentationKind.DEPUTY, null, null));
    }

    private List<HeldMandate> held() {
        return mandates.heldBy(officer, person.requirePerson()).stream()
                .filter(one -> one.state() == MandateState.CURRENT)
                .toList();
    }

    private MandateState state(MandateId id) {
        return mandates.ofAssociation(officer, association).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void unless(Queue<Refused> refused, Runnable act) {
        try {
            act.run();
        } catch (Refused late) {
            refused.add(late);
        }
    }
}
