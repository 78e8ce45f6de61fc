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
                "/sign-in?language=" + language.code())) {
            guest.open(page);
            assertThat(guest.heading()).isVisible();
            guest.scrollsOnlyDown();
            guest.findsNoBarrier();
        }
        guest.hasHeardNoComplaint();
    }
}
