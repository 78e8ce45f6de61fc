package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who only wants to talk: from the front page to the first words of their own, on an empty afternoon. */
@Journey
class JoinJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNewcomerSignsUpConfirmsTheAddressAndStartsAThread(Language language, Visitors visitors) {
        residents.space("Welcome in " + language);
        String email = "newcomer-" + language.code() + "@example.org";
        Visitor newcomer = visitors.reading(language);

        newcomer.open("/");
        newcomer.link("site.join").first().click();
        newcomer.link("membership.join.talk-link").click();
        assertThat(newcomer.heading()).hasText(newcomer.words("accounts.sign-up.title"));
        newcomer.findsNoBarrier();
        newcomer.field("accounts.field.name").fill("Анна Newcomer");
        newcomer.field("accounts.field.email").fill(email);
        newcomer.field("accounts.field.password").fill("four quiet rivers");
        assertThat(newcomer.choice("accounts.field.language")).hasValue(language.code());
        newcomer.button("accounts.sign-up.send").click();

        assertThat(newcomer.heading()).hasText(newcomer.words("accounts.sent.title"));
        newcomer.findsNoBarrier();
        newcomer.openLetterTo(email);
        newcomer.findsNoBarrier();
        newcomer.follow(newcomer.inLetter(AriaRole.LINK, "accounts.letter.confirm.button"));
        assertThat(newcomer.heading()).hasText(newcomer.words("accounts.confirm.title"));
        newcomer.findsNoBarrier();
        newcomer.button("accounts.confirm.press").click();

        newcomer.page().waitForURL("**/app**");
        assertThat(newcomer.heading()).isVisible();
        newcomer.findsNoBarrier();
        newcomer.link("discussions.app.menu").first().click();
        assertThat(newcomer.heading()).hasText(newcomer.words("discussions.app.threads.title"));
        newcomer.findsNoBarrier();
        newcomer.link("discussions.app.threads.new").first().click();
        newcomer.field("discussions.app.write.title").fill("Who repairs etching presses?");
        newcomer.choice("discussions.app.write.space")
                .selectOption(new SelectOption().setLabel("Welcome in " + language));
        newcomer.field("discussions.app.write.text-label").fill("Mine **squeaks**, and the maker has retired.");
        newcomer.findsNoBarrier();
        newcomer.button("discussions.app.write.start").click();

        newcomer.page().waitForURL(Pattern.compile(".*/app/threads/\\d+.*"));
        assertThat(newcomer.heading()).hasText("Who repairs etching presses?");
        assertThat(newcomer.post("Mine squeaks, and the maker has retired.")).isVisible();
        assertThat(newcomer.post("Mine squeaks").getByText("squeaks").last()).hasText("squeaks");
        newcomer.findsNoBarrier();
        newcomer.hasHeardNoComplaint();
    }
}
