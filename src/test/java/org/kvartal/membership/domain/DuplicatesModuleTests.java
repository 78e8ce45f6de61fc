package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.Likeness;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining.Step;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.springframework.beans.factory.annotation.Autowired;

/** The office sees beside an application whom it may be a second time. */
class DuplicatesModuleTests extends MembershipHouse {

    @Autowired
    AuditTrail audit;

    @Test
    void aNumberInTheSameRegisterIsTheSameHoweverItIsSpelled() {
        String number = fresh();
        MemberId member = registered("Loom House", number);

        Applicant applicant = sent(
                ApplicationKind.ASSOCIATION, registered(association("Quite another name"), "bg-eik", spaced(number)));

        assertThat(applicant.dossier().twins()).anySatisfy(twin -> {
            assertThat(requireNonNull(twin.member()).id()).isEqualTo(member);
            assertThat(twin.because()).isEqualTo(Likeness.SAME_REGISTRATION);
        });
    }

    @Test
    void aSecondMemberWithTheSameNumberIsAdmittedOnlyWhenToldApart() {
        String number = fresh();
        MemberId member = registered("Loom House", number);
        Applicant applicant = sent(ApplicationKind.ASSOCIATION, registered(association("Branch"), "BG-EIK", number));
        admissions.take(officer, applicant.id, applicant.version());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.approve(officer, applicant.id, applicant.version()));
        admissions.ignoreDuplicate(officer, applicant.id, member.value());

        assertThat(applicant.dossier().twins()).extracting(Twin::id).doesNotContain(member.value());
        assertThat(admissions.approve(officer, applicant.id, applicant.version()))
                .isNotEqualTo(member);
    }

    @Test
    void aNameIsAlikeAcrossScriptsInTheSameCity() {
        MemberId sofia = admissions.admit(HOUSE, in("sofia", "Союз ткачей Бодафка"));
        MemberId moscow = admissions.admit(HOUSE, in("moscow", "Союз ткачей Бодафка"));

        Applicant applicant = sent(ApplicationKind.ASSOCIATION, association("Soyuz Tkachey Bodafka"));

        assertThat(applicant.dossier().twins())
                .filteredOn(twin -> twin.id().equals(sofia.value()))
                .singleElement()
                .satisfies(twin -> {
                    assertThat(twin.because()).isEqualTo(Likeness.SIMILAR_NAME);
                    assertThat(twin.likeness()).isGreaterThan(0.6);
                });
        assertThat(applicant.dossier().twins()).extracting(Twin::id).doesNotContain(moscow.value());
    }

    @Test
    void aPersonWhoAppliesAgainIsKnownByTheAddressInOtherCaseAndAfterTheyLeft() {
        Applicant first = taken(ApplicationKind.PERSON);
        MemberId member = admissions.approve(officer, first.id, first.version());
        Asker person = Asker.of(joining.welcome(letters.token(first.email)).orElseThrow());
        admissions.leave(person, member, ZoneId.of("Europe/Sofia"));
        clock.turn(Duration.ofDays(1));
        Applicant second = new Applicant(ApplicationKind.PERSON, first.email.toUpperCase(Locale.ROOT)).begin();
        second.key = joining.comeBack(letters.token(first.email)).orElseThrow().key();
        second.fill().submit();

        assertThat(second.dossier().twins())
                .anySatisfy(twin -> {
                    assertThat(twin.id()).isEqualTo(member.value());
                    assertThat(twin.because()).isEqualTo(Likeness.SAME_ADDRESS);
                })
                .anySatisfy(twin -> {
                    assertThat(requireNonNull(twin.application()).id()).isEqualTo(first.id);
                    assertThat(twin.because()).isEqualTo(Likeness.SAME_ADDRESS);
                });
    }

    @Test
    void twoApplicationsToldApartStayApartFromBothSides() {
        String number = fresh();
        Applicant one = sent(ApplicationKind.ASSOCIATION, registered(association("One " + number), "BG-EIK", number));
        Applicant other =
                sent(ApplicationKind.ASSOCIATION, registered(association("Other " + number), "BG-EIK", number));
        assertThat(one.dossier().twins()).extracting(Twin::id).contains(other.id.value());

        admissions.ignoreDuplicate(officer, other.id, one.id.value());
        admissions.ignoreDuplicate(officer, one.id, other.id.value());

        assertThat(one.dossier().twins()).extracting(Twin::id).doesNotContain(other.id.value());
        assertThat(other.dossier().twins()).extracting(Twin::id).doesNotContain(one.id.value());
    }

    @Test
    void whoToldApartWhatIsKeptAndTheApplicantDoesNotSeeIt() {
        String number = fresh();
        MemberId member = registered("Loom House", number);
        Applicant applicant = sent(ApplicationKind.ASSOCIATION, registered(association("Branch"), "BG-EIK", number));

        admissions.ignoreDuplicate(officer, applicant.id, member.value());
        admissions.ignoreDuplicate(officer, applicant.id, member.value());

        assertThat(applicant.dossier().history())
                .filteredOn(entry -> entry.what() == What.TOLD_APART)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text()).isEqualTo("Loom House");
                    assertThat(requireNonNull(entry.by()).id()).isEqualTo(officer.requirePerson());
                });
        assertThat(applicant.page().history()).extracting(Step::what).doesNotContain(What.TOLD_APART);
        assertThat(audit.about(new AuditSubject(ApplicationLog.APPLICATION, applicant.id.value()), 1))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.act()).isEqualTo("membership.application-told-apart");
                    assertThat(act.reason()).as("names no member").isNull();
                });
    }

    @Test
    void nobodyTakesTheWarningFromTheirOwnApplication() {
        String number = fresh();
        MemberId member = registered("Loom House", number);
        Applicant own = new Applicant(ApplicationKind.ASSOCIATION);
        Asker self = Asker.of(somebody("Ada Loom", own.email, ZoneId.of("Europe/Sofia")));
        grants.give(HOUSE, new Grant(self.requirePerson(), Role.OFFICER, Scope.PLATFORM, clock.instant(), null));
        own.begin()
                .confirm()
                .fill(registered(association("Branch"), "BG-EIK", number))
                .attach()
                .submit();
        Applicant foreign = sent(ApplicationKind.ASSOCIATION, registered(association("Other"), "BG-EIK", number));
        admissions.take(officer, own.id, own.version());

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> admissions.ignoreDuplicate(self, own.id, member.value()));
        assertThatExceptionOfType(Forbidden.class)
                .as("not from the other side either")
                .isThrownBy(() -> admissions.ignoreDuplicate(self, foreign.id, own.id.value()));

        assertThat(own.dossier().twins()).extracting(Twin::id).contains(member.value(), foreign.id.value());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> admissions.approve(officer, own.id, own.version()));
    }

    @Test
    void onlyWhatLooksTheSameIsToldApartAndOnlyWhileItWaits() {
        String number = fresh();
        MemberId member = registered("Loom House", number);
        Applicant applicant = sent(ApplicationKind.ASSOCIATION, registered(association("Branch"), "BG-EIK", number));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.ignoreDuplicate(
                        officer, applicant.id, association().value()));
        admissions.take(officer, applicant.id, applicant.version());
        admissions.decline(officer, applicant.id, applicant.version(), "No.");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> admissions.ignoreDuplicate(officer, applicant.id, member.value()));

        assertThat(applicant.dossier().twins()).extracting(Twin::id).contains(member.value());
    }

    private MemberId registered(String name, String number) {
        NewMember known =
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null);
        return admissions.admit(
                HOUSE,
                new NewMember(
                        known.id(),
                        known.kind(),
                        known.name(),
                        null,
                        "",
                        Registration.of("BG-EIK", number),
                        "plovdiv",
                        "",
                        List.of(),
                        "",
                        null,
                        null,
                        null,
                        null,
                        true));
    }

    private static NewMember in(String place, String name) {
        return new NewMember(
                MemberId.next(),
                MemberKind.ASSOCIATION,
                LocalizedText.of(Language.RU, name),
                null,
                "",
                null,
                place,
                "",
                List.of(),
                "",
                null,
                null,
                null,
                null,
                true);
    }

    private static String fresh() {
        return Ids.next().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }

    private static String spaced(String number) {
        return number.substring(0, 4) + " " + number.substring(4, 9) + "-"
                + number.substring(9).toLowerCase(Locale.ROOT);
    }
}
