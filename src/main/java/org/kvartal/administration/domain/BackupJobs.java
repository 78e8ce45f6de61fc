package org.kvartal.administration.domain;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.kvartal.kernel.House;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupJobs {

    static final TaskDescriptor<Void> WISHED = TaskDescriptor.of("administration.backup-wished");

    /** A moment that no clock change leaves out or repeats in Europe, when few are awake; a house that was closed then makes up for it. */
    private static final LocalTime NIGHT = LocalTime.of(4, 20);

    @Bean
    RecurringTask<Void> backupAtNight(BackupDesk desk, House house) {
        return Tasks.recurring("administration.backup-at-night", Schedules.daily(house.zone(), NIGHT))
                .execute((_, _) -> desk.atNight());
    }

    @Bean
    OneTimeTask<Void> backupAsWished(BackupDesk desk) {
        return Tasks.oneTime(WISHED).execute((_, _) -> desk.asWished());
    }
}
