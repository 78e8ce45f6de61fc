package org.kvartal.pages.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.pages.PublishedNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the news for everybody. */
@Component
@Transactional(readOnly = true)
class ShownNews implements PublishedNews {

    private static final String PIECE =
            "SELECT n.id, n.number, n.version, n.title, n.text, n.day, n.picture, n.picture_text, n.published_at, n.changed_at"
                    + " FROM news n WHERE n.state = 'PUBLISHED' ";

    private final JdbcClient jdbc;
    private final Files files;

    ShownNews(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public List<Piece> newest(@Nullable Place before, int limit) {
        return pieces(jdbc.sql(PIECE
                        + (before == null ? "" : "AND (n.day, n.number) < (:day, :number) ")
                        + "ORDER BY n.day DESC, n.number DESC LIMIT :limit")
                .param("day", before == null ? LocalDate.EPOCH : before.day())
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list());
    }

    @Override
    public Optional<Piece> find(long number) {
        return pieces(jdbc.sql(PIECE + "AND n.number = ?")
                        .param(number)
                        .query((row, _) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public boolean isWithdrawn(long number) {
        return jdbc.sql("SELECT count(*) FROM news WHERE number = ? AND state = 'WITHDRAWN'")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT count(*) FROM news WHERE state = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Listed> pages(long offset, int limit) {
        return jdbc.sql("""
                SELECT number, changed_at FROM news WHERE state = 'PUBLISHED'
                 ORDER BY day DESC, number DESC OFFSET :offset LIMIT :limit""")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new Listed(row.getLong("number"), Columns.moment(row, "changed_at")))
                .list();
    }

    @Override
    public String version(int limit) {
        return jdbc.sql("""
                SELECT coalesce(string_agg(number || ':' || version, ',' ORDER BY day DESC, number DESC), '')
                  FROM (SELECT number, version, day FROM news WHERE state = 'PUBLISHED'
                         ORDER BY day DESC, number DESC LIMIT :limit) newest""").param("limit", limit).query(String.class).single();
    }

    /** The measures of all pictures are asked for at once. */
    private List<Piece> pieces(List<Row> rows) {
        List<FileId> pictures =
                rows.stream().map(Row::picture).filter(Objects::nonNull).toList();
        Map<FileId, StoredFile> cards = pictures.isEmpty() ? Map.of() : files.cards(pictures);
        return rows.stream().map(row -> row.piece().with(row.shown(cards))).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID picture = Columns.idOrNull(row, "picture");
        String about = row.getString("picture_text");
        return new Row(
                new Piece(
                        Columns.id(row, "id"),
                        row.getLong("number"),
                        row.getLong("version"),
                        LocalizedText.stored(row.getString("title")),
                        LocalizedText.stored(row.getString("text")),
                        row.getObject("day", LocalDate.class),
                        Columns.moment(row, "published_at"),
                        Columns.moment(row, "changed_at"),
                        null),
                picture == null ? null : new FileId(picture),
                about == null ? null : LocalizedText.stored(about));
    }

    /** @param piece still without its picture */
    private record Row(
            Piece piece, @Nullable FileId picture, @Nullable LocalizedText about) {

        @Nullable Shown shown(Map<FileId, StoredFile> cards) {
            StoredFile card = picture == null ? null : cards.get(picture);
            return picture == null || about == null || card == null || card.picture() == null
                    ? null
                    : new Shown(picture, about, card.picture());
        }
    }
}
