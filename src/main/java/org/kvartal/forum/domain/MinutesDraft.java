package org.kvartal.forum.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.WrittenMinutes.About;
import org.kvartal.forum.domain.WrittenMinutes.Written;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The paragraphs of a first edition. Where a session has gone on they are written again: a paragraph keeps its id and with it what was suggested for it, and what somebody
 * has worded stays as it was worded.
 */
@Component
class MinutesDraft {

    private final JdbcClient jdbc;

    MinutesDraft(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Standing(ParagraphId id, LocalizedText text, boolean worded) {}

    void write(SessionId session, List<Written> written) {
        // Out of the way: two paragraphs never have the same place.
        jdbc.sql("UPDATE minutes_paragraph SET position = -1 - position WHERE session = :session AND edition = 1")
                .param("session", session.value())
                .update();
        Map<About, Standing> standing = standing(session);
        int position = 0;
        for (Written paragraph : written) {
            Standing before = standing.remove(paragraph.about());
            if (before == null) {
                insert(session, position++, paragraph);
            } else {
                renew(before, position++, paragraph);
            }
        }
        // What it told of is no longer so.
        jdbc.sql("DELETE FROM minutes_paragraph WHERE session = :session AND edition = 1 AND position < 0")
                .param("session", session.value())
                .update();
    }

    private Map<About, Standing> standing(SessionId session) {
        Map<About, Standing> standing = new HashMap<>();
        jdbc.sql("SELECT * FROM minutes_paragraph WHERE session = :session AND edition = 1")
                .param("session", session.value())
                .query(row -> {
                    UUID item = Columns.idOrNull(row, "item");
                    standing.put(
                            new About(
                                    ParagraphKind.valueOf(row.getString("kind")),
                                    item == null ? null : new ItemId(item),
                                    Columns.idOrNull(row, "source")),
                            new Standing(
                                    new ParagraphId(Columns.id(row, "id")),
                                    Stored.text(row, "text"),
                                    row.getBoolean("worded")));
                });
        return standing;
    }

    private void insert(SessionId session, int position, Written paragraph) {
        ItemId item = paragraph.about().item();
        jdbc.sql("""
                INSERT INTO minutes_paragraph
                       (id, session, edition, position, kind, item, source, reach, text, worded, version)
                VALUES (:id, :session, 1, :position, :kind, :item, :source, :reach, :text::jsonb, false, 0)""")
                .param("id", ParagraphId.next().value())
                .param("session", session.value())
                .param("position", position)
                .param("kind", paragraph.about().kind().name())
                .param("item", item == null ? null : item.value())
                .param("source", paragraph.about().source())
                .param("reach", paragraph.reach().name())
                .param("text", Stored.json(paragraph.text()))
                .update();
    }

    private void renew(Standing before, int position, Written paragraph) {
        LocalizedText text = before.worded() ? before.text() : paragraph.text();
        jdbc.sql("""
                UPDATE minutes_paragraph SET position = :position, reach = :reach, text = :text::jsonb,
                       version = version + CASE WHEN :changed THEN 1 ELSE 0 END
                 WHERE id = :id""")
                .param("position", position)
                .param("reach", paragraph.reach().name())
                .param("text", Stored.json(text))
                .param("changed", !text.equals(before.text()))
                .param("id", before.id().value())
                .update();
    }
}
