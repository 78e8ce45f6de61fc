package org.kvartal.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.ListKey;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.Registrations.RegistrationList;
import org.kvartal.seminars.SeminarId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many who register for the same seminar in the same seconds, beside bare rows that are written one after the other under one lock; seats and queue are counted afterwards. */
@Component
final class SeatsTrial {

    private static final Logger log = LoggerFactory.getLogger(SeatsTrial.class);

    /** Facts are delivered within this, or something is wrong. */
    private static final int PATIENCE = 180;

    private static final int PAGE = 200;

    private final Classroom classroom;
    private final Registrations registrations;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final Environment settings;

    SeatsTrial(
            Classroom classroom,
            Registrations registrations,
            DataSource database,
            JdbcClient jdbc,
            Environment settings) {
        this.classroom = classroom;
        this.registrations = registrations;
        this.database = database;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param rounds how often, each for a seminar of its own */
    record Order(int people, int seats, int threads, int rounds) {}

    /**
     * How one round went.
     *
     * @param processor seconds that the processors worked meanwhile
     * @param bare how many bare rows a second
     * @param bareP50 how long one of them took, in milliseconds
     * @param failed who got no answer, or another one than stands in the list
     * @param seated who has a seat afterwards, {@code waiting} who waits
     * @param passed who waits though they came before somebody who has a seat
     * @param outOfTurn who stands behind somebody that asked only after they were answered
     */
    record Round(
            double seconds,
            double perSecond,
            double p50,
            double p95,
            double processor,
            double bare,
            double bareP50,
            int failed,
            int seated,
            int waiting,
            int passed,
            int outOfTurn) {}

    record Outcome(List<Round> rounds) {}

    private record Timed(
            int number, long asked, long answered, @Nullable RegistrationState state) {}

    private interface Act {
        @Nullable RegistrationState of(int number) throws SQLException;
    }

    Outcome run(Order order) throws SQLException, InterruptedException, ExecutionException {
        Asker lead = classroom.lead();
        List<PersonId> people = classroom.people(order.people);
        tables();
        // The program learns its way first: nothing of that is measured.
        register(lead, people, order.people, order.threads);
        bare(order.people, order.threads);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < order.rounds; round++) {
            rests();
            List<Timed> floor = bare(order.people, order.threads);
            rounds.add(counted(lead, register(lead, people, order.seats, order.threads), floor));
        }
        return new Outcome(rounds);
    }

    private record Registered(SeminarId seminar, List<RegistrationId> ids, List<Timed> times, double processor) {}

    private Registered register(Asker lead, List<PersonId> people, int seats, int threads)
            throws InterruptedException, ExecutionException {
        SeminarId seminar = classroom.open(lead, seats);
        List<RegistrationId> ids =
                people.stream().map(_ -> RegistrationId.next()).toList();
        double before = RoomDoors.cpuSeconds();
        List<Timed> times = atOnce(
                people.size(),
                threads,
                number -> register(
                        Asker.of(people.get(number)), new NewRegistration(ids.get(number), seminar, null, Map.of())));
        return new Registered(seminar, ids, times, RoomDoors.cpuSeconds() - before);
    }

    /** @return null for who got no answer */
    private @Nullable RegistrationState register(Asker by, NewRegistration wish) {
        try {
            return registrations.register(by, wish);
        } catch (RuntimeException failed) {
            log.warn("A registration failed", failed);
            return null;
        }
    }

    private List<Timed> bare(int rows, int threads) throws InterruptedException, ExecutionException {
        return atOnce(rows, threads, _ -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (var lock = connection.prepareStatement("SELECT id FROM bench_gate FOR UPDATE");
                        var row = connection.prepareStatement("INSERT INTO bench_entry (id) VALUES (?)")) {
                    lock.execute();
                    row.setObject(1, UUID.randomUUID());
                    row.executeUpdate();
                }
                connection.commit();
            }
            return null;
        });
    }

    private static List<Timed> atOnce(int count, int threads, Act act) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Timed>> coming = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int place = number;
                coming.add(executor.submit(() -> {
                    long asked = System.nanoTime();
                    RegistrationState state = act.of(place);
                    return new Timed(place, asked, System.nanoTime(), state);
                }));
            }
            List<Timed> times = new ArrayList<>();
            for (Future<Timed> each : coming) {
                times.add(each.get());
            }
            return times;
        }
    }

    private record Standing(RegistrationState state, int place) {}

    private Round counted(Asker lead, Registered registered, List<Timed> floor) {
        Map<RegistrationId, Standing> standing = new HashMap<>();
        int seated = 0;
        int waiting = 0;
        int passed = 0;
        for (RegistrationLine line : inOrder(lead, registered.seminar)) {
            standing.put(line.id(), new Standing(line.state(), standing.size()));
            if (line.state() == RegistrationState.CONFIRMED) {
                seated++;
                passed += waiting;
            } else if (line.state() == RegistrationState.WAITLISTED) {
                waiting++;
            }
        }
        int failed = 0;
        int outOfTurn = 0;
        for (Timed one : registered.times) {
            Standing here = standing.get(registered.ids.get(one.number));
            if (here == null || here.state != one.state) {
                failed++;
                continue;
            }
            boolean behind = registered.times.stream()
                    .filter(other -> one.answered < other.asked)
                    .map(other -> standing.get(registered.ids.get(other.number)))
                    .anyMatch(other -> other != null && other.place < here.place);
            outOfTurn += behind ? 1 : 0;
        }
        Latencies times = latencies(registered.times);
        double seconds = seconds(registered.times);
        return new Round(
                seconds,
                registered.times.size() / seconds,
                times.p50(),
                times.p95(),
                registered.processor,
                floor.size() / seconds(floor),
                latencies(floor).p50(),
                failed,
                seated,
                waiting,
                passed,
                outOfTurn);
    }

    /** As the team sees them, all pages of it. */
    private List<RegistrationLine> inOrder(Asker lead, SeminarId seminar) {
        List<RegistrationLine> lines = new ArrayList<>();
        @Nullable ListKey key = null;
        do {
            RegistrationList page = registrations.list(lead, seminar, Set.of(), key, PAGE);
            lines.addAll(page.lines());
            key = page.next();
        } while (key != null);
        return lines;
    }

    private static Latencies latencies(List<Timed> times) {
        Latencies latencies = new Latencies();
        times.forEach(one -> latencies.add(one.answered - one.asked));
        return latencies;
    }

    private static double seconds(List<Timed> times) {
        long first = times.stream().mapToLong(Timed::asked).min().orElseThrow();
        long last = times.stream().mapToLong(Timed::answered).max().orElseThrow();
        return (last - first) / 1e9;
    }

    private void tables() throws SQLException {
        try (Connection owner = Owner.connect(settings);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_gate (id int PRIMARY KEY)");
            statement.execute("INSERT INTO bench_gate VALUES (1) ON CONFLICT DO NOTHING");
            statement.execute("CREATE TABLE IF NOT EXISTS bench_entry (id uuid PRIMARY KEY)");
        }
    }

    /** Waits until everything has been told that a round before has to tell: it is not the next one's. */
    private void rests() throws InterruptedException {
        boolean rests = Crowd.until(
                PATIENCE,
                () -> jdbc.sql("SELECT NOT EXISTS (SELECT FROM event_publication)")
                        .query(Boolean.class)
                        .single());
        if (!rests) {
            throw new IllegalStateException("facts are still not delivered at " + Instant.now());
        }
    }

    static List<Figure> figures(Order order, Outcome outcome) {
        Round middle = outcome.rounds().stream()
                .sorted((one, other) -> Double.compare(one.perSecond, other.perSecond))
                .toList()
                .get(outcome.rounds().size() / 2);
        String crowd = order.people + " from " + order.threads + " threads, " + order.seats + " seats";
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("SEATS", crowd + ": all are answered", middle.seconds, "s"));
        figures.add(Figure.told("SEATS", "registrations", middle.perSecond, "1/s"));
        figures.add(Figure.told("SEATS", "a registration, p50", middle.p50, "ms"));
        figures.add(Figure.told("SEATS", "a registration, p95", middle.p95, "ms"));
        figures.add(Figure.told("SEATS", "processor, for a registration", 1e3 * middle.processor / order.people, "ms"));
        figures.add(Figure.told("SEATS", "bare rows under one lock, as many threads", middle.bare, "1/s"));
        figures.add(Figure.told("SEATS", "a bare row under one lock, p50", middle.bareP50, "ms"));
        figures.add(Figure.told("SEATS", "registrations ÷ bare rows", 100 * middle.perSecond / middle.bare, "%"));
        figures.add(none(outcome, "answers that are missing, or differ from the list", Round::failed));
        figures.add(none(
                outcome,
                "seats given too many or too few",
                round -> Math.abs(round.seated - Math.min(order.seats, order.people))));
        figures.add(none(
                outcome,
                "people missing in the queue, or too many",
                round -> Math.abs(round.waiting - Math.max(0, order.people - order.seats))));
        figures.add(none(outcome, "times that somebody waits who came before one with a seat", Round::passed));
        figures.add(none(outcome, "people behind one who asked after they were answered", Round::outOfTurn));
        return figures;
    }

    private static Figure none(Outcome outcome, String what, ToIntFunction<Round> count) {
        int all = outcome.rounds().stream().mapToInt(count).sum();
        return Figure.atMost("SEATS", what + ", of " + outcome.rounds().size() + " rounds", all, "", 0, 0);
    }
}
