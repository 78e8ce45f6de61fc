package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
class SchedulerTests {

    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    @TestConfiguration
    static class Jobs {

        @Bean
        OneTimeTask<Void> noteThatItRan() {
            return Tasks.oneTime("test.note").execute((job, _) -> DONE.add(job.getId()));
        }
    }

    @Autowired
    SchedulerClient jobs;

    @Autowired
    OneTimeTask<Void> note;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private String id = "";

    @BeforeEach
    void ownId() {
        id = UUID.randomUUID().toString(); // one instance of a module test serves all its methods
    }

    @Test
    void aJobRunsAtOnce() {
        schedule();
        awaitRun();
    }

    @Test
    void aJobScheduledInATransactionRunsAtOnceAfterTheCommit() {
        transaction.executeWithoutResult(_ -> {
            schedule();
            assertThat(DONE).doesNotContain(id);
        });
        awaitRun();
    }

    @Test
    void aJobScheduledInATransactionThatFailedDoesNotExist() {
        transaction.executeWithoutResult(status -> {
            schedule();
            status.setRollbackOnly();
        });
        assertThat(jobs.getScheduledExecution(note.instance(id))).isEmpty();
    }

    private void schedule() {
        jobs.scheduleIfNotExists(note.instance(id), clock.instant());
    }

    /** Well within the five seconds after which the scheduler looks by itself. */
    private void awaitRun() {
        await().atMost(Duration.ofSeconds(3)).until(() -> DONE.contains(id));
    }
}
