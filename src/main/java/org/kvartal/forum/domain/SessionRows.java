package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Answer;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;

/** How sessions are read from their table: the columns of a card, and what the asker may know of. */
final class SessionRows {

    /** Everything of sessions {@code s} that a card needs; takes {@code asker}, and {@code all}, {@code mine} of {@link ForumSight#KNOWN}. */
    static final String CARDS = """
            SELECT s.*, a.answer AS mine,
                   (SELECT count(*) FROM agenda_item i WHERE i.session = s.id AND i.visibility = 'COMMON') AS items
              FROM forum_session s LEFT JOIN session_answer a ON a.session = s.id AND a.person = :asker::uuid
             WHERE""" + ForumSight.KNOWN;

    private SessionRows() {}

    static Map<String, @Nullable Object> values(Asker asker, Facilitating facilitating) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        values.put("all", facilitating.all());
        values.put("mine", facilitating.mine());
        return values;
    }

    static SessionCard card(ResultSet row) throws SQLException {
        String mine = row.getString("mine");
        return new SessionCard(
                new SessionId(Columns.id(row, "id")),
                new SessionCode(row.getInt("year"), row.getInt("number")).toString(),
                Stored.series(row),
                SessionState.valueOf(row.getString("state")),
                Stored.text(row, "title"),
                row.getObject("starts", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                row.getInt("minutes"),
                Columns.moment(row, "starts_at"),
                Columns.moment(row, "ends_at"),
                row.getString("place"),
                row.getString("city"),
                !row.getString("call_link").isEmpty(),
                row.getObject("items_until", LocalDate.class),
                row.getInt("items"),
                row.getInt("sequence"),
                mine == null ? null : Answer.valueOf(mine),
                Columns.momentOrNull(row, "opened_at") != null,
                row.getBoolean("paper"),
                Columns.moment(row, "changed_at"),
                row.getLong("version"));
    }
}
