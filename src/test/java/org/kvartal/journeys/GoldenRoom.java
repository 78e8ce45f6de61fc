package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Facilitating.ask;
import static org.kvartal.journeys.Facilitating.begin;
import static org.kvartal.journeys.Facilitating.item;
import static org.kvartal.journeys.Facilitating.key;
import static org.kvartal.journeys.Facilitating.note;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.journeys.GoldenCast.Screens;

/** The first half of the golden journey: from a post to what a room recommends. */
final class GoldenRoom {

    private final GoldenCast cast;
    private final Screens screens;
    private final String session;
    private final String code;

    /** @param code of a session that is announced under that title */
    GoldenRoom(GoldenCast cast, Screens screens, String session, String code) {
        this.cast = cast;
        this.screens = screens;
        this.session = session;
        this.code = code;
    }

    void aMemberSaysWhatIsLacking() {
        Visitor author = screens.author();
        author.signIn(cast.author(), cast.thread());
        author.button("discussions.app.write.text-hint").click();
        author.field("discussions.app.write.text-label").fill("We are twelve workshops by now, and pay by the hour.");
        author.button("discussions.app.write.send").click();
        assertThat(author.post("We are twelve workshops by now")).isVisible();
        author.button("discussions.need.make").click();
        author.field("discussions.need.form.concerned").fill("Workshops without a room of their own");
        author.choice("discussions.need.form.where").fill("Sofia region");
        author.choice("discussions.need.form.where").press("Enter");
        author.field("discussions.need.form.since").fill("5.2023");
        look(author);
        author.button("discussions.need.form.make").click();
        assertThat(need(author)).containsText("Workshops without a room of their own");
        look(author);
    }

    void anAssociationStandsBehindIt() {
        Visitor speaker = screens.speaker();
        speaker.signIn(cast.first().speaker(), cast.thread());
        need(speaker).locator("vaadin-select").click();
        speaker.page()
                .getByRole(AriaRole.OPTION)
                .filter(saying(cast.first().name()))
                .click();
        speaker.button("discussions.need.support").click();
        assertThat(need(speaker)).containsText(speaker.words("discussions.need.behind-associations", 1));
        look(speaker);
        assertThat(need(screens.author())).containsText(cast.first().name());
    }

    void theThreadComesOntoTheAgenda() {
        Visitor author = screens.author();
        author.link("forum.app.propose-thread").first().click();
        choose(author, "forum.app.field.goal", session);
        look(author);
        author.button("forum.app.propose.send").click();
        assertThat(author.heading()).hasText(author.words("forum.sessions"));
        Visitor desk = screens.desk();
        desk.signIn(cast.officer(), ForumPages.agenda(code));
        assertThat(desk.button("forum.app.desk.put-item", cast.matter())).isVisible();
        look(desk);
        desk.button("forum.app.desk.put-item", cast.matter()).click();
        assertThat(desk.page().locator(".desk-item").filter(saying(cast.matter())))
                .isVisible();
    }

    void theRoomSpeaksOfItAndVotes() {
        Visitor desk = screens.desk();
        desk.open(ForumPages.desk(code));
        begin(desk);
        assertThat(item(desk)).containsText("Welcome");
        key(desk, "j");
        assertThat(item(desk)).containsText(cast.matter());
        Visitor wall = screens.wall();
        wall.signIn(cast.officer(), ForumPages.screen(code));
        assertThat(wall.heading()).containsText(cast.matter());
        look(wall);

        Visitor author = screens.author();
        author.open(ForumPages.room(code));
        author.field("forum.room.number")
                .fill(wall.page().locator(".wall-number").innerText());
        author.button("forum.room.check-in").click();
        assertThat(author.page()
                        .getByText(author.words("forum.room.you-are-there"))
                        .first())
                .isVisible();
        assertThat(desk.page().locator(".present-list"))
                .containsText(cast.author().name());
        ask(desk, "Do we ask the city for its halls?");
        Locator yes = author.page().locator(".vote-choice").filter(saying(author.words("forum.choice.yes")));
        yes.click();
        assertThat(yes).hasAttribute("aria-pressed", "true");
        look(author);
        look(wall);
        desk.button("forum.room.vote-close").click();
        assertThat(author.page().locator(".hall-vote")).containsText(author.words("forum.ballot.passed"));
        assertThat(wall.page().locator(".wall-result")).containsText(wall.words("forum.ballot.passed"));
    }

    void theRoomRecommends() {
        Visitor desk = screens.desk();
        note(desk, "r", OutcomeKind.RECOMMENDATION, cast.asked());
        assertThat(screens.wall().page().locator(".wall-noted").first()).containsText(cast.asked());
        look(desk);
        desk.button("forum.room.close").click();
        assertThat(desk.box(desk.words("forum.outcome-kind.recommendation") + ": " + cast.asked()))
                .isChecked();
        desk.button(desk.page().locator(".sheet"), "forum.room.close").click();
        assertThat(screens.wall().heading()).hasText(screens.wall().words("forum.room.over"));
    }

    /** @return the path of what became of it in the minutes: a recommendation that is to be worded */
    String theMinutesLeadToARecommendation() {
        Visitor desk = screens.desk();
        desk.link("forum.minutes.title").first().click();
        assertThat(desk.page().locator(".minutes-paragraph").filter(saying(cast.asked())))
                .isVisible();
        look(desk);
        desk.page()
                .locator(".outcomes .outcome")
                .filter(saying(cast.asked()))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(desk.heading()).hasText(cast.asked());
        return path(desk);
    }

    private static Locator need(Visitor visitor) {
        return visitor.page().locator("section.need");
    }
}
