package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody reads a thread for long, is told that they follow it, and ends that with one press; an open page alone does nothing. */
@Journey
class LongReadingJourney {

    private static final Duration STEP = Duration.ofSeconds(5);

    @Autowired
    Residents residents;

    @Autowired
    PassingTime time;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoReadsForLongFollowsAndMayEndIt(Language language, Visitors visitors) {
        String mark = language.ownName();
        Resident ada = residents.member("Ada Reader " + mark, language);
        Resident bo = residents.member("Bo Writer " + mark, language);
        String path = residents.thread(bo, "What the mill was, " + mark, "It ground flour, and then it ground paper.");
        Visitor reader = visitors.onPhone(language);
        reader.page().clock().install();
        reader.signIn(ada, path);
        assertThat(reader.post("It ground flour")).isVisible();
        time.hasRead(ada.id(), Duration.ZERO);
        Locator note = reader.page().locator(".follow-note");

        // Whoever has just come counts as being there for a minute, and nobody does after that.
        passes(reader, Duration.ofMinutes(20), false);
        time.hasRead(ada.id(), Duration.ofSeconds(225));
        passes(reader, Duration.ofMinutes(5), false);
        assertThat(note).isEmpty();

        passes(reader, Duration.ofMinutes(1), true);

        assertThat(note).containsText(reader.words("discussions.app.follow.reading.why"));
        reader.findsNoBarrier();
        reader.scrollsOnlyDown();
        reader.button("discussions.app.follow.reading.end").click();
        assertThat(note).isEmpty();
        assertThat(reader.page().getByText(reader.words("discussions.app.follow.reading.ended")))
                .isVisible();
        reader.hasHeardNoComplaint();
    }

    /** @param stirring whether somebody moves in front of the page */
    private static void passes(Visitor reader, Duration spent, boolean stirring) {
        for (Duration gone = Duration.ZERO; gone.compareTo(spent) < 0; gone = gone.plus(STEP)) {
            if (stirring) {
                reader.page().mouse().move(100, 100d + gone.toSecondsPart());
            }
            reader.page().clock().runFor(STEP.toMillis());
        }
    }
}
