package org.kvartal.links.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkJobs {

    @Bean
    RecurringTask<Void> forgetExpiredLinks(LinkRegister links) {
        return Tasks.recurring("links.forget-expired", FixedDelay.ofHours(6)).execute((_, _) -> links.forgetExpired());
    }
}
