package org.kvartal.membership.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes the letters of imports in the background, and goes on with what a killed program has left. */
@Configuration(proxyBeanMethods = false)
class InvitationJobs {

    private static final TaskDescriptor<Void> GO_ON = TaskDescriptor.of("membership.invite");
    private static final int ID_LENGTH = 36;

    /** Has the next letters written soon after the caller's transaction has committed. */
    @Component
    static class Wake {

        /** Asked for late: the scheduler needs all jobs, and this is needed by one. */
        private final ObjectProvider<SchedulerClient> scheduler;

        private final Clock clock;

        Wake(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
            this.scheduler = scheduler;
            this.clock = clock;
        }

        void goOn(UUID importId) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            GO_ON.instance(importId + "/" + Ids.next()).scheduledTo(clock.instant()));
        }
    }

    /** A job that failed is not tried again by itself: {@link #goOnWithLeftInvitations} finds what it left. */
    @Bean
    CustomTask<Void> inviteThoseOfAnImport(InvitationRounds rounds, Clock clock) {
        return Tasks.custom(GO_ON).onFailure((_, job) -> job.remove()).execute((job, context) -> {
            UUID id = UUID.fromString(job.getId().substring(0, ID_LENGTH));
            while (rounds.goOn(id)) {
                if (context.getSchedulerState().isShuttingDown()
                        || Thread.currentThread().isInterrupted()) {
                    return (complete, later) -> later.reschedule(complete, clock.instant());
                }
            }
            return (_, done) -> done.remove();
        });
    }

    @Bean
    RecurringTask<Void> goOnWithLeftInvitations(InvitationRounds rounds) {
        return Tasks.recurring("membership.invite-left", FixedDelay.ofSeconds(30))
                .execute((_, _) -> rounds.left().forEach(id -> {
                    var _ = rounds.goOn(id);
                }));
    }

    @Bean
    RecurringTask<Void> forgetInvitees(InvitationRounds rounds) {
        return Tasks.recurring("membership.forget-invitees", FixedDelay.ofHours(6))
                .execute((_, _) -> rounds.forget());
    }
}
