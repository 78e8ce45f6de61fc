package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;

/** A person sees to what stands about them, says who sees it, and leaves; the office sees to it where they can't. */
class UC043ShowOneselfTests extends FrontDesk {

    @Autowired
    Suspensions suspensions;

    private PersonId mira;
    private MemberCard card;

    @BeforeEach
    void miraBelongs() {
        String name = "Mira " + Ids.next();
        mira = belonging.person(name);
        card = belonging.member(new NewMember(
                MemberId.next(),
                MemberKind.PERSON,
                LocalizedText.of(Language.EN, name),
                mira,
                "",
                null,
                "sofia",
                "",
                List.of("design"),
                "",
                LocalizedText.of(Language.EN, "Draws letters."),
                null,
                null,
                null,
                true));
    }

    @Test
    void whatStandsSaysWhoSeesIt() {
        sit(mira, Role.MEMBER);

        open();

        assertThat(heading()).isEqualTo(card.name().in(Language.EN));
        assertThat(page()).contains("Draws letters.", "Sofia", "Design", "members see it");
    }

    @Test
    void itIsChangedAndTranslated() {
        sit(mira, Role.MEMBER);
        open();

        press("Edit");
        write("About (English)", "Draws letters and teaches it.");
        pressNamed("Add a translation: Name, Русский");
        write("About (Русский)", "Рисует буквы.");
        type("Website", "mira.example.org");
        type("How to reach", "mira@example.org");
        pick("City", "Plovdiv");
        press("Save");

        assertThat(toast()).isEqualTo("Saved.");
        assertThat(page())
                .contains("Draws letters and teaches it.", "Plovdiv", "mira.example.org")
                .contains("mira@example.org" + "hidden from others");
        assertThat(profile().about())
                .isNotNull()
                .satisfies(about -> assertThat(about.in(Language.RU)).isEqualTo("Рисует буквы."));
    }

    @Test
    void whatDoesNotFitIsSaidBesideItsFieldAndStays() {
        sit(mira, Role.MEMBER);
        open();

        press("Edit");
        type("Name (English)", "");
        type("Website", "not a web address");
        press("Save");
        assertThat(field("Name (English)").getErrorMessage()).isEqualTo("This is needed.");

        type("Name (English)", "Mira");
        type("How to reach", "x".repeat(121));
        press("Save");
        assertThat(field("How to reach").isInvalid()).as("all at once").isTrue();
        assertThat(field("Website").getErrorMessage())
                .isEqualTo("This is not a web address. One looks like example.org.");
        assertThat(field("Website").getValue()).isEqualTo("not a web address");

        press("Cancel");
        assertThat(page()).contains("Draws letters.");
    }

    @Test
    void whatIsHiddenOthersDoNotSeeAndTheOfficeDoes() {
        sit(mira, Role.MEMBER);
        open();
        press("Who sees what");
        choose("City", "Nobody");
        choose("About, and the website", "Nobody");
        press("Save");
        assertThat(page()).contains("Sofia" + "hidden from others");

        sitDown("Other Member", Role.MEMBER);
        open();
        assertThat(page()).contains("Design").doesNotContain("Sofia", "Draws letters.");
        assertThat(offers("Edit")).isFalse();

        sitDown("Olga Officer", Role.OFFICER);
        open();
        assertThat(page()).contains("Sofia", "Draws letters.");
    }

    @Test
    void whoIsShownToNobodyIsFoundByNobody() {
        sit(mira, Role.MEMBER);
        open();
        press("Who sees what");
        choose("Name, and being a member", "Nobody");
        press("Save");
        open();
        assertThat(heading()).isEqualTo(card.name().in(Language.EN));

        sitDown("Other Member", Role.MEMBER);
        open();
        assertThat(shown(MemberView.class)).isFalse();
    }

    @Test
    void othersSeeForWhomOneSpeaksAndWhereOneWorks() {
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + Ids.next(), null);
        belonging.mandate(guild, mira, RepresentationKind.DEPUTY);
        sitDown("Other Member", Role.MEMBER);

        open();

        assertThat(page()).contains("Speaks for" + guild.name().in(Language.EN));
    }

    @Test
    void oneLeavesAtTheEndOfTheDayAndMayThinkBetterOfIt() {
        sit(mira, Role.MEMBER);
        open();

        press("Leave");
        assertThat(page()).contains("What you wrote stays, under the name you have chosen in the settings.");
        press("Leave at the end of the day");
        assertThat(toast()).isEqualTo("The membership ends when this day is over.");
        assertThat(page()).contains("The membership ends: tomorrow");
        assertThat(offers("Leave")).isFalse();

        press("Stay after all");
        assertThat(profile().leaves()).isNull();

        press("Leave");
        press("Leave at the end of the day");
        clock.turn(Duration.ofDays(1));
        open();
        assertThat(page()).contains("The membership ended on");
        assertThat(offers("Edit")).isFalse();
    }

    @Test
    void theOfficeEndsAMembershipWithAReason() {
        open();
        assertThat(page()).doesNotContain("Leave");

        press("Expel this member");
        press("Expel at once");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        write("Reason", "Threatened others.");
        press("Expel at once");

        assertThat(toast()).isEqualTo("The membership has ended.");
        assertThat(page()).contains("The membership ended on");
        assertThat(letters.kinds("person-" + mira + "@example.org")).last().isEqualTo("terminated");

        sitDown("Other Member", Role.MEMBER);
        open();
        assertThat(shown(MemberView.class)).isFalse();
    }

    @Test
    void whoIsKeptOutIsMarkedForTheOfficeOnly() {
        suspensions.suspend(Asker.house("test"), mira, "insulted others");

        open();
        assertThat(page()).contains("Suspended");

        sitDown("Other Member", Role.MEMBER);
        open();
        assertThat(page()).doesNotContain("Suspended");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        open();
        press("Edit");
        members.change(
                Asker.of(mira),
                new MemberChange(
                        card.id(),
                        profile().version(),
                        card.name(),
                        "",
                        "plovdiv",
                        "",
                        List.of("design"),
                        "",
                        null,
                        "",
                        "",
                        "",
                        null,
                        null));

        write("About (English)", "Something else");
        press("Save");

        assertThat(page()).contains("Somebody has changed this meanwhile.");
        assertThat(area("About (English)").getValue()).isEqualTo("Something else");
    }

    private MemberProfile profile() {
        return members.profile(Asker.of(mira), card.number()).orElseThrow();
    }

    private void open() {
        go("members/" + card.number());
    }
}
