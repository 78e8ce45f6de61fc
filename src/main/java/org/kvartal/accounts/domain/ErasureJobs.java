package org.kvartal.accounts.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.kvartal.accounts.Erasures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@Configuration(proxyBeanMethods = false)
class ErasureJobs {

    private final Erasures erasures;

    ErasureJobs(Erasures erasures) {
        this.erasures = erasures;
    }

    /** A database that was brought back from an older copy knows nothing of who was erased since. */
    @EventListener(ApplicationReadyEvent.class)
    void applyAgain() {
        erasures.applyAgain();
    }

    @Bean
    RecurringTask<Void> eraseWhoIsDue(ErasureWork work) {
        return Tasks.recurring("accounts.erase-who-is-due", FixedDelay.ofMinutes(1))
                .execute((_, _) -> work.work());
    }

    /** Somebody waits for it. A look is one statement. */
    @Bean
    RecurringTask<Void> makeOwnCopies(CopyRoom copies) {
        return Tasks.recurring("accounts.make-own-copies", FixedDelay.ofSeconds(5))
                .execute((_, _) -> copies.work());
    }

    @Bean
    RecurringTask<Void> clearOwnCopies(CopyRoom copies) {
        return Tasks.recurring("accounts.clear-own-copies", FixedDelay.ofHours(1))
                .execute((_, _) -> copies.clear());
    }
}
