package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** A forgotten password, or one that somebody else knows. */
@Journey
class ResetJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aNewPasswordEndsTheSignInElsewhere(Language language, Visitors visitors) {
        Resident owner = residents.member("Olga Reset", language);
        Visitor elsewhere = visitors.reading(language);
        elsewhere.signIn(owner, "/app/threads");
        assertThat(elsewhere.heading()).hasText(elsewhere.words("discussions.app.threads.title"));
        Visitor here = visitors.reading(language);

        here.open("/sign-in?language=" + language.code());
        here.findsNoBarrier();
        here.link("accounts.sign-in.forgotten").click();
        here.field("accounts.field.email").fill(owner.email());
        here.findsNoBarrier();
        here.button("accounts.reset.send").click();
        assertThat(here.heading()).hasText(here.words("accounts.reset.sent-title"));
        here.openLetterTo(owner.email());
        here.follow(here.inLetter(AriaRole.LINK, "accounts.letter.reset.button"));
        here.field("accounts.field.new-password").fill("five loud rivers");
        here.findsNoBarrier();
        here.button("accounts.reset.set").click();
        here.page().waitForURL("**/app**");
        assertThat(here.heading()).isVisible();

        // The page there ends by itself, or at whatever is pressed next.
        elsewhere
                .link("discussions.app.threads.new")
                .or(elsewhere.button("accounts.sign-in.send"))
                .first()
                .click();
        assertThat(elsewhere.heading()).hasText(elsewhere.words("accounts.sign-in.title"));
        elsewhere.field("accounts.field.email").fill(owner.email());
        elsewhere.field("accounts.field.password").fill(owner.password());
        elsewhere.button("accounts.sign-in.send").click();
        assertThat(elsewhere.page().getByText(elsewhere.words("accounts.sign-in.wrong")))
                .isVisible();
        elsewhere.findsNoBarrier();
    }
}
