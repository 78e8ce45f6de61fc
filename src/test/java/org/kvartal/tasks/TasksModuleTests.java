package org.kvartal.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for whom, from the act that opens it to the act that settles it. */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
@Import({TurnableClock.Hands.class, SqlCounter.class, TasksModuleTests.House.class})
class TasksModuleTests {

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TurnableClock clock;

    final PersonId ann = PersonId.next();
    final Asker asAnn = Asker.of(ann);
    final String key = "trial.answer:" + Ids.next();

    @Test
    void aDayIsADayInItsOwnCalendar() {
        Due due = Due.on(LocalDate.of(2026, 12, 24), ZoneId.of("Asia/Vladivostok"));
        open(new TaskWish(key, Audience.person(ann), "trial.task.answer", List.of("x"), "/app/x", due));

        assertThat(tasks.owed(asAnn, 10))
                .singleElement()
                .extracting(TaskLine::due)
                .isEqualTo(due);
        assertThat(due.over()).isEqualTo(Instant.parse("2026-12-24T14:00:00Z"));
    }

    @Test
    void whatWaitsForMeIsShownWithWhereItIsDone() {
        Due due = Due.at(Instant.parse("2026-12-24T16:00:00Z"));
        open(new TaskWish(
                key, Audience.person(ann), "trial.task.answer", List.of("Бояна", "{0}' \\"), "/app/x?y=1", due));

        assertThat(tasks.owed(asAnn, 10)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo(key);
            assertThat(task.messageKey()).isEqualTo("trial.task.answer");
            assertThat(task.arguments()).containsExactly("Бояна", "{0}' \\");
            assertThat(task.path()).isEqualTo("/app/x?y=1");
            assertThat(task.due()).isEqualTo(due);
            assertThat(task.since()).isBeforeOrEqualTo(clock.instant());
        });
        assertThat(tasks.count(asAnn)).isEqualTo(1);
    }

    @Test
    void theSameMatterIsOneTaskWhileItIsOpen() {
        open(wish(key, "first"));
        open(wish(key, "second"));
        assertThat(tasks.owed(asAnn, 10)).extracting(TaskLine::arguments).containsExactly(List.of("first"));

        done(key);
        done(key);
        assertThat(tasks.owed(asAnn, 10)).isEmpty();

        open(wish(key, "third"));
        assertThat(tasks.owed(asAnn, 10)).extracting(TaskLine::arguments).containsExactly(List.of("third"));
    }

    @Test
    void theSameMatterOpenedByManyAtOnceIsOneTask() throws Exception {
        int openers = 8;
        CyclicBarrier together = new CyclicBarrier(openers);
        try (var threads = Executors.newFixedThreadPool(openers)) {
            List<Callable<Void>> acts = IntStream.range(0, openers)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        together.await();
                        open(wish(key, "x"));
                        return null;
                    })
                    .toList();
            for (var act : threads.invokeAll(acts)) {
                act.get();
            }
        }

        assertThat(tasks.count(asAnn)).isEqualTo(1);
    }

    @Test
    void whatFailsOpensAndClosesNothing() {
        open(wish(key, "stays"));
        transaction.executeWithoutResult(status -> {
            tasks.done(key);
            tasks.open(wish(key + "-other", "never"));
            status.setRollbackOnly();
        });

        assertThat(tasks.owed(asAnn, 10)).extracting(TaskLine::key).containsExactly(key);
        assertThatThrownBy(() -> tasks.open(wish(key, "x"))).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> tasks.done(key)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theOldestStandsFirstAndNoMoreComesThanWasAskedFor() {
        for (int i = 0; i < 4; i++) {
            open(wish(key + i, "task " + i));
            clock.turn(Duration.ofMinutes(1));
        }

        assertThat(tasks.owed(asAnn, 3)).extracting(TaskLine::key).containsExactly(key + 0, key + 1, key + 2);
        assertThat(tasks.count(asAnn)).isEqualTo(4);
    }

    @Test
    void eachSeesWhatWaitsForThemAndTheirRolesAlone() {
        Asker officer = Asker.of(House.OFFICER);
        open(wish(key + "-hers", "hers"));
        open(new TaskWish(key + "-office", Audience.role("OFFICER"), "trial.task.answer", List.of("x"), "/app", null));

        assertThat(tasks.owed(asAnn, 10)).extracting(TaskLine::key).containsExactly(key + "-hers");
        assertThat(tasks.owed(officer, 500)).extracting(TaskLine::key).contains(key + "-office");
        assertThat(tasks.owed(officer, 500)).extracting(TaskLine::key).doesNotContain(key + "-hers");
        for (Asker nobody : List.of(Asker.guest(), Asker.house("test"), Asker.of(PersonId.next()))) {
            assertThat(tasks.owed(nobody, 500)).isEmpty();
            assertThat(tasks.count(nobody)).isZero();
        }
    }

    @Test
    void anyNumberOfTasksIsOneStatement() {
        for (int i = 0; i < 50; i++) {
            open(wish(key + i, "task " + i));
        }

        assertThat(SqlCounter.during(() -> tasks.owed(asAnn, 50)).statements()).hasSize(1);
        assertThat(SqlCounter.during(() -> tasks.count(asAnn)).statements()).hasSize(1);
    }

    @Test
    void whatNobodyCouldReadOrFollowIsRefusedWhereItIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        open(new TaskWish(key, Audience.person(ann), "trial.no-such-task", List.of(), "/app", null)))
                .withMessageContaining("trial.no-such-task");
        for (String path :
                List.of("", "/", "app", "https://elsewhere.example", "/app//elsewhere", "/app/a b", "/apple")) {
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> wish(Audience.person(ann), key, path));
        }
        for (String audience : List.of("", "OFFICER", "role:", "person: x")) {
            assertThatIllegalArgumentException().as(audience).isThrownBy(() -> wish(audience, key, "/app"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> wish(Audience.person(ann), " ", "/app"));
        assertThatIllegalArgumentException().isThrownBy(() -> wish(Audience.person(ann), "k".repeat(201), "/app"));
    }

    private TaskWish wish(String matter, String argument) {
        return new TaskWish(matter, Audience.person(ann), "trial.task.answer", List.of(argument), "/app/x", null);
    }

    private static TaskWish wish(String audience, String matter, String path) {
        return new TaskWish(matter, audience, "trial.task.answer", List.of("x"), path, null);
    }

    private void open(TaskWish wish) {
        transaction.executeWithoutResult(_ -> tasks.open(wish));
    }

    private void done(String matter) {
        transaction.executeWithoutResult(_ -> tasks.done(matter));
    }

    /** Knows the people and one officer. */
    @TestConfiguration(proxyBeanMethods = false)
    static class House {

        static final PersonId OFFICER = PersonId.next();

        @Bean
        TaskAudiences themselves() {
            return asker -> asker.person().map(Audience::person).map(Set::of).orElse(Set.of());
        }

        @Bean
        TaskAudiences office() {
            return asker -> asker.equals(Asker.of(OFFICER)) ? Set.of(Audience.role("OFFICER")) : Set.of();
        }
    }
}
