package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** How values of the house stand in columns. */
final class Columns {

    private Columns() {}

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(momentOrNull(row, column));
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(idOrNull(row, column));
    }

    static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(id(row, column));
    }

    static @Nullable PersonId personOrNull(ResultSet row, String column) throws SQLException {
        UUID id = idOrNull(row, column);
        return id == null ? null : new PersonId(id);
    }

    static Language language(ResultSet row, String column) throws SQLException {
        return Language.of(row.getString(column)).orElse(Language.EN);
    }
}
