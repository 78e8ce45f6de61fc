package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people change the same post: the second sees both wordings and decides; nothing is overwritten in silence. */
@Journey
class ConflictJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @CsvSource({"EN, RU", "RU, EN"})
    void theSecondSeesBothTextsAndJoinsThem(Language ofAuthor, Language ofModerator, Visitors visitors) {
        Resident author = residents.member("Asya Author", ofAuthor);
        Resident moderator = residents.facilitator("Мирон Ведущий", ofModerator);
        String path = residents.thread(author, "Opening hours", "Open from ten.");
        Visitor first = visitors.reading(ofModerator);
        Visitor second = visitors.onPhone(ofAuthor);
        first.signIn(moderator, path);
        second.signIn(author, path);
        beginToChange(second, author);
        second.field("discussions.app.write.text-label").fill("Open from ten to six.");

        beginToChange(first, author);
        first.field("discussions.app.write.text-label").fill("Open from ten, closed on Mondays.");
        first.button("discussions.app.write.save").click();
        assertThat(first.post("closed on Mondays")).isVisible();

        second.button("discussions.app.write.save").click();
        assertThat(second.page().getByText(second.words("discussions.app.write.changed-title")))
                .isVisible();
        assertThat(second.page().getByText("Open from ten, closed on Mondays.").last())
                .isVisible();
        assertThat(second.page().getByText("Open from ten to six.").last()).isVisible();
        second.scrollsOnlyDown();
        second.findsNoBarrier();
        second.button("discussions.app.write.changed-merge").click();
        second.button("discussions.app.write.save").click();

        assertThat(second.post("Open from ten to six.")).containsText("closed on Mondays");
        assertThat(first.post("Open from ten to six.")).containsText("closed on Mondays");
        first.hasHeardNoComplaint();
        second.hasHeardNoComplaint();
    }

    private static void beginToChange(Visitor visitor, Resident author) {
        visitor.button(visitor.post("Open from ten"), "discussions.app.thread.more-of", author.name())
                .click();
        visitor.menuItem("discussions.app.thread.edit").click();
        assertThat(visitor.field("discussions.app.write.text-label")).hasValue("Open from ten.");
    }
}
