package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import tools.jackson.databind.json.JsonMapper;

/** How values of this module stand in columns. */
final class Stored {

    private Stored() {}

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return LocalizedText.stored(row.getString(column));
    }

    static @Nullable LocalizedText textOrNull(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : LocalizedText.stored(json);
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static Readings readings(ResultSet row, String column) throws SQLException {
        return JsonMapper.shared().readValue(row.getString(column), Readings.class);
    }

    /** Of a row of a measure. */
    static Aims aims(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("budget");
        int weight = row.getInt("weight");
        return new Aims(
                JsonMapper.shared()
                        .readValue(row.getString("indicators"), Indicators.class)
                        .all(),
                weight == 0 ? null : weight,
                amount == null ? null : new Budget(amount, row.getString("currency")));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dayOrNull(row, column), column);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <E extends Enum<E>> @Nullable E codeOrNull(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    static String[] names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toArray(String[]::new);
    }

    /** That a column holds one of {@code states}, which the query takes as {@link #names}; of a single one an index gives the newest first. */
    static String among(String column, Collection<? extends Enum<?>> states) {
        return " AND " + column + (states.size() == 1 ? " = (:states::text[])[1]" : " = ANY (:states)");
    }

    static @Nullable FileId file(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new FileId(id);
    }

    static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new MemberId(id);
    }

    static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }
}
