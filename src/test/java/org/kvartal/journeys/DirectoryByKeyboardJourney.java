package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Language;

/** Somebody without a mouse finds who is who: list, choices, map and the page of an entry. */
@Journey
class DirectoryByKeyboardJourney {

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void whoIsWhoIsFoundWithoutAMouse(Language language, Visitors visitors) {
        Visitor guest = visitors.reading(language);
        String prefix = "/" + language.code();
        String union = language == Language.RU ? "Общество наборщиков Софии" : "Typesetters' Society of Sofia";
        guest.open(prefix + "/directory");
        assertThat(guest.page().locator(".map-canvas .spot").first()).isVisible();
        guest.findsNoBarrier();

        // By name, in another script than the name has.
        Locator search = guest.page().getByRole(AriaRole.SEARCHBOX);
        reach(guest, search);
        guest.page().keyboard().type(language == Language.RU ? "typesetters" : "словослагателите");
        guest.page().keyboard().press("Enter");
        guest.page().waitForURL("**/directory?q=**");
        assertThat(guest.titled(union)).isVisible();
        guest.findsNoBarrier();

        // By a choice: a kind, then a sector behind its summary.
        guest.open(prefix + "/directory");
        Locator schools = guest.page()
                .getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions()
                                .setName(Pattern.compile("^" + guest.words("alliance.kinds.school") + ".*")));
        reach(guest, schools);
        guest.page().keyboard().press("Enter");
        guest.page().waitForURL("**/directory?kind=school");
        String school = language == Language.RU ? "Вечерняя школа книжного искусства" : "Evening School of Book Arts";
        assertThat(guest.titled(school)).isVisible();
        Locator sectors = guest.page().locator(".facet > summary").first();
        reach(guest, sectors);
        guest.page().keyboard().press("Enter");
        Locator values = guest.page().locator(".facet[open] .facet-values a").first();
        assertThat(values).isVisible();
        guest.findsNoBarrier();
        guest.page().keyboard().press("Escape");
        assertThat(values).isHidden();
        assertThat(sectors).isFocused();

        // The map goes closer by its keys, and the list says the same.
        guest.open(prefix + "/directory");
        assertThat(guest.page().locator(".map-canvas .spot").first()).isVisible();
        Locator map = guest.page().locator(".map-canvas");
        reach(guest, map);
        guest.page().keyboard().press("+");
        guest.page().waitForURL("**/directory?box=**");
        assertThat(guest.page().locator(".directory-count")).isVisible();

        guest.open(prefix + "/directory?q=" + (language == Language.RU ? "наборщиков" : "typesetters"));
        Locator entry = guest.titled(union);
        reach(guest, entry);
        guest.page().keyboard().press("Enter");
        guest.page().waitForURL("**/directory/typesetters-sofia");
        assertThat(guest.heading()).hasText(union);
        guest.findsNoBarrier();
        Locator other = guest.titled(language == Language.RU ? school : "Evening School of Book Arts")
                .last();
        reach(guest, other);
        guest.page().keyboard().press("Enter");
        guest.page().waitForURL("**/directory/evening-school");

        guest.open(prefix + "/partnerships");
        assertThat(guest.page().locator(".map-canvas path.arc").first()).isAttached();
        guest.findsNoBarrier();
        guest.hasHeardNoComplaint();
    }

    /** Goes on with the tabulator until the keyboard stands there. */
    private static void reach(Visitor guest, Locator place) {
        for (int presses = 0; presses < 200; presses++) {
            if ((Boolean) place.evaluate("element => element === document.activeElement")) {
                return;
            }
            guest.page().keyboard().press("Tab");
        }
        assertThat(place).isFocused();
    }
}
