package org.kvartal.kernel;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that code asks, which tests turn, and the house that everybody asks what it is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GivenHouse.class)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    House houseAsSetUp(KeptHouse book) {
        return book.house();
    }
}
