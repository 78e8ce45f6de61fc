package org.kvartal.kernel.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells a proxy whether the house can read and write. Asking it costs the database nothing, however often it is asked. */
@Component("database")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.isAway() ? Health.down().build() : Health.up().build();
    }
}
