package org.kvartal.accounts.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountsSettings.class)
class AccountsConfiguration {

    /** What has expired is refused at once anyway; this only keeps the tables small. */
    @Bean
    RecurringTask<Void> forgetExpiredSignIns(SignIns signIns, SignUps signUps, WrongPasswords wrong) {
        return Tasks.recurring("accounts.forget-expired", FixedDelay.ofHours(1)).execute((_, _) -> {
            signIns.forgetExpired();
            signUps.forgetExpired();
            wrong.forgetOld();
        });
    }
}
