package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kvartal.testing.SimulatedUser;

/** SESSION: five hundred participants of one session on one node; how soon all of them see the next item, and what each of them costs. */
final class LiveSession {

    static final int PEOPLE = 500;
    static final int PRESSES = 25;
    private static final int WARM = 20;
    private static final int PATIENCE = 60;

    private final HouseProcess house;
    private final URI address;
    private final Latencies all = new Latencies();
    private final Latencies last = new Latencies();
    private final Latencies pressed = new Latencies();
    /** What each screen waits to show. */
    private final AtomicReferenceArray<@Nullable Wait> waits = new AtomicReferenceArray<>(PEOPLE);

    LiveSession(HouseProcess house) {
        this.house = house;
        this.address = house.address("/");
    }

    private record Wait(String title, long since, CountDownLatch shown) {}

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        Gathering.Gathered gathered =
                house.ask("room/gather", new Gathering.Order(PEOPLE, 20, PRESSES + 5), Gathering.Gathered.class);
        Gathering.Desk desk = new Gathering.Desk(
                gathered.facilitator(), gathered.session(), gathered.items().getFirst());
        List<String> cookies = Crowd.signIns(address, 0, PEOPLE + 1);
        String path = house.ask("room/picture", desk, Gathering.Picture.class).path();
        // What the first pages load once for all is not theirs.
        Crowd.inTurn(WARM, number -> open(cookies.get(number + 1), path, number));
        double before = heap();
        double cpuBefore = cpu();
        List<SimulatedUser> people = Crowd.inTurn(PEOPLE, number -> open(cookies.get(number + 1), path, number));
        double opening = cpu() - cpuBefore;
        double open = heap();
        SimulatedUser facilitator = open(cookies.getFirst(), "sessions/" + gathered.code() + "/desk", -1);
        cpuBefore = cpu();
        Crowd.inTurn(PEOPLE, number -> people.get(number).press("vaadin-button", "I am here"));
        boolean there = Crowd.until(
                30,
                () -> people.stream()
                        .allMatch(user -> user.find("hall-line", PEOPLE + " people are there")
                                .isPresent()));
        double coming = cpu() - cpuBefore;
        double checkedIn = heap();

        cpuBefore = cpu();
        for (int press = 1; press <= PRESSES; press++) {
            next(facilitator, (press + 1) + ". Matter " + (press + 1));
        }
        double changes = cpu() - cpuBefore;

        List<Figure> figures = new ArrayList<>();
        figures.add(none("participants' pages that never showed all of them", there ? 0 : 1));
        figures.add(none("screens that never changed", PRESSES * PEOPLE - all.count()));
        figures.add(Figure.told(
                "SESSION", "“next” until it is answered at the desk, p50 of " + PRESSES, pressed.p50(), "ms"));
        figures.add(Figure.told("SESSION", "“next” until any participant's screen has changed, p50", all.p50(), "ms"));
        figures.add(Figure.told("SESSION", "“next” until any participant's screen has changed, p95", all.p95(), "ms"));
        figures.add(Figure.told(
                "SESSION", "“next” until the last of " + PEOPLE + " screens has changed, p50", last.p50(), "ms"));
        figures.add(Figure.atMost(
                "SESSION",
                "“next” until the last of " + PEOPLE + " screens has changed, p95",
                last.p95(),
                "ms",
                1000,
                500));
        figures.add(Figure.told("SESSION", "processor, per page opened", 1e3 * opening / PEOPLE, "ms"));
        figures.add(Figure.told("SESSION", "processor, per check-in with all pages open", 1e3 * coming / PEOPLE, "ms"));
        figures.add(Figure.told("SESSION", "processor, per change of the item", changes / PRESSES, "s"));
        figures.add(Figure.told(
                "SESSION",
                "processor, per participant and change of the item",
                1e3 * changes / PRESSES / PEOPLE,
                "ms"));
        figures.add(Figure.told("SESSION", "heap without those pages", before / 1e6, "MB"));
        figures.add(Figure.atMost(
                "SESSION", "heap per participant's open page", (open - before) / PEOPLE / 1e3, "kB", 150, 80));
        figures.add(Figure.told(
                "SESSION",
                "heap per participant, all checked in and the desk open",
                (checkedIn - before) / PEOPLE / 1e3,
                "kB"));
        figures.add(Figure.atMost(
                "SESSION", "memory of the process, heap of 512 MB", house.residentBytes() / 1e6, "MB", 800, 620));
        people.forEach(SimulatedUser::leave);
        facilitator.leave();
        return figures;
    }

    private SimulatedUser open(String cookies, String path, int number) throws IOException, InterruptedException {
        SimulatedUser user = SimulatedUser.open(address, cookies, path);
        user.rests();
        user.listen(page -> look(page, number), () -> {});
        return user;
    }

    /** A screen has changed; in its turn. */
    private void look(SimulatedUser page, int number) {
        Wait wait = number < 0 ? null : waits.get(number);
        if (wait != null && page.find("h2", wait.title()).isPresent()) {
            waits.set(number, null);
            all.add(System.nanoTime() - wait.since());
            wait.shown().countDown();
        }
    }

    private void next(SimulatedUser facilitator, String title) throws IOException, InterruptedException {
        Wait wait = new Wait(title, System.nanoTime(), new CountDownLatch(PEOPLE));
        for (int number = 0; number < PEOPLE; number++) {
            waits.set(number, wait);
        }
        if (!facilitator.press("vaadin-button", "Done, next")) {
            throw new IOException("the desk has no button for the next item:\n" + facilitator.dump());
        }
        pressed.add(System.nanoTime() - wait.since());
        if (wait.shown().await(PATIENCE, TimeUnit.SECONDS)) {
            last.add(System.nanoTime() - wait.since());
        } else {
            System.err.println(wait.shown().getCount() + " screens never showed " + title + "; the desk shows "
                    + facilitator.text("room-title"));
        }
        // The next press is not the echo of this one.
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private double heap() throws IOException, InterruptedException {
        return house.ask("heap", "", Long.class);
    }

    private double cpu() throws IOException, InterruptedException {
        return Objects.requireNonNull(house.ask("cpu", "", Double.class));
    }

    private static Figure none(String what, int value) {
        return Figure.atMost("SESSION", what, value, "", 0, 0);
    }
}
