package org.kvartal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.MailPages;

/** Somebody with a browser profile of their own. Notes what the browser complains about on the way. */
final class Visitor {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** After this long a press that opened nothing was missed. */
    private static final Duration MISSED = Duration.ofSeconds(5);
    /** So high, in pixels, that no page of ours is higher. */
    private static final int TALL = 6_000;

    private final BrowserContext profile;
    private final Language language;
    private final Messages messages;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    Visitor(BrowserContext profile, Language language, Messages messages) {
        this.profile = profile;
        this.language = language;
        this.messages = messages;
        profile.onConsoleMessage(message -> {
            // The frame of a caught letter rightly refuses scripts: Playwright's own are meant.
            if (message.type().equals("error") && !message.text().contains("'allow-scripts' permission is not set")) {
                complaints.add(message.text());
            }
        });
        profile.onWebError(error -> complaints.add(error.error()));
        this.page = profile.newPage();
    }

    Language language() {
        return language;
    }

    Page page() {
        return page;
    }

    Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** What a page says to this visitor. */
    String words(String key, Object... args) {
        return words(language, key, args);
    }

    /** What a page says to readers of another language. */
    String words(Language other, String key, Object... args) {
        return messages.text(other, key, args);
    }

    Locator button(String key, Object... args) {
        return page.getByRole(
                AriaRole.BUTTON,
                new GetByRoleOptions().setName(words(key, args)).setExact(true));
    }

    /** A button within something. */
    Locator button(Locator within, String key, Object... args) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(words(key, args)).setExact(true));
    }

    Locator menuItem(String key, Object... args) {
        return page.getByRole(
                AriaRole.MENUITEM,
                new GetByRoleOptions().setName(words(key, args)).setExact(true));
    }

    /** Something in the letter that is open. */
    Locator inLetter(AriaRole role, String key, Object... args) {
        return page.frameLocator("iframe")
                .getByRole(
                        role,
                        new FrameLocator.GetByRoleOptions()
                                .setName(words(key, args))
                                .setExact(true));
    }

    Locator link(String key, Object... args) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(words(key, args)).setExact(true));
    }

    /** The link that a thread's title is. */
    Locator titled(String title) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(title).setExact(true));
    }

    Locator field(String key, Object... args) {
        return page.getByLabel(words(key, args), new GetByLabelOptions().setExact(true));
    }

    /** A field that offers a choice. */
    Locator choice(String key, Object... args) {
        return page.getByRole(
                AriaRole.COMBOBOX,
                new GetByRoleOptions().setName(words(key, args)).setExact(true));
    }

    /** A box that can be ticked, by what it says. */
    Locator box(String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The one heading that says where one is. */
    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    /** A post that shows the text. */
    Locator post(String text) {
        return page.getByRole(AriaRole.ARTICLE).filter(new FilterOptions().setHasText(text));
    }

    /** Presses something that opens another tab, and goes on there. */
    void follow(Locator link) {
        Page opener = page;
        // A frame that has only just appeared can miss a press: then a person presses again.
        page = await().pollInSameThread()
                .atMost(Browser.PATIENCE)
                .ignoreException(TimeoutError.class)
                .until(
                        () -> opener.waitForPopup(
                                new Page.WaitForPopupOptions().setTimeout((double) MISSED.toMillis()), link::click),
                        Objects::nonNull);
    }

    /** Signs in and goes on to a path. */
    void signIn(Resident as, String path) {
        open(AccountsPages.signInThen(path) + "&language=" + language.code());
        field("accounts.field.email").fill(as.email());
        field("accounts.field.password").fill(as.password());
        button("accounts.sign-in.send").click();
        page.waitForURL("**" + path);
    }

    /** Opens the newest letter that the house has caught for an address, as soon as it is there. */
    void openLetterTo(String email) {
        openLetterTo(email, 1);
    }

    /** The same once so many have come, where the one before says the same in its subject. */
    void openLetterTo(String email, int letters) {
        openLetter(page.getByRole(AriaRole.LISTITEM).filter(new FilterOptions().setHasText(email)), letters);
    }

    /** The same for a letter with that subject, where several go to the address. */
    void openLetterTo(String email, String subjectKey, Object... args) {
        openLetter(
                page.getByRole(AriaRole.LISTITEM)
                        .filter(new FilterOptions().setHasText(email))
                        .filter(new FilterOptions().setHasText(words(subjectKey, args))),
                1);
    }

    private void openLetter(Locator letter, int letters) {
        open("/" + language.code() + MailPages.LETTERS);
        await().atMost(Browser.PATIENCE).until(() -> {
            page.reload();
            return letter.count() >= letters;
        });
        letter.first().getByRole(AriaRole.LINK).click();
    }

    /** Goes into a tunnel. */
    void loseConnection() {
        profile.setOffline(true);
    }

    void findConnection() {
        profile.setOffline(false);
    }

    /** Comes back to a house that does not know them any more. */
    void losesSession() {
        profile.clearCookies();
    }

    /** Loses the tab as a phone does that runs out of memory, and takes an empty new one. */
    void loseTab() {
        Page lost = page;
        page = profile.newPage();
        try {
            lost.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(2_000));
        } catch (PlaywrightException crashed) {
            // As wished: a tab that crashes can't say that it has arrived.
        }
        lost.close();
    }

    /**
     * Looks at the page as axe does.
     *
     * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md">axe's rules</a>
     */
    void findsNoBarrier() {
        // In the page alone: the frame of a caught letter runs no script, so that axe would wait in it for ever.
        List<Rule> grave = new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .toList();
        assertThat(grave)
                .as("barriers on %s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " – "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList())
                .isEmpty();
    }

    /** The same of a page whose bars half cover what lies below them, which counts as too small to press: looked at as on a screen that shows all of it. */
    void findsNoBarrierBelowItsBars() {
        ViewportSize screen = page.viewportSize();
        page.setViewportSize(screen.width, TALL);
        try {
            findsNoBarrier();
        } finally {
            page.setViewportSize(screen.width, screen.height);
        }
    }

    /** Goes back to the top of the page: what its head half covers counts as too small to press. */
    void goesToTheTop() {
        page.evaluate("window.scrollTo(0, 0)");
    }

    /** Gives a field its day. On a phone it opens a calendar over the page, and nothing can be typed. */
    static void setsDay(Locator field, LocalDate day) {
        field.evaluate("(input, day) => { input.closest('vaadin-date-picker').value = day; }", day.toString());
    }

    /** Remembers this page, to know later whether it is still the same. */
    void marksPage() {
        page.evaluate("window.marked = true");
    }

    void hasNotReloaded() {
        assertThat(page.evaluate("window.marked")).isEqualTo(true);
    }

    /** Nothing is wider than the screen. */
    void scrollsOnlyDown() {
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the right edge of %s", page.url())
                .isZero();
    }

    /** What the browser's console called an error so far: refused scripts, broken ones, missing files. */
    void hasHeardNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    void leave(Optional<Path> findings) {
        findings.ifPresentOrElse(
                folder -> {
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve("last.png")));
                    profile.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
                },
                () -> profile.tracing().stop());
        profile.close();
    }
}
