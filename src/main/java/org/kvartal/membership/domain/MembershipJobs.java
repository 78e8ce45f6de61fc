package org.kvartal.membership.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings. Who may what follows the clock anyway; the jobs only tell of it. */
@Configuration(proxyBeanMethods = false)
class MembershipJobs {

    @Bean
    RecurringTask<Void> membershipDayTurn(DayTurn turn) {
        return Tasks.recurring("membership.day-turn", FixedDelay.ofMinutes(5)).execute((_, _) -> turn.settle());
    }

    @Bean
    RecurringTask<Void> membershipLapses(Lapses lapses) {
        return Tasks.recurring("membership.lapses", FixedDelay.ofHours(1)).execute((_, _) -> {
            lapses.remindAndLapse();
            lapses.purge();
        });
    }
}
