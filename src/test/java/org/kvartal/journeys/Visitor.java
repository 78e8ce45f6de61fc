package org.kvartal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvartal.kernel.Language;

/** Somebody with a browser profile of their own. Notes what the browser complains about on the way. */
final class Visitor {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final BrowserContext profile;
    private final Language language;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    Visitor(BrowserContext profile, Language language) {
        this.profile = profile;
        this.language = language;
        profile.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
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

    /** Ends the tab without a farewell, as a crash or a phone out of memory does, and takes an empty new one. */
    Page loseTab() {
        Page lost = page;
        page = profile.newPage();
        lost.close(new Page.CloseOptions().setRunBeforeUnload(false));
        return page;
    }

    /**
     * Looks at the page as axe does.
     *
     * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md">axe's rules</a>
     */
    void findsNoBarrier() {
        List<Rule> grave = new AxeBuilder(page)
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
