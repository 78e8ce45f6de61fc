package org.kvartal.pages.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsDesk.NewsLine;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the news for those who write them. */
@Component
class NewsReads {

    private final JdbcClient jdbc;
    private final People people;

    NewsReads(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    Optional<NewsDraft> draft(NewsId id) {
        return jdbc.sql("""
                SELECT n.id, n.number, n.version, n.state, n.title, n.text, n.day, n.picture, n.picture_text, n.written_by, n.changed_at
                  FROM news n WHERE n.id = ?""")
                .param(id.value())
                .query((row, _) -> draft(row))
                .optional()
                .map(found -> found.with(people));
    }

    List<NewsLine> lines(@Nullable Long before, int limit) {
        List<Found<NewsLine>> found = jdbc.sql("""
                SELECT n.id, n.number, n.state, n.title, n.day, n.picture, n.written_by, n.changed_at
                  FROM news n WHERE :before::bigint IS NULL OR n.number < :before ORDER BY n.number DESC LIMIT :limit""")
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
        Map<PersonId, PersonCard> cards =
                people.cards(found.stream().flatMap(Found::writer).distinct().toList());
        List<NewsLine> lines = new ArrayList<>();
        found.forEach(one -> lines.add(one.with(cards)));
        return lines;
    }

    private static Found<NewsDraft> draft(ResultSet row) throws SQLException {
        NewsId id = new NewsId(Columns.id(row, "id"));
        long number = row.getLong("number");
        long version = row.getLong("version");
        NewsState state = NewsState.valueOf(row.getString("state"));
        var file = Columns.idOrNull(row, "picture");
        NewsContent content = new NewsContent(
                LocalizedText.stored(row.getString("title")),
                LocalizedText.stored(row.getString("text")),
                file == null
                        ? null
                        : new Picture(new FileId(file), LocalizedText.stored(row.getString("picture_text"))),
                row.getObject("day", LocalDate.class));
        var changed = Columns.moment(row, "changed_at");
        return new Found<>(
                Columns.personOrNull(row, "written_by"),
                by -> new NewsDraft(id, number, version, state, content, changed, by));
    }

    private static Found<NewsLine> line(ResultSet row) throws SQLException {
        NewsId id = new NewsId(Columns.id(row, "id"));
        long number = row.getLong("number");
        NewsState state = NewsState.valueOf(row.getString("state"));
        LocalizedText title = LocalizedText.stored(row.getString("title"));
        LocalDate day = row.getObject("day", LocalDate.class);
        boolean hasPicture = Columns.idOrNull(row, "picture") != null;
        var changed = Columns.moment(row, "changed_at");
        return new Found<>(
                Columns.personOrNull(row, "written_by"),
                by -> new NewsLine(id, number, state, title, day, hasPicture, changed, by));
    }

    /** A row whose writer has a face yet to be read. */
    private record Found<T>(@Nullable PersonId by, Facing<T> facing) {

        @FunctionalInterface
        interface Facing<T> {
            T by(@Nullable PersonCard writer);
        }

        Stream<PersonId> writer() {
            return Stream.ofNullable(by);
        }

        T with(Map<PersonId, PersonCard> cards) {
            return facing.by(by == null ? null : cards.get(by));
        }

        T with(People people) {
            Map<PersonId, PersonCard> cards = new HashMap<>();
            writer().forEach(person -> people.card(person).ifPresent(card -> cards.put(person, card)));
            return Objects.requireNonNull(with(cards));
        }
    }
}
