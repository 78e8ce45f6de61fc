package org.kvartal.missions.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings to projects: silence that stands for a yes, silence at gates that never does, silence that is too long, tasks that become due, looks back. */
@Configuration(proxyBeanMethods = false)
class ProjectJobs {

    @Bean
    RecurringTask<Void> confirmLogRowsBySilence(ProjectTime time) {
        return Tasks.recurring("missions.log", FixedDelay.ofMinutes(15)).execute((_, context) -> {
            while (time.assumeSilence()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> remindOfGates(ProjectTime time) {
        return Tasks.recurring("missions.gates", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.remindOfGates()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> tellOfSilentProjects(ProjectTime time) {
        return Tasks.recurring("missions.silent", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.tellSilent()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> openTasksOfPlans(ProjectTime time) {
        return Tasks.recurring("missions.plan", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.openPlanned()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }

    @Bean
    RecurringTask<Void> openLooksBack(ProjectTime time) {
        return Tasks.recurring("missions.look", FixedDelay.ofHours(1)).execute((_, context) -> {
            while (time.openLooks()) {
                if (context.getSchedulerState().isShuttingDown()) {
                    return;
                }
            }
        });
    }
}
