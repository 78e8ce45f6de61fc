package org.kvartal.notifications.domain;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationJobs {

    /** One per telling, begun with its commit. */
    static final TaskDescriptor<Void> CARRY = TaskDescriptor.of("notifications.carry");

    /** From 5 s on each wait is twice as long as the one before: some six hours in all. */
    private static final int ATTEMPTS = 12;

    @Bean
    OneTimeTask<Void> carryNotices(Messenger messenger) {
        return Tasks.oneTime(CARRY)
                .onFailure(new MaxRetriesFailureHandler<>(
                        ATTEMPTS, new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 2)))
                .execute((job, _) -> messenger.carry(UUID.fromString(job.getId())));
    }

    @Bean
    RecurringTask<Void> postWaitingNotices(LetterRound round) {
        return Tasks.recurring("notifications.letters", FixedDelay.ofSeconds(15))
                .execute((_, _) -> round.run());
    }

    @Bean
    RecurringTask<Void> postDigests(DigestRound round) {
        return Tasks.recurring("notifications.digests", FixedDelay.ofMinutes(2)).execute((_, _) -> round.run());
    }

    @Bean
    RecurringTask<Void> forgetOldNotices(Pigeonholes pigeonholes) {
        return Tasks.recurring("notifications.forget-old", FixedDelay.ofHours(12))
                .execute((_, _) -> pigeonholes.forgetOld());
    }
}
