package org.kvartal.missions.domain;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kvartal.missions.Missions.Year;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has what is counted together from all missions for everybody; it is counted anew when something of it has changed, once for all who ask meanwhile. Asked without a
 * transaction, so that nobody's unfinished change gets into it.
 */
@Component
class PublicFigures {

    private static final int MOST_PLACES = 2_000;

    private final PlacesReached places;
    private final JdbcClient jdbc;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Figures newest;

    PublicFigures(PlacesReached places, JdbcClient jdbc) {
        this.places = places;
        this.jdbc = jdbc;
    }

    /** @param version what they were counted from, or something newer */
    record Figures(long version, List<PlacesReached.Place> places, List<Year> years) {

        Figures {
            places = List.copyOf(places);
            years = List.copyOf(years);
        }
    }

    long version() {
        return jdbc.sql("SELECT revision FROM missions_shown").query(Long.class).single();
    }

    Figures newest() {
        long version = version();
        Figures known = newest;
        if (known != null && known.version() >= version) {
            return known;
        }
        counting.lock();
        try {
            known = newest;
            if (known == null || known.version() < version) {
                // Told before it is counted: what changes meanwhile has a version after it.
                long counted = version();
                known = new Figures(counted, places.all(MOST_PLACES), places.years());
                newest = known;
            }
            return known;
        } finally {
            counting.unlock();
        }
    }
}
