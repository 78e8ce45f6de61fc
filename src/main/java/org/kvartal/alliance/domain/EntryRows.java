package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Columns;

/** How entries stand in the answers of queries. */
final class EntryRows {

    private EntryRows() {}

    /**
     * The columns of a card, each name behind a prefix.
     *
     * @param entry the name of the entry in the query
     */
    static String columns(String entry, String prefix) {
        return """
                %1$s.id AS %2$sid, %1$s.slug AS %2$sslug, %1$s.kind AS %2$skind, %1$s.state AS %2$sstate, %1$s.content AS %2$scontent,
                %1$s.status AS %2$sstatus, %1$s.member_current AS %2$smember_current, %1$s.checked_on AS %2$schecked_on,
                %1$s.changed_at AS %2$schanged_at, (SELECT array[f.latitude, f.longitude] FROM entry_point f
                                                     WHERE f.entry = %1$s.id ORDER BY f.number LIMIT 1) AS %2$spoint""".formatted(entry, prefix);
    }

    static EntryCard card(ResultSet row, String prefix) throws SQLException {
        return card(row, prefix, content(row, prefix));
    }

    static EntryCard card(ResultSet row, String prefix, EntryContent content) throws SQLException {
        return new EntryCard(
                new EntryId(Columns.id(row, prefix + "id")),
                row.getString(prefix + "slug"),
                EntryKind.valueOf(row.getString(prefix + "kind")),
                EditorialState.valueOf(row.getString(prefix + "state")),
                content.names(),
                content.description(),
                Status.valueOf(row.getString(prefix + "status")),
                content.sectors(),
                content.locations().stream()
                        .map(Location::place)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                point(row, prefix + "point"),
                content.picture() == null ? null : content.picture().file(),
                row.getBoolean(prefix + "member_current"),
                row.getObject(prefix + "checked_on", LocalDate.class),
                row.getObject(prefix + "changed_at", OffsetDateTime.class).toInstant());
    }

    static EntryContent content(ResultSet row, String prefix) throws SQLException {
        return stored(row.getString(prefix + "content"));
    }

    static EntryContent stored(String json) {
        return StoredContent.read(json);
    }

    private static @Nullable Coordinates point(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        Double[] degrees = (Double[]) array.getArray();
        return new Coordinates(degrees[0], degrees[1]);
    }
}
