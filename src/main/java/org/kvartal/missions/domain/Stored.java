package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.missions.Party;
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

    static String json(LocalizedText text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dayOrNull(row, column), column);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static LocalTime time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    static @Nullable LocalTime timeOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
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

    /** That a column holds one of {@code states}; they stand in the query, so that the database knows how few or many rows are in them. */
    static String among(String column, Collection<? extends Enum<?>> states) {
        return states.stream()
                .map(state -> "'" + state.name() + "'")
                .sorted()
                .collect(Collectors.joining(", ", " AND " + column + " IN (", ")"));
    }

    static @Nullable FileId file(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new FileId(id);
    }

    /** One that stands in two columns, of which one is empty. */
    static @Nullable Party party(ResultSet row, String member, String entry) throws SQLException {
        UUID ofHouse = Columns.idOrNull(row, member);
        if (ofHouse != null) {
            return new Party.OfMember(new MemberId(ofHouse));
        }
        UUID ofDirectory = Columns.idOrNull(row, entry);
        return ofDirectory == null ? null : new Party.OfEntry(new EntryId(ofDirectory));
    }

    static @Nullable UUID member(@Nullable Party party) {
        return party instanceof Party.OfMember(MemberId member) ? member.value() : null;
    }

    static @Nullable UUID entry(@Nullable Party party) {
        return party instanceof Party.OfEntry(EntryId entry) ? entry.value() : null;
    }
}
