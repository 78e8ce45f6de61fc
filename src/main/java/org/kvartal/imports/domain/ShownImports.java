package org.kvartal.imports.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.ImportList;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.Imports.RowList;
import org.kvartal.imports.RowState;
import org.kvartal.imports.domain.RowBook.Said;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What pages show of imports; whether the asker may see it has been asked before. */
@Component
class ShownImports {

    private final JdbcClient jdbc;
    private final RowBook rows;
    private final JsonMapper json;

    ShownImports(JdbcClient jdbc, RowBook rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    ImportList list(List<String> kinds, @Nullable Long before, int limit) {
        if (kinds.isEmpty()) {
            return new ImportList(List.of(), null);
        }
        List<ImportCard> cards = new ArrayList<>(jdbc.sql("""
                SELECT * FROM import_batch
                 WHERE kind = ANY (:kinds) AND number < :before
                 ORDER BY number DESC
                 LIMIT :limit
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit + 1)
                .query((row, _) -> card(row))
                .list());
        boolean more = cards.size() > limit;
        if (more) {
            cards.removeLast();
        }
        return new ImportList(cards, more ? cards.getLast().number() : null);
    }

    Optional<ImportCard> find(long number) {
        return jdbc.sql("SELECT * FROM import_batch WHERE number = ?")
                .param(number)
                .query((row, _) -> card(row))
                .optional();
    }

    Optional<ImportCard> find(UUID id) {
        return jdbc.sql("SELECT * FROM import_batch WHERE id = ?")
                .param(id)
                .query((row, _) -> card(row))
                .optional();
    }

    RowList rows(
            ImportCard card,
            List<RowState> states,
            RowKey key,
            int limit,
            Function<Set<UUID>, Map<UUID, String>> paths) {
        boolean backwards = key instanceof RowKey.Before;
        int line = switch (key) {
            case RowKey.After(int after) -> after;
            case RowKey.Before(int before) -> before;
        };
        List<RowLine> found = new ArrayList<>(
                jdbc.sql("""
                SELECT line, state, cells, subject, said FROM import_row
                 WHERE batch = :batch AND state = ANY (:states) AND %s
                 LIMIT :limit
                """.formatted(backwards ? "line < :line ORDER BY line DESC" : "line > :line ORDER BY line"))
                        .param("batch", card.id().value())
                        .param("states", names(states))
                        .param("line", line)
                        .param("limit", limit + 1)
                        .query((row, _) -> line(row, card.columns()))
                        .list());
        boolean more = found.size() > limit;
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        if (found.isEmpty()) {
            return RowList.NONE;
        }
        boolean before = backwards ? more : line > 0;
        boolean after = backwards || more;
        return new RowList(
                linked(found, paths),
                before ? new RowKey.Before(found.getFirst().line()) : null,
                after ? new RowKey.After(found.getLast().line()) : null);
    }

    private static List<RowLine> linked(List<RowLine> found, Function<Set<UUID>, Map<UUID, String>> paths) {
        Set<UUID> things = found.stream()
                .filter(row -> row.state() != RowState.TAKEN_BACK)
                .map(RowLine::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> known = things.isEmpty() ? Map.of() : paths.apply(things);
        return found.stream()
                .map(row -> row.subject() == null ? row : row.at(known.get(row.subject())))
                .toList();
    }

    private static String[] names(List<RowState> states) {
        return (states.isEmpty() ? List.of(RowState.values()) : states)
                .stream().map(RowState::name).toArray(String[]::new);
    }

    private RowLine line(ResultSet row, List<String> columns) throws SQLException {
        Said said = rows.said(row);
        return new RowLine(
                row.getInt("line"),
                RowState.valueOf(row.getString("state")),
                RowBook.cells(row, columns),
                Columns.idOrNull(row, "subject"),
                null,
                said.differences(),
                said.problems());
    }

    private ImportCard card(ResultSet row) throws SQLException {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        counts.putAll(json.readValue(row.getString("counts"), new TypeReference<Map<RowState, Integer>>() {}));
        return new ImportCard(
                new ImportId(Columns.id(row, "id")),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("file_name"),
                RowBook.texts(row, "columns"),
                RowBook.texts(row, "unused"),
                Encoding.valueOf(row.getString("encoding")),
                row.getString("separator").charAt(0),
                ImportState.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("done"),
                row.getInt("todo"),
                counts,
                row.getString("trouble"),
                Columns.person(row, "taken_by"),
                Columns.moment(row, "taken_at"),
                Columns.momentOrNull(row, "settled_at"),
                Columns.momentOrNull(row, "forgotten_at") != null);
    }
}
