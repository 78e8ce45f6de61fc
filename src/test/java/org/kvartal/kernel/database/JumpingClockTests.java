package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.TurnableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** The machine's clock jumps an hour: what is due runs once, and what waits does not wait an hour longer (F11 of the promises). */
@ApplicationModuleTest
@Import(TurnableClock.Hands.class)
class JumpingClockTests {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String JOB = "test.each-half-hour";

    @TestConfiguration
    static class Jobs {

        @Bean
        RecurringTask<Void> eachHalfHour() {
            return Tasks.recurring(JOB, FixedDelay.ofMinutes(30)).execute((_, _) -> RUNS.incrementAndGet());
        }
    }

    @Autowired
    TurnableClock clock;

    @Autowired
    Scheduler scheduler;

    @Autowired
    ClockWatch watch;

    @Autowired
    JdbcClient jdbc;

    /** It looks when the test wants it to, and not in between. */
    @BeforeEach
    void theWatchLooksByItselfNoMore() {
        watch.stop();
    }

    @Test
    void anHourForwardAndAnHourBackEachBringOneRun() {
        settled(1);

        clock.turn(Duration.ofHours(1));
        scheduler.triggerCheckForDueExecutions();

        settled(2);
        assertThat(isDueIn()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));

        watch.look();
        clock.turn(Duration.ofHours(-1));
        assertThat(isDueIn()).isGreaterThan(Duration.ofMinutes(89));
        watch.look();

        settled(3);
        assertThat(isDueIn()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        watch.look();
        scheduler.triggerCheckForDueExecutions();
        assertThat(RUNS).hasValue(3);
    }

    @Test
    void aClockThatIsSetRightByAFewSecondsMovesNothing() {
        await().until(() -> RUNS.get() > 0);
        watch.look();
        Duration before = isDueIn();

        clock.turn(Duration.ofSeconds(-20));
        watch.look();
        clock.turn(Duration.ofSeconds(20));

        assertThat(isDueIn()).isCloseTo(before, Duration.ofSeconds(10));
    }

    /** The job has run that often, and its next run is written down. */
    private void settled(int runs) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RUNS.get() >= runs
                        && jdbc.sql(
                                        "SELECT NOT picked AND execution_time > last_success FROM scheduled_tasks WHERE task_name = ?")
                                .param(JOB)
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
        assertThat(RUNS).hasValue(runs);
    }

    private Duration isDueIn() {
        return Duration.between(
                clock.instant(),
                jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = ?")
                        .param(JOB)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }
}
