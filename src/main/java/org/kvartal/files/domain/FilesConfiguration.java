package org.kvartal.files.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FilesConfiguration {

    @Bean
    RecurringTask<Void> sweepFiles(Sweep sweep) {
        return Tasks.recurring("files.sweep", FixedDelay.ofHours(6)).execute((_, _) -> sweep.run());
    }
}
