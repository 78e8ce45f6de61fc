package org.kvartal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.testing.SimulatedUser;

/**
 * ROOM: three hundred people on two nodes check in, raise their hands and vote in secret in the same moment, by the buttons of their pages. Every tenth has a second
 * page open on the other node and checks in and votes there as well.
 */
final class CrowdedRoom {

    static final int PEOPLE = 300;
    static final int ASSOCIATIONS = 20;
    private static final int SECOND = 10;
    private static final int NO = 3;

    private final RoomTrial trial;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unfound = new AtomicInteger();
    private final Latencies presses = new Latencies();

    CrowdedRoom(RoomTrial trial) {
        this.trial = trial;
    }

    /** @param person from 1 on */
    private record Page(int person, boolean second, SimulatedUser user) {

        /** What that person votes. */
        String choice() {
            return person % NO == 0 ? "Against" : "For";
        }
    }

    private record Done(int person, long began, long ended) {}

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        HouseProcess house = trial.nodes().node(0);
        BallotId ballot = house.ask("room/ask", trial.desk(0), BallotId.class);
        RoomCount.Question question = new RoomCount.Question(trial.gathered().session(), ballot);
        String path = house.ask("room/picture", trial.desk(0), Gathering.Picture.class)
                .path();
        List<Page> pages = open(path);

        List<Done> done = Crowd.atOnce(pages.size(), number -> act(pages.get(number)));
        long last = done.stream().mapToLong(Done::ended).max().orElseThrow();
        long first = done.stream().mapToLong(Done::began).min().orElseThrow();
        boolean seen = everybodySees(pages, PEOPLE + " people are there", "hall-line");
        double untilSeen = (System.nanoTime() - last) / 1e9;

        RoomCount.Counted counted = house.ask("room/count", question, RoomCount.Counted.class);
        int joined = house.ask("room/joined", ballot, Integer.class);
        Ballots.Result result = house.ask(
                "room/close", new Gathering.Closing(trial.gathered().facilitator(), ballot), Ballots.Result.class);
        // The other node tells what it was.
        RoomCount.Traces traces = trial.nodes().node(1).ask("room/traces", ballot, RoomCount.Traces.class);
        pages.forEach(page -> page.user().leave());

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("ROOM", "pages of " + PEOPLE + " people on two nodes", pages.size(), "pages"));
        figures.add(Figure.told("ROOM", "from the first press to the last answer", (last - first) / 1e9, "s"));
        figures.add(Figure.told("ROOM", "a press, until it is answered, p50", presses.p50(), "ms"));
        figures.add(Figure.told("ROOM", "a press, until it is answered, p95", presses.p95(), "ms"));
        figures.add(Figure.told("ROOM", "then until the count stands on every page", untilSeen, "s"));
        figures.add(none("pages that never showed the count", seen ? 0 : 1));
        figures.add(none("presses that the house did not take", refused.get()));
        figures.add(none("buttons that were not there", unfound.get()));
        figures.addAll(counts(counted, result));
        figures.addAll(secrecy(done, joined, traces));
        return figures;
    }

    private List<Page> open(String path) throws InterruptedException, ExecutionException {
        List<int[]> wanted = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            wanted.add(new int[] {person, 0});
            if (person % SECOND == 0) {
                wanted.add(new int[] {person, 1});
            }
        }
        return Crowd.inTurn(wanted.size(), number -> {
            int person = wanted.get(number)[0];
            boolean second = wanted.get(number)[1] == 1;
            return new Page(person, second, trial.open(person, (person + (second ? 1 : 0)) % 2, path, () -> {}));
        });
    }

    private Done act(Page page) throws InterruptedException {
        long began = System.nanoTime();
        press(page, "vaadin-button", "I am here");
        if (!page.second()) {
            press(page, "hall-hand", "");
        }
        press(page, "vote-choice", page.choice());
        return new Done(page.person(), began, System.nanoTime());
    }

    private void press(Page page, String tagOrClass, String begin) throws InterruptedException {
        long pressed = System.nanoTime();
        try {
            if (page.user().press(tagOrClass, begin)) {
                presses.add(System.nanoTime() - pressed);
            } else if (page.person() % SECOND != 0) {
                // Whoever has two pages may have done it on the other one.
                unfound.incrementAndGet();
                System.err.println("no " + begin + " on the page of " + page.person());
            }
        } catch (IOException failed) {
            refused.incrementAndGet();
            System.err.println(
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static boolean everybodySees(List<Page> pages, String words, String tagOrClass)
            throws InterruptedException {
        List<Page> waiting = new ArrayList<>(pages);
        return Crowd.until(30, () -> {
            waiting.removeIf(page -> page.user().find(tagOrClass, words).isPresent());
            return waiting.isEmpty();
        });
    }

    private static List<Figure> counts(RoomCount.Counted counted, Ballots.Result result) {
        int against = PEOPLE / NO;
        return List.of(
                exactly("people who are counted as there", counted.people(), PEOPLE),
                none("people who are counted twice", counted.rows() - counted.people()),
                exactly(
                        "associations that are counted, of which all make the quorum",
                        counted.associations(),
                        ASSOCIATIONS),
                none("quorum that was not reached", result.quorate() ? 0 : 1),
                exactly("hands", counted.hands(), PEOPLE),
                none("hands of one person beyond the first", counted.handsOfOne() - 1),
                exactly("people who have voted", counted.voters(), PEOPLE),
                none("people who have voted twice", counted.voters() - counted.differentVoters()),
                exactly("papers", counted.papers(), PEOPLE),
                exactly("votes for it", counted.yes(), PEOPLE - against),
                exactly("votes against it", counted.no(), against),
                exactly("votes in the result", result.tally().cast(), PEOPLE),
                exactly("entitled in the result", result.entitled(), PEOPLE));
    }

    private List<Figure> secrecy(List<Done> done, int joined, RoomCount.Traces traces) {
        List<String> inTable = traces.voters().stream()
                .map(voter -> stored(trial.gathered().people().indexOf(voter)))
                .toList();
        List<String> inTime = done.stream()
                .sorted(Comparator.comparingLong(Done::ended))
                .map(Done::person)
                .distinct()
                .map(CrowdedRoom::stored)
                .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told(
                "ROOM", "voters whose paper the database's owner finds while the vote is open (0108)", joined, ""));
        figures.add(none("the same once it is closed", traces.joined()));
        figures.add(none("columns of both tables that hold a time or count", traces.times()));
        figures.add(none("keys between both tables", traces.keys()));
        figures.add(none(
                "tables with a row that names a voter and a choice",
                traces.together().size()));
        traces.together().forEach(System.err::println);
        figures.add(none("rows of the audit trail by a voter about the vote", traces.trail()));
        figures.add(chance("order of the papers against the order of the acts", inTime, traces.papers()));
        figures.add(chance("order of the papers' ids against the order of the acts", inTime, traces.byId()));
        figures.add(chance("order of the papers against the order of the voters", inTable, traces.papers()));
        return figures;
    }

    /** What that person's paper says. */
    private static String stored(int person) {
        return person % NO == 0 ? "NO" : "YES";
    }

    /** How far two orders of the same choices agree beyond chance, in standard deviations. */
    static double beyondChance(List<String> one, List<String> other) {
        double all = Math.min(one.size(), other.size());
        double yes = one.stream().filter("YES"::equals).count();
        double met = IntStream.range(0, (int) all)
                .filter(place ->
                        one.get(place).equals("YES") && other.get(place).equals("YES"))
                .count();
        double deviation = yes * (all - yes) / (all * Math.sqrt(all - 1));
        return Math.abs(met - yes * yes / all) / deviation;
    }

    private static Figure chance(String what, List<String> one, List<String> other) {
        return Figure.atMost("ROOM", what + ", beyond chance", beyondChance(one, other), "sigma", 4, 3);
    }

    private static Figure exactly(String what, int value, int wanted) {
        return Figure.atLeast("ROOM", what, value, "of " + wanted, wanted, wanted);
    }

    private static Figure none(String what, int value) {
        return Figure.atMost("ROOM", what, value, "", 0, 0);
    }
}
