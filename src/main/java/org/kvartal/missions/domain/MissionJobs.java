package org.kvartal.missions.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings to missions and agreements: they set out and come back, rosters are forgotten, agreements begin and end. */
@Configuration(proxyBeanMethods = false)
class MissionJobs {

    @Bean
    RecurringTask<Void> letMissionsGoOn(MissionTime time) {
        return Tasks.recurring("missions.go-on", FixedDelay.ofMinutes(15)).execute((_, _) -> time.goOn());
    }

    @Bean
    RecurringTask<Void> purgeRosters(MissionTime time) {
        return Tasks.recurring("missions.purge", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.purge()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> bringAgreementsIntoForce(MissionTime time) {
        return Tasks.recurring("missions.into-force", FixedDelay.ofMinutes(15)).execute((_, context) -> {
            while (time.bringIntoForce()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> remindOfAgreements(MissionTime time) {
        return Tasks.recurring("missions.agreements", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.remindOfAgreements()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }
}
