package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.StartNote;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Somebody has started the program for their association: from the printed link to a house that is theirs, without any demonstration. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "kvartal.demo=false")
@ContextConfiguration(initializers = FreePort.class)
@ExtendWith(Browser.class)
class SetUpJourney {

    @Autowired
    List<StartNote> notes;

    @Autowired
    HouseBook book;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aHouseThatNobodyKeeps() {
        jdbc.sql("DELETE FROM role_grant WHERE role = 'ADMINISTRATOR'").update();
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "RU"})
    void aHouseIsSetUpOnAPhoneAndAPartOfItSwitchedOnAndOff(Language language, Visitors visitors) {
        Visitor keeper = visitors.onPhone(language);

        keeper.open(printed() + "&language=" + language.code());
        assertThat(keeper.heading()).hasText(keeper.words("administration.begin.title"));
        keeper.findsNoBarrier();
        keeper.button("administration.begin.send").click();
        assertThat(keeper.page().getByRole(AriaRole.ALERT)).isVisible();
        keeper.findsNoBarrier();
        keeper.field("administration.field.name").fill("Дом House");
        Language other = language == Language.EN ? Language.BG : Language.EN;
        keeper.page().locator("#accent").fill("#123456");
        assertThat(keeper.field("administration.begin.colour-own")).isChecked();
        keeper.field("administration.begin.colour-own").uncheck();
        assertThat(keeper.page().locator("#accent")).not().hasValue("#123456");
        keeper.page().locator("#accent").fill("#ffd1dc");
        keeper.page().locator("#first").selectOption(other.code());
        assertThat(keeper.page().locator("#languages-" + other.code())).isChecked();
        keeper.page().locator("#languages-" + other.code()).uncheck();
        assertThat(keeper.page().locator("#first")).hasValue(language.code());
        keeper.field("administration.begin.person-name").fill("Ада Keeper");
        keeper.field("accounts.field.email").fill("keeper-" + language.code() + "@example.org");
        keeper.field("accounts.field.password").fill("three blue doors");
        keeper.loseConnection();
        keeper.button("administration.begin.send").click();
        assertThat(keeper.page().getByText(keeper.words("shell.connection.lost")))
                .isVisible();
        assertThat(keeper.field("administration.field.name")).hasValue("Дом House");
        assertThat(keeper.field("accounts.field.password")).hasValue("three blue doors");
        keeper.findConnection();

        assertThat(keeper.page()).hasURL(Pattern.compile(".*/app.*"));
        assertThat(keeper.heading()).isVisible();
        assertThat(keeper.page().locator(".first-steps")).containsText(keeper.words("administration.first-step.title"));
        keeper.findsNoBarrier();
        keeper.open("/" + language.code());
        assertThat(keeper.page().locator(".site-name")).hasText("Дом House");
        keeper.findsNoBarrier();
        assertThat(keeper.page().locator("nav.languages")).hasCount(0);
        assertGone(keeper, "/" + language.code() + "/seminars");

        keeper.open("/app/admin/settings");
        assertThat(keeper.heading()).hasText(keeper.words("administration.settings.title"));
        keeper.findsNoBarrier();
        press(keeper, "administration.module.seminars");
        keeper.open("/" + language.code() + "/seminars");
        assertThat(keeper.heading()).hasText(keeper.words("seminars.menu"));
        keeper.open("/app/seminars");
        assertThat(keeper.heading()).hasText(keeper.words("seminars.menu"));

        keeper.open("/app/admin/settings");
        press(keeper, "administration.module.seminars");
        assertGone(keeper, "/" + language.code() + "/seminars");
        keeper.open("/app/seminars");
        assertThat(keeper.heading()).hasText(keeper.words("shell.not-in-use.title"));
        keeper.findsNoBarrier();
    }

    /** Ticks or unticks a part, saves, and waits for the page that has been made anew. */
    private static void press(Visitor keeper, String module) {
        Page page = keeper.page();
        keeper.marksPage();
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions()
                                .setName(keeper.words(module))
                                .setExact(false))
                .first()
                .click();
        page.locator(".settings-part")
                .filter(new Locator.FilterOptions().setHasText(keeper.words("administration.settings.modules-about")))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(keeper.words("administration.settings.save")))
                .click();
        page.waitForFunction("() => !window.marked");
        assertThat(keeper.heading()).hasText(keeper.words("administration.settings.title"));
        assertThat(page.getByText(
                        keeper.words("administration.settings.saved"), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Locator title = page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions()
                        .setName(keeper.words("administration.settings.modules"))
                        .setExact(true));
        assertThat(title).isFocused();
        assertThat(title).isInViewport();
    }

    private static void assertGone(Visitor keeper, String path) {
        keeper.open(path);
        assertThat(keeper.heading()).hasText(keeper.words("site.problem-404-title"));
    }

    private String printed() {
        Pattern link = Pattern.compile("/set-up\\?token=\\S+");
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .map(link::matcher)
                .filter(Matcher::find)
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }
}
