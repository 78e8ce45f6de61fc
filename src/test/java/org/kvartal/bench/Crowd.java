package org.kvartal.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kvartal.testing.SimulatedUser;

/** Many people who do something, one after the other through a few doors or all in the same moment. */
final class Crowd {

    private static final int DOORS = 6;

    private Crowd() {}

    /** What one of them does. */
    interface Act<T> {
        T of(int number) throws IOException, InterruptedException;
    }

    /** Cookies of people who have signed in with the form, as many as wanted; the first has that number. */
    static List<String> signIns(URI address, int first, int count) throws InterruptedException, ExecutionException {
        return inTurn(count, number -> SimulatedUser.signIn(address, Filling.email(first + number), Filling.PASSWORD));
    }

    /** Each does it once, a few at a time. */
    static <T> List<T> inTurn(int count, Act<T> act) throws InterruptedException, ExecutionException {
        try (var doors = Executors.newFixedThreadPool(DOORS)) {
            return run(doors, count, act);
        }
    }

    /** All do it at the same moment. */
    static <T> List<T> atOnce(int count, Act<T> act) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(count);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            return run(all, count, number -> {
                try {
                    start.await();
                } catch (java.util.concurrent.BrokenBarrierException broken) {
                    throw new IOException(broken);
                }
                return act.of(number);
            });
        }
    }

    private static <T> List<T> run(ExecutorService executor, int count, Act<T> act)
            throws InterruptedException, ExecutionException {
        List<Callable<T>> acts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int place = number;
            acts.add(() -> act.of(place));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : executor.invokeAll(acts)) {
            results.add(result.get());
        }
        return results;
    }

    /** Looks every few milliseconds until it is so, or until the time is over; returns whether it is so. */
    static boolean until(int seconds, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }
}
