package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadTogetherTests {

    private static final int PEOPLE = 200;

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void whoComesWhileOneReadsWaitsForTheNextReadingWithAllOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch came = new CountDownLatch(PEOPLE);
        ReadTogether<String, Integer, Integer> room = new ReadTogether<>((_, askers) -> {
            if (readings.incrementAndGet() == 1) {
                begun.countDown();
                await(goOn);
            }
            return askers.size();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> room.read("S-1", -1));
            begun.await();
            List<Future<Integer>> others = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                others.add(threads.submit(() -> {
                    came.countDown();
                    return room.read("S-1", number);
                }));
            }
            came.await();
            goOn.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                other.get();
            }
        }
        assertThat(readings).hasValueLessThan(PEOPLE / 2);
    }

    @Test
    void everybodyFindsWhatTheyHaveJustDone() throws Exception {
        AtomicInteger done = new AtomicInteger();
        ReadTogether<String, Integer, Integer> room = new ReadTogether<>((_, _) -> done.get());
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> found = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                found.add(threads.submit(() -> {
                    start.await();
                    boolean always = true;
                    for (int act = 0; act < 50; act++) {
                        int mine = done.incrementAndGet();
                        always &= room.read("S-1", number) >= mine;
                    }
                    return always;
                }));
            }
            for (Future<Boolean> each : found) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void nobodyGetsAReadingThatWasMadeForOthersOrForSomethingElse() {
        ReadTogether<String, Integer, Set<Integer>> room = new ReadTogether<>((_, askers) -> askers);
        ReadTogether<String, Integer, String> rooms = new ReadTogether<>((code, _) -> code);

        assertThat(room.read("S-1", 1)).containsExactly(1);
        assertThat(room.read("S-1", 2)).containsExactly(2);
        assertThat(rooms.read("S-1", 1)).isEqualTo("S-1");
        assertThat(rooms.read("S-2", 1)).isEqualTo("S-2");
    }

    @Test
    void whatCouldNotBeReadIsReadAnewByTheNext() {
        AtomicBoolean away = new AtomicBoolean(true);
        ReadTogether<String, Integer, String> room = new ReadTogether<>((_, _) -> {
            if (away.get()) {
                throw new IllegalStateException("away");
            }
            return "back";
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> room.read("S-1", 1))
                .withMessage("away");
        away.set(false);
        assertThat(room.read("S-1", 1)).isEqualTo("back");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
