package org.kvartal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.testing.SimulatedUser;
import tools.jackson.databind.JsonNode;

/**
 * F7: a node is killed while two hundred people look at the room on it, and the facilitator runs it from there. Each loads the page anew, once, as soon as its line
 * breaks.
 */
final class NodeDeath {

    static final int VIEWS = 200;
    private static final int DYING = 1;
    private static final String NOTE = "Ask the printers first; the weavers have to leave early.";
    private static final String CLOCK = "show";

    private final RoomTrial trial;
    private final AtomicInteger signedInAgain = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Latencies reloads = new Latencies();

    NodeDeath(RoomTrial trial) {
        this.trial = trial;
    }

    /** A page that was loaded anew. */
    private record Reloaded(long asked, long shown, SimulatedUser user) {}

    /** What the desk shows. */
    private record Desk(String title, String note, String there, int lines) {

        static Desk of(SimulatedUser user) {
            return new Desk(
                    user.text("room-title"),
                    user.value("room-notes", "value"),
                    user.text("figure"),
                    user.count("present-list", "li"));
        }
    }

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        HouseProcess house = trial.nodes().node(0);
        String room = trial.path("room");
        CountDownLatch broken = new CountDownLatch(VIEWS);
        SimulatedUser desk = trial.open(0, DYING, trial.path("desk"), () -> {});
        desk.type("room-notes", NOTE);
        List<SimulatedUser> people =
                Crowd.inTurn(VIEWS, number -> trial.open(number + 1, DYING, room, broken::countDown));
        Desk before = Desk.of(desk);

        long killed = System.nanoTime();
        trial.nodes().node(DYING).kill();
        boolean noticed = broken.await(30, TimeUnit.SECONDS);
        List<Optional<Reloaded>> again = Crowd.atOnce(VIEWS, number -> reload(people.get(number), room));
        double untilAll = (System.nanoTime() - killed) / 1e9;

        Optional<Reloaded> deskAgain = reload(desk, trial.path("desk"));
        RoomCount.Spoken spoken = house.ask("room/spoken", trial.gathered().session(), RoomCount.Spoken.class);
        long at = System.nanoTime();
        List<Reloaded> open = again.stream().flatMap(Optional::stream).toList();
        double clock =
                open.stream().mapToDouble(one -> off(one, spoken, at)).max().orElse(Double.NaN);
        int others = (int) open.stream()
                .filter(one -> one.user().find("h2", before.title()).isEmpty())
                .count();

        List<Figure> figures = new ArrayList<>();
        figures.add(none("lines that did not break with the node", noticed ? 0 : 1));
        figures.add(Figure.atLeast(
                "F7", "views open on the other node after one reload", open.size(), "of " + VIEWS, VIEWS, VIEWS));
        figures.add(Figure.atMost("F7", "from kill -9 until all of them are open", untilAll, "s", 30, 10));
        figures.add(Figure.told("F7", "a reload with all others at once, p50", reloads.p50(), "ms"));
        figures.add(Figure.told("F7", "a reload with all others at once, p95", reloads.p95(), "ms"));
        figures.add(none("people who had to sign in again", signedInAgain.get()));
        figures.add(none("reloads that failed", failed.get()));
        figures.add(none("views that show another item than before", others));
        figures.add(Figure.atMost("F7", "clock of the item, furthest from the database's", clock, "s", 1, 1));
        figures.addAll(desk(before, deskAgain, spoken, at));
        return figures;
    }

    private List<Figure> desk(Desk before, Optional<Reloaded> reloaded, RoomCount.Spoken spoken, long at) {
        if (reloaded.isEmpty()) {
            return List.of(none("desks that did not open on the other node", 1));
        }
        Desk after = Desk.of(reloaded.get().user());
        return List.of(
                none("desks that did not open on the other node", 0),
                none(
                        "desk that shows another item, or not the one of the database",
                        after.title().equals(before.title())
                                        && spoken.title().contains(after.title().replaceFirst("^\\d+\\. ", ""))
                                ? 0
                                : 1),
                Figure.atMost(
                        "F7", "the desk's clock, from the database's", off(reloaded.get(), spoken, at), "s", 1, 1),
                none("private note that is not there", after.note().equals(NOTE) ? 0 : 1),
                none(
                        "attendance that differs",
                        after.there().equals(before.there()) && after.lines() == before.lines() ? 0 : 1));
    }

    private Optional<Reloaded> reload(SimulatedUser user, String path) throws InterruptedException {
        long asked = System.nanoTime();
        try {
            Optional<SimulatedUser> anew = user.reload(path);
            if (anew.isEmpty()) {
                signedInAgain.incrementAndGet();
                return Optional.empty();
            }
            long shown = System.nanoTime();
            reloads.add(shown - asked);
            anew.get().listen(_ -> {}, () -> {});
            return Optional.of(new Reloaded(asked, shown, anew.get()));
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            failed.incrementAndGet();
            return Optional.empty();
        }
    }

    /** How many seconds the clock of a page is from the database's, at best: it was told at some moment between the question and its answer. */
    private static double off(Reloaded page, RoomCount.Spoken spoken, long at) {
        JsonNode told = page.user().called(CLOCK).orElseThrow();
        double shown = told.path(1).asDouble();
        double earliest = Math.floor(spoken.seconds() - (at - page.asked()) / 1e9);
        double latest = spoken.seconds() - (at - page.shown()) / 1e9;
        return Math.max(0, Math.max(earliest - shown, shown - latest));
    }

    private static Figure none(String what, int value) {
        return Figure.atMost("F7", what, value, "", 0, 0);
    }
}
