package org.kvartal.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values of the house stand in columns: moments as {@code timestamptz}, languages by their code. The one place that knows it. */
public final class Columns {

    /** What {@code LIKE} takes for more than itself. */
    private static final Pattern MARKS = Pattern.compile("([\\\\%_])");

    private Columns() {}

    /** A moment as the driver takes it; PostgreSQL keeps microseconds. */
    public static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The same for a column that may be empty. */
    public static @Nullable OffsetDateTime momentOrNull(@Nullable Instant instant) {
        return instant == null ? null : moment(instant);
    }

    /** What was typed as a pattern for {@code LIKE} that finds it anywhere, and stands for nothing but itself. */
    public static String containing(String typed) {
        return "%" + MARKS.matcher(typed).replaceAll("\\\\$1") + "%";
    }

    public static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(momentOrNull(row, column), column);
    }

    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(idOrNull(row, column), column);
    }

    public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(id(row, column));
    }

    public static @Nullable PersonId personOrNull(ResultSet row, String column) throws SQLException {
        UUID id = idOrNull(row, column);
        return id == null ? null : new PersonId(id);
    }

    /** A language by its code; English where a later release has written one that this program does not know. */
    public static Language language(ResultSet row, String column) throws SQLException {
        return Language.of(row.getString(column)).orElse(Language.EN);
    }
}
