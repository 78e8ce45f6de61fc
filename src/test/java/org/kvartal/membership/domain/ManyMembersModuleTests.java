package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.testing.RowsRead;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Fifty thousand members: a page of the list costs what it costs with few. */
@DirtiesContext
class ManyMembersModuleTests extends MembershipHouse {

    private static final int MANY = 50_000;
    private static final int STATEMENTS = 4;

    @Autowired
    Environment environment;

    @Autowired
    TransactionTemplate transaction;

    private Asker reader;

    @BeforeEach
    void theHouseIsFull() throws SQLException {
        reader = person(Role.MEMBER);
        long standing =
                jdbc.sql("SELECT count(*) FROM member").query(Long.class).single();
        if (standing < MANY) {
            jdbc.sql("""
                    INSERT INTO member (id, version, kind, person, name, own_name, place, city, sectors, website, contact,
                        name_shown, city_shown, sectors_shown, about_shown, contact_shown, admitted_at, confirmed_at,
                        search_text, sort_en, sort_ru, sort_bg)
                    SELECT gen_random_uuid(), 0, 'PERSON', gen_random_uuid(),
                           jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', n.name)), '',
                           CASE WHEN i % 100 = 0 THEN 'tirana' ELSE 'sofia' END, '',
                           ARRAY[CASE WHEN i % 50 = 0 THEN 'heritage' ELSE 'music' END], '', '',
                           'MEMBERS', 'MEMBERS', 'MEMBERS', 'MEMBERS', 'NOBODY', now(), now(),
                           lower(n.name), n.name, n.name, n.name
                      FROM generate_series(1, ?) AS i,
                           LATERAL (SELECT md5(i::text) || ' ' || CASE WHEN i % 1000 = 7 THEN 'Halftone' ELSE 'Dovetail' END
                                    AS name) AS n""").param(MANY).update();
            analyze();
        }
    }

    /** What the server does by itself within a minute; the program's role may not. */
    private void analyze() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("kvartal.db.url"),
                        environment.getRequiredProperty("kvartal.db.owner-user"),
                        environment.getRequiredProperty("kvartal.db.owner-password"));
                Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE member");
        }
    }

    @Test
    void eachSearchTakesTheSameFewStatements() {
        for (MemberSearch search : List.of(
                MemberSearch.ALL,
                MemberSearch.named("halftone"),
                MemberSearch.named("dovetail"),
                MemberSearch.named("a"),
                MemberSearch.named("Хальфтоне nobody"),
                new MemberSearch("", "heritage", null, Set.of()),
                new MemberSearch("", null, "tirana", Set.of()),
                new MemberSearch("halftone", "music", "sofia", Set.of()))) {
            var counted = SqlCounter.during(() -> members.search(reader, search, Language.EN, null, 30));

            assertThat(counted.statements()).as("%s", search).hasSizeLessThanOrEqualTo(STATEMENTS);
        }
    }

    @Test
    void theLastPageReadsAboutAsManyRowsAsTheFirst() {
        String last = new ListKey("ff", 0).toString();
        assertThat(members.search(reader, MemberSearch.ALL, Language.EN, last, 30)
                        .members())
                .hasSize(30);

        long first = rows(() -> members.search(reader, MemberSearch.ALL, Language.EN, null, 30));
        long deep = rows(() -> members.search(reader, MemberSearch.ALL, Language.EN, last, 30));

        // How long that takes is what the benchmark of the list measures.
        assertThat(first).isBetween(1L, 200L);
        assertThat(deep).isLessThanOrEqualTo(2 * first);
    }

    private long rows(Runnable act) {
        return RowsRead.during(jdbc, transaction, "member", act);
    }
}
