package org.kvartal.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditFilter;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail in PostgreSQL; the application's role can neither change nor remove a row. */
@Component
class WrittenTrail implements AuditTrail {

    private static final String RECORD = """
            WITH entry AS (
                INSERT INTO audit_entry
                    (at, actor_person, actor_house, act, subject_kind, subject_id, on_behalf_of, details)
                VALUES (:at, :person, :house, :act, :kind, :subject, :onBehalfOf, :details::jsonb)
                RETURNING number)
            INSERT INTO audit_reason (entry, reason)
            SELECT number, :reason FROM entry WHERE :reason <> ''
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    WrittenTrail(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        jdbc.sql(RECORD).params(values(entry, clock.instant())).update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<AuditEntry> entries) {
        Instant now = clock.instant();
        if (!entries.isEmpty()) {
            batches.batchUpdate(
                    RECORD,
                    entries.stream()
                            .map(entry -> new MapSqlParameterSource(values(entry, now)))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private Map<String, @Nullable Object> values(AuditEntry entry, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", Columns.moment(now));
        values.put("person", entry.actor().person().map(PersonId::value).orElse(null));
        values.put("house", entry.actor() instanceof Asker.House(String name) ? name : null);
        values.put("act", entry.act());
        values.put("kind", entry.subject().kind());
        values.put("subject", entry.subject().id());
        values.put("onBehalfOf", entry.onBehalfOf());
        values.put("details", json.writeValueAsString(written(entry.details())));
        values.put("reason", entry.reason() == null ? "" : entry.reason().strip());
        return values;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditedAct> about(AuditSubject subject, int limit) {
        return jdbc.sql("""
                SELECT e.*, r.reason
                  FROM audit_entry e LEFT JOIN audit_reason r ON r.entry = e.number
                 WHERE e.subject_kind = :kind AND e.subject_id = :id
                 ORDER BY e.number DESC
                 LIMIT :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("limit", limit)
                .query((row, _) -> act(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditedAct> newest(AuditFilter filter, @Nullable Long before, int limit) {
        // Only what narrows stands in the statement, so that each has the index that serves it.
        List<String> narrowing = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        values.put("limit", limit);
        if (filter.person() != null) {
            narrowing.add("e.actor_person = :person");
            values.put("person", filter.person().value());
        }
        if (filter.module() != null) {
            narrowing.add("split_part(e.act, '.', 1) = :module");
            values.put("module", filter.module());
        }
        if (filter.from() != null) {
            narrowing.add("e.at >= :from");
            values.put("from", Columns.moment(filter.from()));
        }
        if (filter.to() != null) {
            narrowing.add("e.at < :to");
            values.put("to", Columns.moment(filter.to()));
        }
        if (before != null) {
            narrowing.add("e.number < :before");
            values.put("before", before);
        }
        return jdbc.sql("""
                SELECT e.*, r.reason
                  FROM audit_entry e LEFT JOIN audit_reason r ON r.entry = e.number
                 WHERE %s
                 ORDER BY e.number DESC
                 LIMIT :limit
                """.formatted(String.join(" AND ", narrowing)))
                .params(values)
                .query((row, _) -> act(row))
                .list();
    }

    private AuditedAct act(ResultSet row) throws SQLException {
        return new AuditedAct(
                row.getLong("number"),
                Columns.moment(row, "at"),
                actor(Columns.personOrNull(row, "actor_person"), row.getString("actor_house")),
                row.getString("act"),
                new AuditSubject(row.getString("subject_kind"), Columns.id(row, "subject_id")),
                Columns.idOrNull(row, "on_behalf_of"),
                row.getString("reason"),
                json.readValue(row.getString("details"), new TypeReference<Map<String, Object>>() {}));
    }

    private static Asker actor(@Nullable PersonId person, @Nullable String house) {
        if (person != null) {
            return Asker.of(person);
        }
        return house != null ? Asker.house(house) : Asker.guest();
    }

    /** Numbers and truth values stay what they are in JSON, everything else is text. */
    private static Map<String, Object> written(Map<String, Object> details) {
        Map<String, Object> plain = new LinkedHashMap<>();
        details.forEach((name, value) -> plain.put(
                name,
                switch (value) {
                    case Number number -> number;
                    case Boolean answer -> answer;
                    case Enum<?> code -> code.name();
                    default -> value.toString();
                }));
        return plain;
    }
}
