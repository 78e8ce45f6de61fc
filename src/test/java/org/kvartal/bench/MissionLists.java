package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * PROJECTS: what is read of projects, missions and agreements, in a house of the expected size beside one of a hundredth of it: public pages as guests ask for them, those of the
 * workspace by what they read. Pages of both houses hold the same number of rows; for that the small house has a few missions more, without visits, so that its first page is full.
 */
final class MissionLists {

    private static final String NAME = "PROJECTS";
    private static final int FULL = 2_000;
    private static final int HUNDREDTH = FULL / 100;

    /** More than a public page shows. */
    private static final int FIRST_PAGE = 35;

    private static final int AGREEMENTS = 4_000;

    /** How often each kind of page is asked for in a turn, and how often each is read. */
    private static final int PAGES = 20;

    private static final int READS = 40;

    /** What is printed takes longer, and less often. */
    private static final int PRINTS = 10;

    private final House few;
    private final House full;
    private final Turns turns = new Turns(NAME, HUNDREDTH, FULL);
    private int asked;

    MissionLists(HouseProcess few, HouseProcess full) {
        this.few = new House(few, new MissionFilling.Order(HUNDREDTH, FIRST_PAGE, HUNDREDTH, AGREEMENTS / 100));
        this.full = new House(full, new MissionFilling.Order(FULL, FULL, FULL, AGREEMENTS));
    }

    private record House(HouseProcess process, MissionFilling.Order order) {

        MissionReading.Open fill() throws IOException, InterruptedException {
            return process.ask("missions/fill", order, MissionReading.Open.class);
        }

        double read(String what) throws IOException, InterruptedException {
            int times = what.contains("print") || what.contains("book") ? PRINTS : READS;
            return Objects.requireNonNull(
                    process.ask("missions/read", new MissionReading.Question(what, times), Double.class));
        }

        /** The pages by what they are; each takes the number of the request. */
        Map<String, IntFunction<URI>> pages() {
            Map<String, IntFunction<URI>> pages = new LinkedHashMap<>();
            pages.put("public list, kept from before", _ -> at("/en/missions?kept"));
            pages.put("public list, first page", turn -> at("/en/missions?new=" + turn));
            pages.put("public list, last page", turn -> at("/en/missions?before=" + key() + "&new=" + turn));
            pages.put(
                    "a public mission",
                    turn -> at("/en/missions/"
                            + AdvocacyRows.code('D', order.missions() - turn % HUNDREDTH, order.missions()) + "?new="
                            + turn));
            pages.put("places as GeoJSON", turn -> at("/en/missions.geojson?new=" + turn));
            pages.put(
                    "missions as JSON, the last 20",
                    turn -> at("/api/v1/missions.json?before=" + key() + "&new=" + turn));
            pages.put(
                    "missions as CSV, the last 20",
                    turn -> at("/api/v1/missions.csv?before=" + key() + "&new=" + turn));
            return pages;
        }

        private String key() {
            return AdvocacyRows.key(HUNDREDTH + 1, order.missions());
        }

        private URI at(String path) {
            return process.address(path);
        }
    }

    /** @param tell gets the figures of each kind of page as soon as there are any */
    void measure(Consumer<List<Figure>> tell) throws IOException, InterruptedException, ExecutionException {
        MissionReading.Open small = few.fill();
        MissionReading.Open large = full.fill();
        System.err.println("filled two houses with projects: " + small.filled() + ", " + large.filled());
        for (String read : large.reads()) {
            tell.accept(turns.compared(read, () -> few.read(read), () -> full.read(read)));
        }
        Map<String, IntFunction<URI>> pages = few.pages();
        for (Map.Entry<String, IntFunction<URI>> page : full.pages().entrySet()) {
            IntFunction<URI> ofFew = pages.getOrDefault(page.getKey(), page.getValue());
            tell.accept(turns.compared(page.getKey(), () -> once(ofFew), () -> once(page.getValue())));
        }
    }

    /** The middle time of some requests; no address that has a number is asked for twice, so that none is kept from before. */
    private double once(IntFunction<URI> page) throws InterruptedException, ExecutionException {
        List<URI> pages = new ArrayList<>();
        for (int time = 0; time < PAGES; time++) {
            pages.add(page.apply(asked++));
        }
        return HttpLoad.once(1, pages).latencies().p50();
    }
}
