package org.kvartal.advocacy.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings: letters that become late, replies that nobody reads, reports that are due. */
@Configuration(proxyBeanMethods = false)
class AdvocacyJobs {

    @Bean
    RecurringTask<Void> draftRemindersOfLetters(Silence silence) {
        return Tasks.recurring("advocacy.late", FixedDelay.ofMinutes(10)).execute((_, context) -> {
            while (silence.draftReminders()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> remindOfUnreadReplies(Silence silence) {
        return Tasks.recurring("advocacy.unread", FixedDelay.ofHours(1)).execute((_, _) -> silence.remindOfUnread());
    }

    @Bean
    RecurringTask<Void> remindOfReports(ReportDays days) {
        return Tasks.recurring("advocacy.reports", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (days.remind()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }
}
