package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** From a series that is set up once to a member who says from the letter that they come; the agenda arranged by the keyboard alone. */
@Journey
class ForumJourney {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aThreadComesOntoTheAgendaOfASessionAndAMemberComes(Language language, Visitors visitors) {
        boolean phone = language == Language.RU;
        Resident officer = residents.officer("Olga Forum-" + language.code(), language);
        Resident member = residents.member("Mila Forum-" + language.code(), language);
        String name = "Forum of looms " + language.code();
        String title = "A hall for looms " + language.code();
        String thread = residents.thread(member, title, "Who has a hall with a goods lift?", "We have one in Gabrovo.");
        Visitor desk = phone ? visitors.onPhone(language) : visitors.reading(language);
        Visitor mila = phone ? visitors.onPhone(language) : visitors.reading(language);

        desk.signIn(officer, "/app/sessions");
        assertThat(desk.heading()).hasText(desk.words("forum.sessions"));
        look(desk);
        desk.link("forum.app.series.new").click();
        desk.page()
                .getByLabel(desk.words("forum.app.field.series-name"))
                .first()
                .fill(name);
        LocalDate thirdThursday =
                LocalDate.now(SOFIA).plusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY));
        if (phone) {
            Visitor.setsDay(desk.field("forum.app.field.first-day"), thirdThursday);
        } else {
            desk.field("forum.app.field.first-day").fill(typed(thirdThursday));
            desk.page().keyboard().press("Enter");
        }
        desk.field("forum.app.field.place").fill("Letterpress hall");
        desk.field("forum.app.field.call-link").fill("https://call.example.org/looms");
        desk.button("forum.app.template.add-section").click();
        Habits.worded(desk, "forum.app.template.section").last().fill("Opening");
        desk.button("forum.app.template.add-item").click();
        Habits.worded(desk, "forum.app.template.item").last().fill("Welcome");
        look(desk);
        desk.button("forum.app.series.make").click();
        assertThat(desk.titled(name).first()).isVisible();
        assertThat(desk.page().getByText(desk.words("forum.state.draft")).first())
                .isVisible();
        look(desk);

        mila.signIn(member, thread);
        mila.link("forum.app.propose-thread").first().click();
        assertThat(mila.field("forum.app.field.item-title")).hasValue(title);
        choose(mila, "forum.app.field.goal", mila.words("forum.app.goal.series", name));
        look(mila);
        mila.button("forum.app.propose.send").click();
        assertThat(mila.heading()).hasText(mila.words("forum.sessions"));
        assertThat(mila.page().getByText(mila.words("forum.item-state.proposed")))
                .isVisible();
        look(mila);

        desk.titled(name).first().click();
        desk.link("forum.app.arrange").click();
        assertThat(desk.page().getByText(title).first()).isVisible();
        look(desk);
        arrangeByKeyboard(desk, title);
        look(desk);
        press(desk, desk.button("forum.app.open"));
        look(desk);
        press(desk, desk.button("forum.app.open.send"));
        assertThat(desk.button("forum.app.open")).hasCount(0);

        mila.openLetterTo(member.email(), "forum.letter.invitation-both.subject", "", name, "");
        mila.follow(mila.inLetter(AriaRole.LINK, "forum.letter.invitation-both.button"));
        assertThat(mila.heading()).hasText(mila.words("forum.answer.title"));
        look(mila);
        mila.button("forum.answer.send").click();
        assertThat(mila.heading()).hasText(mila.words("forum.answer.thanks"));
        look(mila);
        mila.link("forum.answer.agenda").click();
        assertThat(mila.page().getByText(title).first()).isVisible();
        look(mila);

        mila.open("/app/sessions");
        assertThat(mila.page().getByText(mila.words("forum.mine.yes")).first()).isVisible();
        mila.titled(name).first().click();
        assertThat(mila.page().getByText(title).first()).isVisible();
        look(mila);
        desk.open("/app/sessions");
        desk.titled(name).first().click();
        assertThat(desk.page().getByText(member.name()).first()).isVisible();
        look(desk);
        desk.hasHeardNoComplaint();
        mila.hasHeardNoComplaint();
    }

    /** Nothing is clicked: each thing is reached and pressed by keys. */
    private static void arrangeByKeyboard(Visitor desk, String title) {
        press(desk, desk.button("forum.app.desk.put-item", title));
        Locator said = desk.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(title));
        assertThat(said.first()).containsText("2");
        Locator up = desk.button("forum.app.desk.up", title);
        assertThat(up).isFocused();
        desk.page().keyboard().press("Enter");
        assertThat(desk.button("forum.app.desk.down", title)).isFocused();
        assertThat(desk.page().locator(".desk-item .item-title").first()).containsText(title);
    }

    private static void press(Visitor visitor, Locator button) {
        button.focus();
        visitor.page().keyboard().press("Enter");
    }

    private static void choose(Visitor visitor, String field, String item) {
        visitor.page()
                .locator("vaadin-select", new Page.LocatorOptions().setHasText(visitor.words(field)))
                .first()
                .click();
        visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private static String typed(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK));
    }
}
