package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.calendar.Repetition;
import org.kvartal.forum.SeriesBook.NextSession;
import org.kvartal.forum.SeriesBook.SeriesCard;
import org.kvartal.forum.SeriesBook.SeriesPage;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Series as pages show them. */
@Component
class SeriesReads {

    private static final int COMING = 6;

    private final JdbcClient jdbc;
    private final ForumSight sight;
    private final Facilitators facilitators;
    private final People people;
    private final HouseClock clock;

    SeriesReads(JdbcClient jdbc, ForumSight sight, Facilitators facilitators, People people, HouseClock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.facilitators = facilitators;
        this.people = people;
        this.clock = clock;
    }

    List<SeriesCard> all(Asker asker) {
        Facilitating facilitating = sight.of(asker);
        return jdbc.sql("""
                SELECT r.*, n.year, n.number, n.state, n.starts_at,
                       (SELECT count(*) FROM agenda_item i WHERE i.series = r.id AND i.state = 'PROPOSED') AS proposed
                  FROM forum_series r
                  LEFT JOIN LATERAL (SELECT s.year, s.number, s.state, s.starts_at FROM forum_session s
                                      WHERE s.series = r.id AND s.state <> 'CANCELLED' AND s.ends_at > :now AND""" + ForumSight.KNOWN + """
                                      ORDER BY s.starts_at LIMIT 1) n ON true
                 WHERE r.ended_at IS NULL
                 ORDER BY r.made_at, r.id
                 LIMIT 200""")
                .param("now", Columns.moment(clock.now()))
                .param("all", facilitating.all())
                .param("mine", facilitating.mine())
                .query((row, _) -> card(row, facilitating))
                .list();
    }

    /** @param mayName whether the asker says who facilitates */
    SeriesPage page(SessionSeries series, boolean mayName, Instant now) {
        List<PersonId> named = facilitators.of(series.id());
        Map<PersonId, PersonCard> cards = people.cards(named);
        List<LocalDateTime> standing = jdbc.sql(
                        "SELECT occurrence FROM forum_session WHERE series = :series AND occurrence >= :from ORDER BY occurrence")
                .param("series", series.id().value())
                .param("from", LocalDateTime.ofInstant(now, series.recurrence().zone()))
                .query((row, _) -> row.getObject("occurrence", LocalDateTime.class))
                .list();
        return new SeriesPage(
                series.id(),
                series.version(),
                series.content(),
                named.stream().map(cards::get).filter(Objects::nonNull).toList(),
                series.ended()
                        ? List.of()
                        : Drafting.dates(series.recurrence(), now).stream()
                                .filter(date -> !standing.contains(date))
                                .limit(COMING)
                                .toList(),
                series.endedAt(),
                mayName);
    }

    private static SeriesCard card(ResultSet row, Facilitating facilitating) throws SQLException {
        SeriesId id = new SeriesId(Columns.id(row, "id"));
        boolean mine = facilitating.of(id);
        Instant starts = Columns.momentOrNull(row, "starts_at");
        return new SeriesCard(
                id,
                Stored.text(row, "name"),
                SessionSeries.recurrence(
                        row.getObject("starts", LocalDateTime.class),
                        ZoneId.of(row.getString("zone")),
                        Repetition.Rhythm.valueOf(row.getString("rhythm")),
                        row.getInt("every")),
                row.getInt("minutes"),
                new Venue(row.getString("place"), row.getString("city"), mine ? row.getString("call_link") : ""),
                starts == null
                        ? null
                        : new NextSession(
                                new SessionCode(row.getInt("year"), row.getInt("number")).toString(),
                                SessionState.valueOf(row.getString("state")),
                                starts),
                mine ? row.getLong("proposed") : 0,
                mine);
    }
}
