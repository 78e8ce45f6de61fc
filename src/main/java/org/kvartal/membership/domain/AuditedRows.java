package org.kvartal.membership.domain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.ApplicationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the names of what stands in the audit trail by its id, each kind in one query. */
@Component
class AuditedRows {

    static final String PLACE = "membership.place";

    private final JdbcClient jdbc;

    AuditedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record MemberRow(LocalizedText name, long number) {}

    /** @param person null while the invitation waits */
    record MandateRow(UUID association, @Nullable PersonId person, String name) {}

    /**
     * @param name as it was last sent, empty where nothing was
     * @param association which the applicant wants to represent
     */
    record ApplicationRow(
            long number,
            ApplicationKind kind,
            String name,
            @Nullable LocalizedText association) {}

    record BodyRow(LocalizedText name, String slug) {}

    Map<UUID, MemberRow> members(Collection<UUID> ids) {
        return byId(
                "SELECT m.id, m.number, m.name FROM member m WHERE m.id = ANY (:ids)",
                ids,
                row -> new MemberRow(LocalizedText.stored(row.getString("name")), row.getLong("number")));
    }

    Map<UUID, MandateRow> mandates(Collection<UUID> ids) {
        return byId(
                "SELECT d.id, d.association, d.person, d.name FROM mandate d WHERE d.id = ANY (:ids)",
                ids,
                row -> new MandateRow(
                        Columns.id(row, "association"), Columns.personOrNull(row, "person"), row.getString("name")));
    }

    Map<UUID, ApplicationRow> applications(Collection<UUID> ids) {
        return byId(
                """
                SELECT a.id, a.number, a.kind, CASE WHEN a.submissions > 0 THEN a.name ELSE '' END AS name, m.name AS association
                  FROM application a LEFT JOIN member m ON m.id = a.association
                 WHERE a.id = ANY (:ids)""",
                ids,
                row -> new ApplicationRow(
                        row.getLong("number"),
                        ApplicationKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Cards.textOrNull(row, "association")));
    }

    Map<UUID, BodyRow> bodies(Collection<UUID> ids) {
        return byId(
                "SELECT b.id, b.name, b.slug FROM body b WHERE b.id = ANY (:ids)",
                ids,
                row -> new BodyRow(LocalizedText.stored(row.getString("name")), row.getString("slug")));
    }

    /** All of them where one is asked for: the trail holds an id that only a code leads to. */
    Map<UUID, LocalizedText> places(Collection<UUID> ids) {
        Map<UUID, LocalizedText> places = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT code, name FROM place").query(row -> {
                places.put(placeId(row.getString("code")), LocalizedText.stored(row.getString("name")));
            });
        }
        return places;
    }

    /** By what a place stands in the trail, whose rows hold no text. */
    static UUID placeId(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, T> byId(String sql, Collection<UUID> ids, Reading<T> reading) {
        Map<UUID, T> rows = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", List.copyOf(ids).toArray(UUID[]::new)).query(row -> {
                rows.put(Columns.id(row, "id"), reading.of(row));
            });
        }
        return rows;
    }
}
