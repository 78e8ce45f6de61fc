package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** What visitors do on page after page. */
final class Habits {

    private Habits() {}

    /** Sees that the page can be used by everybody, and on this screen. */
    static void look(Visitor visitor) {
        assertThat(visitor.heading()).isVisible();
        // What says that something was done covers a link for some seconds.
        assertThat(visitor.page().locator("vaadin-notification-card")).hasCount(0);
        // What the head of the page half covers counts as too small.
        visitor.goesToTheTop();
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
    }

    /** Something that asks once more before it happens. */
    static void act(Visitor visitor, String key) {
        visitor.button(key).first().click();
        send(visitor, key);
    }

    /** Sends the form that is open. */
    static void send(Visitor visitor, String key) {
        visitor.button(visitor.page().locator(".sheet"), key).click();
        assertThat(visitor.page().locator(".sheet")).hasCount(0);
    }

    /** A field for a text in the visitor's language. */
    static Locator worded(Visitor visitor, String key) {
        return visitor.page()
                .getByLabel(
                        visitor.words(key) + " (" + visitor.language().ownName() + ")",
                        new Page.GetByLabelOptions().setExact(true));
    }

    /** Types a name into a field that searches, and takes what it finds. */
    static void find(Visitor visitor, String field, String name) {
        visitor.choice(field).fill(name);
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Takes one of what a field offers. */
    static void choose(Visitor visitor, String field, String item) {
        visitor.page()
                .locator("vaadin-select")
                .filter(saying(visitor.words(field)))
                .first()
                .click();
        visitor.page().getByRole(AriaRole.OPTION).filter(saying(item)).first().click();
    }

    static FilterOptions saying(String words) {
        return new FilterOptions().setHasText(words);
    }

    /** Where somebody is, without the query. */
    static String path(Visitor visitor) {
        return URI.create(visitor.page().url()).getPath();
    }

    /** The last part of where somebody is: the code of a thing, its number. */
    static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
