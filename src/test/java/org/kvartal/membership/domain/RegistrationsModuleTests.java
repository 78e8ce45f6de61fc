package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Registration;
import org.springframework.beans.factory.annotation.Autowired;

/** A number in a register belongs to one member, by whichever door it comes. */
class RegistrationsModuleTests extends MembershipHouse {

    @Autowired
    MemberReads reads;

    private final Registration number = Registration.of(
            "BG-EIK", Ids.next().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT));

    @Test
    void aNumberOfAnotherMemberIsNotTakenByEditing() {
        admit(number);
        MemberId other = admit(null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> register(other, number))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("registrationNumber");
                    assertThat(refused.key()).isEqualTo("membership.refused.registration-taken");
                });
        assertThat(holders()).isEqualTo(1);
    }

    @Test
    void aNumberIsTakenByEditingOnceItsMemberIsGone() {
        MemberId first = admit(number);
        MemberId other = admit(null);
        admissions.terminate(officer, first, "Dissolved.");

        register(other, number);

        assertThat(reads.registered(List.of(number))).containsEntry(number, other);
    }

    @Test
    void whoStandsUnderTheirNumberChangesTheRestEvenBesideOneThatWasToldApart() {
        MemberId first = admit(number);
        Applicant branch =
                sent(ApplicationKind.ASSOCIATION, registered(association("Branch"), number.scheme(), number.number()));
        admissions.take(officer, branch.id, branch.version());
        admissions.ignoreDuplicate(officer, branch.id, first.value());
        MemberId second = admissions.approve(officer, branch.id, branch.version());

        register(first, number);
        register(second, number);

        assertThat(holders()).isEqualTo(2);
    }

    @Test
    void whoWasToldApartFromOneOfTwoHoldersIsNotFromTheOther() {
        MemberId first = admit(number);
        Applicant branch =
                sent(ApplicationKind.ASSOCIATION, registered(association("Branch"), number.scheme(), number.number()));
        admissions.take(officer, branch.id, branch.version());
        admissions.ignoreDuplicate(officer, branch.id, first.value());
        admissions.approve(officer, branch.id, branch.version());

        Applicant third =
                sent(ApplicationKind.ASSOCIATION, registered(association("Third"), number.scheme(), number.number()));
        admissions.take(officer, third.id, third.version());
        admissions.ignoreDuplicate(officer, third.id, first.value());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.approve(officer, third.id, third.version()));
    }

    @Test
    void ofThoseWhoWantANumberAtOnceOneGetsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Registration wanted = Registration.of(number.scheme(), number.number() + round);
            MemberId one = admit(null);
            MemberId other = admit(null);
            Queue<Refused> refused = new ConcurrentLinkedQueue<>();

            atOnce(
                    () -> unless(refused, () -> register(one, wanted)),
                    () -> unless(refused, () -> register(other, wanted)),
                    () -> unless(refused, () -> admit(wanted)));

            assertThat(refused)
                    .hasSize(2)
                    .allSatisfy(late -> assertThat(late.field()).isEqualTo("registrationNumber"));
            assertThat(reads.registered(List.of(wanted))).hasSize(1);
        }
    }

    private static void unless(Queue<Refused> refused, Runnable act) {
        try {
            act.run();
        } catch (Refused late) {
            refused.add(late);
        }
    }

    private long holders() {
        return jdbc.sql("SELECT count(*) FROM member WHERE registration_number = ?")
                .param(number.number())
                .query(Long.class)
                .single();
    }

    private void register(MemberId id, Registration registration) {
        MemberProfile seen = members.profile(officer, number(id)).orElseThrow();
        members.change(
                officer,
                new MemberChange(
                        id,
                        seen.version(),
                        seen.card().name(),
                        "",
                        null,
                        "",
                        List.of(),
                        "",
                        null,
                        "",
                        registration.scheme(),
                        registration.number(),
                        null,
                        null));
    }

    private MemberId admit(@Nullable Registration registration) {
        return admissions.admit(
                HOUSE,
                new NewMember(
                        MemberId.next(),
                        MemberKind.ASSOCIATION,
                        LocalizedText.of(Language.EN, "Union " + Ids.next()),
                        null,
                        "",
                        registration,
                        null,
                        "",
                        List.of(),
                        "",
                        null,
                        null,
                        null,
                        null,
                        true));
    }
}
