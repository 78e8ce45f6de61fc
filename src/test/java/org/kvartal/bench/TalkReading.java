package org.kvartal.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;

/** What the workspace reads of threads, asked for as its screens ask. */
class TalkReading {

    /** Rows of a list and posts of a stretch, as the screens show them. */
    private static final int ROWS = 30;

    private static final int STRETCH = 20;

    /** Of how many threads the newest are read in turn. */
    private static final int AMONG = 150;

    private final TalkFilling filling;
    private final Threads threads;
    private Map<String, IntConsumer> reads = Map.of();

    TalkReading(TalkFilling filling, Threads threads) {
        this.filling = filling;
        this.threads = threads;
    }

    /** @param what one of the names, {@code times} how often it is read */
    record Question(String what, int times) {}

    /** @param reads the names of what can be read */
    record Open(TalkFilling.Filled filled, List<String> reads) {}

    Open fill(TalkFilling.Order order) throws SQLException {
        TalkFilling.Filled filled = filling.fill(order);
        reads = reads(Asker.of(filled.reader()), order);
        return new Open(filled, List.copyOf(reads.keySet()));
    }

    /** The middle of what it took, in milliseconds. */
    double read(Question question) {
        IntConsumer read = reads.getOrDefault(question.what, _ -> {
            throw new IllegalArgumentException(question.what);
        });
        Latencies times = new Latencies();
        for (int turn = 0; turn < question.times; turn++) {
            long begin = System.nanoTime();
            read.accept(turn);
            times.add(System.nanoTime() - begin);
        }
        return times.p50();
    }

    private Map<String, IntConsumer> reads(Asker reader, TalkFilling.Order order) {
        Map<String, IntConsumer> all = new LinkedHashMap<>();
        all.put("spaces", _ -> some(threads.spaces(reader), 4));
        all.put(
                "threads, first page",
                _ -> some(threads.newest(reader, null, null, ROWS).rows(), ROWS));
        ListKey last = lastPage(reader, order);
        all.put(
                "threads, last page",
                _ -> some(threads.newest(reader, null, last, ROWS).rows(), ROWS));
        all.put(
                "threads of a space",
                _ -> some(
                        threads.newest(reader, threads.spaces(reader).getFirst().id(), null, ROWS)
                                .rows(),
                        ROWS));
        all.put("needs", _ -> some(threads.needs(reader, null, null, ROWS).rows(), ROWS));
        all.put("unread threads", _ -> some(threads.unread(reader, 20), 20));
        all.put(
                "a thread, its first posts",
                turn -> some(
                        threads.posts(reader, head(reader, order, turn).id(), new Around.After(0), STRETCH)
                                .posts(),
                        STRETCH));
        all.put(
                "a thread, its last posts",
                turn -> some(
                        threads.posts(
                                        reader,
                                        head(reader, order, turn).id(),
                                        new Around.Before(Integer.MAX_VALUE),
                                        STRETCH)
                                .posts(),
                        STRETCH));
        return all;
    }

    private ThreadHead head(Asker reader, TalkFilling.Order order, int turn) {
        return threads.head(reader, order.threads() - turn % AMONG).orElseThrow();
    }

    /** The place before the oldest page, by the number that the rows have in their order. */
    private ListKey lastPage(Asker reader, TalkFilling.Order order) {
        ThreadHead before = threads.head(reader, ROWS + 1L).orElseThrow();
        Instant at = before.lastPostAt();
        List<ThreadRow> rows = threads.newest(reader, null, new ListKey(at, before.number()), order.threads())
                .rows();
        some(rows, ROWS);
        return new ListKey(at, before.number());
    }

    private static void some(Collection<?> found, int wanted) {
        if (found.size() != wanted) {
            throw new IllegalStateException("there should be " + wanted + ", not " + found.size());
        }
    }
}
