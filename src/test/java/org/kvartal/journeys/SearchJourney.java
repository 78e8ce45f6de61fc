package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.testing.SettledSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody finds what others have said, by another form of its words, from the box in the head and from a phone; and hears of it before they say it again. */
@Journey
class SearchJourney {

    /** A title, and a word of it in another form. */
    private static final Map<Language, Words> WORDS = Map.of(
            Language.EN, new Words("Glassblowers without a furnace", "glassblower furnaces", "glasblowers"),
            Language.RU, new Words("Стеклодувы без печи", "стеклодувами", "стеклодвами"),
            Language.BG, new Words("Стъклодувците нямат пещ", "стъклодувец пещта", "стаклодувците"));

    private record Words(String title, String sought, String slip) {}

    @Autowired
    Residents residents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasSaidIsFound(Language language, Visitors visitors) {
        Words words = requireNonNull(WORDS.get(language));
        Resident ada = residents.member("Ada Potter", language);
        Resident bo = residents.member("Bo Speaker", language);
        String path = residents.thread(ada, words.title(), "Who has a kiln?", "Answer <b>by post</b>.");
        SettledSearch.await(jdbc, transaction);

        Visitor desk = visitors.reading(language);
        desk.signIn(bo, "/app/threads");
        Locator box = box(desk, "search.box.everywhere");
        assertThat(box).isVisible();
        desk.page().keyboard().press("/");
        assertThat(box).isFocused();
        box.pressSequentially(words.title().substring(0, 6));
        Locator option = desk.page()
                .getByRole(AriaRole.OPTION)
                .filter(Habits.saying(words.title()))
                .first();
        assertThat(option).isVisible();
        assertThat(box).hasAttribute("aria-expanded", "true");
        desk.findsNoBarrier();
        box.press("ArrowDown");
        assertThat(desk.page().locator("[role=option][aria-selected=true]")).hasCount(1);
        box.press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        box.fill(words.sought());
        box.press("Enter");
        assertThat(desk.page()).hasURL(Pattern.compile(".*/app/search\\?q=.*"));
        assertThat(desk.titled(words.title()).first()).isVisible();
        assertThat(desk.page().locator(".search mark").first()).isVisible();
        desk.findsNoBarrier();
        desk.page()
                .locator("a.chip")
                .filter(Habits.saying(desk.words("discussions.search.threads")))
                .click();
        assertThat(desk.page()).hasURL(Pattern.compile(".*kind=post.*"));
        assertThat(desk.titled(words.title()).first()).isVisible();
        desk.titled(words.title()).first().click();
        assertThat(desk.page()).hasURL(Pattern.compile(".*" + path));
        desk.hasHeardNoComplaint();

        Visitor phone = visitors.onPhone(language);
        phone.signIn(bo, "/app/threads");
        phone.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(phone.words("search.box.everywhere")))
                .click();
        Locator field = box(phone, "search.box.here");
        assertThat(field).isVisible();
        phone.findsNoBarrier();
        field.fill(words.slip());
        field.press("Enter");
        assertThat(phone.page().getByText(phone.words("search.resembling", words.slip())))
                .isVisible();
        assertThat(phone.titled(words.title()).first()).isVisible();
        phone.scrollsOnlyDown();
        phone.findsNoBarrier();
        phone.open("/app/search?q=%3Cscript%3Ealert(1)%3C/script%3E%20'%22:*");
        assertThat(phone.page().locator(".empty-title")).isVisible();
        phone.scrollsOnlyDown();
        phone.hasHeardNoComplaint();

        Visitor writer = visitors.reading(language);
        writer.signIn(bo, "/app/threads/new");
        writer.field("discussions.app.write.title").pressSequentially(words.title());
        assertThat(writer.page()
                        .locator("kvartal-similar")
                        .getByText(words.title())
                        .first())
                .isVisible();
        writer.findsNoBarrier();
        writer.hasHeardNoComplaint();
    }

    private static Locator box(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new GetByRoleOptions().setName(visitor.words(name)).setExact(true));
    }
}
