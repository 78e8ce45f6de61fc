package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets what stands in the public directory be found, by all names in every spelling. */
@Configuration(proxyBeanMethods = false)
class SoughtEntries {

    @Bean
    SearchSource soughtEntryRows(JdbcClient jdbc) {
        return new SoughtRows(
                jdbc, "entry", "alliance.search.entries", 30, false, "entry", """
                SELECT e.id, e.slug, e.content, e.found, e.changed_at FROM entry e
                 WHERE e.id = ANY (:ids) AND e.state = 'CONFIRMED'""", SoughtEntries::document);
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        EntryContent content = EntryRows.content(row, "");
        List<String> names = new ArrayList<>(content.names().others());
        names.add(content.names().own());
        names.add(row.getString("found"));
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title(content.names()),
                        AlliancePages.inPublic(row.getString("slug")),
                        Columns.moment(row, "changed_at"),
                        Set.of(SearchAudiences.PUBLIC))
                .named(names)
                .saying(SoughtRows.texts(content.description()));
    }

    private static LocalizedText title(Names names) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        Language own = Language.of(names.ownLanguage()).orElse(Language.EN);
        texts.put(own, names.own());
        texts.putAll(names.translations());
        return new LocalizedText(own, texts);
    }
}
