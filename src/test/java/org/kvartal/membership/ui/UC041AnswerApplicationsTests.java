package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.Belonging.Sent;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;

/** Whoever answers an application reads it, asks for more, declines or approves. */
class UC041AnswerApplicationsTests extends FrontDesk {

    @Test
    void anApplicationReadsLikeALetter() {
        Sent sent = association("Weavers " + Ids.next());

        open(sent);

        assertThat(heading()).isEqualTo(sent(sent).row().name());
        assertThat(page())
                .contains("written in English", "Ada Loom", "chair", sent.email(), "We weave together.")
                .contains("Craft", "Sofia", "weavers.example.org", "1999")
                .contains("Address confirmed", "Nobody has it yet.");
        assertThat(find(Anchor.class).withClassName("file").single().getHref()).startsWith("/files/");
        assertThat(offers("Approve")).isFalse();
    }

    @Test
    void whoHasTakenItAsksForMoreAndTheWaitStandsStill() {
        Sent sent = association("Askers " + Ids.next());
        open(sent);
        press("Take it");
        assertThat(toast()).isEqualTo("You have it.");

        press("Ask for more");
        press("Send the question");
        assertThat(area("What do you need to know?").getErrorMessage()).isEqualTo("This is needed.");
        write("What do you need to know?", "Since when do you exist?");
        press("Send the question");

        assertThat(toast()).isEqualTo("The question is on its way.");
        assertThat(page()).contains("It waits for Ada Loom.", "Since when do you exist?");
        assertThat(offers("Approve")).isFalse();
        assertThat(letters.kinds(sent.email())).last().isEqualTo("question");
    }

    @Test
    void whatWasChangedInAnAnswerIsMarked() {
        Sent sent = association("Changers " + Ids.next());
        take(sent);
        admissions.askMore(asker(), sent.id(), sent(sent).row().version(), "Where?");
        ApplicationForm form = sent(sent).form();
        belonging.answers(
                sent,
                new ApplicationForm(
                        form.sequence() + 1,
                        form.applicant(),
                        form.position(),
                        form.names(),
                        form.ownName(),
                        form.registrationScheme(),
                        form.registrationNumber(),
                        "plovdiv",
                        "",
                        form.sectors(),
                        form.website(),
                        form.description(),
                        form.founded(),
                        form.size(),
                        form.association(),
                        form.wish()));

        open(sent);
        assertThat(page()).contains("Plovdiv", "before: Sofia", "Answered");

        go("members/applications/" + sent.number() + "?version=1");
        assertThat(page()).contains("Sofia").doesNotContain("before:");
    }

    @Test
    void declinedWithAReasonItIsSettled() {
        Sent sent = belonging.applies(ApplicationKind.PERSON, Belonging.personsForm("Ben " + Ids.next()));
        take(sent);
        open(sent);

        press("Decline");
        press("Decline it");
        assertThat(area("Why?").getErrorMessage()).isEqualTo("This is needed.");
        write("Why?", "The house is for the arts.");
        press("Decline it");

        assertThat(sent(sent).row().state()).isEqualTo(ApplicationState.DECLINED);
        assertThat(page()).contains("There is nothing more to do.", "The house is for the arts.");
        assertThat(letters.kinds(sent.email())).last().isEqualTo("declined");
    }

    @Test
    void approvedItIsAMemberWithAPage() {
        String name = "Nora " + Ids.next();
        Sent sent = belonging.applies(ApplicationKind.PERSON, Belonging.personsForm(name));
        take(sent);
        open(sent);

        press("Approve");
        assertThat(page()).contains(name + " becomes a member and gets a letter with the way in");
        press("Approve it");

        assertThat(toast()).isEqualTo("Approved.");
        MemberCard member = Objects.requireNonNull(sent(sent).member());
        assertThat(find(Anchor.class).withText("To the member’s page").single().getHref())
                .isEqualTo("/app/members/" + member.number());
        assertThat(letters.kinds(sent.email())).last().isEqualTo("welcome-person");
    }

    @Test
    void aProbableDuplicateStandsBesideItUntilItIsToldApart() {
        String number = "9" + Math.floorMod(Ids.next().hashCode(), 100_000_000);
        belonging.member(new NewMember(
                MemberId.next(),
                MemberKind.ASSOCIATION,
                LocalizedText.of(Language.EN, "Old Printers"),
                null,
                "",
                Registration.of("BG-EIK", number),
                "sofia",
                "",
                List.of("craft"),
                "",
                null,
                null,
                null,
                null,
                true));
        Sent sent = belonging.applies(
                ApplicationKind.ASSOCIATION, Belonging.associationsForm("New Printers", "BG-EIK", number));
        take(sent);
        open(sent);
        assertThat(page()).contains("Perhaps the same", "Same registration number", "Old Printers");

        press("Approve");
        press("Approve it");
        assertThat(page()).contains("A member already has this registration number.");
        assertThat(sent(sent).row().state()).isEqualTo(ApplicationState.IN_REVIEW);

        pressNamed("Not the same: Old Printers");
        assertThat(page()).doesNotContain("Perhaps the same");
    }

    @Test
    void nobodyAnswersTheirOwn() {
        Sent sent = belonging.applies(
                ApplicationKind.PERSON,
                Belonging.personsForm("Olga Officer"),
                "person-" + me + "@example.org",
                Language.EN);

        open(sent);

        assertThat(page()).contains("This is your own: somebody else answers it.");
        assertThat(offers("Take it")).isFalse();
    }

    @Test
    void whatAnotherOfficerHasDoneMeanwhileIsSaidAndNothingIsOverwritten() {
        Sent sent = belonging.applies(ApplicationKind.PERSON, Belonging.personsForm("Both " + Ids.next()));
        take(sent);
        open(sent);
        press("Approve");
        Asker another = Asker.of(belonging.person("Another", Role.OFFICER));
        admissions.take(another, sent.id(), sent(sent).row().version());

        press("Approve it");

        assertThat(page()).contains("Something has happened to this application meanwhile.");
        assertThat(sent(sent).row().state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void anAssociationAnswersWhoWantsToRepresentItAndTheOfficeReads() {
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + Ids.next(), null);
        PersonId primary = belonging.person("Petra Primary");
        belonging.mandate(guild, primary, RepresentationKind.PRIMARY);
        Sent sent = belonging.applies(
                ApplicationKind.REPRESENTATIVE, Belonging.representativesForm("Sia Secretary", guild.number()));

        open(sent);
        assertThat(page()).contains("Those who represent " + guild.name().in(Language.EN) + " answer it.");
        assertThat(offers("Approve")).isFalse();

        sit(primary, Role.MEMBER);
        go("members/" + guild.number());
        assertThat(rows("Sia Secretary")).hasSize(1);
        open(sent);
        press("Approve");
        press("Approve it");
        assertThat(mandates.ofAssociation(asker(), guild.id()))
                .anyMatch(line -> line.name().equals("Sia Secretary") && line.kind() == RepresentationKind.DEPUTY);
    }

    @Test
    void aRepresentativeWhoAsksWithoutWordsHasNotTakenItAndWithThemHas() {
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + Ids.next(), null);
        PersonId primary = belonging.person("Petra Primary");
        belonging.mandate(guild, primary, RepresentationKind.PRIMARY);
        Sent sent = belonging.applies(
                ApplicationKind.REPRESENTATIVE, Belonging.representativesForm("Sia Secretary", guild.number()));
        sit(primary, Role.MEMBER);
        open(sent);

        press("Ask for more");
        press("Send the question");

        assertThat(area("What do you need to know?").getErrorMessage()).isEqualTo("This is needed.");
        assertThat(sent(sent).row().state()).isEqualTo(ApplicationState.SUBMITTED);
        write("What do you need to know?", "Since when?");
        press("Send the question");
        assertThat(sent(sent).row().state()).isEqualTo(ApplicationState.MORE_INFO);
        assertThat(Objects.requireNonNull(sent(sent).row().reviewer()).id()).isEqualTo(primary);
    }

    @Test
    void nobodyTellsTheirOwnApart() {
        String number = "7" + Math.floorMod(Ids.next().hashCode(), 100_000_000);
        ApplicationForm form = Belonging.associationsForm("Twin Presses", "BG-EIK", number);
        belonging.applies(ApplicationKind.ASSOCIATION, form);
        Sent own = belonging.applies(ApplicationKind.ASSOCIATION, form, "person-" + me + "@example.org", Language.EN);
        open(own);
        assertThat(page()).contains("Perhaps the same");
        assertThat(offers("Not the same")).isFalse();
    }

    @Test
    void anAdministratorOnlyReads() {
        Sent sent = belonging.applies(ApplicationKind.PERSON, Belonging.personsForm("Read " + Ids.next()));
        sitDown("Ada Admin", Role.ADMINISTRATOR);

        open(sent);

        assertThat(page()).contains("The office answers it.");
        assertThat(offers("Take it")).isFalse();
    }

    @Test
    void othersDoNotGetThere() {
        Sent sent = belonging.applies(ApplicationKind.PERSON, Belonging.personsForm("Hidden " + Ids.next()));
        sitDown("Mira Member", Role.MEMBER);

        open(sent);

        assertThat(shown(ApplicationView.class)).isFalse();
    }

    private Sent association(String name) {
        return belonging.applies(
                ApplicationKind.ASSOCIATION,
                Belonging.associationsForm(
                        name, "BG-EIK", "8" + Math.floorMod(Ids.next().hashCode(), 100_000_000)));
    }

    private void take(Sent sent) {
        admissions.take(asker(), sent.id(), sent(sent).row().version());
    }

    private Dossier sent(Sent sent) {
        return admissions.open(asker(), sent.number()).orElseThrow();
    }

    private static void open(Sent sent) {
        go("members/applications/" + sent.number());
    }
}
