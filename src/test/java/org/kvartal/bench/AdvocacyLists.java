package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What everybody reads of recommendations and measures, in a house of the expected size beside one of a hundredth of it. Both houses are asked in turn, so that
 * whatever else the machine does falls on both; pages of both hold the same number of rows.
 */
final class AdvocacyLists {

    /** A setting of the house: open data is asked for more often than one client may. */
    static final String UNPACED = "--kvartal.open-data.requests-per-minute=1000000";

    private static final String NAME = "ADVOCACY";
    private static final int FULL = 5_000;
    private static final int HUNDREDTH = FULL / 100;

    /** How often each kind of page is asked for in a turn. */
    private static final int TIMES = 20;

    /** Rows of the last page of a list, and of the last answer of open data. */
    private static final int LAST = 30;

    private static final int LAST_OPEN = HUNDREDTH;

    private final House few;
    private final House full;
    private final Turns turns = new Turns(NAME, HUNDREDTH, FULL);
    private int asked;

    AdvocacyLists(HouseProcess few, HouseProcess full) {
        this.few = new House(few, HUNDREDTH);
        this.full = new House(full, FULL);
    }

    /** @param recommendations how many it has */
    private record House(HouseProcess process, int recommendations) {

        AdvocacyFilling.Filled fill() throws IOException, InterruptedException {
            return process.ask("advocacy", new AdvocacyFilling.Order(recommendations), AdvocacyFilling.Filled.class);
        }

        int measures() {
            return recommendations * AdvocacyRows.MEASURES_EACH;
        }

        /** The pages by what they are; each takes the number of the request. */
        Map<String, IntFunction<URI>> pages() {
            Map<String, IntFunction<URI>> pages = new LinkedHashMap<>();
            pages.put("recommendations, kept from before", _ -> at("/en/recommendations?kept"));
            pages.put("recommendations, first page", turn -> at("/en/recommendations?new=" + turn));
            pages.put(
                    "recommendations, last page",
                    turn -> at("/en/recommendations?before=" + key(LAST + 1) + "&new=" + turn));
            pages.put(
                    "recommendations of a frequent state", turn -> at("/en/recommendations?state=active&new=" + turn));
            pages.put("recommendations of a rare state", turn -> at("/en/recommendations?state=retired&new=" + turn));
            pages.put("measures, first page", turn -> at("/en/measures?new=" + turn));
            pages.put(
                    "measures, last page",
                    turn -> at("/en/measures?before=" + keyOfMeasure(LAST + 1) + "&new=" + turn));
            pages.put(
                    "measures of a strategy",
                    turn -> at("/en/measures?strategy=" + typed(AdvocacyRows.STRATEGY) + "&new=" + turn));
            pages.put(
                    "measures of an old strategy",
                    turn -> at("/en/measures?strategy=" + typed(AdvocacyRows.OLD_STRATEGY) + "&new=" + turn));
            pages.put(
                    "a recommendation",
                    turn -> at("/en/recommendations/" + AdvocacyRows.code('R', turn % HUNDREDTH + 1, recommendations)
                            + "?new=" + turn));
            pages.put(
                    "a measure",
                    turn -> at("/en/measures/" + AdvocacyRows.code('M', turn % HUNDREDTH + 1, measures()) + "?new="
                            + turn));
            pages.put(
                    "recommendations as JSON, the last " + LAST_OPEN,
                    turn -> at("/api/v1/recommendations.json?before=" + key(LAST_OPEN + 1) + "&new=" + turn));
            pages.put(
                    "recommendations as CSV, the last " + LAST_OPEN,
                    turn -> at("/api/v1/recommendations.csv?before=" + key(LAST_OPEN + 1) + "&new=" + turn));
            pages.put("measures as JSON, first hundred", turn -> at("/api/v1/measures.json?new=" + turn));
            pages.put("measures as CSV, first hundred", turn -> at("/api/v1/measures.csv?new=" + turn));
            pages.put("recommendations as a feed", turn -> at("/recommendations.atom?new=" + turn));
            return pages;
        }

        private URI at(String path) {
            return process.address(path);
        }

        private String key(int place) {
            return AdvocacyRows.key(place, recommendations);
        }

        private String keyOfMeasure(int place) {
            return AdvocacyRows.key(place, measures());
        }

        private static String typed(String words) {
            return URLEncoder.encode(words, StandardCharsets.UTF_8);
        }
    }

    /** @param tell gets the figures of each kind of page as soon as there are any */
    void measure(Consumer<List<Figure>> tell) throws IOException, InterruptedException, ExecutionException {
        System.err.println("filling two houses with recommendations: " + few.fill() + ", " + full.fill());
        Map<String, IntFunction<URI>> small = few.pages();
        for (Map.Entry<String, IntFunction<URI>> page : full.pages().entrySet()) {
            IntFunction<URI> ofFew = small.getOrDefault(page.getKey(), page.getValue());
            tell.accept(turns.compared(page.getKey(), () -> once(ofFew), () -> once(page.getValue())));
        }
    }

    /** The middle time of some requests; no address that has a number is asked for twice, so that none is kept from before. */
    private double once(IntFunction<URI> page) throws InterruptedException, ExecutionException {
        List<URI> pages = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            pages.add(page.apply(asked++));
        }
        return HttpLoad.once(1, pages).latencies().p50();
    }
}
