package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Visible;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets those who belong to the house be found by their names, in every spelling, and by what they say about themselves to everybody who may see their name. */
@Component
@Transactional(readOnly = true)
class SoughtMembers implements SearchSource {

    /** Whoever may see what people show to members. */
    static final String READERS = SearchAudiences.of("right", MembershipRights.READ_MEMBERS.name());

    /** Whoever may see what people hide. */
    static final String OFFICE = SearchAudiences.of("right", MembershipRights.MANAGE_MEMBERS.name());

    private final JdbcClient jdbc;
    private final HouseClock day;

    SoughtMembers(JdbcClient jdbc, HouseClock day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public String label() {
        return "membership.search.members";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        Map<UUID, SearchDocument> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    SELECT m.id, m.number, m.person, m.name, m.own_name, m.search_text, m.about, m.name_shown, m.about_shown, m.admitted_at
                      FROM member m WHERE m.id = ANY (:ids) AND NOT m.left_told AND""" + MemberReads.CURRENT)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("now", Columns.moment(day.now()))
                    .query(row -> {
                        SearchDocument document = document(row);
                        documents.put(document.id(), document);
                    });
        }
        return documents;
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        Visible name = Cards.visible(row, "name_shown");
        LocalizedText about = Cards.textOrNull(row, "about");
        boolean told = about != null && Cards.visible(row, "about_shown").compareTo(name) <= 0;
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        LocalizedText.stored(row.getString("name")),
                        MembershipPages.member(row.getLong("number")),
                        Columns.moment(row, "admitted_at"),
                        audience(name, Columns.personOrNull(row, "person")))
                .named(List.of(row.getString("own_name"), row.getString("search_text")))
                .saying(told ? List.of(about) : List.of());
    }

    private static Set<String> audience(Visible name, @Nullable PersonId person) {
        Set<String> audience = new HashSet<>();
        audience.add(OFFICE);
        if (person != null) {
            audience.add(SearchAudiences.person(person));
        }
        switch (name) {
            case PUBLIC -> audience.add(SearchAudiences.PUBLIC);
            case MEMBERS -> audience.add(READERS);
            case NOBODY -> {}
        }
        return audience;
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return SoughtRows.ids(jdbc, "member", after, limit);
    }
}
