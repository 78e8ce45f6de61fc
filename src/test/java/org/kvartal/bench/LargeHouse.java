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
 * LARGE: what is read of threads in a house of twenty years, a million posts by fifty thousand people, beside one of a fiftieth of it: public pages as guests ask for them, those of the
 * workspace by what they read. Threads of both houses are of equal length.
 */
final class LargeHouse {

    static final TalkFilling.Order FULL = new TalkFilling.Order(50_000, 20_000, Clicks.ACCOUNTS);

    /** With more threads than are looked at for what is unread, so that both houses look at as many. */
    private static final TalkFilling.Order FIFTIETH = new TalkFilling.Order(1_000, 400, 1);

    private static final String NAME = "LARGE";

    /** A house may be so much slower for having a hundred times as much. */
    private static final double MUST = 1.3;

    /** How often each kind of page is asked for in a turn, and how often each is read. */
    private static final int PAGES = 20;

    private static final int READS = 40;

    /** Threads whose pages guests ask for: fewer than the small house has, so that both are asked for as many. */
    private static final int THREADS = 180;

    private final HouseProcess few;
    private final HouseProcess full;
    private final Turns turns = new Turns(NAME, FIFTIETH.posts(), FULL.posts(), MUST);
    private int asked;

    LargeHouse(HouseProcess few, HouseProcess full) {
        this.few = few;
        this.full = full;
    }

    /** Fills the full house alone, for those who click in it. */
    static void fill(HouseProcess full) throws IOException, InterruptedException {
        told(full.ask("talk/fill", FULL, TalkReading.Open.class));
    }

    /** @param tell gets the figures of each kind of page as soon as there are any */
    void measure(Consumer<List<Figure>> tell) throws IOException, InterruptedException, ExecutionException {
        TalkReading.Open open = told(few.ask("talk/fill", FIFTIETH, TalkReading.Open.class));
        for (String read : open.reads()) {
            tell.accept(turns.compared(read, () -> read(few, read), () -> read(full, read)));
        }
        Map<String, IntFunction<URI>> small = pages(few, FIFTIETH);
        for (Map.Entry<String, IntFunction<URI>> page : pages(full, FULL).entrySet()) {
            IntFunction<URI> ofFew = Objects.requireNonNull(small.get(page.getKey()));
            tell.accept(turns.compared(page.getKey(), () -> once(ofFew), () -> once(page.getValue())));
        }
    }

    private static TalkReading.Open told(TalkReading.Open open) {
        System.err.println("filled a house with " + open.filled());
        return open;
    }

    private static double read(HouseProcess house, String what) throws IOException, InterruptedException {
        return Objects.requireNonNull(house.ask("talk/read", new TalkReading.Question(what, READS), Double.class));
    }

    /** The pages by what they are; each takes the number of the request. */
    private static Map<String, IntFunction<URI>> pages(HouseProcess house, TalkFilling.Order order) {
        Map<String, IntFunction<URI>> pages = new LinkedHashMap<>();
        pages.put("public list, first page", turn -> house.address("/en/threads?new=" + turn));
        pages.put("public list of a space", turn -> house.address("/en/threads?space=measured-1&new=" + turn));
        pages.put("public needs", turn -> house.address("/en/threads?only=needs&new=" + turn));
        pages.put("a public thread", turn -> house.address("/en/threads/" + thread(order, turn) + "?new=" + turn));
        pages.put(
                "a public thread, last page",
                turn -> house.address("/en/threads/" + thread(order, turn) + "?page=3&new=" + turn));
        pages.put("newest posts as a feed", turn -> house.address("/threads.atom?new=" + turn));
        return pages;
    }

    private static int thread(TalkFilling.Order order, int turn) {
        return order.threads() - turn % THREADS;
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
