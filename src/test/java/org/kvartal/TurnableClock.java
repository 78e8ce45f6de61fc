package org.kvartal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The house's clock in a test that {@code @Import}s {@link Hands}: runs like any other and can be put forward. */
public final class TurnableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Puts the clock forward. */
    public void turn(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Hands {

        @Bean
        @Primary
        TurnableClock turnableClock() {
            return new TurnableClock();
        }
    }
}
