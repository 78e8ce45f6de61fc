package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Language;

/** A guest meets the house in their own language, and changes it. */
@Journey
class LanguagesJourney {

    @ParameterizedTest
    @EnumSource(Language.class)
    void aGuestMeetsTheHouseInTheLanguageOfTheirBrowser(Language language, Visitors visitors) {
        Visitor guest = visitors.reading(language);
        guest.open("/");

        assertThat(guest.page().locator("html")).hasAttribute("lang", language.code());
        assertThat(guest.heading()).hasText(guest.words("site.front-title"));
        guest.findsNoBarrier();
        guest.hasHeardNoComplaint();
    }

    @Test
    void aGuestChangesTheLanguageAndStaysOnThePage(Visitors visitors) {
        Visitor guest = visitors.reading(Language.EN);
        guest.open("/");

        for (Language other : new Language[] {Language.RU, Language.BG, Language.EN}) {
            guest.page()
                    .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(other.ownName()))
                    .first()
                    .click();
            assertThat(guest.page().locator("html")).hasAttribute("lang", other.code());
            assertThat(guest.heading()).hasText(guest.words(other, "site.front-title"));
        }
        guest.hasHeardNoComplaint();
    }
}
