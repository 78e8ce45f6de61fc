package org.kvartal.discussions.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.kvartal.kernel.Columns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes drafts that can come to nothing any more: of texts that were posted while a save was under way, of posts that were taken away. */
@Configuration(proxyBeanMethods = false)
class DiscussionJobs {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> tidyDrafts(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("discussions.tidy-drafts", FixedDelay.ofHours(6))
                .execute((_, _) -> jdbc.sql("""
                        DELETE FROM draft d
                         USING post p
                         WHERE p.id = d.post AND d.saved_at < ? AND (d.key NOT LIKE 'edit:%' OR p.deleted_at IS NOT NULL)""")
                        .param(Columns.moment(clock.instant().minus(KEPT)))
                        .update());
    }
}
