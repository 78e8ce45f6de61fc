package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.bench.AdvocacyRows;
import org.kvartal.kernel.Asker;
import org.kvartal.testing.RowsRead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A house that has asked for much reads no more of it than a page shows, and shows each change at once. */
@TestPropertySource(properties = "kvartal.name=A house that has asked for much")
class PublicListsModuleTests extends AdvocacyHouse {

    private static final Asker GUEST = Asker.guest();
    private static final int MANY = 2_000;
    private static final int SHOWN = 30;

    /** A page reads one row more than it shows, to know whether there are others, and each has few letters. */
    private static final long FEW = 400;

    @Autowired
    Environment environment;

    @BeforeEach
    void theHouseHasAskedForMuch() throws SQLException {
        if (jdbc.sql("SELECT count(*) FROM recommendation").query(Long.class).single() < MANY) {
            UUID[] authorities = IntStream.range(0, 10)
                    .mapToObj(number -> authority("Ministry " + number).value())
                    .toArray(UUID[]::new);
            String[] texts = Collections.nCopies(50, "Studios wait for months.").toArray(String[]::new);
            transaction.executeWithoutResult(_ -> AdvocacyRows.write(jdbc, MANY, authorities, texts));
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
            statement.execute("ANALYZE recommendation, dispatch, measure, report_day");
        }
    }

    @Test
    void aPageReadsHardlyMoreThanItShowsHoweverManyThereAre() {
        int last = SHOWN + 1;
        ListKey key = new ListKey(AdvocacyRows.year(last, MANY), AdvocacyRows.number(last, MANY));
        RecommendationFilter retired = new RecommendationFilter(Set.of(RecommendationState.RETIRED), "");

        for (String table : List.of("recommendation", "dispatch")) {
            assertThat(rows(table, () -> recommendations.list(GUEST, RecommendationFilter.ALL, null, SHOWN)))
                    .as("%s, first page", table)
                    .isBetween(1L, FEW);
            assertThat(rows(table, () -> recommendations.list(GUEST, RecommendationFilter.ALL, key, SHOWN)))
                    .as("%s, last page", table)
                    .isBetween(1L, FEW);
            assertThat(rows(table, () -> recommendations.list(GUEST, retired, null, SHOWN)))
                    .as("%s, a rare state", table)
                    .isBetween(1L, FEW);
        }
        assertThat(recommendations
                        .list(GUEST, RecommendationFilter.ALL, key, SHOWN)
                        .recommendations())
                .hasSize(SHOWN);
        assertThat(recommendations.list(GUEST, retired, null, SHOWN).recommendations())
                .hasSize(AdvocacyRows.RETIRED);
    }

    @Test
    void theSameHoldsForMeasures() {
        MeasureFilter old = new MeasureFilter(Set.of(), AdvocacyRows.OLD_STRATEGY);

        assertThat(rows("measure", () -> measures.list(GUEST, MeasureFilter.ALL, null, SHOWN)))
                .isBetween(1L, FEW);
        assertThat(rows("measure", () -> measures.list(GUEST, MeasureFilter.ALL, new ListKey(2021, 31), SHOWN)))
                .isBetween(1L, FEW);
        assertThat(rows("measure", () -> measures.list(GUEST, old, null, SHOWN)))
                .isBetween(1L, FEW);
        assertThat(measures.list(GUEST, old, null, SHOWN).measures())
                .hasSize(20)
                .allMatch(one -> one.strategy().equals(AdvocacyRows.OLD_STRATEGY));
    }

    @Test
    void onePageReadsItsOwnLettersAlone() {
        String code = AdvocacyRows.code('R', MANY, MANY);

        assertThat(rows("dispatch", () -> recommendations.find(GUEST, code))).isBetween(1L, 50L);
    }

    @Test
    void nothingIsCountedTwiceUntilSomethingChanges() {
        recommendations.figures(GUEST);
        assertThat(rows("dispatch", () -> recommendations.figures(GUEST))).isZero();
        assertThat(rows("recommendation", recommendations::version)).isZero();

        int before = recommendations.figures(GUEST).states().getOrDefault(RecommendationState.ADOPTED, 0);
        adopted("One more");
        assertThat(recommendations.figures(GUEST).states()).containsEntry(RecommendationState.ADOPTED, before + 1);
    }

    @Test
    void theVersionOfTheListsChangesWithAllThatTheyShowAndWithNothingElse() {
        RecommendationId id = adopted("Stood behind");
        Asker other = person("Orla Other", Role.MEMBER);

        long before = recommendations.version();
        endorsements.endorse(member, id, null);
        assertThat(recommendations.version()).as("somebody stands behind it").isEqualTo(before + 1);
        endorsements.endorse(member, id, null);
        assertThat(recommendations.version()).as("and does already").isEqualTo(before + 1);
        endorsements.withdraw(member, id, null);
        assertThat(recommendations.version()).as("and no longer").isEqualTo(before + 2);

        transaction.executeWithoutResult(undone -> {
            endorsements.endorse(member, id, null);
            undone.setRollbackOnly();
        });
        assertThat(recommendations.version()).as("undone").isEqualTo(before + 2);
        transaction.executeWithoutResult(_ -> {
            endorsements.endorse(member, id, null);
            endorsements.endorse(other, id, null);
        });
        assertThat(recommendations.version()).as("two at once").isEqualTo(before + 3);
    }

    @Test
    void thoseWhoChangeItAtTheSameTimeAreAllNoticed() throws Exception {
        RecommendationId one = adopted("One");
        RecommendationId other = adopted("Other");
        List<Asker> people = IntStream.range(0, 8)
                .mapToObj(number -> person("Member " + number, Role.MEMBER))
                .toList();

        long before = recommendations.version();
        atOnce(
                people.size(),
                number -> transaction.executeWithoutResult(_ -> {
                    // In both orders: whoever held the number while they write would wait for each other.
                    endorsements.endorse(people.get(number), number % 2 == 0 ? one : other, null);
                    endorsements.endorse(people.get(number), number % 2 == 0 ? other : one, null);
                }));

        assertThat(recommendations.version()).isEqualTo(before + people.size());
        assertThat(page(GUEST, one).endorsements().people()).isEqualTo(people.size());
    }

    private long rows(String table, Runnable act) {
        return RowsRead.during(jdbc, transaction, table, act);
    }
}
