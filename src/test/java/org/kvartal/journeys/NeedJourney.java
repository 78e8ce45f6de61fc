package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody makes their thread a need; others stand behind it, and everybody who looks at it sees that. */
@Journey
class NeedJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "RU"})
    void aNeedGathersPeopleAndAssociations(Language language, Visitors visitors) {
        String title = "No kiln in town, " + language.ownName();
        Resident ada = residents.member("Ada Potter", language);
        Resident bo = residents.member("Bo Speaker", language);
        residents.association("Гилдия на грънчарите", bo);
        String path = residents.thread(ada, title, "Where do you fire?", "I drive 80 km.");
        String publicPath = "/" + language.code() + path.substring("/app".length());

        Visitor author = visitors.reading(language);
        author.signIn(ada, path);
        author.button("discussions.need.make").click();
        author.field("discussions.need.form.concerned").fill("Potters without a kiln of their own");
        author.choice("discussions.need.form.where").fill("Sofia region");
        author.choice("discussions.need.form.where").press("Enter");
        author.field("discussions.need.form.since").fill("5.2023");
        author.findsNoBarrier();
        author.button("discussions.need.form.make").click();
        assertThat(need(author)).containsText("Potters without a kiln of their own");
        assertThat(need(author)).containsText("Sofia region");
        author.findsNoBarrier();

        Visitor speaker = visitors.onPhone(language);
        speaker.signIn(bo, path);
        assertThat(need(speaker)).containsText(speaker.words("discussions.need.behind-nobody"));
        speaker.scrollsOnlyDown();
        speaker.button("discussions.need.support").click();
        assertThat(need(speaker)).containsText(speaker.words("discussions.need.behind-people", 1));
        need(speaker).locator("vaadin-select").click();
        speaker.page()
                .getByRole(
                        AriaRole.OPTION,
                        new GetByRoleOptions()
                                .setName(speaker.words("discussions.app.write.for", "Гилдия на грънчарите")))
                .click();
        speaker.button("discussions.need.support").click();
        String both = speaker.words(
                "discussions.need.behind-both",
                speaker.words("discussions.need.people", 1),
                speaker.words("discussions.need.associations", 1));
        assertThat(need(speaker)).containsText(both);
        assertThat(need(speaker)).containsText("Гилдия на грънчарите");
        speaker.scrollsOnlyDown();
        speaker.findsNoBarrierBelowItsBars();

        assertThat(need(author)).containsText(both);
        assertThat(need(author)).containsText("Гилдия на грънчарите");
        author.button("discussions.need.show-people").click();
        assertThat(need(author)).containsText("Bo Speaker");
        author.hasHeardNoComplaint();

        speaker.open("/app/threads?only=needs");
        assertThat(speaker.titled(title)).isVisible();
        speaker.scrollsOnlyDown();
        speaker.findsNoBarrier();
        speaker.open("/app/threads/new?kind=need");
        assertThat(speaker.field("discussions.need.form.concerned")).isVisible();
        speaker.scrollsOnlyDown();
        speaker.findsNoBarrier();
        speaker.hasHeardNoComplaint();

        Visitor guest = visitors.onPhone(language);
        for (String page : List.of("/" + language.code() + "/threads?only=needs", publicPath)) {
            guest.open(page);
            assertThat(guest.heading()).isVisible();
            guest.scrollsOnlyDown();
            guest.findsNoBarrier();
        }
        assertThat(need(guest)).containsText(both);
        guest.link("discussions.need.support").click();
        assertThat(guest.field("accounts.field.email")).isVisible();
        guest.hasHeardNoComplaint();
    }

    private static Locator need(Visitor visitor) {
        return visitor.page().locator("section.need");
    }
}
