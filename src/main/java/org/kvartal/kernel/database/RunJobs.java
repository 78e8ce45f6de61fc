package org.kvartal.kernel.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.FailedJobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jobs as the scheduler's table tells them. */
@Component
class RunJobs implements FailedJobs {

    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final Clock clock;

    RunJobs(JdbcClient jdbc, Scheduler scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE consecutive_failures > 0")
                .query(Long.class)
                .single();
    }

    @Override
    public List<FailedJob> latest(int limit) {
        return jdbc.sql("""
                SELECT task_name, task_instance, consecutive_failures, last_failure, execution_time FROM scheduled_tasks
                 WHERE consecutive_failures > 0 ORDER BY last_failure DESC, task_name, task_instance LIMIT ?
                """)
                .param(limit)
                .query((row, _) -> new FailedJob(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        row.getInt("consecutive_failures"),
                        Columns.moment(row, "last_failure"),
                        Columns.moment(row, "execution_time")))
                .list();
    }

    @Override
    @Transactional
    public boolean runNow(String job, String instance) {
        // Guarded by the row itself: one that a node has picked meanwhile is left alone, as the scheduler does.
        boolean moved = jdbc.sql("""
                UPDATE scheduled_tasks SET execution_time = :now, version = version + 1
                 WHERE task_name = :job AND task_instance = :instance AND consecutive_failures > 0 AND NOT picked
                """)
                        .param("now", Columns.moment(clock.instant()))
                        .param("job", job)
                        .param("instance", instance)
                        .update()
                == 1;
        if (moved) {
            AfterCommit.run(scheduler::triggerCheckForDueExecutions);
        }
        return moved;
    }

    @Override
    public List<String> recurring() {
        return jdbc.sql("SELECT task_name FROM scheduled_tasks WHERE task_instance = 'recurring' ORDER BY task_name")
                .query((row, _) -> row.getString("task_name"))
                .list();
    }
}
