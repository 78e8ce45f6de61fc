package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed is there again: in a new tab after a crash, and on another device. */
@Journey
class DraftJourney {

    private static final String BEGUN = "Half a thought about varnish, and";

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(names = {"EN", "BG"})
    void aDraftSurvivesAKilledTab(Language language, Visitors visitors) {
        Resident writer = residents.member("Vera Draft", language);
        String path = residents.thread(writer, "Varnish", "Which one does not turn yellow?");
        Visitor visitor = visitors.reading(language);
        visitor.signIn(writer, path);

        visitor.button("discussions.app.write.text-hint").click();
        visitor.field("discussions.app.write.text-label").pressSequentially(BEGUN);
        assertThat(visitor.page().getByText(saved(visitor))).isVisible();
        visitor.findsNoBarrier();
        visitor.loseTab();

        visitor.open(path);
        visitor.button("discussions.app.write.go-on", BEGUN).click();
        assertThat(visitor.field("discussions.app.write.text-label")).hasValue(BEGUN);
        visitor.findsNoBarrier();

        Visitor onPhone = visitors.onPhone(language);
        onPhone.signIn(writer, path);
        onPhone.button("discussions.app.write.go-on", BEGUN).click();
        assertThat(onPhone.field("discussions.app.write.text-label")).hasValue(BEGUN);
        onPhone.button("discussions.app.write.send").click();
        assertThat(onPhone.post(BEGUN)).isVisible();
        onPhone.goesToTheTop();
        onPhone.findsNoBarrier();
        onPhone.hasHeardNoComplaint();
    }

    private static Pattern saved(Visitor visitor) {
        return Pattern.compile(visitor.words("discussions.app.write.draft-saved", "") + ".*");
    }
}
