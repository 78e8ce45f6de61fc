package org.kvartal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets time pass for one thing alone. The house's clock goes on as it does, since the other journeys live by it: what was to end later ends now, and the job that looks for
 * such things looks at once.
 */
@TestComponent
class PassingTime {

    private final JdbcClient jdbc;
    private final SchedulerClient jobs;
    private final Clock clock;

    PassingTime(JdbcClient jdbc, SchedulerClient jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Lets the one seat that a seminar holds for somebody be held no longer. */
    void endsOffer(String slug) {
        assertThat(jdbc.sql("""
                        UPDATE seminar_registration SET offer_until = now() - interval '1 minute'
                         WHERE state = 'OFFERED' AND seminar = (SELECT id FROM seminar WHERE slug = :slug)""").param("slug", slug).update()).isEqualTo(1);
        looks("seminars.seats");
    }

    /** Lets the week be over that somebody has to change their mind. */
    void endsWeekOf(PersonId person) {
        assertThat(jdbc.sql(
                                "UPDATE erasure SET due_at = now() - interval '1 minute' WHERE person = :person AND done_at IS NULL")
                        .param("person", person.value())
                        .update())
                .isEqualTo(1);
        looks("accounts.erase-who-is-due");
    }

    /** Lets the letters wait no longer that somebody gets about what they were told. */
    void endsWaitForLetters(PersonId person) {
        await().atMost(Browser.PATIENCE)
                .until(() -> jdbc.sql("""
                        UPDATE notice SET due_at = now() - interval '1 minute', waits_since = now() - interval '11 minutes'
                         WHERE person = :person AND rhythm = 'NOW'""").param("person", person.value()).update() > 0);
        looks("notifications.letters");
    }

    /** Lets somebody have read the one thread that they have opened for so long, the last of it a minute ago. */
    void hasRead(PersonId person, Duration spent) {
        await().atMost(Browser.PATIENCE)
                .until(() -> jdbc.sql("""
                        UPDATE reading SET seconds = :seconds, counted_at = now() - interval '1 minute' WHERE person = :person""")
                                .param("seconds", spent.toSeconds())
                                .param("person", person.value())
                                .update()
                        == 1);
    }

    private void looks(String job) {
        await().atMost(Browser.PATIENCE)
                .ignoreExceptions() // It is looking just now.
                .until(() -> jobs.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), clock.instant()));
    }
}
