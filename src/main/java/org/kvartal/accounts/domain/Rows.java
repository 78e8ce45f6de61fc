package org.kvartal.accounts.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Instants and ids in the form that PostgreSQL's driver takes and gives. */
final class Rows {

    private Rows() {}

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Reads the column {@code id}. */
    static UUID id(ResultSet row, int index) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
