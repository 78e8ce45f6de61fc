package org.kvartal.kernel.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.House;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Jobs. Every {@link Task} bean of any module is known to the one {@link Scheduler}, which runs it once in the cluster. A
 * job scheduled inside a transaction comes to life with its commit, and then at once.
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    @Bean(destroyMethod = "")
    @DependsOnDatabaseInitialization
    Scheduler scheduler(DataSource dataSource, Clock clock, House house, List<Task<?>> tasks) {
        var scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        tasks.stream()
                                .filter(task -> !(task instanceof OnStartup))
                                .toList())
                .startTasks(startTasks(tasks))
                .clock(clock::instant)
                .threads(4)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .addExecutionInterceptor(new RestingJobs(house))
                .build();
        scheduler.registerSchedulerListener(new CheckAfterCommit(scheduler, clock));
        return scheduler;
    }

    @Bean
    SmartLifecycle schedulerRun(Scheduler scheduler) {
        return new SchedulerRun(scheduler);
    }

    @SuppressWarnings("unchecked") // the builder wants both types of each element, which a list can't declare
    private static <T extends Task<?> & OnStartup> List<T> startTasks(List<Task<?>> tasks) {
        return (List<T>)
                (List<?>) tasks.stream().filter(OnStartup.class::isInstance).toList();
    }

    /**
     * Looks for due jobs as soon as one is visible to others. The scheduler's own immediate execution looks before the
     * surrounding transaction has committed and finds nothing.
     */
    private static class CheckAfterCommit extends AbstractSchedulerListener {

        private final Scheduler scheduler;
        private final Clock clock;

        CheckAfterCommit(Scheduler scheduler, Clock clock) {
            this.scheduler = scheduler;
            this.clock = clock;
        }

        @Override
        public void onExecutionScheduled(TaskInstanceId task, Instant due) {
            if (due.isAfter(clock.instant())) {
                return;
            }
            AfterCommit.run(scheduler::triggerCheckForDueExecutions);
        }
    }

    /** Starts last and stops first, while everything that jobs need is there. */
    private static class SchedulerRun implements SmartLifecycle {

        private final Scheduler scheduler;
        private volatile boolean running;

        SchedulerRun(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            scheduler.start();
            running = true;
        }

        @Override
        public void stop() {
            scheduler.stop();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
