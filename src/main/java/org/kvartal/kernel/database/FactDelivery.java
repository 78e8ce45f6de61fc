package org.kvartal.kernel.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.AfterRestore;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.FailedFacts;
import org.kvartal.kernel.House;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Sends facts again to listeners that failed, later and later, and those that a dying program left half-way. The
 * registry's own age filter is not applied by its JDBC repository, so what is due is decided here.
 */
@Component
class FactDelivery implements FailedFacts, AfterRestore {

    /** No listener works for this long: whoever had the fact is dead. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    /** Facts sent at once, so that a long queue does not keep every connection busy. */
    private static final int BATCH = 100;

    private static final int NO_LIMIT = 100_000;

    private static final String WAITS = "completion_date IS NULL AND status = 'FAILED'";

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final Clock clock;
    private final boolean alone;
    private final Instant begun;

    FactDelivery(JdbcClient jdbc, FailedEventPublications failed, Clock clock, House house) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.clock = clock;
        this.alone = house.embedded();
        this.begun = clock.instant();
    }

    /** Sends again what is due. */
    void sendAgain() {
        var now = clock.instant();
        giveUpOnTheDead(now);
        var due = due(now);
        if (!due.isEmpty()) {
            resubmit(due);
        }
    }

    private void resubmit(Set<UUID> facts) {
        failed.resubmit(ResubmissionOptions.defaults()
                .withMaxInFlight(NO_LIMIT)
                .withBatchSize(NO_LIMIT)
                .withFilter(publication -> facts.contains(publication.getIdentifier())));
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT count(*) FROM event_publication WHERE " + WAITS)
                .query(Long.class)
                .single();
    }

    @Override
    public List<FailedFact> oldest(int limit) {
        return jdbc.sql(
                        "SELECT id, listener_id, event_type, completion_attempts, publication_date FROM event_publication"
                                + " WHERE " + WAITS + " ORDER BY publication_date, id LIMIT ?")
                .param(limit)
                .query((row, _) -> new FailedFact(
                        Columns.id(row, "id"),
                        row.getString("listener_id"),
                        name(row.getString("event_type")),
                        row.getInt("completion_attempts"),
                        Columns.moment(row, "publication_date")))
                .list();
    }

    @Override
    public boolean sendAgain(UUID id) {
        boolean waits = jdbc.sql("SELECT EXISTS (SELECT FROM event_publication WHERE id = ? AND " + WAITS + ")")
                .param(id)
                .query(Boolean.class)
                .single();
        if (waits) {
            // After the act is written down: the listener may be done before.
            AfterCommit.run(() -> resubmit(Set.of(id)));
        }
        return waits;
    }

    /** What was on its way when the house was kept is nobody's work any more. */
    @Override
    public void settle(Instant keptAt) {
        jdbc.sql("UPDATE event_publication SET status = 'FAILED' WHERE completion_date IS NULL AND status <> 'FAILED'")
                .update();
    }

    private static String name(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** With an embedded database there is no other program that may still work on what an earlier run began. */
    private void giveUpOnTheDead(Instant now) {
        var abandonedBefore = now.minus(ABANDONED);
        jdbc.sql("""
                        UPDATE event_publication SET status = 'FAILED'
                        WHERE completion_date IS NULL AND status <> 'FAILED'
                          AND coalesce(last_resubmission_date, publication_date) < ?
                        """)
                .param(Columns.moment(alone && begun.isAfter(abandonedBefore) ? begun : abandonedBefore))
                .update();
    }

    /** A failed fact waits half a minute, then twice as long after each attempt, an hour at most. */
    private Set<UUID> due(Instant now) {
        return jdbc.sql("""
                        SELECT id FROM event_publication
                        WHERE completion_date IS NULL AND status = 'FAILED'
                          AND coalesce(last_resubmission_date, publication_date)
                              + least(interval '30 seconds' * power(2, least(completion_attempts, 10) - 1), interval '1 hour') <= ?
                        ORDER BY publication_date
                        LIMIT ?
                        """)
                .param(Columns.moment(now))
                .param(BATCH)
                .query((row, _) -> Columns.id(row, "id"))
                .set();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> factDeliveryJob(FactDelivery delivery) {
            return Tasks.recurring("kernel.fact-delivery", FixedDelay.ofSeconds(30))
                    .execute((_, _) -> delivery.sendAgain());
        }
    }
}
