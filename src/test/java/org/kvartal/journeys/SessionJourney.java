package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Facilitating.ask;
import static org.kvartal.journeys.Facilitating.begin;
import static org.kvartal.journeys.Facilitating.item;
import static org.kvartal.journeys.Facilitating.key;
import static org.kvartal.journeys.Facilitating.note;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.saying;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody wrote in a thread is spoken of and voted on in a room, and stands in minutes that those who were there have read. */
@Journey
class SessionJourney {

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    /** In the language with the longest words; the golden journey comes through a room in others. */
    @Test
    void aRoomSpeaksVotesAndReadsItsMinutes(Visitors visitors) {
        Language language = Language.RU;
        Resident officer = residents.officer("Olga Room-" + language.code(), language);
        Resident member = residents.member("Mila Room-" + language.code(), language);
        residents.association("Guild of looms " + language.code(), member);
        String title = "A hall for our looms " + language.code();
        String thread = residents.thread(member, title, "Who has a hall with a goods lift?", "We have one in Gabrovo.");
        String name = "Evening of looms " + language.code();
        String code = surroundings.session(officer, name);

        Visitor mila = visitors.onPhone(language);
        mila.signIn(member, thread);
        mila.link("forum.app.propose-thread").first().click();
        choose(mila, "forum.app.field.goal", name);
        mila.button("forum.app.propose.send").click();
        assertThat(mila.heading()).hasText(mila.words("forum.sessions"));

        Visitor desk = visitors.reading(language);
        desk.signIn(officer, ForumPages.agenda(code));
        desk.button("forum.app.desk.put-item", title).click();
        assertThat(desk.page().locator(".desk-item").filter(saying(title))).isVisible();

        desk.open(ForumPages.desk(code));
        assertThat(desk.button("forum.room.start")).isVisible();
        look(desk);
        begin(desk);
        assertThat(item(desk)).containsText("Welcome");
        key(desk, "j");
        assertThat(item(desk)).containsText(title);
        Visitor wall = visitors.reading(language);
        wall.signIn(officer, ForumPages.screen(code));
        assertThat(wall.heading()).containsText(title);
        look(wall);

        mila.open(ForumPages.room(code));
        mila.field("forum.room.number").fill(wall.page().locator(".wall-number").innerText());
        look(mila);
        mila.button("forum.room.check-in").click();
        assertThat(mila.page().getByText(mila.words("forum.room.you-are-there")).first())
                .isVisible();
        mila.button("forum.room.hand").click();
        assertThat(desk.page().locator(".hand-line")).containsText(member.name());
        desk.button("forum.room.call-next").click();
        assertThat(mila.button("forum.room.you-speak")).isVisible();
        assertThat(wall.page().locator(".wall-speaker")).containsText(member.name());
        look(desk);
        look(wall);

        ask(desk, "Do we rent the hall?");
        Locator yes = mila.page().locator(".vote-choice").filter(saying(mila.words("forum.choice.yes")));
        yes.click();
        assertThat(yes).hasAttribute("aria-pressed", "true");
        look(mila);
        desk.button("forum.room.vote-close").click();
        assertThat(mila.page().locator(".hall-vote")).containsText(mila.words("forum.ballot.passed"));
        assertThat(wall.page().locator(".wall-result")).containsText(wall.words("forum.ballot.passed"));

        note(desk, "d", OutcomeKind.DECISION, "We rent the hall from May on");
        note(desk, "r", OutcomeKind.RECOMMENDATION, "The city lends its empty halls to workshops");
        assertThat(wall.page().locator(".wall-noted").first()).containsText("We rent the hall");

        // The facilitator's browser has died: another one goes on where it was.
        desk.loseTab();
        desk.open(ForumPages.desk(code));
        assertThat(item(desk)).containsText(title);
        assertThat(desk.page().locator(".outcome")).hasCount(2);
        assertThat(desk.page().locator(".present-list")).containsText(member.name());
        desk.button("forum.room.close").click();
        look(desk);
        desk.box(desk.words("forum.outcome-kind.recommendation") + ": The city lends its empty halls to workshops")
                .uncheck();
        desk.button(desk.page().locator(".sheet"), "forum.room.close").click();
        desk.link("forum.minutes.title").first().click();
        assertThat(desk.page().getByText("We rent the hall from May on").first())
                .isVisible();
        assertThat(desk.page().getByText("The city lends its empty halls")).hasCount(0);
        look(desk);
        desk.button("forum.minutes.give").click();
        assertThat(desk.page()
                        .getByText(desk.words("forum.minutes.state.in-review"))
                        .first())
                .isVisible();

        mila.open(ForumPages.minutes(code));
        Locator decided = mila.page().locator(".minutes-paragraph").filter(saying("We rent the hall from May on"));
        mila.button(decided, "forum.minutes.suggest").click();
        look(mila);
        mila.field("forum.minutes.better").fill("We rent the hall in Gabrovo from May on");
        mila.button("forum.minutes.suggest-send").click();
        assertThat(desk.page().locator(".suggestion")).containsText(member.name());
        desk.button("forum.minutes.take").click();
        assertThat(mila.page()
                        .getByText("We rent the hall in Gabrovo from May on")
                        .first())
                .isVisible();

        mila.open(thread);
        assertThat(mila.page().locator(".trail").first()).containsText("We rent the hall from May on");
        look(mila);
        desk.hasHeardNoComplaint();
        mila.hasHeardNoComplaint();
        wall.hasHeardNoComplaint();
    }

    @Test
    void aSessionHeldOnPaperIsEnteredAfterwards(Visitors visitors) {
        Language language = Language.EN;
        Resident officer = residents.officer("Olga Paper", language);
        String name = "Founding evening of the weavers";
        LocalDate day = surroundings.today().minusDays(9);
        Visitor desk = visitors.onPhone(language);
        desk.signIn(officer, "/app/" + ForumPages.FROM_PAPER);
        assertThat(desk.button("forum.app.session.plan")).isVisible();
        look(desk);
        desk.page().getByLabel(desk.words("forum.app.field.title")).first().fill(name);
        Visitor.setsDay(desk.field("forum.app.field.day"), day);
        desk.field("forum.app.field.place").fill("Letterpress hall");
        desk.button("forum.app.session.plan").click();
        desk.button("forum.app.item.add-to", desk.words("forum.agenda.section")).click();
        desk.field("forum.app.field.item-title").fill("Who holds the key");
        desk.button("forum.app.item.add-send").click();
        assertThat(desk.page().locator(".desk-item")).containsText("Who holds the key");
        desk.button("forum.app.open").click();
        look(desk);
        desk.button("forum.app.open.send").click();
        desk.link("forum.room.desk").first().click();

        desk.button("forum.room.start-entering").click();
        desk.button("forum.room.begin").click();
        assertThat(item(desk)).containsText("Who holds the key");
        desk.field("forum.room.paper-time").fill("18:20");
        desk.field("forum.room.paper-time").press("Tab");
        desk.button("forum.room.paper-set").click();
        desk.button("forum.room.enter").first().click();
        desk.field("forum.room.guest").fill("Ivan the Guest");
        desk.button(desk.page().locator(".sheet"), "forum.room.enter").click();
        assertThat(desk.page().locator(".present-list")).containsText("Ivan the Guest");
        desk.page().locator(".room-key").last().click();
        desk.field("forum.room.question").fill("Does Ivan hold the key?");
        desk.field("forum.choice.yes").fill("7");
        desk.field("forum.choice.no").fill("2");
        // Nine hands, and one name on the list: the page asks once.
        desk.button("forum.room.vote-hands").click();
        desk.button("forum.room.vote-hands-anyway").click();
        assertThat(desk.page().locator(".ballot")).containsText(desk.words("forum.ballot.passed"));
        look(desk);
        desk.button("forum.room.close").click();
        desk.button(desk.page().locator(".sheet"), "forum.room.close").click();
        desk.link("forum.minutes.title").first().click();
        assertThat(desk.page().locator(".minutes-paragraph").filter(saying("Does Ivan hold the key?")))
                .isVisible();
        assertThat(desk.page().locator(".minutes-paragraph").filter(saying(desk.words("forum.ballot.counts", 7, 2, 0))))
                .isVisible();
        look(desk);
        desk.hasHeardNoComplaint();
    }
}
