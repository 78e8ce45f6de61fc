package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** B1 and B8: the pages of public threads, asked for over plain HTTP. */
final class GuestPages {

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURE = Duration.ofSeconds(6);
    private static final int POSTS_PER_PAGE = 20;

    private final HouseProcess house;
    private final Filling.Filled filled;

    GuestPages(HouseProcess house, Filling.Filled filled) {
        this.house = house;
        this.filled = filled;
    }

    private URI page(long thread, int page) {
        return house.address("/en/threads/" + thread + (page == 1 ? "" : "?page=" + page));
    }

    /** B1: first pages of all threads in turn, beside a constant page of the same weight from the same server. */
    List<Figure> throughput() throws InterruptedException, ExecutionException, IOException {
        List<Long> threads = filled.threads();
        var warm = HttpLoad.run(8, WARM_UP, turn -> page(threads.get(turn % threads.size()), 1));
        URI constant = house.address(BenchHouse.DOORS + "/constant?bytes=" + warm.bytesPerAnswer());
        HttpLoad.run(8, WARM_UP.dividedBy(2), _ -> constant);
        List<Figure> figures = new ArrayList<>();
        for (int connections : new int[] {1, 8, 32}) {
            var bare = HttpLoad.run(connections, MEASURE, _ -> constant);
            var real = HttpLoad.run(connections, MEASURE, turn -> page(threads.get(turn % threads.size()), 1));
            String at = " at " + connections + (connections == 1 ? " connection" : " connections");
            figures.add(Figure.told(
                    "B1", "constant page of " + warm.bytesPerAnswer() + " bytes" + at, bare.perSecond(), "req/s"));
            figures.add(Figure.told("B1", "thread page" + at, real.perSecond(), "req/s"));
            figures.add(Figure.told(
                    "B1", "thread page" + at + ", p50", real.latencies().p50(), "ms"));
            figures.add(Figure.told(
                    "B1", "thread page" + at + ", p95", real.latencies().p95(), "ms"));
            double share = 100 * real.perSecond() / bare.perSecond();
            figures.add(
                    connections == 32
                            ? Figure.atLeast("B1", "thread page ÷ constant page" + at, share, "%", 25, 40)
                            : Figure.told("B1", "thread page ÷ constant page" + at, share, "%"));
        }
        if (filled.longThread() > 0) {
            int pages = pagesOfLongThread();
            int half = pages / 2;
            var fresh = once(half / 2, half + half / 2, 8);
            figures.add(Figure.told(
                    "B1", "pages that nobody asked for before, at 8 connections", fresh.perSecond(), "req/s"));
        }
        return figures;
    }

    /** B8: the last pages of the longest thread beside its first; each is asked for once, so that none is kept from before. */
    List<Figure> depth() throws InterruptedException, ExecutionException, IOException {
        int pages = pagesOfLongThread();
        int stretch = Math.min(200, pages / 5);
        List<Figure> figures = new ArrayList<>();
        double first = 0;
        double last = 0;
        int rounds = 4;
        for (int round = 0; round < rounds; round++) {
            int from = round * stretch / rounds;
            int to = (round + 1) * stretch / rounds;
            first += once(1 + from, 1 + to, 1).latencies().p50() / rounds;
            last += once(pages - to, pages - from, 1).latencies().p50() / rounds;
        }
        figures.add(Figure.told("B8", "first pages of " + pages + ", p50", first, "ms"));
        figures.add(Figure.told("B8", "last pages of " + pages + ", p50", last, "ms"));
        figures.add(Figure.atMost("B8", "last page ÷ first page, longest thread", last / first, "×", 1.5, 1.1));
        return figures;
    }

    private HttpLoad.Outcome once(int from, int to, int connections) throws InterruptedException, ExecutionException {
        List<URI> pages = new ArrayList<>();
        for (int page = from; page < to; page++) {
            pages.add(page(filled.longThread(), page));
        }
        return HttpLoad.once(connections, pages);
    }

    private int pagesOfLongThread() throws IOException, InterruptedException {
        return Math.max(1, filled.longPosts() / POSTS_PER_PAGE);
    }
}
