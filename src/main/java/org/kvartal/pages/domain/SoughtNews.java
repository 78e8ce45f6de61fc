package org.kvartal.pages.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.Messages;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PagesRights;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the news be found: what is published by everybody, the rest by those who write them. */
@Configuration(proxyBeanMethods = false)
class SoughtNews {

    private static final String WRITERS = SearchAudiences.of("right", PagesRights.WRITE.name());

    @Bean
    SearchSource soughtNewsRows(JdbcClient jdbc, Messages messages, House house) {
        return new SoughtRows(
                jdbc, "news", "pages.search.news", 15, false, "news", """
                SELECT n.id, n.number, n.state, n.title, n.text, n.picture_text, n.day, n.written_at
                  FROM news n WHERE n.id = ANY (:ids)""", row -> piece(row, messages, house.zone()));
    }

    @Bean
    SearchAudiences newsSeekers(Permissions permissions) {
        return asker -> permissions.has(asker, PagesRights.WRITE, Scope.PLATFORM) ? Set.of(WRITERS) : Set.of();
    }

    private static SearchDocument piece(ResultSet row, Messages messages, ZoneId zone) throws SQLException {
        NewsState state = NewsState.valueOf(row.getString("state"));
        boolean open = state == NewsState.PUBLISHED;
        NewsId id = new NewsId(Columns.id(row, "id"));
        String picture = row.getString("picture_text");
        return SearchDocument.of(
                        id.value(),
                        LocalizedText.stored(row.getString("title")),
                        open ? PagesPaths.inPublic(row.getLong("number")) : PagesPaths.piece(id),
                        at(row.getObject("day", LocalDate.class), Columns.moment(row, "written_at"), zone),
                        open ? Set.of(SearchAudiences.PUBLIC) : Set.of(WRITERS))
                .saying(SoughtRows.texts(
                        plain(LocalizedText.stored(row.getString("text"))),
                        picture == null ? null : LocalizedText.stored(picture)))
                .noted(open ? null : SoughtRows.words(messages, "pages.state." + Code.of(state)));
    }

    private static Instant at(@Nullable LocalDate day, Instant written, ZoneId zone) {
        return day == null ? written : day.atStartOfDay(zone).toInstant();
    }

    /** Without the signs of its markup. */
    private static @Nullable LocalizedText plain(LocalizedText text) {
        Map<Language, String> plain = new EnumMap<>(Language.class);
        text.texts()
                .forEach((language, source) ->
                        plain.put(language, Markdown.render(source).excerpt(source.length())));
        return LocalizedText.typed(text.source(), plain);
    }
}
