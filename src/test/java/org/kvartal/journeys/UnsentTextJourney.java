package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.MembershipPages;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed into a short form outlives the session, for whoever typed it, until it is sent or they sign out. */
@Journey
class UnsentTextJourney {

    private static final String INVITED = "<b>Ivan</b> \"Half\" Petrov";

    @Autowired
    Residents residents;

    @Autowired
    Members members;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void anInvitationSurvivesTheEndOfASession(Language language, Visitors visitors) {
        Resident olga = residents.officer("Olga Unsent", language);
        Resident petra = residents.officer("Petra Unsent", language);
        String path = association(residents.member("Ada Unsent", language), "Unsent words " + language);
        Visitor visitor = visitors.reading(language);
        visitor.signIn(olga, path);
        invite(visitor).pressSequentially(INVITED);

        visitor.losesSession();
        visitor.signIn(petra, path);
        assertThat(invite(visitor)).hasValue("");
        assertThat(visitor.page().getByText(visitor.words("shell.unsent.restored")))
                .hasCount(0);

        visitor.losesSession();
        visitor.signIn(olga, path);
        assertThat(invite(visitor)).hasValue(INVITED);
        assertThat(visitor.page().locator("kvartal-unsent")).containsText(visitor.words("shell.unsent.restored"));
        visitor.findsNoBarrier();
        visitor.scrollsOnlyDown();
        visitor.button("membership.app.cancel").click();
        assertThat(invite(visitor)).hasValue(INVITED);
        visitor.button("shell.unsent.discard").click();
        assertThat(visitor.field("membership.app.invite.name")).hasValue("");

        visitor.field("membership.app.invite.name").pressSequentially("Ivan Petrov");
        visitor.field("membership.join.field.email").fill("ivan-" + language.code() + "@example.org");
        visitor.button("membership.app.invite.send").click();
        assertThat(visitor.page().getByText("Ivan Petrov").first()).isVisible();
        visitor.page().reload();
        assertThat(invite(visitor)).hasValue("");

        visitor.field("membership.app.invite.name").pressSequentially("Somebody else");
        visitor.button("accounts.menu").click();
        visitor.button("accounts.sign-out").click();
        visitor.page().waitForURL("**/" + language.code());
        visitor.signIn(olga, path);
        assertThat(invite(visitor)).hasValue("");
        visitor.hasHeardNoComplaint();
    }

    private static Locator invite(Visitor visitor) {
        visitor.button("membership.app.invite").click();
        return visitor.field("membership.app.invite.name");
    }

    private String association(Resident primary, String name) {
        MemberId association = residents.association(name, primary);
        return MembershipPages.member(
                members.find(Asker.guest(), association).orElseThrow().number());
    }
}
