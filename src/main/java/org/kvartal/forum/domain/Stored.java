package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import tools.jackson.databind.json.JsonMapper;

/** How values of the forum stand in columns. */
final class Stored {

    private Stored() {}

    static String json(LocalizedText text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return LocalizedText.stored(row.getString(column));
    }

    static @Nullable SeriesId series(ResultSet row) throws SQLException {
        UUID id = Columns.idOrNull(row, "series");
        return id == null ? null : new SeriesId(id);
    }

    static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new MemberId(id);
    }
}
