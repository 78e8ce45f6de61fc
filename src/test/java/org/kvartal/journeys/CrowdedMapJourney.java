package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A directory with more entries than a map gets one by one: somebody goes closer, and back again. */
@Journey
class CrowdedMapJourney {

    private static final AtomicInteger CROWDS = new AtomicInteger();
    private static final int COPIES = Directory.MOST_POINTS + 100;

    /** Marks say how many they stand for, and nothing where they stand for one. */
    private static final String SHOWN =
            "spots => spots.map(spot => Number(spot.textContent || 1)).reduce((all, one) => all + one, 0)";

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient jdbc;

    private final EntryId pattern = EntryId.next();

    /** The word by which nobody else is found. */
    private final String ours = "crowdfolk" + CROWDS.incrementAndGet();

    @BeforeEach
    void manyStandOnTheMap() {
        EntryContent content = EntryContent.of(EntryKind.VENUE, new Names(ours, "en", Map.of(), List.of()))
                .withLocations(List.of(Location.in("sofia")));
        entries.make(Asker.house("journeys"), NewEntry.of(pattern, EntryKind.VENUE, content));
        jdbc.sql("""
                INSERT INTO entry (id, slug, kind, state, content, member_current, made_at, published_at, changed_at, revision, version,
                                   status, name_en, name_ru, name_bg, found, sectors, places, languages)
                SELECT gen_random_uuid(), e.slug || '-copy-' || n, e.kind, e.state, e.content, false, e.made_at, e.published_at,
                       e.changed_at, e.revision, 0, e.status, e.name_en, e.name_ru, e.name_bg, e.found, e.sectors, e.places, e.languages
                  FROM entry e, generate_series(1, :number) n
                 WHERE e.id = :pattern""").param("pattern", pattern.value()).param("number", COPIES).update();
        jdbc.sql("""
                INSERT INTO entry_point (entry, number, latitude, longitude)
                SELECT id, 0, 36 + (hashtext(slug) & 1023) / 1023.0 * 24, 10 + ((hashtext(slug) >> 10) & 1023) / 1023.0 * 40
                  FROM entry
                 WHERE slug LIKE (SELECT slug FROM entry WHERE id = :pattern) || '-copy-%'""").param("pattern", pattern.value()).update();
    }

    @AfterEach
    void andGo() {
        jdbc.sql("DELETE FROM entry_point WHERE entry IN (SELECT id FROM entry WHERE slug LIKE :copies)")
                .param("copies", ours + "%-copy-%")
                .update();
        jdbc.sql("DELETE FROM entry WHERE slug LIKE :copies")
                .param("copies", ours + "%-copy-%")
                .update();
        jdbc.sql("UPDATE directory SET revision = revision + 1").update();
    }

    @Test
    void whoGoesCloserAndBackSeesAllOfThemAgain(Visitors visitors) {
        Visitor guest = visitors.reading(Language.EN);
        List<String> asked = new CopyOnWriteArrayList<>();
        guest.page().onRequest(request -> {
            if (request.url().contains("points.geojson")) {
                asked.add(request.url());
            }
        });
        guest.open("/en/directory?q=" + ours);
        Locator marks = guest.page().locator(".map-canvas .spot");
        shows(marks, COPIES + 1);

        Locator map = guest.page().locator(".map-canvas");
        map.focus();
        for (int closer = 0; closer < 3; closer++) {
            int before = asked.size();
            guest.page().keyboard().press("+");
            await().atMost(Browser.PATIENCE).until(() -> waited(guest) && asked.size() > before);
        }
        await().atMost(Browser.PATIENCE).until(() -> number(marks) < Directory.MOST_POINTS / 4);
        for (int back = 0; back < 3; back++) {
            int before = asked.size();
            guest.page().keyboard().press("-");
            await().atMost(Browser.PATIENCE).until(() -> waited(guest) && asked.size() > before);
        }
        shows(marks, COPIES + 1);
        assertThat(asked.stream().skip(1)).allMatch(address -> address.matches(".*[?&]zoom=\\d{1,2}&box=.*"));
        guest.hasHeardNoComplaint();

        // What does not come is said, and comes with the next step.
        guest.page().route("**/points.geojson**", Route::abort);
        guest.page().keyboard().press("+");
        Locator said = guest.page().getByText(guest.words("alliance.map.behind"));
        assertThat(said).isVisible();
        guest.page().unroute("**/points.geojson**");
        guest.page().keyboard().press("-");
        assertThat(said).isHidden();
        shows(marks, COPIES + 1);
    }

    /** There the map lies behind the list, and has no size before it is looked at. */
    @Test
    void whoOpensTheMapOnAPhoneSeesAllOfThem(Visitors visitors) {
        Visitor guest = visitors.onPhone(Language.BG);
        guest.open("/bg/directory?q=" + ours);

        guest.link("alliance.directory.as-map").click();

        shows(guest.page().locator(".map-canvas .spot"), COPIES + 1);
        guest.hasHeardNoComplaint();
    }

    private static void shows(Locator marks, int number) {
        await().atMost(Browser.PATIENCE).until(() -> number(marks) == number);
    }

    private static int number(Locator marks) {
        return (int) marks.evaluateAll(SHOWN);
    }

    /** Lets the browser's events come in. */
    private static boolean waited(Visitor guest) {
        guest.page().evaluate("1");
        return true;
    }
}
