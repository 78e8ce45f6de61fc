package org.kvartal.live.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.kvartal.kernel.Columns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets news that every node has read long ago. */
@Configuration(proxyBeanMethods = false)
class LiveJobs {

    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetOldNews(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("live.forget-old-news", FixedDelay.ofMinutes(10))
                .execute((_, _) -> jdbc.sql("DELETE FROM live_event WHERE happened_at < ?")
                        .param(Columns.moment(clock.instant().minus(KEPT)))
                        .update());
    }
}
