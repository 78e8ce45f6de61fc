package org.kvartal.imports.domain;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportsConfiguration {

    /** Half of the house's threads for jobs: letters go out while files come in. */
    private static final int AT_ONCE = 2;

    private static final Duration TURN = Duration.ofSeconds(5);

    /** A job that failed is not tried again by itself: {@link #goOnWithLeftImports} finds what it left. */
    @Bean
    CustomTask<Void> goOnWithImport(Porter porter, Clock clock) {
        Semaphore places = new Semaphore(AT_ONCE);
        return Tasks.custom(Jobs.GO_ON).onFailure((_, job) -> job.remove()).execute((job, context) -> {
            if (!places.tryAcquire()) {
                return later(clock, TURN);
            }
            try {
                return goOn(porter, Jobs.batch(job.getId()), context)
                        ? later(clock, Duration.ZERO)
                        : (_, done) -> done.remove();
            } finally {
                places.release();
            }
        });
    }

    @Bean
    RecurringTask<Void> goOnWithLeftImports(LeftImports left) {
        return Tasks.recurring("imports.go-on-with-left", FixedDelay.ofSeconds(10))
                .execute((_, _) -> left.goOn());
    }

    @Bean
    RecurringTask<Void> forgetOldImports(LeftImports left) {
        return Tasks.recurring("imports.forget-old", FixedDelay.ofHours(12)).execute((_, _) -> left.forget());
    }

    /** Works until all is done, or the house closes; tells whether there is more to do. */
    private static boolean goOn(Porter porter, UUID batch, ExecutionContext context) {
        while (porter.goOn(batch)) {
            if (context.getSchedulerState().isShuttingDown()
                    || Thread.currentThread().isInterrupted()) {
                return true;
            }
        }
        return false;
    }

    private static CompletionHandler<Void> later(Clock clock, Duration wait) {
        return (complete, job) -> job.reschedule(complete, clock.instant().plus(wait));
    }
}
