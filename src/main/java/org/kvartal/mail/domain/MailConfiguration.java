package org.kvartal.mail.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    /** The way to the built-in catcher; with a server set, Spring Boot makes the way to that one. */
    @Bean
    @Conditional(NoMailServer.class)
    JavaMailSenderImpl catchersMailSender(LetterCatcher catcher) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(catcher.host());
        sender.setPort(catcher.port());
        return sender;
    }

    @Bean
    RecurringTask<Void> sendWaitingLetters(Delivery delivery) {
        return Tasks.recurring("mail.send-waiting", FixedDelay.ofSeconds(20)).execute((_, _) -> delivery.deliverDue());
    }

    @Bean
    RecurringTask<Void> forgetOldLetters(Outbox outbox) {
        return Tasks.recurring("mail.forget-old", FixedDelay.ofHours(12)).execute((_, _) -> outbox.forgetOld());
    }
}
