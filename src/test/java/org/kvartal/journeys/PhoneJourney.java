package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that matters fits on a phone of 360 pixels. */
@Journey
class PhoneJourney {

    private static final String WIDE = """
            | material | from | to | hours | price | remark |
            | --- | --- | --- | ---: | ---: | --- |
            | plywood | Plovdiv | Belgrade | 14 | 390 | nobody-may-break-this-word-please-it-is-a-part-number |

            https://example.org/%s
            """.formatted("a-long-address-without-any-place-to-break".repeat(3));

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aGuestReadsOnTheWay(Language language, Visitors visitors) {
        Resident author = residents.member("Петя Phone", language);
        String path = residents.thread(author, "Wide things on narrow screens", WIDE, "It fits.");
        Visitor guest = visitors.onPhone(language);
        String prefix = "/" + language.code();

        for (String page : List.of(
                prefix + "/",
                prefix + "/threads",
                prefix + path.replace("/app", ""),
                prefix + "/sign-up",
                prefix + "/join",
                prefix + "/join/association",
                prefix + "/bodies",
                "/sign-in?language=" + language.code())) {
            guest.open(page);
            assertThat(guest.heading()).isVisible();
            guest.scrollsOnlyDown();
            guest.findsNoBarrier();
        }
        guest.hasHeardNoComplaint();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMemberReadsAndAnswersOnTheWay(Language language, Visitors visitors) {
        String title = "Narrow streets, " + language.ownName();
        Resident member = residents.member("Мария Phone", language);
        String path = residents.thread(member, title, WIDE, "Which way did you carry it?");
        Visitor visitor = visitors.onPhone(language);
        visitor.signIn(member, "/app/threads");
        assertThat(visitor.heading()).isVisible();
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();

        visitor.titled(title).click();
        visitor.page().waitForURL("**" + path + "**");
        assertThat(visitor.post("Which way did you carry it?")).isVisible();
        visitor.scrollsOnlyDown();
        visitor.button("discussions.app.write.text-hint").click();
        visitor.field("discussions.app.write.text-label").fill("Round the back.");
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
        visitor.button("discussions.app.write.send").click();
        assertThat(visitor.post("Round the back.")).isVisible();

        for (String page : List.of("/app", "/app/threads/new", "/app/settings")) {
            visitor.open(page);
            assertThat(visitor.heading()).isVisible();
            visitor.scrollsOnlyDown();
            visitor.findsNoBarrier();
        }
        visitor.hasHeardNoComplaint();
    }
}
