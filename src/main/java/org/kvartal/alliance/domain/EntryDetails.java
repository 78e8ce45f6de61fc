package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.Partnership;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries whole: one statement for them, one for all their relations. */
@Component
class EntryDetails {

    private static final String RELATION = """
            r.id AS relation, r.kind AS relation_kind, r.since, r.until, r.about, r.source,
            coalesce(r.until_day < :today, false) AS ended""";

    private final JdbcClient jdbc;
    private final House house;
    private final Clock clock;

    EntryDetails(JdbcClient jdbc, House house, Clock clock) {
        this.jdbc = jdbc;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Entries in the order asked for, each as anybody may see it.
     *
     * @param publicOnly whether those that are not public are left out
     */
    List<EntryDetail> read(Collection<EntryId> entries, boolean publicOnly) {
        if (entries.isEmpty()) {
            return List.of();
        }
        UUID[] ids = entries.stream().map(EntryId::value).distinct().toArray(UUID[]::new);
        Map<EntryId, List<RelationLine>> relations = relations(ids);
        Map<EntryId, EntryDetail> found = new HashMap<>();
        jdbc.sql("SELECT " + EntryRows.columns("e", "")
                        + ", e.published_at, e.revision FROM entry e WHERE e.id = ANY(:ids)"
                        + (publicOnly ? " AND e.state = 'CONFIRMED'" : ""))
                .param("ids", ids)
                .query((row, _) -> detail(row, relations))
                .list()
                .forEach(detail -> found.put(detail.card().id(), detail));
        return entries.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static EntryDetail detail(ResultSet row, Map<EntryId, List<RelationLine>> relations) throws SQLException {
        EntryContent content = Fields.open(EntryRows.content(row, ""));
        EntryCard card = EntryRows.card(row, "", content);
        return new EntryDetail(
                card,
                content,
                Spelling.latin(content.names().own(), content.names().ownLanguage()),
                relations.getOrDefault(card.id(), List.of()),
                Columns.momentOrNull(row, "published_at"),
                row.getLong("revision"));
    }

    /** The relations of many entries with public ones, by entry: lasting ones first, then by kind and their beginning. */
    private Map<EntryId, List<RelationLine>> relations(UUID[] ids) {
        record Line(EntryId entry, RelationLine line) {}
        Map<EntryId, List<RelationLine>> lines = new HashMap<>();
        jdbc.sql("SELECT looked.id AS looked, r.from_entry = looked.id AS outward, " + RELATION + ", "
                        + EntryRows.columns("o", "o_")
                        + """
                          FROM unnest(:ids::uuid[]) looked (id)
                          JOIN entry_relation r ON %s AND (r.from_entry = looked.id OR r.to_entry = looked.id)
                          JOIN entry o ON o.id = CASE WHEN r.from_entry = looked.id THEN r.to_entry ELSE r.from_entry END
                                      AND o.state = 'CONFIRMED'
                         ORDER BY ended, r.kind, r.since_day DESC NULLS LAST, o.name_en, r.id""".formatted(Agreed.BY_BOTH).indent(1))
                .param("ids", ids)
                .param("today", today())
                .query((row, _) -> new Line(new EntryId(Columns.id(row, "looked")), line(row)))
                .list()
                .forEach(line -> lines.computeIfAbsent(line.entry, _ -> new ArrayList<>())
                        .add(line.line));
        return lines;
    }

    /** Relations of an entry to which one end has yet to agree, by that end; with entries of any state. */
    Map<RelationLine, EntryId> proposals(EntryId entry) {
        Map<RelationLine, EntryId> proposals = new LinkedHashMap<>();
        jdbc.sql("SELECT r.from_entry = :entry AS outward, r.asks, " + RELATION + ", " + EntryRows.columns("o", "o_")
                        + """
                          FROM entry_relation r
                          JOIN entry o ON o.id = CASE WHEN r.from_entry = :entry THEN r.to_entry ELSE r.from_entry END
                         WHERE r.asks IS NOT NULL AND :entry IN (r.from_entry, r.to_entry)
                         ORDER BY r.id""".indent(1))
                .param("entry", entry.value())
                .param("today", today())
                .query((row, _) -> proposals.put(line(row), new EntryId(Columns.id(row, "asks"))))
                .list();
        return proposals;
    }

    private static RelationLine line(ResultSet row) throws SQLException {
        return new RelationLine(
                new RelationId(Columns.id(row, "relation")),
                RelationKind.valueOf(row.getString("relation_kind")),
                row.getBoolean("outward"),
                EntryRows.card(row, "o_"),
                date(row, "since"),
                date(row, "until"),
                text(row, "about"),
                row.getString("source"),
                row.getBoolean("ended"));
    }

    /** Partnerships between public entries: lasting ones first, the newest first. */
    List<Partnership> partnerships(int limit) {
        return jdbc.sql("SELECT " + RELATION + ", " + EntryRows.columns("a", "a_") + ", " + EntryRows.columns("b", "b_")
                        + " FROM " + Agreed.RELATIONS + """
                         WHERE r.kind IN ('TWINNED_WITH', 'AGREEMENT')
                         ORDER BY ended, r.since_day DESC NULLS LAST, a.name_en, b.name_en, r.id
                         LIMIT :limit""".indent(1))
                .param("today", today())
                .param("limit", limit)
                .query((row, _) -> new Partnership(
                        new RelationId(Columns.id(row, "relation")),
                        RelationKind.valueOf(row.getString("relation_kind")),
                        EntryRows.card(row, "a_"),
                        EntryRows.card(row, "b_"),
                        date(row, "since"),
                        date(row, "until"),
                        text(row, "about"),
                        row.getString("source"),
                        row.getBoolean("ended")))
                .list();
    }

    /** Relations between public entries by their ids, from behind one on. */
    List<Relation> relations(String[] kinds, UUID after, int limit) {
        return jdbc.sql("SELECT " + RELATION + ", " + EntryRows.columns("a", "a_") + ", " + EntryRows.columns("b", "b_")
                        + " FROM " + Agreed.RELATIONS + """
                         WHERE r.kind = ANY(:kinds) AND r.id > :after
                         ORDER BY r.id
                         LIMIT :limit""".indent(1))
                .param("today", today())
                .param("kinds", kinds)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Relation(
                        new RelationId(Columns.id(row, "relation")),
                        RelationKind.valueOf(row.getString("relation_kind")),
                        EntryRows.card(row, "a_"),
                        EntryRows.card(row, "b_"),
                        date(row, "since"),
                        date(row, "until"),
                        text(row, "about"),
                        row.getString("source"),
                        row.getBoolean("ended")))
                .list();
    }

    private LocalDate today() {
        return house.day(clock.instant());
    }

    private static @Nullable RoughDate date(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : RoughDate.of(text);
    }

    private static @Nullable LocalizedText text(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : LocalizedText.stored(json);
    }
}
