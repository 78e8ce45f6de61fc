package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.database.SharedServer;

/** Two processes of the real program over one PostgreSQL, and HAProxy before them. */
final class TwoNodes implements AutoCloseable {

    private final SharedServer database;
    private final List<HouseProcess> nodes = new ArrayList<>();
    private final @Nullable Balancer balancer;

    /**
     * Starts all of it.
     *
     * @param folder an empty one, for the data of all three
     * @param flags for the JVMs of the nodes
     */
    TwoNodes(Path folder, List<String> flags) throws IOException, InterruptedException {
        List<String> command = Program.withDoors(flags);
        Optional<Path> haproxy = Balancer.program();
        int front = HouseProcess.freePort();
        database = SharedServer.start(folder.toAbsolutePath().resolve("database"));
        try {
            for (String name : List.of("node-0", "node-1")) {
                List<String> settings = new ArrayList<>(database.settings());
                haproxy.ifPresent(_ -> settings.addAll(List.of(
                        "--kvartal.base-url=http://localhost:" + front, "--server.forward-headers-strategy=native")));
                nodes.add(HouseProcess.start(command, folder.resolve(name), settings.toArray(String[]::new)));
            }
            if (haproxy.isEmpty()) {
                System.err.println("There is no haproxy on this machine: people go straight to the nodes in turn.");
                balancer = null;
            } else {
                balancer = Balancer.start(
                        haproxy.get(),
                        front,
                        nodes.stream().map(node -> node.address("/").getPort()).toList());
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            end(null);
            throw failed;
        }
    }

    HouseProcess node(int number) {
        return nodes.get(number);
    }

    /** Whether people come through HAProxy. */
    boolean balanced() {
        return balancer != null;
    }

    /** Where somebody comes in who is served by that node for as long as it lives. */
    URI address(int node) {
        return balancer == null ? nodes.get(node).address("/") : balancer.address();
    }

    /** The cookie by which HAProxy leads somebody to that node. */
    static String cookie(int node) {
        return Balancer.COOKIE + "=n" + node;
    }

    @Override
    public void close() {
        end(balancer);
    }

    private void end(@Nullable Balancer front) {
        if (front != null) {
            front.close();
        }
        Stream.concat(nodes.stream().<Runnable>map(node -> node::close), Stream.of(database::close))
                .forEach(Runnable::run);
    }
}
