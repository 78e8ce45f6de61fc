package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MembershipPages;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets bodies be found by everybody, closed ones too: their pages stay. Who is in them is not told here. */
@Configuration(proxyBeanMethods = false)
class SoughtBodies {

    @Bean
    SearchSource soughtBodyRows(JdbcClient jdbc) {
        return new SoughtRows(jdbc, "body", "membership.search.bodies", 90, false, "body", """
                SELECT b.id, b.slug, b.name, b.purpose, b.opened_at FROM body b WHERE b.id = ANY (:ids)""", SoughtBodies::document);
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        LocalizedText.stored(row.getString("name")),
                        MembershipPages.body(row.getString("slug")),
                        Columns.moment(row, "opened_at"),
                        Set.of(SearchAudiences.PUBLIC))
                .saying(SoughtRows.texts(Cards.textOrNull(row, "purpose")));
    }
}
