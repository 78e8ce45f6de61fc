package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/** The public directory at its expected size beside a hundredth of it, and its pages beside a constant one. */
final class DirectoryPages {

    private static final int FULL = 10_000;
    private static final int HUNDREDTH = FULL / 100;

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURE = Duration.ofSeconds(6);

    /** How often each kind of page is asked for, each time at an address of its own. */
    private static final int TIMES = 200;

    private final HouseProcess house;

    DirectoryPages(HouseProcess house) {
        this.house = house;
    }

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        System.err.println("filling the directory, this takes some minutes");
        DirectoryFilling.Listed few = fill(HUNDREDTH);
        // The program learns which way to go at the small size: nothing of that is measured.
        sizes(few, 0);
        Map<String, Double> small = sizes(few, 1);
        DirectoryFilling.Listed full = fill(FULL);
        sizes(full, 2);
        Map<String, Double> large = sizes(full, 3);
        List<Figure> figures = new ArrayList<>();
        small.forEach((what, few50) -> {
            double full50 = large.getOrDefault(what, few50);
            figures.add(Figure.told("DIRECTORY", what + ", " + HUNDREDTH + " entries, p50", few50, "ms"));
            figures.add(Figure.told("DIRECTORY", what + ", " + FULL + " entries, p50", full50, "ms"));
            figures.add(
                    Figure.atMost("DIRECTORY", what + ", " + FULL + " ÷ " + HUNDREDTH, full50 / few50, "×", 1.5, 1.1));
        });
        figures.addAll(throughput("list", turn -> house.address("/en/directory" + (turn % 2 == 0 ? "" : "?kind=hub"))));
        figures.addAll(throughput("entry", turn -> entry(full, turn, "")));
        return figures;
    }

    private DirectoryFilling.Listed fill(int entries) throws IOException, InterruptedException {
        return house.ask("list", new DirectoryFilling.Order(entries), DirectoryFilling.Listed.class);
    }

    /** The middle time of each kind of page; no address is asked for twice, so that none is kept from before. */
    private Map<String, Double> sizes(DirectoryFilling.Listed listed, int round)
            throws InterruptedException, ExecutionException {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("list", once(turn -> house.address("/en/directory?new=" + round + "-" + turn)));
        times.put(
                "list by name",
                once(turn -> house.address("/en/directory?q=" + name(listed, turn) + "&new=" + round + turn)));
        times.put(
                "list of a language",
                once(turn -> house.address("/ru/directory?language=bg&new=" + round + "-" + turn)));
        times.put("entry", once(turn -> entry(listed, turn, "?new=" + round + "-" + turn)));
        return times;
    }

    /** A whole name, which one entry has or a few: pages of both sizes are of one length. */
    private static String name(DirectoryFilling.Listed listed, int turn) {
        return listed.slugs().get(turn % HUNDREDTH).replace('-', '+');
    }

    private double once(IntFunction<URI> page) throws InterruptedException, ExecutionException {
        List<URI> pages = new ArrayList<>();
        for (int turn = 0; turn < TIMES; turn++) {
            pages.add(page.apply(turn));
        }
        return HttpLoad.once(1, pages).latencies().p50();
    }

    private URI entry(DirectoryFilling.Listed listed, int turn, String query) {
        return house.address(
                "/en/directory/" + listed.slugs().get(turn % listed.slugs().size()) + query);
    }

    private List<Figure> throughput(String what, IntFunction<URI> page)
            throws InterruptedException, ExecutionException {
        var warm = HttpLoad.run(8, WARM_UP, page);
        URI constant = house.address(BenchHouse.DOORS + "/constant?bytes=" + warm.bytesPerAnswer());
        HttpLoad.run(8, WARM_UP.dividedBy(2), _ -> constant);
        List<Figure> figures = new ArrayList<>();
        for (int connections : new int[] {1, 8, 32}) {
            var bare = HttpLoad.run(connections, MEASURE, _ -> constant);
            var real = HttpLoad.run(connections, MEASURE, page);
            String at = " at " + connections + (connections == 1 ? " connection" : " connections");
            figures.add(Figure.told(
                    "DIRECTORY",
                    "constant page of " + warm.bytesPerAnswer() + " bytes" + at,
                    bare.perSecond(),
                    "req/s"));
            figures.add(Figure.told("DIRECTORY", what + at, real.perSecond(), "req/s"));
            figures.add(Figure.told(
                    "DIRECTORY", what + at + ", p95", real.latencies().p95(), "ms"));
            figures.add(Figure.told(
                    "DIRECTORY", what + " ÷ constant page" + at, 100 * real.perSecond() / bare.perSecond(), "%"));
        }
        return figures;
    }
}
