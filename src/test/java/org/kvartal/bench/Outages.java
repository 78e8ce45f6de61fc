package org.kvartal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.kvartal.discussions.PostId;
import org.kvartal.kernel.database.SharedServer;
import org.kvartal.testing.SimulatedUser;

/** F2 and F3: the database dies under load, and it is away for a while. Guests are told to come again, nobody waits, and all goes on by itself. */
final class Outages {

    private static final int GUESTS = 24;
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Until it is known that the database is away, a request may have waited for it. */
    private static final double NOTICED = 5;

    private Outages() {}

    /** F2: kill -9 of the embedded PostgreSQL while guests read and people post. */
    static List<Figure> killed(Path folder, List<String> flags) throws IOException, InterruptedException {
        try (HouseProcess house = HouseProcess.start(Program.withDoors(flags), folder)) {
            Filling.Filled filled = house.ask("fill", new Filling.Order(null, 3, 20, 0, 4), Filling.Filled.class);
            try (Visits guests = guests(house, filled)) {
                TimeUnit.SECONDS.sleep(3);
                long killed = System.nanoTime();
                ProcessHandle.of(postmaster(folder)).orElseThrow().destroyForcibly();
                boolean recovered = Crowd.until(60, () -> writes(house, filled));
                double untilWriting = (System.nanoTime() - killed) / 1e9;
                TimeUnit.SECONDS.sleep(5);
                return List.of(
                        Figure.atMost(
                                "F2",
                                "from kill -9 of PostgreSQL to the last page that a guest did not get",
                                guests.until(killed, one -> one.status() != 200),
                                "s",
                                10,
                                5),
                        Figure.atMost(
                                "F2",
                                "from kill -9 of PostgreSQL to a post that is saved",
                                recovered ? untilWriting : Double.POSITIVE_INFINITY,
                                "s",
                                10,
                                5),
                        none("F2", "answers that were neither a page nor 503", neither(guests, killed)));
            }
        }
    }

    /** F3: PostgreSQL can't be reached for that long. */
    static List<Figure> away(Path folder, List<String> flags, Duration time)
            throws IOException, InterruptedException, ExecutionException {
        try (SharedServer server = SharedServer.start(folder.toAbsolutePath().resolve("database"));
                Relay relay = new Relay(server.port());
                HouseProcess house =
                        HouseProcess.start(Program.withDoors(flags), folder.resolve("house"), through(relay, server))) {
            Filling.Filled filled = house.ask("fill", new Filling.Order(null, 3, 20, 0, 4), Filling.Filled.class);
            String cookies = SimulatedUser.signIn(house.address("/"), Filling.email(0), Filling.PASSWORD);
            SimulatedUser member = SimulatedUser.open(house.address("/"), cookies, "threads");
            try (Visits guests = guests(house, filled)) {
                TimeUnit.SECONDS.sleep(3);
                long before = threads(house);
                long cut = System.nanoTime();
                relay.cut();
                TimeUnit.SECONDS.sleep(Math.min(time.toSeconds(), (long) NOTICED));
                long noticed = System.nanoTime();
                int clicked = member.call(Map.of("type", "none")).statusCode();
                String live =
                        status(house, "/actuator/health/liveness") + " " + status(house, "/actuator/health/readiness");
                long most = 0;
                while (System.nanoTime() - cut < time.toNanos()) {
                    most = Math.max(most, threads(house));
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                relay.mend();
                long mended = System.nanoTime();
                boolean saved = Crowd.until(60, () -> writes(house, filled));
                double untilWriting = (System.nanoTime() - mended) / 1e9;
                TimeUnit.SECONDS.sleep(3);
                boolean goesOn = goesOn(member);
                List<Figure> figures = new ArrayList<>();
                figures.add(none("F3", "answers that were neither a page nor 503", neither(guests, cut)));
                figures.add(none(
                        "F3",
                        "answers with 503 that do not say when to come again",
                        guests.count(
                                cut, one -> one.status() == 503 && one.retry().isEmpty())));
                figures.add(Figure.atMost(
                        "F3",
                        "slowest answer once the outage is known",
                        slowest(guests, cut, noticed, mended),
                        "ms",
                        1_000,
                        200));
                figures.add(
                        Figure.atMost("F3", "threads more than before, at most", (double) (most - before), "", 40, 10));
                figures.add(none(
                        "F3", "clicks of a member that did not get 503, to be sent again", clicked == 503 ? 0 : 1));
                figures.add(none(
                        "F3",
                        "liveness that is not 200, or readiness that is not 503",
                        live.equals("200 503") ? 0 : 1));
                figures.add(Figure.atMost(
                        "F3",
                        "from the database's return to a post that is saved",
                        saved ? untilWriting : Double.POSITIVE_INFINITY,
                        "s",
                        10,
                        3));
                figures.add(none("F3", "member's page that does not go on", goesOn ? 0 : 1));
                return figures;
            }
        }
    }

    private static String[] through(Relay relay, SharedServer server) {
        return server.settings().stream()
                .map(setting -> setting.replace(":" + server.port() + "/", ":" + relay.port() + "/"))
                .toArray(String[]::new);
    }

    private static Visits guests(HouseProcess house, Filling.Filled filled) {
        return new Visits(
                GUESTS,
                PAUSE,
                guest -> Visits.page(
                        house.address("/en/threads/"
                                + filled.threads().get(guest % filled.threads().size())),
                        "127.0.0.1"));
    }

    /**
     * How long somebody waited in the time between two moments, in milliseconds, whenever they had asked: infinite where nobody got an answer. The five that
     * took longest are told.
     */
    private static double slowest(Visits guests, long cut, long from, long until) {
        List<Visits.Seen> known = guests.since(cut)
                .filter(one -> one.at() < until && one.answeredAt() > from)
                .sorted(Comparator.comparingDouble(Visits.Seen::millis).reversed())
                .toList();
        known.stream().limit(5).forEach(one -> tell(one, cut));
        return known.stream()
                .mapToDouble(one -> (one.answeredAt() - Math.max(one.at(), from)) / 1e6)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static long neither(Visits guests, long since) {
        List<Visits.Seen> odd = guests.since(since)
                .filter(one -> one.status() != 200 && one.status() != 503)
                .toList();
        odd.forEach(one -> tell(one, since));
        return odd.size();
    }

    private static void tell(Visits.Seen one, long since) {
        System.err.printf(
                "status %d, asked for after %.2f s, answered in %.0f ms%n",
                one.status(), (one.at() - since) / 1e9, one.millis());
    }

    private static boolean writes(HouseProcess house, Filling.Filled filled) {
        try {
            var _ = house.ask(
                    "post",
                    new BenchHouse.Said(
                            filled.accounts().getFirst(),
                            PostId.next(),
                            filled.threadIds().getFirst(),
                            "Still here"),
                    Integer.class);
            return true;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The page that stood open all the time leads on, without a new sign-in. */
    private static boolean goesOn(SimulatedUser member) throws InterruptedException {
        try {
            member.goTo("settings");
            return true;
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            return false;
        }
    }

    private static int status(HouseProcess house, String path) {
        try (var client = HttpClient.newHttpClient()) {
            return Visits.ask(
                            client, HttpRequest.newBuilder(house.address(path)).build())
                    .status();
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Threads of the system that the process has; 0 where the system does not tell. */
    private static long threads(HouseProcess house) throws IOException {
        Path status = Path.of("/proc/" + house.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static Figure none(String scenario, String what, long value) {
        return Figure.atMost(scenario, what, (double) value, "", 0, 0);
    }
}
