package org.kvartal.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** B3, B4 and the way of a post from one screen to another, seen in a real browser. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    /** Milliseconds from a click on a thread in the list until its first post stands on the screen. */
    private static final String OPEN_THREAD = """
            path => new Promise(done => {
                const begin = performance.now();
                const look = () => {
                    const post = location.pathname.startsWith(path) && document.querySelector('.post .prose');
                    if (post && post.getClientRects().length) {
                        requestAnimationFrame(() => done(performance.now() - begin));
                    } else {
                        requestAnimationFrame(look);
                    }
                };
                document.querySelector(`a[href='${path}']`).click();
                look();
            })
            """;

    /** Vaadin's client waits for no answer: it would pass over a Back that comes while it goes somewhere else. */
    private static final String SETTLED =
            "Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())";

    /** Watches for a text and notes the moment at which it stands in the page. */
    private static final String WATCH = """
            text => { window.seen = new Promise(done => {
                const look = () => [...document.querySelectorAll('.post .prose')].some(p => p.textContent.includes(text));
                const watcher = new MutationObserver(() => {
                    if (look()) {
                        watcher.disconnect();
                        done(performance.timeOrigin + performance.now());
                    }
                });
                watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
            }); }
            """;

    /** Notes after which frame an element stands on the screen, counted from the beginning of the page's request. */
    private static final String FIRST_SEEN = """
            window.firstSeen = new Promise(done => {
                const look = () => {
                    const element = document.querySelector('WANTED');
                    if (element && element.getClientRects().length) {
                        requestAnimationFrame(() => done(performance.now()));
                    } else {
                        requestAnimationFrame(look);
                    }
                };
                requestAnimationFrame(look);
            });
            """;

    private static final String SEND = """
            () => {
                const now = performance.timeOrigin + performance.now();
                document.querySelector('.composer-send').click();
                return now;
            }
            """;

    private final HouseProcess house;
    private final Filling.Filled filled;
    /** The launcher names the browser; none is fetched here. */
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private final Browser browser;

    /** For what needs no corpus. */
    Chromium(HouseProcess house) {
        this(house, Filling.Filled.NOTHING);
    }

    Chromium(HouseProcess house, Filling.Filled filled) {
        this.house = house;
        this.filled = filled;
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
        String named = System.getenv("KVARTAL_CHROMIUM");
        if (named != null) {
            options.setExecutablePath(Path.of(named));
        }
        this.browser = playwright.chromium().launch(options);
    }

    /** B2: a thread's page to a guest whose browser has nothing of it, from the request until the first post stands on the screen. */
    List<Figure> firstPost(int newest) {
        Latencies bare = new Latencies();
        Latencies seen = new Latencies();
        for (int turn = 0; turn < 25; turn++) {
            double constant = cold("/bench/constant?bytes=20000&new=" + turn, "body");
            double thread = cold("/en/threads/" + (newest - turn), ".prose");
            if (turn >= 5) {
                bare.add((long) (constant * 1e6));
                seen.add((long) (thread * 1e6));
            }
        }
        return List.of(
                Figure.told("B2", "constant page in the same browser, cold, p50", bare.p50(), "ms"),
                Figure.atMost("B2", "a guest's first post visible, cold, p50", seen.p50(), "ms", 330, 200),
                Figure.told("B2", "a guest's first post visible, cold, p95", seen.p95(), "ms"));
    }

    private double cold(String path, String wanted) {
        try (BrowserContext guest = browser.newContext()) {
            Page page = guest.newPage();
            page.addInitScript(FIRST_SEEN.replace("WANTED", wanted));
            page.navigate(house.address(path).toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            return ((Number) page.evaluate("window.firstSeen")).doubleValue();
        }
    }

    /** B3: what a guest's first look at a page costs, without anything kept from before. */
    List<Figure> weight() {
        List<Figure> figures = new ArrayList<>();
        double heaviest = 0;
        double most = 0;
        for (String path :
                List.of("/en", "/en/threads", "/en/threads/" + filled.threads().getFirst())) {
            AtomicLong bytes = new AtomicLong();
            AtomicLong requests = new AtomicLong();
            try (BrowserContext guest = browser.newContext()) {
                Page page = guest.newPage();
                CDPSession network = guest.newCDPSession(page);
                network.on("Network.requestWillBeSent", event -> requests.addAndGet(isSent(event) ? 1 : 0));
                network.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
                network.send("Network.enable");
                page.navigate(
                        house.address(path).toString(),
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            }
            figures.add(Figure.told("B3", path + ", cold", bytes.get() / 1e3, "kB"));
            figures.add(Figure.told("B3", path + ", cold", (double) requests.get(), "requests"));
            heaviest = Math.max(heaviest, bytes.get() / 1e3);
            most = Math.max(most, (double) requests.get());
        }
        figures.add(Figure.atMost("B3", "heaviest guest page, cold", heaviest, "kB", 150, 80));
        figures.add(Figure.atMost("B3", "most requests of a guest page, cold", most, "requests", 8, 5));
        return figures;
    }

    /** A picture that stands in a style sheet as data is announced like a request, and none is sent. */
    private static boolean isSent(JsonObject event) {
        return !event.getAsJsonObject("request").get("url").getAsString().startsWith("data:");
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    /**
     * B4: a thread opened from the list. NodeBB's warm figure, 396 ms, is of another day's machine: beside it stands what the same
     * browser needs for a constant page of this server.
     */
    List<Figure> opening() {
        List<Figure> figures = new ArrayList<>();
        try (BrowserContext profile = browser.newContext()) {
            Page page = signedIn(profile, 0);
            Latencies cold = new Latencies();
            Latencies bare = new Latencies();
            for (int turn = 0; turn < 5; turn++) {
                long begin = System.nanoTime();
                page.navigate(house.address("/app/threads/" + filled.threads().get(turn))
                        .toString());
                page.waitForSelector(".post .prose");
                cold.add(System.nanoTime() - begin);
                begin = System.nanoTime();
                page.navigate(house.address(BenchHouse.DOORS + "/constant?bytes=20000")
                        .toString());
                bare.add(System.nanoTime() - begin);
            }
            page.navigate(house.address("/app/threads").toString());
            Latencies opened = new Latencies();
            for (int turn = 0; turn < 30; turn++) {
                page.waitForSelector(".row-title a");
                String path = (String) page.evaluate(
                        "turn => { const rows = document.querySelectorAll('.row-title a');"
                                + " return rows[turn % rows.length].getAttribute('href'); }",
                        turn);
                double millis = ((Number) page.evaluate(OPEN_THREAD, path)).doubleValue();
                if (turn >= 5) {
                    opened.add((long) (millis * 1e6));
                }
                page.waitForFunction(SETTLED);
                page.goBack();
                page.waitForFunction(SETTLED);
            }
            figures.add(Figure.told("B4", "constant page in the same browser, p50", bare.p50(), "ms"));
            figures.add(Figure.told("B4", "thread by its address, whole workspace loaded, p50", cold.p50(), "ms"));
            figures.add(Figure.atMost(
                    "B4", "thread opened from the list, first post visible, p50", opened.p50(), "ms", 277, 158));
            figures.add(Figure.told("B4", "thread opened from the list, first post visible, p95", opened.p95(), "ms"));
        }
        return figures;
    }

    /** From Send on one screen to the text on another. */
    List<Figure> live() {
        Latencies ways = new Latencies();
        try (BrowserContext here = browser.newContext();
                BrowserContext there = browser.newContext()) {
            Page writer = signedIn(here, 0);
            Page reader = signedIn(there, 1);
            String thread =
                    house.address("/app/threads/" + filled.threads().get(1)).toString();
            for (Page page : List.of(writer, reader)) {
                page.navigate(thread + "/1000000");
                page.waitForSelector(".post .prose");
            }
            for (int turn = 0; turn < 45; turn++) {
                String text = "From one screen to another, number " + turn + ".";
                reader.evaluate(WATCH, text);
                if (writer.locator(".composer-closed").isVisible()) {
                    writer.locator(".composer-closed").click();
                }
                writer.locator(".composer-text").fill(text);
                double sent = ((Number) writer.evaluate(SEND)).doubleValue();
                double seen = ((Number) reader.evaluate("window.seen")).doubleValue();
                if (turn >= 5) {
                    ways.add((long) ((seen - sent) * 1e6));
                }
                writer.waitForFunction("document.querySelector('.composer-text').value === ''");
            }
        }
        return List.of(
                Figure.told(
                        "LIVE",
                        "from Send in one browser to the text in another, p50 of " + ways.count(),
                        ways.p50(),
                        "ms"),
                Figure.told("LIVE", "from Send in one browser to the text in another, p95", ways.p95(), "ms"));
    }

    private Page signedIn(BrowserContext profile, int account) {
        // Long: a busy machine is slow, and a figure says so better than a time-out.
        profile.setDefaultTimeout(120_000);
        Page page = profile.newPage();
        page.navigate(house.address("/sign-in").toString());
        page.locator("#email").fill(Filling.email(account));
        page.locator("#password").fill(Filling.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/app**");
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
