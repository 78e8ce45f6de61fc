package org.kvartal.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * One Chromium per JVM, and {@link Visitors} who each have a profile of their own in it. After a journey that failed, what its visitors saw
 * last and a trace lie in {@code target/journeys}.
 *
 * <p>Chromium is the one that {@code KVARTAL_CHROMIUM} names, else one in the usual places, else the one that Playwright has downloaded.
 */
final class Browser implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final Path FINDINGS = Path.of("target", "journeys");
    /** Long, since two cores may build something else meanwhile; what is there is seen at once. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Program program =
                test.getRoot().getStore(NAMESPACE).computeIfAbsent("program", _ -> new Program(), Program.class);
        ApplicationContext house = SpringExtension.getApplicationContext(test);
        house.getBeanProvider(ToldStory.class).ifAvailable(ToldStory::heard);
        return test.getStore(NAMESPACE)
                .computeIfAbsent(
                        "visitors",
                        _ -> new Visitors(
                                program.chromium,
                                house.getBean(House.class).address(""),
                                house.getBean(Messages.class)),
                        Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Visitors visitors = test.getStore(NAMESPACE).get("visitors", Visitors.class);
        if (visitors != null) {
            visitors.leave(
                    test.getExecutionException().isPresent()
                            ? Optional.of(FINDINGS.resolve(name(test)))
                            : Optional.empty());
        }
    }

    private static String name(ExtensionContext test) {
        return (test.getRequiredTestClass().getSimpleName() + "-"
                        + test.getRequiredTestMethod().getName() + "-" + test.getDisplayName())
                .replaceAll("[^\\w-]+", "-");
    }

    /** The running browser, closed with the JVM's last test. */
    private static final class Program implements AutoCloseable {

        private static final List<String> QUIET = List.of(
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-quic");

        private final Playwright playwright = Playwright.create();
        private final com.microsoft.playwright.Browser chromium;

        Program() {
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            LaunchOptions options = new LaunchOptions().setArgs(QUIET);
            installed().ifPresent(options::setExecutablePath);
            chromium = playwright.chromium().launch(options);
        }

        private static Optional<Path> installed() {
            String named = System.getenv("KVARTAL_CHROMIUM");
            return Stream.of(
                            named == null ? "" : named,
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                            "/Applications/Chromium.app/Contents/MacOS/Chromium")
                    .filter(place -> !place.isEmpty())
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** The people of one journey. */
    static final class Visitors {

        private final com.microsoft.playwright.Browser chromium;
        private final String address;
        private final Messages messages;
        private final List<Visitor> present = new ArrayList<>();

        private Visitors(com.microsoft.playwright.Browser chromium, String address, Messages messages) {
            this.chromium = chromium;
            this.address = address;
            this.messages = messages;
        }

        /** Somebody at a desk who reads that language. */
        Visitor reading(Language language) {
            return arrive(language, 1280, 900);
        }

        /** Somebody with a small phone, 360 pixels wide. */
        Visitor onPhone(Language language) {
            return arrive(language, 360, 740);
        }

        private Visitor arrive(Language language, int width, int height) {
            BrowserContext profile = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(address)
                    .setLocale(language.locale().toLanguageTag())
                    .setTimezoneId("Europe/Sofia")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setHasTouch(width < 500)
                    .setViewportSize(width, height));
            profile.setDefaultTimeout((double) PATIENCE.toMillis());
            profile.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
            Visitor visitor = new Visitor(profile, language, messages);
            present.add(visitor);
            return visitor;
        }

        private void leave(Optional<Path> findings) {
            for (int i = 0; i < present.size(); i++) {
                String who = "visitor-" + (i + 1);
                present.get(i).leave(findings.map(folder -> folder.resolve(who)));
            }
            present.clear();
        }
    }
}
