package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the newest {@link PublicIndex}, which is read anew when the directory has changed: once for all who ask meanwhile. */
@Component
class PublicIndexes {

    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable PublicIndex newest;

    PublicIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param revision of the directory, no later than the present one */
    PublicIndex atLeast(long revision) {
        PublicIndex index = newest;
        if (index != null && index.revision() >= revision) {
            return index;
        }
        reading.lock();
        try {
            index = newest;
            if (index == null || index.revision() < revision) {
                index = read();
                newest = index;
            }
            return index;
        } finally {
            reading.unlock();
        }
    }

    /** One statement, so that the revision, the entries and their orders belong together. */
    private PublicIndex read() {
        List<PublicIndex.Line> lines = new ArrayList<>();
        Map<Language, UUID[]> orders = new EnumMap<>(Language.class);
        long[] revision = {0};
        jdbc.sql("""
                SELECT d.revision, false AS line, NULL::uuid AS id, NULL AS kind, NULL::text[] AS sectors, NULL::text[] AS places,
                       NULL::text[] AS languages, false AS member_current,
                       array(SELECT id FROM entry WHERE state = 'CONFIRMED' ORDER BY name_en, id) AS by_en,
                       array(SELECT id FROM entry WHERE state = 'CONFIRMED' ORDER BY name_ru, id) AS by_ru,
                       array(SELECT id FROM entry WHERE state = 'CONFIRMED' ORDER BY name_bg, id) AS by_bg
                  FROM directory d
                UNION ALL
                SELECT 0, true, e.id, e.kind, e.sectors, e.places, e.languages, e.member_current, NULL, NULL, NULL
                  FROM entry e
                 WHERE e.state = 'CONFIRMED'""").query(row -> {
            if (row.getBoolean("line")) {
                lines.add(line(row));
                return;
            }
            revision[0] = row.getLong("revision");
            for (Language language : Language.values()) {
                orders.put(
                        language, (UUID[]) row.getArray("by_" + language.code()).getArray());
            }
        });
        return new PublicIndex(revision[0], lines, orders);
    }

    private static PublicIndex.Line line(ResultSet row) throws SQLException {
        return new PublicIndex.Line(
                Columns.id(row, "id"),
                row.getString("kind"),
                texts(row, "sectors"),
                texts(row, "places"),
                texts(row, "languages"),
                row.getBoolean("member_current"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
