package org.kvartal.advocacy.domain;

import static java.util.Collections.unmodifiableMap;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.Figures;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recommendations, letters and measures, counted; for guests once for all of them until something changes. */
@Component
class Counts {

    /** In every zone a day begins at one of these steps; what is late changes with the day. */
    private static final Duration STEP = Duration.ofMinutes(15);

    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();
    private final AdvocacySight sight;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Counts(AdvocacySight sight, JdbcClient jdbc, HouseClock clock) {
        this.sight = sight;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Kept(long revision, long step, Figures figures) {}

    /** Changes with everything that the lists show to a guest. */
    long revision() {
        return jdbc.sql("SELECT revision FROM advocacy").query(Long.class).single();
    }

    Figures of(Asker asker) {
        if (!(asker instanceof Asker.Guest)) {
            return count(asker);
        }
        // Asked for before it is counted: what changes meanwhile is counted again.
        long revision = revision();
        long step = clock.now().getEpochSecond() / STEP.toSeconds();
        Kept before = kept.get();
        if (before != null && before.revision() == revision && before.step() == step) {
            return before.figures();
        }
        Figures figures = count(asker);
        kept.set(new Kept(revision, step, figures));
        return figures;
    }

    private Figures count(Asker asker) {
        Map<RecommendationState, Integer> states = new EnumMap<>(RecommendationState.class);
        jdbc.sql("SELECT r.state, count(*) AS number FROM recommendation r WHERE" + AdvocacySight.KNOWN
                        + "GROUP BY r.state")
                .params(sight.values(asker))
                .query(row -> {
                    states.put(Stored.code(row, "state", RecommendationState.class), row.getInt("number"));
                });
        Map<Position, Integer> positions = new EnumMap<>(Position.class);
        jdbc.sql("SELECT position, count(*) AS number FROM dispatch WHERE position IS NOT NULL GROUP BY position")
                .query(row -> {
                    positions.put(Stored.code(row, "position", Position.class), row.getInt("number"));
                });
        Map<MeasureState, Integer> done = new EnumMap<>(MeasureState.class);
        jdbc.sql("SELECT state, count(*) AS number FROM measure GROUP BY state").query(row -> {
            done.put(Stored.code(row, "state", MeasureState.class), row.getInt("number"));
        });
        record Waits(int waiting, int late) {}
        Waits waits = jdbc.sql("""
                SELECT count(*) AS waiting,
                       count(*) FILTER (WHERE reply_by < (:now AT TIME ZONE zone)::date) AS late
                  FROM dispatch WHERE state = 'SENT'""")
                .param("now", Columns.moment(clock.now()))
                .query((row, _) -> new Waits(row.getInt("waiting"), row.getInt("late")))
                .single();
        return new Figures(
                unmodifiableMap(states),
                unmodifiableMap(positions),
                waits.waiting(),
                waits.late(),
                unmodifiableMap(done));
    }
}
