package org.kvartal.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.kvartal.discussions.Reaction;
import org.kvartal.testing.SimulatedUser;

/** B5: five hundred people have a thread of the full house open, each clicks every few seconds, and the house answers. */
final class Clicks {

    static final int ACCOUNTS = 100;
    private static final int PEOPLE = 500;
    private static final int PER_SECOND = 100;
    private static final int WARM_SECONDS = 10;
    private static final int SECONDS = 30;

    private final HouseProcess house;
    private final URI address;
    private final Random random = new Random(500);
    private final Latencies more = new Latencies();
    private final Latencies reacted = new Latencies();
    private final Latencies replied = new Latencies();
    private final Latencies all = new Latencies();

    Clicks(HouseProcess house) {
        this.house = house;
        this.address = house.address("/");
    }

    /** @param thread its number, as the rows count them */
    private record Person(SimulatedUser page, int thread) {}

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        List<String> cookies = Crowd.signIns(address, 0, ACCOUNTS);
        List<Person> people = Crowd.inTurn(PEOPLE, number -> {
            int thread = LargeHouse.FULL.threads() - number % (LargeHouse.FULL.threads() / 2);
            SimulatedUser page = SimulatedUser.open(address, cookies.get(number % ACCOUNTS), "threads/" + thread);
            page.rests();
            page.listen(_ -> {}, () -> {});
            return new Person(page, thread);
        });
        click(people, WARM_SECONDS, false);
        click(people, SECONDS, true);
        people.forEach(person -> person.page().leave());
        return List.of(
                Figure.told("B5", "clicks of " + PEOPLE + " people with a thread open", all.count(), "clicks"),
                Figure.told("B5", "“more” until it is answered, p50", more.p50(), "ms"),
                Figure.told("B5", "“more” until it is answered, p95", more.p95(), "ms"),
                Figure.told("B5", "a reaction until it is answered, p50", reacted.p50(), "ms"),
                Figure.told("B5", "a reaction until it is answered, p95", reacted.p95(), "ms"),
                Figure.told("B5", "a reply opened until it is answered, p50", replied.p50(), "ms"),
                Figure.told("B5", "a reply opened until it is answered, p95", replied.p95(), "ms"),
                Figure.atMost("B5", "any click until it is answered, p50", all.p50(), "ms", 15, 8),
                Figure.atMost("B5", "any click until it is answered, p95", all.p95(), "ms", 40, 20),
                Figure.told("B5", "memory of the process, heap of 512 MB", house.residentBytes() / 1e6, "MB"));
    }

    /** Everybody clicks in turn, so that nobody clicks again before their last click was answered. */
    private void click(List<Person> people, int seconds, boolean measured)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int number = 0; number < PER_SECOND * seconds; number++) {
                long due = begin + number * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                Person person = people.get(number % people.size());
                int kind = random.nextInt(3);
                int post = 1 + random.nextInt(TalkRows.POSTS_EACH);
                boolean given = random.nextBoolean();
                clicks.add(fingers.submit(() -> {
                    long pressed = System.nanoTime();
                    Latencies times = switch (kind) {
                        case 0 -> press(person, more, "stretch", "near", post);
                        case 1 -> press(person, reacted, "react", id(person, post), Reaction.HEART.name(), given);
                        default -> press(person, replied, "source", id(person, post));
                    };
                    long taken = System.nanoTime() - pressed;
                    if (measured) {
                        times.add(taken);
                        all.add(taken);
                    }
                    return null;
                }));
            }
            for (var click : clicks) {
                click.get();
            }
        }
    }

    private static Latencies press(Person person, Latencies times, String method, Object... arguments)
            throws IOException, InterruptedException {
        SimulatedUser page = person.page();
        HttpResponse<String> answer = page.call(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                page.node("kvartal-posts"),
                "templateEventMethodName",
                method,
                "templateEventMethodArgs",
                List.of(arguments),
                "promise",
                1));
        String body = answer.body();
        if (answer.statusCode() != 200 || body.contains("appError") || body.contains("\"problem\"")) {
            throw new IOException(method + " was answered with " + answer.statusCode() + " " + body);
        }
        return times;
    }

    /** As the rows are made. */
    private static String id(Person person, int post) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest(("post " + person.thread() + " " + post).getBytes(StandardCharsets.UTF_8));
            BigInteger number = new BigInteger(1, hash);
            return new UUID(number.shiftRight(64).longValue(), number.longValue()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
