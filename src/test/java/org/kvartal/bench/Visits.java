package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Guests who come again and again while something happens to the house, and note how they were answered. */
final class Visits implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean going = true;

    /**
     * One answer.
     *
     * @param at when it was asked for, by {@link System#nanoTime}
     * @param status 0 where none came
     * @param retry what it says about when to come again, empty where nothing
     */
    record Seen(long at, int status, String retry, long nanos) {

        double millis() {
            return nanos / 1e6;
        }

        long answeredAt() {
            return at + nanos;
        }
    }

    /**
     * @param pause of each guest after an answer
     * @param request of the guest with that number
     */
    Visits(int count, Duration pause, IntFunction<HttpRequest> request) {
        for (int guest = 0; guest < count; guest++) {
            int number = guest;
            guests.execute(() -> {
                while (going) {
                    seen.add(ask(client, request.apply(number)));
                    rest(pause);
                }
            });
        }
    }

    /** A guest's question for a page, from an address of their own as a proxy tells it. */
    static HttpRequest page(URI address, String from) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("X-Forwarded-For", from)
                .build();
    }

    static Seen ask(HttpClient client, HttpRequest request) {
        long at = System.nanoTime();
        try {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return new Seen(
                    at,
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    System.nanoTime() - at);
        } catch (IOException none) {
            return new Seen(at, 0, "", System.nanoTime() - at);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Seen(at, -1, "", System.nanoTime() - at);
        }
    }

    private void rest(Duration pause) {
        if (pause.isPositive()) {
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                going = false;
            }
        }
    }

    Stream<Seen> since(long moment) {
        return seen.stream().filter(one -> one.at() >= moment);
    }

    long count(long since, Predicate<Seen> which) {
        return since(since).filter(which).count();
    }

    /** Seconds from a moment until the last answer of that kind came; 0 where none came. */
    double until(long moment, Predicate<Seen> which) {
        return since(moment).filter(which).mapToLong(Seen::answeredAt).max().orElse(moment) / 1e9 - moment / 1e9;
    }

    /** The p95 of what was answered with 200. */
    Latencies latencies(long since) {
        Latencies latencies = new Latencies();
        since(since).filter(one -> one.status() == 200).forEach(one -> latencies.add(one.nanos()));
        return latencies;
    }

    @Override
    public void close() {
        going = false;
        guests.shutdown();
        try {
            if (!guests.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                guests.shutdownNow();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
