package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.testing.SimulatedUser;

/** B9: what each open page holds in memory, as live objects with and without many of them. */
final class Memory {

    private static final int PAGES = 200;

    private final HouseProcess house;
    private final Filling.Filled filled;

    Memory(HouseProcess house, Filling.Filled filled) {
        this.house = house;
        this.filled = filled;
    }

    List<Figure> perPage() throws IOException, InterruptedException {
        URI address = house.address("/");
        String signIn = SimulatedUser.signIn(address, Filling.email(0), Filling.PASSWORD);
        // What the first pages load once for all is not theirs.
        open(address, signIn, 20, null);
        open(address, signIn, 20, filled.threads());
        double before = live();
        List<SimulatedUser> idle = open(address, signIn, PAGES, null);
        double withIdle = live();
        List<SimulatedUser> reading = open(address, signIn, PAGES, filled.threads());
        double withThreads = live();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("B9", "heap without those pages", before / 1e6, "MB"));
        figures.add(Figure.atMost(
                "B9", "heap per idle page of " + idle.size(), (withIdle - before) / idle.size() / 1e3, "kB", 40, 20));
        figures.add(Figure.atMost(
                "B9",
                "heap per open thread of " + reading.size(),
                (withThreads - withIdle) / reading.size() / 1e3,
                "kB",
                150,
                80));
        return figures;
    }

    /** What the process takes from the machine after everything before. */
    List<Figure> resident() throws IOException {
        return List.of(Figure.atMost(
                "B9",
                "memory of the process after these runs, heap of 512 MB",
                house.residentBytes() / 1e6,
                "MB",
                620,
                620));
    }

    private double live() throws IOException, InterruptedException {
        return house.ask("heap", "", Long.class);
    }

    private static List<SimulatedUser> open(URI address, String signIn, int pages, @Nullable List<Long> threads)
            throws IOException, InterruptedException {
        List<SimulatedUser> users = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            SimulatedUser user = SimulatedUser.open(
                    address, signIn, threads == null ? "" : "threads/" + threads.get(page % threads.size()));
            user.rests();
            users.add(user);
        }
        return users;
    }
}
