package org.kvartal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.kvartal.discussions.PostId;
import org.kvartal.testing.SimulatedUser;
import tools.jackson.databind.JsonNode;

/** B11: five hundred people look at one thread on two nodes while five posts a second come into it by both. */
final class ThreadViews {

    static final int VIEWS = 500;
    static final int ACCOUNTS = 100;
    private static final int PER_SECOND = 5;
    private static final int SECONDS = 30;
    private static final int WARM_SECONDS = 5;
    private static final int PATIENCE = 20;
    private static final String NEWS = "news";

    private final TwoNodes nodes;
    private final Latencies arrivals = new Latencies();
    private final Latencies lasts = new Latencies();
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    ThreadViews(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** A post, and which of the views it has come to, how often. */
    private record Said(long at, boolean measured, AtomicIntegerArray seen) {

        int unseen() {
            int unseen = 0;
            for (int view = 0; view < seen.length(); view++) {
                unseen += seen.get(view) == 0 ? 1 : 0;
            }
            return unseen;
        }

        int again() {
            int again = 0;
            for (int view = 0; view < seen.length(); view++) {
                again += Math.max(0, seen.get(view) - 1);
            }
            return again;
        }
    }

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        Filling.Filled filled =
                nodes.node(0).ask("fill", new Filling.Order(null, 1, 30, 0, ACCOUNTS), Filling.Filled.class);
        List<String> cookies = Crowd.signIns(nodes.address(0), 0, ACCOUNTS);
        String path = "threads/" + filled.threads().getFirst() + "/1000000";
        List<SimulatedUser> views = Crowd.inTurn(VIEWS, number -> {
            int node = number % 2;
            SimulatedUser user = SimulatedUser.open(
                    nodes.address(node), cookies.get(number % ACCOUNTS) + "; " + TwoNodes.cookie(node), path);
            user.rests();
            user.listen(page -> look(page, number), () -> {});
            return user;
        });
        talk(filled, WARM_SECONDS, false);
        talk(filled, SECONDS, true);
        Crowd.until(PATIENCE, () -> said.values().stream().allMatch(post -> post.unseen() == 0));
        views.forEach(SimulatedUser::leave);
        return List.of(
                Figure.told("B11", "posts into a thread with " + VIEWS + " open views", said.size(), "posts"),
                Figure.told("B11", "from sending a post until a view has it, p50", arrivals.p50(), "ms"),
                Figure.atMost("B11", "from sending a post until a view has it, p95", arrivals.p95(), "ms", 500, 200),
                Figure.told("B11", "from sending a post until the last view has it, p50", lasts.p50(), "ms"),
                Figure.told("B11", "from sending a post until the last view has it, p95", lasts.p95(), "ms"),
                Figure.atMost(
                        "B11",
                        "posts that a view never got",
                        said.values().stream().mapToInt(Said::unseen).sum(),
                        "",
                        0,
                        0),
                Figure.atMost(
                        "B11",
                        "posts that a view got twice",
                        said.values().stream().mapToInt(Said::again).sum(),
                        "",
                        0,
                        0));
    }

    /** The page's script was told something, in the page's turn. */
    private void look(SimulatedUser page, int view) {
        JsonNode news = page.takeCall(NEWS).orElse(null);
        if (news == null) {
            return;
        }
        long now = System.nanoTime();
        for (JsonNode post : news.path(1).path("posts")) {
            Said known = said.get(post.path("id").asString(""));
            if (known == null) {
                continue;
            }
            if (known.seen().incrementAndGet(view) == 1 && known.measured()) {
                arrivals.add(now - known.at());
                if (known.unseen() == 0) {
                    lasts.add(now - known.at());
                }
            }
        }
    }

    private void talk(Filling.Filled filled, int seconds, boolean measured)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (var writers = Executors.newFixedThreadPool(PER_SECOND)) {
            List<Future<?>> posts = new ArrayList<>();
            for (int number = 0; number < PER_SECOND * seconds; number++) {
                long due = begin + number * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                int place = number;
                posts.add(writers.submit(() -> {
                    PostId post = PostId.next();
                    said.put(post.toString(), new Said(System.nanoTime(), measured, new AtomicIntegerArray(VIEWS)));
                    return nodes.node(place % 2)
                            .ask(
                                    "post",
                                    new BenchHouse.Said(
                                            filled.accounts().get(place % ACCOUNTS),
                                            post,
                                            filled.threadIds().getFirst(),
                                            "Said at " + place),
                                    Integer.class);
                }));
            }
            for (Future<?> post : posts) {
                post.get();
            }
        }
    }
}
