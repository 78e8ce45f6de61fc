package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.PersonId;

/**
 * Kills the program with kill -9 while eight people post, starts it again, and counts. Promise F1: every acknowledged post is there
 * once, none is half-written, counters equal a recount. A writer whose answer never came says the same again afterwards, with the
 * same id, as a browser does.
 */
final class Crashes {

    private static final int WRITERS = 8;

    private final Path data;
    private final Random random = new Random();
    private final List<Recount.Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
    private final List<PostId> attempted = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<Integer, PostId> unanswered = new ConcurrentHashMap<>();

    /** @param data an empty folder, which the house will fill */
    Crashes(Path data) {
        this.data = data;
    }

    /**
     * What became of it.
     *
     * @param unanswered posts whose answer the crash swallowed; each was said again
     * @param verdicts one count after each start, and one at the end
     */
    record Report(int kills, int acknowledged, int unanswered, List<Recount.Verdict> verdicts, List<Duration> starts) {

        boolean clean() {
            return verdicts.stream().allMatch(Recount.Verdict::clean);
        }

        Duration slowestStart() {
            return starts.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    Report run(int kills) throws IOException, InterruptedException, ExecutionException {
        List<Recount.Verdict> verdicts = new ArrayList<>();
        List<Duration> starts = new ArrayList<>();
        List<String> command = Program.withDoors(List.of());
        HouseProcess house = HouseProcess.start(command, data);
        try {
            Filling.Filled filled = house.ask("fill", new Filling.Order(null, 1, 1, 0, WRITERS), Filling.Filled.class);
            ThreadId thread = filled.threadIds().getFirst();
            int swallowed = 0;
            for (int kill = 0; kill < kills; kill++) {
                killWhileWriting(house, thread, filled.accounts());
                swallowed += unanswered.size();
                house = HouseProcess.start(command, data);
                starts.add(house.untilOpen());
                verdicts.add(count(house, thread));
            }
            List<PostId> saidAgain = List.copyOf(unanswered.values());
            write(house, thread, filled.accounts(), Duration.ZERO);
            verdicts.add(count(house, thread));
            if (!acknowledged.stream().map(Recount.Acknowledged::post).toList().containsAll(saidAgain)) {
                throw new IllegalStateException("a post that was said again got no answer");
            }
            return new Report(kills, acknowledged.size(), swallowed, verdicts, starts);
        } finally {
            house.close();
        }
    }

    private Recount.Verdict count(HouseProcess house, ThreadId thread) throws IOException, InterruptedException {
        return house.ask("recount", new Recount.Claim(thread, acknowledged, attempted), Recount.Verdict.class);
    }

    private void killWhileWriting(HouseProcess house, ThreadId thread, List<PersonId> authors)
            throws InterruptedException, ExecutionException {
        try (var killer = Executors.newSingleThreadExecutor()) {
            int enough = acknowledged.size() + WRITERS + random.nextInt(10 * WRITERS);
            Future<?> death = killer.submit(() -> {
                while (acknowledged.size() < enough) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                house.kill();
                return null;
            });
            write(house, thread, authors, Duration.ofMinutes(5));
            death.get();
        }
    }

    /** Everybody says again what was not answered, then goes on until the time is over or the house is dead. */
    private void write(HouseProcess house, ThreadId thread, List<PersonId> authors, Duration time)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int place = writer;
                writers.add(threads.submit(() -> {
                    try {
                        PostId pending = unanswered.get(place);
                        while (pending != null || System.nanoTime() < end) {
                            PostId post = pending != null ? pending : PostId.next();
                            if (pending == null) {
                                attempted.add(post);
                                unanswered.put(place, post);
                            }
                            int number = house.ask(
                                    "post",
                                    new BenchHouse.Said(authors.get(place), post, thread, "Said by " + place),
                                    Integer.class);
                            acknowledged.add(new Recount.Acknowledged(post, number));
                            unanswered.remove(place);
                            pending = null;
                        }
                    } catch (IOException theHouseDied) {
                        if (time.isZero()) {
                            throw theHouseDied;
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }
}
