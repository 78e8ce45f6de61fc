package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.PersonId;

/** A house in a process of its own, as people run it, for a journey that keeps it, ends it, and makes it again of what was kept. */
public final class LivedInHouse implements AutoCloseable {

    /** It lives for a minute, and what lives so short a time is started fastest so. */
    private static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final HouseProcess process;
    private final Path data;

    private LivedInHouse(HouseProcess process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Somebody who can sign in. */
    public record Person(PersonId id, String name, String email, String password) {}

    /** @param threads numbers and ids of threads that can be read, in one order */
    public record Filled(List<Long> threads, List<ThreadId> threadIds, List<Person> people) {}

    /**
     * Opens the house of that folder, a new one where there is none.
     *
     * @param settings more of the program's arguments
     */
    public static LivedInHouse open(Path data, int port, String... settings) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--kvartal.base-url=http://localhost:" + port);
        return new LivedInHouse(HouseProcess.start(Program.withDoors(SHORT), data, port, all), data);
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try {
            return HouseProcess.freePort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link that the house prints which nobody keeps yet. */
    public String firstLink() throws IOException {
        Pattern link = Pattern.compile(Pattern.quote(AccountsPages.SET_UP) + "\\?token=\\S+");
        return link.matcher(Files.readString(Program.log(data)))
                .results()
                .map(MatchResult::group)
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    public Filled fill(int threads, int posts, int people) throws IOException, InterruptedException {
        Filling.Filled filled =
                process.ask("fill", new Filling.Order(null, threads, posts, 0, people), Filling.Filled.class);
        return new Filled(
                filled.threads(),
                filled.threadIds(),
                IntStream.range(0, people)
                        .mapToObj(account -> new Person(
                                filled.accounts().get(account),
                                Filling.name(account),
                                Filling.email(account),
                                Filling.PASSWORD))
                        .toList());
    }

    /** What somebody writes into a thread, from now until they stop. */
    public Writing write(PersonId author, ThreadId thread) {
        return new Writing(this, author, thread);
    }

    /** Keeps the house in that file by the command, while it runs. */
    public void keep(Path file) throws IOException, InterruptedException {
        Program.keep(SHORT, "backup", file.toString(), "--kvartal.data=" + data);
    }

    /** Makes a house of what was kept, by the command. */
    public static void restore(Path kept, Path data) throws IOException, InterruptedException {
        Program.keep(SHORT, "restore", kept.toString(), "--kvartal.data=" + data);
    }

    @Override
    public void close() {
        process.close();
    }

    /** Somebody writes, one post after another. */
    public static final class Writing implements AutoCloseable {

        private final LivedInHouse house;
        private final ThreadId thread;
        private final List<Recount.Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
        private final ExecutorService hand = Executors.newSingleThreadExecutor();
        private final Future<?> writing;
        private volatile boolean stopped;

        private Writing(LivedInHouse house, PersonId author, ThreadId thread) {
            this.house = house;
            this.thread = thread;
            this.writing = hand.submit(() -> {
                while (!stopped) {
                    PostId post = PostId.next();
                    acknowledged.add(new Recount.Acknowledged(
                            post,
                            house.process.ask(
                                    "post",
                                    new BenchHouse.Said(author, post, thread, "Said meanwhile"),
                                    Integer.class)));
                }
                return null;
            });
        }

        public int acknowledged() {
            return acknowledged.size();
        }

        /** How many of the first acknowledged posts a house lacks. */
        public int lost(LivedInHouse restored, int first) throws IOException, InterruptedException {
            return restored.process
                    .ask(
                            "recount",
                            new Recount.Claim(thread, acknowledged.subList(0, first), List.of()),
                            Recount.Verdict.class)
                    .lost();
        }

        /** @throws IllegalStateException if a post was refused */
        @Override
        public void close() {
            stopped = true;
            hand.close();
            if (writing.state() != Future.State.SUCCESS) {
                throw new IllegalStateException("somebody could not write on in " + house.data, writing.exceptionNow());
            }
        }
    }
}
