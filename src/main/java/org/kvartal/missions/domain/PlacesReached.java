package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.Missions.Year;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where public missions were and will be, and how much was done in each year. */
@Component
class PlacesReached {

    private final JdbcClient jdbc;

    PlacesReached(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Place(EntryId entry, int visits, int planned, LocalDate last) {}

    /** Those with most visits first. */
    List<Place> all(int most) {
        return jdbc.sql("""
                SELECT s.entry,
                       count(DISTINCT m.id) FILTER (WHERE m.state IN ('ON_THE_ROAD', 'DEBRIEF', 'DONE')) AS visits,
                       count(DISTINCT m.id) FILTER (WHERE m.state IN ('PLANNING', 'ROSTER_FIXED', 'CONFIRMED')) AS planned,
                       max(s.day) AS last
                  FROM mission_slot s JOIN mission m ON m.id = s.mission
                 WHERE m.shown AND s.entry IS NOT NULL AND s.host_state <> 'DECLINED' AND m.state NOT IN ('PAUSED', 'TERMINATED')
                 GROUP BY s.entry ORDER BY visits DESC, planned DESC, last DESC, s.entry LIMIT :most""")
                .param("most", most)
                .query((row, _) -> new Place(
                        new EntryId(Columns.id(row, "entry")),
                        row.getInt("visits"),
                        row.getInt("planned"),
                        Stored.day(row, "last")))
                .list();
    }

    /** The newest first. Of agreements and projects only how many, which says nothing of any of them. */
    List<Year> years() {
        return jdbc.sql("""
                WITH held AS (SELECT id, extract(year FROM starts)::int AS year FROM mission
                               WHERE shown AND state IN ('ON_THE_ROAD', 'DEBRIEF', 'DONE')),
                     counted AS (
                     SELECT year, count(*) AS missions, 0 AS delegations, 0 AS people, 0 AS places, 0 AS agreements, 0 AS projects
                       FROM held GROUP BY year
                     UNION ALL SELECT h.year, 0, count(*), 0, 0, 0, 0 FROM delegation d JOIN held h ON h.id = d.mission GROUP BY h.year
                     UNION ALL SELECT h.year, 0, 0, count(*), 0, 0, 0
                       FROM traveller t JOIN delegation d ON d.id = t.delegation JOIN held h ON h.id = d.mission GROUP BY h.year
                     UNION ALL SELECT h.year, 0, 0, 0, count(DISTINCT s.entry), 0, 0
                       FROM mission_slot s JOIN held h ON h.id = s.mission GROUP BY h.year
                     UNION ALL SELECT extract(year FROM starts)::int, 0, 0, 0, 0, count(*), 0
                       FROM agreement WHERE in_force_at IS NOT NULL GROUP BY 1
                     UNION ALL SELECT extract(year FROM starts)::int, 0, 0, 0, 0, 0, count(*) FROM mentor_project GROUP BY 1)
                SELECT year, sum(missions)::int AS missions, sum(delegations)::int AS delegations, sum(people)::int AS people,
                       sum(places)::int AS places, sum(agreements)::int AS agreements, sum(projects)::int AS projects
                  FROM counted GROUP BY year ORDER BY year DESC""")
                .query((row, _) -> new Year(
                        row.getInt("year"),
                        row.getInt("missions"),
                        row.getInt("delegations"),
                        row.getInt("people"),
                        row.getInt("places"),
                        row.getInt("agreements"),
                        row.getInt("projects")))
                .list();
    }
}
