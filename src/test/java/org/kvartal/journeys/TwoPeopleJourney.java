package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people look at one thread: what one does, the other sees, and nobody reloads. */
@Journey
class TwoPeopleJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @CsvSource({"EN, RU", "RU, BG"})
    void whatOneWritesChangesAndLikesTheOtherSeesAtOnce(Language ofOne, Language ofOther, Visitors visitors) {
        Resident ada = residents.member("Ada Live", ofOne);
        Resident ivo = residents.member("Иво Живков", ofOther);
        String path = residents.thread(ada, "A crate for the harp", "It is 1.88 m tall.", "And it hates rain.");
        Visitor one = visitors.reading(ofOne);
        Visitor other = visitors.reading(ofOther);
        one.signIn(ada, path);
        other.signIn(ivo, path);
        assertThat(one.post("It hates rain")).isVisible();
        assertThat(other.post("It hates rain")).isVisible();
        one.marksPage();

        other.button("discussions.app.write.text-hint").click();
        other.field("discussions.app.write.text-label").pressSequentially("I have a cello case, ");
        assertThat(one.page().getByText(one.words("discussions.app.write.writing-one", ivo.name())))
                .isVisible();

        other.field("discussions.app.write.text-label").pressSequentially("long enough.");
        other.button("discussions.app.write.send").click();
        assertThat(one.post("I have a cello case, long enough.")).isVisible();
        assertThat(other.post("I have a cello case, long enough.")).isVisible();

        one.button(one.post("cello case"), "discussions.app.thread.react-heart", 0)
                .click();
        assertThat(one.button(one.post("cello case"), "discussions.app.thread.react-heart", 1))
                .isVisible();
        assertThat(other.button(other.post("cello case"), "discussions.app.thread.react-heart", 1))
                .isVisible();

        other.button(other.post("cello case"), "discussions.app.thread.more-of", ivo.name())
                .click();
        other.menuItem("discussions.app.thread.edit").click();
        other.field("discussions.app.write.text-label").fill("I have a double bass case, long enough.");
        other.button("discussions.app.write.save").click();
        assertThat(one.post("I have a double bass case, long enough.")).isVisible();
        assertThat(one.post("I have a cello case")).hasCount(0);

        one.hasNotReloaded();
        one.findsNoBarrier();
        other.findsNoBarrier();
        one.hasHeardNoComplaint();
        other.hasHeardNoComplaint();
    }
}
