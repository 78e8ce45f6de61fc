package org.kvartal.alliance.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DumpJobs {

    /** One look is one statement; only the first of a night finds something to do. */
    @Bean
    RecurringTask<Void> copyDirectoryAtNight(DumpRoom room) {
        return Tasks.recurring("alliance.copy-directory", FixedDelay.ofMinutes(1))
                .execute((_, _) -> room.look());
    }
}
