package org.kvartal.forum.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.ListKey;
import org.kvartal.forum.Agenda.OwnItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.forum.domain.ItemReads.Lines;
import org.kvartal.forum.domain.ItemReads.Row;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agendas and what waits for them, as pages show them. */
@Component
@Transactional(readOnly = true)
class AgendaReads {

    private static final int MOST_OWN = 50;

    private final JdbcClient jdbc;
    private final ForumSight sight;
    private final ItemReads items;

    AgendaReads(JdbcClient jdbc, ForumSight sight, ItemReads items) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.items = items;
    }

    /**
     * The agenda of a session. What stands for all is counted through, so that an item has the same number for everybody.
     *
     * @param facilitates whether the asker sees internal items
     * @param reads whether the asker sees what comes from threads of the members, and papers
     */
    List<AgendaPart> parts(Asker asker, SessionCard session, boolean facilitates, boolean reads) {
        record Section(UUID id, LocalizedText title) {}
        List<Section> sections = jdbc.sql(
                        "SELECT id, title FROM agenda_section WHERE session = :session ORDER BY position, id")
                .param("session", session.id().value())
                .query((row, _) -> new Section(Columns.id(row, "id"), Stored.text(row, "title")))
                .list();
        List<Row> rows = jdbc.sql(ItemReads.ROWS + " WHERE i.session = :session ORDER BY i.position, i.id")
                .param("session", session.id().value())
                .query((row, _) -> ItemReads.row(row))
                .list();
        Lines lines = items.lines(asker, rows, reads);
        Map<UUID, List<Row>> bySection = new HashMap<>();
        for (Row row : rows) {
            UUID section = row.section();
            if (section != null) {
                bySection.computeIfAbsent(section, _ -> new ArrayList<>()).add(row);
            }
        }
        List<AgendaPart> parts = new ArrayList<>();
        LocalTime begins = session.starts().toLocalTime();
        int number = 0;
        for (Section section : sections) {
            List<ItemLine> shown = new ArrayList<>();
            int minutes = 0;
            for (Row row : bySection.getOrDefault(section.id(), List.of())) {
                @Nullable Integer its = row.common() ? Integer.valueOf(++number) : null;
                if (facilitates || (row.common() && (reads || !row.membersOnly()))) {
                    shown.add(lines.line(row, its, begins));
                    minutes += row.minutes();
                }
                begins = begins.plusMinutes(row.minutes());
            }
            if (facilitates || !shown.isEmpty()) {
                parts.add(new AgendaPart(new SectionId(section.id()), section.title(), shown, minutes));
            }
        }
        return parts;
    }

    Optional<AgendaDesk> desk(Asker asker, String text) {
        Facilitating facilitating = sight.of(asker);
        if (facilitating.nothing()) {
            return Optional.empty();
        }
        record Found(SessionCard card, long version) {}
        return SessionCode.of(text)
                .flatMap(code -> jdbc.sql(SessionRows.CARDS + " AND s.year = :year AND s.number = :number")
                        .params(SessionRows.values(asker, facilitating))
                        .param("year", code.year())
                        .param("number", code.number())
                        .query((row, _) -> new Found(SessionRows.card(row), row.getLong("agenda_version")))
                        .optional())
                .filter(found -> facilitating.of(found.card().series()))
                .map(found -> {
                    List<AgendaPart> parts = parts(asker, found.card(), true, true);
                    return new AgendaDesk(
                            found.card(),
                            found.version(),
                            parts,
                            parts.stream().mapToInt(AgendaPart::minutes).sum(),
                            waiting(found.card().series()));
                });
    }

    private long waiting(@Nullable SeriesId series) {
        return jdbc.sql("SELECT count(*) FROM agenda_item WHERE state = 'PROPOSED' AND " + ofSeries(series))
                .params(seriesValue(series))
                .query(Long.class)
                .single();
    }

    /** Two stretches of two indexes: proposals, and behind them the backlog. */
    Backlog backlog(Asker asker, @Nullable SeriesId series, @Nullable ListKey after, int limit) {
        List<Row> rows = new ArrayList<>();
        if (after == null || !after.taken()) {
            rows.addAll(stretch(series, ItemState.PROPOSED, after, limit + 1));
        }
        if (rows.size() <= limit) {
            rows.addAll(stretch(
                    series, ItemState.BACKLOG, after != null && after.taken() ? after : null, limit + 1 - rows.size()));
        }
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        Lines lines = items.lines(asker, shown, true);
        Row last = more ? shown.getLast() : null;
        return new Backlog(
                shown.stream().map(row -> lines.line(row, null, null)).toList(),
                last == null
                        ? null
                        : new ListKey(last.state() == ItemState.BACKLOG, last.proposedAt(), new ItemId(last.id())));
    }

    private List<Row> stretch(@Nullable SeriesId series, ItemState state, @Nullable ListKey after, int limit) {
        var statement = jdbc.sql(ItemReads.ROWS + " WHERE i.state = '" + state.name() + "' AND i." + ofSeries(series)
                        + (after == null ? "" : " AND (i.proposed_at, i.id) > (:at, :item)")
                        + " ORDER BY i.proposed_at, i.id LIMIT :limit")
                .params(seriesValue(series))
                .param("limit", limit);
        if (after != null) {
            statement = statement
                    .param("at", Columns.moment(after.proposedAt()))
                    .param("item", after.item().value());
        }
        return statement.query((row, _) -> ItemReads.row(row)).list();
    }

    private static String ofSeries(@Nullable SeriesId series) {
        return series == null ? "series IS NULL" : "series = :series";
    }

    private static Map<String, Object> seriesValue(@Nullable SeriesId series) {
        return series == null ? Map.of() : Map.of("series", series.value());
    }

    Optional<ItemLine> find(Asker asker, ItemId id) {
        record Found(Row row, boolean shown) {}
        Optional<Found> found = jdbc.sql("""
                SELECT i.*, (SELECT count(*) FROM agenda_item m WHERE m.merged_into = i.id) AS merged,
                       w.year AS wished_year, w.number AS wished_number, s.opened_at
                  FROM agenda_item i LEFT JOIN forum_session s ON s.id = i.session
                  LEFT JOIN forum_session w ON w.id = i.wished AND w.opened_at IS NOT NULL
                 WHERE i.id = :id""")
                .param("id", id.value())
                .query((row, _) -> new Found(ItemReads.row(row), Columns.momentOrNull(row, "opened_at") != null))
                .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get().row();
        boolean own =
                asker.person().filter(person -> person.equals(row.proposer())).isPresent();
        boolean facilitates = sight.of(asker).of(row.series());
        boolean reads = facilitates || own || sight.reads(asker);
        boolean known = facilitates || own || (found.get().shown() && row.common() && (reads || !row.membersOnly()));
        return known ? Optional.of(items.lines(asker, List.of(row), reads).line(row, null, null)) : Optional.empty();
    }

    List<OwnItem> mine(PersonId person) {
        return jdbc.sql("""
                SELECT i.id, i.title, i.state, i.reason, i.proposed_at, s.year, s.number, m.title AS into_title
                  FROM agenda_item i
                  LEFT JOIN forum_session s ON s.id = i.session AND s.opened_at IS NOT NULL
                  LEFT JOIN agenda_item m ON m.id = i.merged_into
                 WHERE i.proposer = :person
                 ORDER BY i.id DESC LIMIT :limit""")
                .param("person", person.value())
                .param("limit", MOST_OWN)
                .query((row, _) -> {
                    int year = row.getInt("year");
                    String into = row.getString("into_title");
                    return new OwnItem(
                            new ItemId(Columns.id(row, "id")),
                            Stored.text(row, "title"),
                            ItemState.valueOf(row.getString("state")),
                            year == 0 ? null : new SessionCode(year, row.getInt("number")).toString(),
                            row.getString("reason"),
                            into == null ? null : LocalizedText.stored(into),
                            Columns.moment(row, "proposed_at"));
                })
                .list();
    }
}
