package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.PostId;
import org.kvartal.kernel.database.SharedServer;
import org.kvartal.testing.SimulatedUser;

/**
 * F8: two nodes behind HAProxy are made new one after the other while guests read. The new version is this one with migrations of its own, one of them with a number
 * below those that are there already, as modules number in ranges; the old one is this without them, or an earlier release.
 */
final class Upgrade {

    private static final int GUESTS = 16;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** After how many seconds the balancer has certainly seen that a node is there. */
    private static final int SEEN = 2;

    private Upgrade() {}

    /** @param earlier a checkout of an earlier version, null to begin with this one */
    static List<Figure> measure(Path folder, List<String> flags, Path haproxy, @Nullable Path earlier)
            throws IOException, InterruptedException {
        List<String> command = Program.withDoors(flags);
        List<String> before = earlier == null ? command : Program.withDoors(flags, earlier);
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V002_9__upgrade_below.sql"), "CREATE TABLE upgrade_below (id int);\n");
        Files.writeString(
                migrations.resolve("V900__upgrade_above.sql"), "ALTER TABLE thread ADD COLUMN upgrade_note text;\n");
        int front = HouseProcess.freePort();
        int[] ports = {HouseProcess.freePort(), HouseProcess.freePort()};
        HouseProcess[] nodes = new HouseProcess[2];
        try (SharedServer database = SharedServer.start(folder.toAbsolutePath().resolve("database"))) {
            List<String> old = new ArrayList<>(database.settings());
            old.add("--kvartal.base-url=http://localhost:" + front);
            old.add("--server.forward-headers-strategy=native");
            List<String> anew = new ArrayList<>(old);
            anew.add("--spring.flyway.locations=classpath:db/migration,filesystem:" + migrations.toAbsolutePath());
            try {
                for (int node = 0; node < 2; node++) {
                    nodes[node] = HouseProcess.start(before, folder.resolve("node-" + node), ports[node], old);
                }
                Filling.Filled filled =
                        nodes[0].ask("fill", new Filling.Order(null, 3, 20, 0, 2), Filling.Filled.class);
                try (Balancer balancer = Balancer.start(haproxy, front, List.of(ports[0], ports[1]))) {
                    URI house = balancer.address();
                    String cookies = SimulatedUser.signIn(house, Filling.email(0), Filling.PASSWORD);
                    SimulatedUser member = SimulatedUser.open(house, cookies, "threads");
                    try (Visits guests = new Visits(
                            GUESTS,
                            PAUSE,
                            number -> Visits.page(
                                    house.resolve("/en/threads/"
                                            + filled.threads()
                                                    .get(number
                                                            % filled.threads().size())),
                                    "127.0.0.1"))) {
                        TimeUnit.SECONDS.sleep(3);
                        long begun = System.nanoTime();
                        nodes[0].close();
                        nodes[0] = HouseProcess.start(command, folder.resolve("node-0"), ports[0], anew);
                        // Nobody takes the old node away before the balancer sends people to the new one.
                        TimeUnit.SECONDS.sleep(SEEN);
                        // The other one still is the old version: it goes on, and comes back if it dies now.
                        boolean writes = posts(nodes[1], filled);
                        nodes[1].kill();
                        nodes[1] = HouseProcess.start(before, folder.resolve("node-1"), ports[1], old);
                        boolean writesAgain = posts(nodes[1], filled);
                        TimeUnit.SECONDS.sleep(SEEN);
                        long killed = guests.count(begun, one -> one.status() != 200);
                        nodes[1].close();
                        nodes[1] = HouseProcess.start(command, folder.resolve("node-1"), ports[1], anew);
                        TimeUnit.SECONDS.sleep(3);
                        boolean reloads = member.reload("threads").isPresent();
                        return List.of(
                                Figure.told(
                                        "F8",
                                        "pages that guests read meanwhile",
                                        (double) guests.count(begun, _ -> true),
                                        ""),
                                Figure.told(
                                        "F8",
                                        "of them not read, up to and with the kill -9 of the old node",
                                        (double) killed,
                                        ""),
                                none(
                                        "pages that guests did not get in the upgrade",
                                        guests.count(begun, one -> one.status() != 200)),
                                none("old node that does not write on the new schema", writes ? 0 : 1),
                                none("old node that does not come back on the new schema", writesAgain ? 0 : 1),
                                none("member's page that does not load anew without a sign-in", reloads ? 0 : 1));
                    }
                }
            } finally {
                for (HouseProcess node : nodes) {
                    if (node != null) {
                        node.close();
                    }
                }
            }
        }
    }

    private static boolean posts(HouseProcess node, Filling.Filled filled) throws InterruptedException {
        try {
            var _ = node.ask(
                    "post",
                    new BenchHouse.Said(
                            filled.accounts().getFirst(),
                            PostId.next(),
                            filled.threadIds().getFirst(),
                            "Still here"),
                    Integer.class);
            return true;
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            return false;
        }
    }

    private static Figure none(String what, long value) {
        return Figure.atMost("F8", what, (double) value, "", 0, 0);
    }
}
