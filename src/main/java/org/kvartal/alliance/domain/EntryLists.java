package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.EntryCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads lists of entries, stretch by stretch. */
@Component
class EntryLists {

    private final JdbcClient jdbc;

    EntryLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hidden whether the reader may know of entries that were never public */
    EntryList read(Narrowing narrowing, boolean hidden, Language language, @Nullable String after, int most) {
        String name = "e.name_" + language.code();
        boolean ranked = !narrowing.rank().equals("0");
        Optional<Place> last = after == null ? Optional.empty() : place(narrowing, hidden, name, after);
        String order = (ranked ? "-" + narrowing.rank() + ", " : "") + name + ", e.id";
        String further = last.isEmpty()
                ? ""
                : " AND (" + order + ") > (" + (ranked ? "-:lastRank, " : "") + ":lastName, :lastId)";
        StatementSpec statement = narrowing
                .bind(jdbc.sql("SELECT " + EntryRows.columns("e", "") + " FROM entry e WHERE " + narrowing.whole()
                        + further + " ORDER BY " + order + " LIMIT :most"))
                .param("most", most + 1);
        if (last.isPresent()) {
            statement = statement.param("lastName", last.get().name).param("lastId", last.get().id);
            if (ranked) {
                statement = statement.param("lastRank", last.get().rank);
            }
        }
        List<EntryCard> cards =
                statement.query((row, _) -> EntryRows.card(row, "")).list();
        boolean more = cards.size() > most;
        List<EntryCard> shown = more ? cards.subList(0, most) : cards;
        return new EntryList(List.copyOf(shown), more ? shown.getLast().slug() : null);
    }

    /** Where the list goes on: behind the entry that stood last, wherever it would stand now. */
    private Optional<Place> place(Narrowing narrowing, boolean hidden, String name, String slug) {
        if (!EntryAddresses.canBe(slug)) {
            return Optional.empty();
        }
        return narrowing
                .bind(jdbc.sql("SELECT " + narrowing.rank() + " AS rank, " + name
                        + " AS name, e.id FROM entry e WHERE e.slug = :slug"
                        + (hidden ? "" : " AND e.published_at IS NOT NULL")))
                .param("slug", slug)
                .query((row, _) -> new Place(row.getInt("rank"), row.getString("name"), Columns.id(row, "id")))
                .optional();
    }

    private record Place(int rank, String name, UUID id) {}
}
