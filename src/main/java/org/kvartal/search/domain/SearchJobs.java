package org.kvartal.search.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done for the search from time to time, once in the cluster. */
@Configuration(proxyBeanMethods = false)
class SearchJobs {

    private static final int WORDS = 500;

    /** Works at most half of the time, so that the house has the other half. */
    @Bean
    RecurringTask<Void> searchRebuild(Rebuild rebuild) {
        return Tasks.recurring("search.rebuild", FixedDelay.ofMinutes(1)).execute((_, context) -> {
            long begin = System.nanoTime();
            while (!context.getSchedulerState().isShuttingDown() && rebuild.step()) {
                pause(System.nanoTime() - begin);
                begin = System.nanoTime();
            }
        });
    }

    @Bean
    RecurringTask<Void> searchForgetWords(Forgetting forgetting) {
        return Tasks.recurring("search.forget-words", FixedDelay.ofHours(24)).execute((_, context) -> {
            @Nullable String last = "";
            while (last != null && !context.getSchedulerState().isShuttingDown()) {
                last = forgetting.after(last, WORDS);
            }
        });
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Math.min(1_000, nanos / 1_000_000));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
