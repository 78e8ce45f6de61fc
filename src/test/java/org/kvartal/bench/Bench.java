package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what the house promises and says of each figure whether the promise is kept. Figures of two runs compare only on the same
 * machine with nothing else to do.
 */
final class Bench {

    private static final Set<String> SCENARIOS = new TreeSet<>(Set.of(
            "B1",
            "B2",
            "B3",
            "B4",
            "B5",
            "B6",
            "B7",
            "B8",
            "B9",
            "B10",
            "B11",
            "B12",
            "ADVOCACY",
            "CERTIFICATES",
            "DIGEST",
            "DIRECTORY",
            "MEMBERS",
            "LIVE",
            "IMPORT",
            "LARGE",
            "KEEP",
            "PRINT",
            "PROJECTS",
            "ROOM",
            "SEATS",
            "SESSION",
            "F1",
            "F2",
            "F3",
            "F7",
            "F8",
            "F10",
            "F12",
            "F13"));
    private static final int KILLS = 50;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final int LONG_THREAD = 50_000;
    private static final int IMPORTED = 50_000;
    private static final int LISTED = 50_000;
    private static final int PRINTED = 1_000;
    private static final int FEW_POSTS = 10_000;
    private static final int MANY_POSTS = 300_000;
    private static final int ACCOUNTS = 8;
    private static final SeatsTrial.Order SEATS = new SeatsTrial.Order(1_000, 300, 32, 3);
    private static final CertificatesTrial.Order CERTIFICATES = new CertificatesTrial.Order(500);
    private static final TellingTrial.Order FOLLOWERS = new TellingTrial.Order(5_000);
    private static final TellingTrial.Order READERS = new TellingTrial.Order(10_000);
    /** Small on purpose: B9 promises to hold with it. */
    private static final List<String> HEAP = List.of("-Xmx512m");

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();

    private Bench(Options options) {
        this.options = options;
    }

    /**
     * @param port for the house that is left running, 0 for any
     * @param earlier a checkout of an earlier version, whose benchmarks have run
     */
    private record Options(
            @Nullable Path corpus,
            boolean serve,
            Set<String> only,
            int port,
            @Nullable Path earlier) {

        static Options read(String[] arguments) {
            Path corpus = null;
            boolean serve = false;
            Set<String> only = SCENARIOS;
            int port = 0;
            Path earlier = null;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--serve" -> serve = true;
                    case "--corpus" -> corpus = Path.of(value(arguments, ++i));
                    case "--port" -> port = Integer.parseInt(value(arguments, ++i));
                    case "--earlier" -> earlier = Path.of(value(arguments, ++i));
                    case "--only" -> only = scenarios(value(arguments, ++i));
                    default -> throw new IllegalArgumentException("bench has no option " + arguments[i]);
                }
            }
            if (corpus != null && !Files.isReadable(corpus)) {
                throw new IllegalArgumentException("the corpus " + corpus + " can't be read");
            }
            if (earlier != null && !Files.isDirectory(earlier.resolve("target/bench/doors"))) {
                throw new IllegalArgumentException("no benchmarks have run in " + earlier);
            }
            return new Options(corpus, serve, only, port, earlier);
        }

        private static String value(String[] arguments, int place) {
            if (place >= arguments.length) {
                throw new IllegalArgumentException(arguments[place - 1] + " needs a value");
            }
            return arguments[place];
        }

        private static Set<String> scenarios(String list) {
            Set<String> chosen =
                    new TreeSet<>(List.of(list.toUpperCase(Locale.ROOT).split(",")));
            if (!SCENARIOS.containsAll(chosen)) {
                throw new IllegalArgumentException("there are the scenarios " + String.join(", ", SCENARIOS));
            }
            return chosen;
        }

        boolean wants(String... scenarios) {
            return List.of(scenarios).stream().anyMatch(only::contains);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.read(arguments);
        } catch (IllegalArgumentException misused) {
            System.err.println("kvartal: " + misused.getMessage() + ". \"./kvartal help\" lists what there is.");
            System.exit(2);
            return;
        }
        Bench bench = new Bench(options);
        if (options.serve()) {
            bench.serve();
        } else {
            System.exit(bench.measure() ? 0 : 1);
        }
    }

    /** Fills a house and leaves it running; standard output gets the addresses of its threads and nothing else. */
    private void serve() throws Exception {
        Path data = freshFolder("served");
        Filling.Filled filled;
        try (HouseProcess house = HouseProcess.start(Program.withDoors(List.of()), data)) {
            filled = fill(house);
        }
        int port = options.port() == 0 ? HouseProcess.freePort() : options.port();
        HouseProcess house = Starts.launch(data, port);
        house.leaveOpen();
        for (long thread : filled.threads()) {
            System.out.println(house.address("/en/threads/" + thread));
        }
        if (filled.longThread() > 0) {
            System.out.println(house.address("/en/threads/" + filled.longThread()));
        }
        System.out.flush();
        System.err.printf(
                "The house stays open. Sign in as %s with the password “%s”. End it with: kill %d%n",
                Filling.email(0), Filling.PASSWORD, house.pid());
    }

    private boolean measure() throws Exception {
        Map<String, Object> machine = Machine.facts(concat(Program.FLAGS, HEAP));
        machine.forEach((name, fact) -> System.out.printf("%-12s %s%n", name, fact));
        if (options.wants("B1", "B3", "B4", "B6", "B8", "B9", "B10", "LIVE")) {
            measureHouse();
        }
        if (options.wants("DIRECTORY")) {
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("listed"))) {
                tell(new DirectoryPages(house).measure());
            }
        }
        if (options.wants("ADVOCACY")) {
            try (HouseProcess few = HouseProcess.start(
                            Program.withDoors(HEAP), freshFolder("few-letters"), AdvocacyLists.UNPACED);
                    HouseProcess many = HouseProcess.start(
                            Program.withDoors(HEAP), freshFolder("many-letters"), AdvocacyLists.UNPACED)) {
                new AdvocacyLists(few, many).measure(this::tell);
            }
        }
        measureLarge();
        measureLearning();
        measureFinding();
        if (options.wants("PROJECTS")) {
            try (HouseProcess few = HouseProcess.start(
                            Program.withDoors(HEAP), freshFolder("few-projects"), AdvocacyLists.UNPACED);
                    HouseProcess many = HouseProcess.start(
                            Program.withDoors(HEAP), freshFolder("many-projects"), AdvocacyLists.UNPACED)) {
                new MissionLists(few, many).measure(this::tell);
            }
        }
        if (options.wants("MEMBERS")) {
            System.err.println("filling the members' list up to " + LISTED);
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("members"))) {
                tell(listing(
                        house.ask("members", new MembersListing.Order(LISTED / 100), MembersListing.Outcome.class),
                        house.ask("members", new MembersListing.Order(LISTED), MembersListing.Outcome.class)));
            }
        }
        if (options.wants("PRINT")) {
            System.err.println("filling the directory and printing " + PRINTED + " entries");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("printed"))) {
                tell(printing(house.ask("print", new Printing.Order(PRINTED), Printing.Outcome.class)));
            }
        }
        if (options.wants("IMPORT")) {
            System.err.println("bringing in and taking back " + IMPORTED + " rows, twice");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("imports"))) {
                for (String kind : List.of("associations", "people")) {
                    tell(importing(
                            kind, house.ask("import", new Importing.Order(kind, IMPORTED), Importing.Outcome.class)));
                }
            }
        }
        measureTelling();
        measureLive();
        if (options.wants("KEEP")) {
            System.err.println("filling a house with 100 000 posts and 1 GB of files, to keep and to restore it");
            tell(new KeepTrial(freshFolder("keep"), HEAP).measure());
        }
        if (options.wants("F1")) {
            System.err.println("killing the program " + KILLS + " times while eight people post");
            tell(crashes(new Crashes(freshFolder("crashed")).run(KILLS)));
        }
        measureFailures();
        machine.put("load after", Machine.load());
        keep(machine);
        long missed = figures.stream().filter(figure -> !figure.kept()).count();
        System.out.println(missed == 0 ? "Every promise that was measured is kept." : missed + " promises are missed.");
        return missed == 0;
    }

    /** A house of twenty years. */
    private void measureLarge() throws Exception {
        if (!options.wants("LARGE", "B2", "B5")) {
            return;
        }
        System.err.println("filling a house with " + LargeHouse.FULL.posts() + " posts");
        try (HouseProcess full = HouseProcess.start(Program.withDoors(HEAP), freshFolder("large"))) {
            LargeHouse.fill(full);
            if (options.wants("B2")) {
                try (Chromium chromium = new Chromium(full)) {
                    tell(chromium.firstPost(LargeHouse.FULL.threads()));
                }
            }
            if (options.wants("LARGE")) {
                try (HouseProcess few = HouseProcess.start(Program.withDoors(HEAP), freshFolder("not-large"))) {
                    new LargeHouse(few, full).measure(this::tell);
                }
            }
            if (options.wants("B5")) {
                System.err.println("500 people open a thread and click");
                tell(new Clicks(full).measure());
            }
        }
    }

    /** What goes wrong around the house, and what is done to it. */
    private void measureFailures() throws Exception {
        if (options.wants("F2")) {
            System.err.println("killing PostgreSQL under load");
            tell(Outages.killed(freshFolder("database-killed"), HEAP));
        }
        if (options.wants("F3")) {
            System.err.println("keeping PostgreSQL away for " + AWAY.toSeconds() + " s");
            tell(Outages.away(freshFolder("database-away"), HEAP, AWAY));
        }
        if (options.wants("F8")) {
            Optional<Path> haproxy = Balancer.program();
            if (haproxy.isEmpty()) {
                System.err.println("F8 is left out: there is no haproxy on this machine.");
            } else {
                System.err.println("upgrading two nodes under load");
                tell(Upgrade.measure(freshFolder("upgraded"), HEAP, haproxy.get(), options.earlier()));
            }
        }
        if (options.wants("F10")) {
            if (FullDisk.possible()) {
                System.err.println("filling the disk");
                tell(FullDisk.measure(freshFolder("small-disk"), HEAP));
            } else {
                System.err.println("F10 is left out: only the system's administrator can make a small disk.");
            }
        }
        if (options.wants("F12")) {
            System.err.println("flooding the house");
            tell(Floods.measure(freshFolder("flooded"), HEAP));
        }
        if (options.wants("F13")) {
            System.err.println("guessing a password");
            tell(Guesses.measure(freshFolder("guessed"), HEAP));
        }
    }

    /** Words among few posts and among many. */
    private void measureFinding() throws Exception {
        if (options.wants("B7")) {
            System.err.println("looking for words among " + FEW_POSTS + " posts, then among " + MANY_POSTS);
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("sought"))) {
                tell(SearchTrial.figures(
                        house.ask("find", new SearchTrial.Order(FEW_POSTS), SearchTrial.Outcome.class),
                        house.ask("find", new SearchTrial.Order(MANY_POSTS), SearchTrial.Outcome.class)));
            }
        }
    }

    /** Places in seminars, and what is printed after one. */
    private void measureLearning() throws Exception {
        if (options.wants("SEATS")) {
            System.err.println(SEATS.people() + " people register for one seminar, " + SEATS.rounds() + " times");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("seats"))) {
                tell(SeatsTrial.figures(SEATS, house.ask("seats", SEATS, SeatsTrial.Outcome.class)));
            }
        }
        if (options.wants("CERTIFICATES")) {
            System.err.println("issuing " + CERTIFICATES.people() + " certificates");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("certificates"))) {
                tell(CertificatesTrial.figures(
                        CERTIFICATES, house.ask("certificates", CERTIFICATES, CertificatesTrial.Outcome.class)));
            }
        }
    }

    /** What many people are told at once. */
    private void measureTelling() throws Exception {
        if (options.wants("B12")) {
            System.err.println("telling " + FOLLOWERS.people() + " people of one post");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("followed"))) {
                tell(TellingTrial.figures(FOLLOWERS, house.ask("followers", FOLLOWERS, TellingTrial.Outcome.class)));
            }
        }
        if (options.wants("DIGEST")) {
            System.err.println("writing the weekly letters of " + READERS.people() + " people");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("digests"))) {
                tell(TellingTrial.figures(READERS, house.ask("digests", READERS, TellingTrial.Digests.class)));
            }
        }
    }

    /** What many people see at once, on one node and on two. */
    private void measureLive() throws Exception {
        if (options.wants("ROOM", "F7")) {
            System.err.println("filling a room with " + CrowdedRoom.PEOPLE + " people on two nodes");
            Gathering.Order order = new Gathering.Order(CrowdedRoom.PEOPLE, CrowdedRoom.ASSOCIATIONS, 5);
            try (RoomTrial trial = new RoomTrial(freshFolder("room"), HEAP, order)) {
                if (options.wants("ROOM")) {
                    tell(new CrowdedRoom(trial).measure());
                }
                if (options.wants("F7")) {
                    tell(new NodeDeath(trial).measure());
                }
            }
        }
        if (options.wants("B11")) {
            System.err.println("opening a thread " + ThreadViews.VIEWS + " times on two nodes");
            try (TwoNodes nodes = new TwoNodes(freshFolder("watched"), HEAP)) {
                tell(new ThreadViews(nodes).measure());
            }
        }
        if (options.wants("SESSION")) {
            System.err.println("bringing " + LiveSession.PEOPLE + " people into one session");
            try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), freshFolder("session"))) {
                tell(new LiveSession(house).measure());
            }
        }
    }

    private void measureHouse() throws Exception {
        Path data = freshFolder("house");
        try (HouseProcess house = HouseProcess.start(Program.withDoors(HEAP), data)) {
            Filling.Filled filled = fill(house);
            GuestPages pages = new GuestPages(house, filled);
            if (options.wants("B1")) {
                tell(pages.throughput());
            }
            if (options.wants("B8") && filled.longThread() > 0) {
                tell(pages.depth());
            }
            if (options.wants("B6")) {
                tell(writing(house, filled));
            }
            if (options.wants("B3", "B4", "LIVE")) {
                watch(house, filled);
            }
            if (options.wants("B9")) {
                Memory memory = new Memory(house, filled);
                tell(memory.perPage());
                tell(memory.resident());
            }
        }
        if (options.wants("B10")) {
            tell(Starts.measure(data));
        }
    }

    private void watch(HouseProcess house, Filling.Filled filled) {
        try (Chromium chromium = new Chromium(house, filled)) {
            if (options.wants("B3")) {
                tell(chromium.weight());
            }
            if (options.wants("B4")) {
                tell(chromium.opening());
            }
            if (options.wants("LIVE")) {
                tell(chromium.live());
            }
        }
    }

    private Filling.Filled fill(HouseProcess house) throws IOException, InterruptedException {
        System.err.println("filling the house, this takes some minutes");
        int longThread = options.corpus() == null && options.wants("B1", "B8", "B10") ? LONG_THREAD : 0;
        String corpus = options.corpus() == null
                ? null
                : options.corpus().toAbsolutePath().toString();
        Filling.Filled filled =
                house.ask("fill", new Filling.Order(corpus, 200, 50, longThread, ACCOUNTS), Filling.Filled.class);
        System.err.printf(
                "%d posts in %d threads, %.0f s%s%n",
                filled.posts(),
                filled.threads().size() + (filled.longThread() > 0 ? 1 : 0),
                filled.seconds(),
                filled.changed() == 0
                        ? ""
                        : "; " + filled.changed() + " texts or titles were cut to what the house takes");
        return filled;
    }

    private static List<Figure> writing(HouseProcess house, Filling.Filled filled)
            throws IOException, InterruptedException {
        var one = write(house, filled, 1, false, false);
        var bareOne = write(house, filled, 1, false, true);
        var eight = write(house, filled, 8, false, false);
        var bareEight = write(house, filled, 8, false, true);
        var together = write(house, filled, 8, true, false);
        return List.of(
                Figure.atMost("B6", "a post, durable, one writer, p50", one.p50(), "ms", 23, 10),
                Figure.told("B6", "a post, durable, one writer, p95", one.p95(), "ms"),
                Figure.told("B6", "a bare row, durable, one writer, p50", bareOne.p50(), "ms"),
                Figure.told("B6", "bare rows, eight writers", bareEight.perSecond(), "rows/s"),
                Figure.told("B6", "posts, eight writers in a thread each", eight.perSecond(), "posts/s"),
                Figure.told("B6", "posts, eight writers in the same thread", together.perSecond(), "posts/s"),
                Figure.atLeast(
                        "B6",
                        "posts ÷ bare rows, eight writers in a thread each",
                        100 * eight.perSecond() / bareEight.perSecond(),
                        "%",
                        10,
                        10));
    }

    private static WritingTrial.Outcome write(
            HouseProcess house, Filling.Filled filled, int writers, boolean sameThread, boolean bare)
            throws IOException, InterruptedException {
        return house.ask(
                "write",
                new WritingTrial.Order(filled.space(), filled.accounts(), writers, sameThread, bare, 10),
                WritingTrial.Outcome.class);
    }

    private static List<Figure> printing(Printing.Outcome outcome) {
        return List.of(
                Figure.atMost(
                        "PRINT",
                        "a catalogue of " + PRINTED + " entries with pictures",
                        outcome.seconds(),
                        "s",
                        60,
                        20),
                Figure.told("PRINT", "its pages", outcome.pages(), "pages"),
                Figure.told("PRINT", "its size", outcome.size() / 1e6, "MB"),
                Figure.atMost(
                        "PRINT",
                        "heap that was left after collections, more than before, at most",
                        (outcome.kept() - outcome.before()) / 1e6,
                        "MB",
                        150,
                        60),
                Figure.told("PRINT", "peak of the heap, of 512 MB", outcome.peak() / 1e6, "MB"));
    }

    private static List<Figure> listing(MembersListing.Outcome few, MembersListing.Outcome all) {
        List<Figure> figures = new ArrayList<>();
        BiConsumer<String, ToDoubleFunction<MembersListing.Outcome>> add = (what, time) -> {
            double small = time.applyAsDouble(few);
            double large = time.applyAsDouble(all);
            figures.add(Figure.told("MEMBERS", what + ", " + LISTED / 100 + " members, p50", small, "ms"));
            figures.add(Figure.told("MEMBERS", what + ", " + LISTED + " members, p50", large, "ms"));
            figures.add(Figure.atMost(
                    "MEMBERS", what + ", " + LISTED + " ÷ " + LISTED / 100, large / small, "×", 1.5, 1.1));
        };
        add.accept("first page", MembersListing.Outcome::first);
        add.accept("page after nine tenths", MembersListing.Outcome::deep);
        add.accept("by a name", MembersListing.Outcome::name);
        add.accept("of a city", MembersListing.Outcome::city);
        add.accept("of a sector", MembersListing.Outcome::sector);
        return figures;
    }

    private static List<Figure> importing(String kind, Importing.Outcome outcome) {
        String rows = String.format(Locale.ROOT, "%,d %s", IMPORTED, kind);
        return List.of(
                Figure.told("IMPORT", rows + ": read and kept", outcome.read(), "s"),
                Figure.told("IMPORT", rows + ": a verdict for each row", outcome.checked(), "s"),
                Figure.told("IMPORT", rows + ": brought in", outcome.broughtIn(), "s"),
                Figure.told("IMPORT", rows + ": the same file again, read and judged", outcome.again(), "s"),
                Figure.told("IMPORT", rows + ": taken back", outcome.takenBack(), "s"),
                Figure.atMost(
                        "IMPORT",
                        rows + ": rows that did not come in, were not known again, or stayed",
                        3.0 * IMPORTED - outcome.made() - outcome.same() - outcome.gone(),
                        "rows",
                        0,
                        0),
                Figure.told("IMPORT", rows + ": heap alive before", outcome.heapBefore() / 1e6, "MB"),
                Figure.told("IMPORT", rows + ": most that a collection left", outcome.heapAtMost() / 1e6, "MB"));
    }

    private static List<Figure> crashes(Crashes.Report report) {
        long unclean =
                report.verdicts().stream().filter(verdict -> !verdict.clean()).count();
        return List.of(
                Figure.told("F1", "times the program was killed while eight people posted", report.kills(), ""),
                Figure.told("F1", "posts acknowledged", report.acknowledged(), "posts"),
                Figure.told(
                        "F1",
                        "answers that a crash swallowed; said again with the same id",
                        report.unanswered(),
                        "posts"),
                Figure.told(
                        "F1",
                        "slowest start after a crash",
                        report.slowestStart().toMillis() / 1e3,
                        "s"),
                Figure.atMost(
                        "F1",
                        "counts that found a post lost, doubled, half-written or miscounted",
                        (double) unclean,
                        "",
                        0,
                        0));
    }

    private void tell(List<Figure> measured) {
        for (Figure figure : measured) {
            figures.add(figure);
            System.out.println(figure.row());
        }
    }

    private void keep(Map<String, Object> machine) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", LocalDateTime.now(ZoneId.systemDefault()).toString());
        report.put("machine", machine);
        report.put(
                "corpus", options.corpus() == null ? "made" : options.corpus().toString());
        List<Map<String, Object>> told = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("scenario", figure.scenario());
            row.put("what", figure.what());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            if (figure.must() != null) {
                row.put("must", figure.must().toString());
                row.put("aim", String.valueOf(figure.aim()));
                row.put("verdict", figure.verdict());
            }
            told.add(row);
        }
        report.put("figures", told);
        Path file = Program.FOLDER.resolve(
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()))
                        + ".json");
        Files.writeString(
                file,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report));
        System.out.println("Kept in " + Path.of("").toAbsolutePath().relativize(file));
    }

    private static Path freshFolder(String name) throws IOException {
        Path folder = Program.FOLDER.resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(Program.FOLDER);
        return folder;
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
