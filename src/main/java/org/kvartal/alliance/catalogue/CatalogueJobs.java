package org.kvartal.alliance.catalogue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueJobs {

    /** Begun with the commit of a wish. */
    static final TaskDescriptor<Void> PRINT = TaskDescriptor.of("alliance.print-catalogue");

    @Bean
    OneTimeTask<Void> printCatalogue(PrintRoom room) {
        return Tasks.oneTime(PRINT).execute((_, _) -> room.work());
    }

    /** Short, so that it is hardly ever itself what a crash interrupts. */
    @Bean
    RecurringTask<Void> takeUpLeftCatalogues(PrintRoom room, ObjectProvider<SchedulerClient> jobs, Clock clock) {
        return Tasks.recurring("alliance.take-up-left-catalogues", FixedDelay.ofSeconds(30))
                .execute((_, _) -> room.left()
                        .forEach(edition -> jobs.getObject()
                                .scheduleIfNotExists(
                                        PRINT.instance(edition + ":" + UUID.randomUUID())
                                                .build(),
                                        clock.instant())));
    }

    @Bean
    RecurringTask<Void> clearOldCatalogues(EditionSweep sweep) {
        return Tasks.recurring("alliance.clear-old-catalogues", FixedDelay.ofHours(6))
                .execute((_, _) -> sweep.clear());
    }
}
