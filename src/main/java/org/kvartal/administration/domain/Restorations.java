package org.kvartal.administration.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.kernel.AfterRestore;
import org.kvartal.kernel.Columns;
import org.kvartal.mail.PostalRest;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows from a restoration. Before the house opens the modules settle what must not go on; and letters that nobody waits for stay in until an administrator lets
 * them out, since the house that was copied may still stand, or have sent them already.
 */
@Component
class Restorations implements PostalRest, SmartLifecycle {

    static final String TASK = "administration.letters-held";

    private static final Logger log = LoggerFactory.getLogger(Restorations.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<AfterRestore> modules;
    private final Tasks tasks;
    private final Clock clock;
    private volatile boolean running;

    Restorations(
            JdbcClient jdbc, TransactionTemplate transaction, List<AfterRestore> modules, Tasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.modules = modules;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public boolean holds() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM restoration WHERE released_at IS NULL)")
                .query(Boolean.class)
                .single();
    }

    /** From which moment the house was restored that still holds its letters. */
    Optional<Instant> holding() {
        return jdbc.sql("SELECT kept_at FROM restoration WHERE released_at IS NULL ORDER BY restored_at DESC LIMIT 1")
                .query((row, _) -> Columns.moment(row, "kept_at"))
                .optional();
    }

    /** Whether anything was held. */
    boolean release() {
        return jdbc.sql("UPDATE restoration SET released_at = :now WHERE released_at IS NULL")
                        .param("now", Columns.moment(clock.instant()))
                        .update()
                > 0;
    }

    /** Of several nodes one settles; the others wait for its transaction. */
    void settle() {
        transaction.executeWithoutResult(_ -> jdbc
                .sql("""
                UPDATE restoration SET settled_at = :now WHERE settled_at IS NULL RETURNING kept_at
                """)
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> Columns.moment(row, "kept_at"))
                .list()
                .stream()
                .max(Instant::compareTo)
                .ifPresent(this::settle));
    }

    private void settle(Instant keptAt) {
        modules.forEach(module -> module.settle(keptAt));
        tasks.open(new TaskWish(
                TASK,
                Audience.role("ADMINISTRATOR"),
                "administration.task.letters-held",
                List.of(),
                AdministrationPages.BACKUPS,
                null));
        log.warn(
                "This house was restored from a backup of {}: everybody signs in anew, and no letter leaves but what somebody asks for, until an administrator allows it",
                keptAt);
    }

    @Override
    public void start() {
        settle();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before jobs run and pages are answered. */
    @Override
    public int getPhase() {
        return 0;
    }
}
