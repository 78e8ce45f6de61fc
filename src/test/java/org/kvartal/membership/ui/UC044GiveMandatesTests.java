package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;

/** A primary representative decides who else represents the association, and so does the office. */
class UC044GiveMandatesTests extends FrontDesk {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private MemberCard guild;
    private PersonId petra;

    @BeforeEach
    void petraAnswersForTheGuild() {
        guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + Ids.next(), null);
        petra = belonging.person("Petra Primary");
        belonging.mandate(guild, petra, RepresentationKind.PRIMARY);
        sit(petra, Role.MEMBER);
    }

    @Test
    void aColleagueIsInvitedByALetter() {
        String email = "colleague-" + Ids.next() + "@example.org";
        open();

        press("Invite a colleague");
        type("Name", "Goran Guest");
        test(find(EmailField.class).single()).setValue(email);
        choose("Language of the letter", "Български");
        as(RepresentationKind.DELEGATE);
        press("Send the invitation");

        assertThat(toast()).isEqualTo("The invitation is on its way.");
        assertThat(rows("Goran Guest"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Invited", "Delegate", email, "letter sent"));
        assertThat(letters.to(email))
                .singleElement()
                .satisfies(letter -> assertThat(letter.to().language()).isEqualTo(Language.BG));
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        open();

        press("Invite a colleague");
        test(find(EmailField.class).single()).setValue("goran at example");
        press("Send the invitation");
        assertThat(field("Name").getErrorMessage()).isEqualTo("This is needed.");
        assertThat(find(EmailField.class).single().isInvalid())
                .as("all at once")
                .isTrue();
        assertThat(find(EmailField.class).single().getErrorMessage()).contains("example.org");

        type("Name", "Goran Guest");
        test(find(EmailField.class).single()).setValue("");
        press("Send the invitation");
        assertThat(find(EmailField.class).single().getErrorMessage()).isEqualTo("Please give an e-mail address.");

        test(find(EmailField.class).single()).setValue("goran@example.org");
        day("Last day").setValue(today().minusDays(1));
        press("Send the invitation");
        assertThat(day("Last day").getErrorMessage()).isEqualTo("This day is over.");
        assertThat(field("Name").getValue()).isEqualTo("Goran Guest");

        press("Cancel");
        assertThat(find(EmailField.class).exists()).isFalse();
    }

    @Test
    void anInvitationIsSentAgainAndTakenBack() {
        String email = "late-" + Ids.next() + "@example.org";
        invite("Lena Late", email);
        clock.turn(Duration.ofDays(Mandates.INVITATION_DAYS + 1));
        open();
        assertThat(rows("Lena Late"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Invitation expired"));

        pressNamed("Send the invitation to Lena Late");
        assertThat(toast()).isEqualTo("The invitation is on its way.");
        assertThat(rows("Lena Late"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Invited"));
        assertThat(letters.to(email)).hasSize(2);

        pressNamed("Take the invitation back: Lena Late");
        write("Reason", "Wrong address");
        pressAmongForms("Take back");
        assertThat(toast()).isEqualTo("Ended.");
        assertThat(line(one -> one.name().equals("Lena Late")).state()).isEqualTo(MandateState.ENDED);
    }

    @Test
    void whoSendsTooManyLettersToOneAddressIsToldToWait() {
        String email = "patient-" + Ids.next() + "@example.org";
        MandateId invited = invite("Pia Patient", email);
        open();
        for (int letter = 1; letter < 5; letter++) {
            mandates.sendInvitation(Asker.of(petra), invited);
        }

        pressNamed("Send the invitation to Pia Patient");

        assertThat(toast()).startsWith("That was tried too often. Wait");
        assertThat(letters.to(email)).hasSize(5);
    }

    @Test
    void aMandateIsGivenToSomebodyWhoBelongs() {
        String name = "Dana " + Ids.next();
        PersonId dana = belonging.person(name);
        belonging.member(MemberKind.PERSON, name, dana);
        open();

        press("Give a mandate");
        press("Give the mandate");
        assertThat(combo("Who").getErrorMessage()).isEqualTo("Choose from the list.");
        pick("Who", name);
        as(RepresentationKind.DEPUTY);
        day("Last day").setValue(today().plusDays(30));
        press("Give the mandate");

        assertThat(toast()).isEqualTo("The mandate is given.");
        assertThat(rows(name)).singleElement().satisfies(row -> assertThat(row).contains("Deputy"));
        assertThat(mandates.of(dana)).extracting(MemberCard::id).containsExactly(guild.id());
    }

    @Test
    void aMandateIsEndedWithAReason() {
        PersonId dana = belonging.person("Dana Deputy");
        belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        open();

        pressNamed("End the mandate: Dana Deputy");
        pressAmongForms("End the mandate");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        write("Reason", "Works elsewhere now.");
        pressAmongForms("End the mandate");

        assertThat(mandates.of(dana)).isEmpty();
        assertThat(page()).contains("Earlier (1)");
    }

    @Test
    void whoHoldsAMandateLaysItDownWithoutAReason() {
        PersonId dana = belonging.person("Dana " + Ids.next());
        MemberCard own = belonging.member(MemberKind.PERSON, "Dana", dana);
        belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        sit(dana, Role.MEMBER);
        go("members/" + own.number());
        assertThat(rows(guild.name().in(Language.EN))).hasSize(1);

        pressNamed("Lay down the mandate: " + guild.name().in(Language.EN));
        pressAmongForms("Lay down");

        assertThat(mandates.of(dana)).isEmpty();
        assertThat(page()).contains("Ended");
    }

    @Test
    void othersWhoBelongSeeWhoSpeaksAndNoMore() {
        invite("Secret Invitee", "secret-" + Ids.next() + "@example.org");
        sitDown("Mira Member", Role.MEMBER);

        open();

        assertThat(rows("Petra Primary")).hasSize(1);
        assertThat(page()).doesNotContain("Secret Invitee");
        assertThat(offers("Invite a colleague")).isFalse();
        assertThat(offers("End the mandate")).isFalse();
        assertThat(offers("Edit")).isFalse();
    }

    @Test
    void whoOnlyTalksHereSeesTheOrganisationAlone() {
        sitDown("Greta Guest");

        open();

        assertThat(heading()).isEqualTo(guild.name().in(Language.EN));
        assertThat(page()).doesNotContain("Petra Primary");
    }

    @Test
    void theOfficeFindsAnybodyAndSeesThatNobodyAnswersForIt() {
        String name = "Nina " + Ids.next();
        PersonId nina = belonging.person(name);
        sitDown("Olga Officer", Role.OFFICER);
        open();

        press("Give a mandate");
        pick("Who", name);
        as(RepresentationKind.PRIMARY);
        press("Give the mandate");

        assertThat(mandates.isPrimary(Asker.of(nina), guild.id())).isTrue();
    }

    @Test
    void anAssociationLeavesByItsPrimaryRepresentative() {
        open();

        press("Give up the membership");
        press("Leave at the end of the day");

        assertThat(page()).contains("The membership ends: tomorrow");
        press("Stay after all");
        assertThat(toast()).isEqualTo("The membership goes on.");
    }

    @Test
    void aPageCostsTheSameHoweverManyRepresentIt() {
        int few = statements("members/" + guild.number());
        for (int number = 0; number < 12; number++) {
            belonging.mandate(guild, belonging.person("Deputy " + number), RepresentationKind.DEPUTY);
        }

        assertThat(statements("members/" + guild.number())).isEqualTo(few);
    }

    private void open() {
        go("members/" + guild.number());
    }

    private MandateId invite(String name, String email) {
        return mandates.invite(
                Asker.of(petra),
                new Mandates.NewMandate(
                        MandateId.next(), guild.id(), name, email, Language.EN, RepresentationKind.DEPUTY, null, null));
    }

    private MandateLine line(Predicate<MandateLine> which) {
        return mandates.ofAssociation(HOUSE, guild.id()).stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void as(RepresentationKind kind) {
        RadioButtonGroup<RepresentationKind> choice =
                find(RadioButtonGroup.class).withCaption("As").single();
        choice.setValue(kind);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }
}
