package org.kvartal.seminars.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings: offers that end, registration that opens and closes, seminars that begin and end, reminders. */
@Configuration(proxyBeanMethods = false)
class SeminarJobs {

    @Bean
    RecurringTask<Void> passSeatsOn(SeminarTimes times) {
        return Tasks.recurring("seminars.seats", FixedDelay.ofMinutes(1)).execute((_, _) -> times.passOn());
    }

    @Bean
    RecurringTask<Void> goOnWithSeminars(SeminarTimes times) {
        return Tasks.recurring("seminars.course", FixedDelay.ofMinutes(1)).execute((_, _) -> times.goOn());
    }

    @Bean
    RecurringTask<Void> remindOfSeminars(SeminarTimes times) {
        return Tasks.recurring("seminars.reminders", FixedDelay.ofMinutes(10)).execute((_, _) -> times.remind());
    }
}
