package org.kvartal.administration;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house in which something has failed, as its tables say it. */
@TestComponent
public class WatchedHouse {

    private final JdbcClient jdbc;
    private final Clock clock;

    WatchedHouse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A letter that the server refused with those words. */
    public UUID letter(String subject, String said) {
        return letter(subject, said, "[]");
    }

    /** One whose link is erased. */
    public UUID secretLetter(String subject) {
        return letter(subject, "550 5.1.1 user unknown", null);
    }

    private UUID letter(String subject, String said, @Nullable String arguments) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO letter (id, fact_key, address, name, language, template, subject, arguments, secret, importance,
                                    message_id, state, attempts, due_at, posted_at, settled_at, last_error)
                VALUES (:id, :fact, 'vera@example.org', 'Vera', 'en', 'accounts.letter.known', :subject, :arguments::jsonb, :secret, 1,
                        :message, 'DEAD', 8, :now, :now, :now, :said)
                """)
                .param("id", id)
                .param("fact", "test:" + id)
                .param("subject", subject)
                .param("arguments", arguments)
                .param("secret", arguments == null)
                .param("message", "<" + id + "@test>")
                .param("now", Columns.moment(clock.instant()))
                .param("said", said)
                .update();
        return id;
    }

    public String state(UUID letter) {
        return jdbc.sql("SELECT state FROM letter WHERE id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    /** A fact that a listener of that name could not deal with. */
    public UUID fact(String listener) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                                               last_resubmission_date)
                VALUES (:id, :listener, 'org.kvartal.trial.Outer$BellRung', '{}', :now, 'FAILED', 3, :later)
                """)
                .param("id", id)
                .param("listener", listener)
                .param("now", Columns.moment(clock.instant()))
                // Nobody sends it again while a test looks at it.
                .param("later", Columns.moment(clock.instant().plusSeconds(86_400)))
                .update();
        return id;
    }

    /** A job that failed, and is due tomorrow. */
    public void job(String name) {
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_failure, consecutive_failures, version)
                VALUES (:name, 'recurring', :next, false, :now, 4, 1)
                """)
                .param("name", name)
                .param("next", Columns.moment(clock.instant().plusSeconds(86_400)))
                .param("now", Columns.moment(clock.instant()))
                .update();
    }

    public boolean isDue(String job) {
        return jdbc.sql("SELECT execution_time <= :now FROM scheduled_tasks WHERE task_name = :job")
                .param("job", job)
                .param("now", Columns.moment(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Everything is well again. */
    public void mend() {
        jdbc.sql("DELETE FROM letter").update();
        jdbc.sql("DELETE FROM event_publication").update();
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name LIKE 'trial.%'").update();
    }
}
