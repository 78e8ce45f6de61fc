package org.kvartal.forum.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.kvartal.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What time brings to the forum: the drafts of series, and letters that invite, written in the background. */
@Configuration(proxyBeanMethods = false)
class ForumJobs {

    private static final TaskDescriptor<Void> GO_ON = TaskDescriptor.of("forum.invite");

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

        void goOn() {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(GO_ON.instance(Ids.next().toString()).scheduledTo(clock.instant()));
        }
    }

    /** A job that failed is not tried again by itself: {@link #inviteWhoeverIsLeft} finds what it left. */
    @Bean
    CustomTask<Void> inviteToSessions(SessionLetters letters, Clock clock) {
        return Tasks.custom(GO_ON).onFailure((_, job) -> job.remove()).execute((_, context) -> {
            while (letters.goOn()) {
                if (context.getSchedulerState().isShuttingDown()
                        || Thread.currentThread().isInterrupted()) {
                    return (complete, later) -> later.reschedule(complete, clock.instant());
                }
            }
            return (_, done) -> done.remove();
        });
    }

    @Bean
    RecurringTask<Void> inviteWhoeverIsLeft(SessionLetters letters) {
        return Tasks.recurring("forum.invite-left", FixedDelay.ofSeconds(30)).execute((_, _) -> {
            var _ = letters.goOn();
        });
    }

    @Bean
    RecurringTask<Void> draftNextSessions(Drafting drafting) {
        return Tasks.recurring("forum.drafts", FixedDelay.ofMinutes(1)).execute((_, _) -> drafting.settle());
    }

    @Bean
    RecurringTask<Void> forgetHalfWritten(HalfWritten drafts) {
        return Tasks.recurring("forum.forget-half-written", FixedDelay.ofHours(6))
                .execute((_, _) -> drafts.forget());
    }
}
