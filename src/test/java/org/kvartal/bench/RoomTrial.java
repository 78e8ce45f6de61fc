package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.kvartal.testing.SimulatedUser;

/** A session that runs on two nodes, and people who have signed in to come to it. */
final class RoomTrial implements AutoCloseable {

    private final TwoNodes nodes;
    private final Gathering.Gathered gathered;
    private final List<String> cookies;

    /** @param folder an empty one */
    RoomTrial(Path folder, List<String> flags, Gathering.Order order)
            throws IOException, InterruptedException, ExecutionException {
        nodes = new TwoNodes(folder, flags);
        try {
            gathered = nodes.node(0).ask("room/gather", order, Gathering.Gathered.class);
            cookies = Crowd.signIns(nodes.address(0), 0, order.people() + 1);
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException failed) {
            nodes.close();
            throw failed;
        }
    }

    TwoNodes nodes() {
        return nodes;
    }

    Gathering.Gathered gathered() {
        return gathered;
    }

    /** What the facilitator does at the desk, with the item of that number. */
    Gathering.Desk desk(int item) {
        return new Gathering.Desk(
                gathered.facilitator(), gathered.session(), gathered.items().get(item));
    }

    /** The path of a page of the session, below {@code /app/}. */
    String path(String page) {
        return "sessions/" + gathered.code() + "/" + page;
    }

    /**
     * Somebody's page, open and listening.
     *
     * @param person 0 for the facilitator
     * @param lost is told when the line of the page breaks
     */
    SimulatedUser open(int person, int node, String path, Runnable lost) throws IOException, InterruptedException {
        SimulatedUser user =
                SimulatedUser.open(nodes.address(node), cookies.get(person) + "; " + TwoNodes.cookie(node), path);
        user.listen(_ -> {}, lost);
        return user;
    }

    @Override
    public void close() {
        nodes.close();
    }
}
