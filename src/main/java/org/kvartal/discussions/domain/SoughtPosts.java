package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.SafeHtml;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets posts be found, each by its own words, and their threads by the title, which stands with the first post even where that one was taken away. */
@Configuration(proxyBeanMethods = false)
class SoughtPosts {

    @Bean
    SearchSource soughtPostRows(JdbcClient jdbc) {
        return new SoughtRows(jdbc, "post", "discussions.search.threads", 10, true, "post", """
                SELECT p.id, p.thread, p.number, p.language, p.html, p.renderer, p.posted_at, p.deleted_at,
                       t.number AS thread_number, t.title, t.language AS title_language, t.space, s.name AS space_name,
                       n.concerned, n.place_words, n.language AS need_language
                  FROM post p
                  JOIN thread t ON t.id = p.thread
                  JOIN space s ON s.id = t.space
                  LEFT JOIN need n ON n.thread = p.thread AND p.number = 1
                 WHERE p.id = ANY (:ids)
                   AND (p.deleted_at IS NULL OR (p.number = 1 AND EXISTS (
                        SELECT 1 FROM post o WHERE o.thread = p.thread AND o.deleted_at IS NULL)))""", SoughtPosts::document);
    }

    /** The audience of what is said in a space: whoever may read it now. */
    static String audience(SpaceId space) {
        return SearchAudiences.of("space", space.value());
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        long thread = row.getLong("thread_number");
        List<LocalizedText> texts = new ArrayList<>();
        if (Columns.momentOrNull(row, "deleted_at") == null) {
            String text = SafeHtml.stored(row.getString("html"), row.getInt("renderer"))
                    .excerpt(Markdown.MAX_LENGTH);
            add(texts, Columns.language(row, "language"), text);
        }
        Language needs = Columns.language(row, "need_language");
        add(texts, needs, row.getString("concerned"));
        add(texts, needs, row.getString("place_words"));
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        LocalizedText.of(Columns.language(row, "title_language"), row.getString("title")),
                        number == 1
                                ? DiscussionsPages.inWorkspace(thread)
                                : DiscussionsPages.inWorkspace(thread, number),
                        Columns.moment(row, "posted_at"),
                        Set.of(audience(new SpaceId(Columns.id(row, "space")))))
                .within(Columns.id(row, "thread"), number == 1)
                .saying(texts)
                .noted(LocalizedText.stored(row.getString("space_name")));
    }

    private static void add(List<LocalizedText> texts, Language language, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            texts.add(LocalizedText.of(language, words));
        }
    }
}
