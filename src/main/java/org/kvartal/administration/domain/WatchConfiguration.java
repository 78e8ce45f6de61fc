package org.kvartal.administration.domain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.kvartal.administration.HouseFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The same figures for a program that watches: those that nobody but the house can know. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    private static final Logger log = LoggerFactory.getLogger(WatchConfiguration.class);

    @Bean
    MeterBinder houseFigures(Gauges gauges, Clock clock) {
        return registry -> {
            register(
                    registry,
                    gauges,
                    clock,
                    "kvartal.letters.waiting",
                    f -> f.mail().waiting());
            register(
                    registry,
                    gauges,
                    clock,
                    "kvartal.letters.given.up",
                    f -> f.mail().givenUp());
            register(registry, gauges, clock, "kvartal.facts.failed", HouseFigures::failedFacts);
            register(registry, gauges, clock, "kvartal.jobs.failed", HouseFigures::failedJobs);
            register(
                    registry,
                    gauges,
                    clock,
                    "kvartal.people.here",
                    f -> f.people().here());
            register(
                    registry,
                    gauges,
                    clock,
                    "kvartal.database.bytes",
                    f -> f.database().bytes());
            register(
                    registry,
                    gauges,
                    clock,
                    "kvartal.disk.free.bytes",
                    f -> f.disk().free());
        };
    }

    private static void register(
            MeterRegistry registry, Gauges gauges, Clock clock, String name, ToDoubleFunction<HouseFigures> figure) {
        Gauge.builder(name, gauges, read -> value(read, clock, figure)).register(registry);
    }

    /** Not a number while the database is away. */
    private static double value(Gauges gauges, Clock clock, ToDoubleFunction<HouseFigures> figure) {
        try {
            return figure.applyAsDouble(gauges.recent(clock.instant()));
        } catch (DataAccessException | TransactionException away) {
            log.debug("No figures now", away);
            return Double.NaN;
        }
    }
}
