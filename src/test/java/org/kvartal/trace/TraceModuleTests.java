package org.kvartal.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.trace.Relation.BECAME;
import static org.kvartal.trace.Relation.CONTINUES;
import static org.kvartal.trace.Relation.RAISED_IN;
import static org.kvartal.trace.Relation.VERIFIED_BY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What came from what is stated once and walked from either end. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import({Orchard.class, SqlCounter.class})
@TestInstance(Lifecycle.PER_METHOD)
@RecordApplicationEvents
class TraceModuleTests {

    private static final Asker GARDENER = Asker.of(PersonId.next());

    @Autowired
    Trace trace;

    @Autowired
    Orchard orchard;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private final TraceNode here = new TraceNode("seed", Ids.next());

    @Test
    void theSameTrailIsSeenFromEitherEnd() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        TraceNode apple = orchard.grow("fruit", "apple", 100);
        link(tree, VERIFIED_BY, apple);
        link(seed, BECAME, tree);

        for (TraceNode from : List.of(seed, tree, apple)) {
            assertThat(names(from)).containsExactly("seed", "tree", "apple");
            assertThat(walk(from)).extracting(Step::by).containsExactly(null, BECAME, VERIFIED_BY);
            assertThat(walk(from)).filteredOn(Step::here).extracting(Step::node).containsExactly(from);
        }
        assertThat(walk(seed))
                .extracting(Step::key)
                .containsExactly("trace.began", "trace.relation.became", "trace.relation.verified-by");
    }

    @Test
    void whatHangsTogetherOnlyThroughALaterThingIsNoPartOfTheTrail() {
        TraceNode apple = orchard.grow("seed", "apple seed", 0);
        TraceNode pear = orchard.grow("seed", "pear seed", 1);
        TraceNode market = orchard.grow("fruit", "market", 100);
        link(apple, BECAME, market);
        link(pear, BECAME, market);

        assertThat(names(apple)).containsExactly("apple seed", "market");
        assertThat(names(market)).containsExactly("apple seed", "pear seed", "market");
    }

    @Test
    void eachThingStandsBehindAllThatItCameFrom() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 50);
        TraceNode graft = orchard.grow("tree", "graft", 20);
        TraceNode fruit = orchard.grow("fruit", "fruit", 10);
        link(seed, BECAME, fruit);
        link(seed, BECAME, tree);
        link(tree, CONTINUES, graft);
        link(graft, BECAME, fruit);

        assertThat(names(seed)).as("though the dates say otherwise").containsExactly("seed", "tree", "graft", "fruit");
    }

    @Test
    void whatTheAskerMayNotKnowOfIsLeftOutAndTheTrailGoesOnBehindIt() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        TraceNode apple = orchard.grow("fruit", "apple", 100);
        link(seed, BECAME, tree);
        link(tree, VERIFIED_BY, apple);
        orchard.wall(tree);

        assertThat(names(seed)).containsExactly("seed", "apple");
        assertThat(walk(apple)).extracting(Step::by).containsExactly(null, VERIFIED_BY);
        assertThat(walk(tree)).isEmpty();
        assertThat(trace.walk(Asker.house("test"), tree, Language.EN)).hasSize(3);
    }

    @Test
    void ofManyThingsItIsToldAtOnceHowFarEachHasCome() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        TraceNode apple = orchard.grow("fruit", "apple", 100);
        TraceNode pip = orchard.grow("seed", "pip", 200);
        link(seed, BECAME, tree);
        link(tree, VERIFIED_BY, apple);
        link(apple, CONTINUES, pip);
        // What comes from itself in the end goes round no further.
        link(pip, BECAME, seed);
        TraceNode lone = orchard.grow("seed", "lone", 0);
        TraceNode other = orchard.grow("seed", "other", 0);
        TraceNode walled = orchard.grow("tree", "walled", 10);
        link(other, BECAME, walled);
        orchard.wall(walled);
        List<TraceNode> few = List.of(other);
        List<TraceNode> many = List.of(tree, apple, lone, other, here);
        orchard.asked();
        int statements = SqlCounter.during(() -> trace.furthest(GARDENER, few, Language.EN))
                .statements()
                .size();
        orchard.asked();

        assertThat(SqlCounter.during(() -> trace.furthest(GARDENER, many, Language.EN))
                        .statements())
                .hasSize(statements);
        assertThat(orchard.asked()).as("each kind once").isLessThanOrEqualTo(3);
        assertThat(trace.furthest(GARDENER, many, Language.EN)).containsOnlyKeys(tree, apple);
        assertThat(trace.furthest(GARDENER, few, Language.EN)).isEmpty();
        assertThat(trace.furthest(Asker.house("test"), few, Language.EN)).containsOnlyKeys(other);
        assertThat(trace.furthest(GARDENER, List.of(), Language.EN)).isEmpty();
    }

    @Test
    void theFurthestStepThatTheAskerMayKnowOfStandsForTheRest() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        TraceNode apple = orchard.grow("fruit", "apple", 100);
        TraceNode pear = orchard.grow("fruit", "pear", 110);
        link(seed, BECAME, tree);
        link(tree, VERIFIED_BY, apple);
        link(tree, VERIFIED_BY, pear);

        Step step = requireNonNull(
                trace.furthest(GARDENER, List.of(seed), Language.EN).get(seed));
        assertThat(step.node()).as("the newest").isEqualTo(pear);
        assertThat(step.by()).isEqualTo(VERIFIED_BY);
        orchard.wall(pear);
        orchard.wall(apple);
        assertThat(trace.furthest(GARDENER, List.of(seed), Language.EN))
                .hasEntrySatisfying(seed, seen -> assertThat(seen.node()).isEqualTo(tree));
    }

    @Test
    void whatIsLinkedToNothingStandsAlone() {
        assertThat(names(orchard.grow("seed", "seed", 0))).containsExactly("seed");
        assertThat(walk(here)).as("unknown to its module").isEmpty();
        assertThat(walk(new TraceNode("stone", Ids.next())))
                .as("of nobody's kind")
                .isEmpty();
    }

    @Test
    void ringsDoNoHarm() {
        List<TraceNode> ring = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ring.add(orchard.grow("tree", "tree " + i, i));
        }
        for (int i = 0; i < 5; i++) {
            link(ring.get(i), CONTINUES, ring.get((i + 1) % 5));
            link(ring.get((i + 2) % 5), BECAME, ring.get(i));
        }

        assertThat(names(ring.get(3))).containsExactlyInAnyOrder("tree 0", "tree 1", "tree 2", "tree 3", "tree 4");
    }

    @Test
    void aTangleEndsAtTwoHundredThingsAndTwelveSteps() {
        List<TraceNode> chain = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            chain.add(orchard.grow("tree", "tree " + i, i));
            if (i > 0) {
                link(chain.get(i - 1), CONTINUES, chain.get(i));
            }
        }
        assertThat(names(chain.getFirst())).hasSize(Trace.DEPTH + 1).endsWith("tree 12");
        assertThat(names(chain.getLast())).hasSize(Trace.DEPTH + 1).startsWith("tree 7");

        TraceNode root = orchard.grow("seed", "root", 0);
        List<TraceNode> row = List.of(root);
        for (int depth = 1; depth <= 6; depth++) {
            List<TraceNode> next = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                TraceNode one = orchard.grow("fruit", depth + "." + i, depth);
                row.forEach(before -> link(before, BECAME, one));
                next.add(one);
            }
            row = next;
        }
        assertThat(walk(root)).hasSize(Trace.MOST);
        assertThat(walk(row.getFirst())).hasSize(Trace.MOST).last().matches(Step::here);
    }

    @Test
    void aWalkTakesOneStatementAndOneQuestionForEachKind() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        for (int i = 0; i < 30; i++) {
            TraceNode tree = orchard.grow("tree", "tree " + i, i);
            link(seed, BECAME, tree);
            link(tree, BECAME, orchard.grow("fruit", "fruit " + i, i));
        }
        var _ = orchard.asked();

        assertThat(SqlCounter.during(() -> {
                    var _ = walk(seed);
                }))
                .hasSize(1);
        assertThat(orchard.asked()).isEqualTo(3);
    }

    @Test
    void theSameLinkAgainIsNothing() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        link(seed, BECAME, tree);
        link(seed, BECAME, tree);

        assertThat(rows(seed)).isEqualTo(1);
        assertThat(events.stream(TraceGrown.class)
                        .filter(fact -> fact.strand().from().equals(seed)))
                .hasSize(1);
        link(seed, RAISED_IN, tree);
        assertThat(names(seed)).containsExactly("seed", "tree");
    }

    @Test
    void manyWhoStateTheSameLinkAtOnceStateItOnce() throws Exception {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        TraceNode tree = orchard.grow("tree", "tree", 10);
        int many = 16;
        CyclicBarrier start = new CyclicBarrier(many);
        AtomicInteger done = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    link(seed, BECAME, tree);
                    return done.incrementAndGet();
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(done).hasValue(many);
        assertThat(rows(seed)).isEqualTo(1);
    }

    @Test
    void aLinkStandsAndFallsWithTheActThatMadeIt() {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        Strand strand = new Strand(seed, BECAME, orchard.grow("tree", "tree", 10));

        assertThatThrownBy(() -> trace.link(GARDENER, strand)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            trace.link(GARDENER, strand);
            status.setRollbackOnly();
        });
        assertThat(names(seed)).containsExactly("seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trace_link SET relation = 'BECAME'",
                "DELETE FROM trace_link",
                "TRUNCATE trace_link",
                "ALTER TABLE trace_link DISABLE ROW LEVEL SECURITY"
            })
    void theProgramsOwnRoleCanNotChangeALink(String attempt) {
        TraceNode seed = orchard.grow("seed", "seed", 0);
        link(seed, CONTINUES, orchard.grow("tree", "tree", 10));

        assertThatThrownBy(() -> jdbc.sql(attempt).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied for|must be owner of) table trace_.*");
        assertThat(rows(seed)).isEqualTo(1);
    }

    @Test
    void aThingDoesNotComeFromItselfAndKindsAreNames() {
        assertThatThrownBy(() -> new Strand(here, BECAME, here)).isInstanceOf(IllegalArgumentException.class);
        for (String kind : List.of("", "Seed", "a b", "x'; --", "s".repeat(41))) {
            assertThatThrownBy(() -> new TraceNode(kind, Ids.next())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void link(TraceNode from, Relation relation, TraceNode to) {
        transaction.executeWithoutResult(_ -> trace.link(GARDENER, new Strand(from, relation, to)));
    }

    private List<Step> walk(TraceNode from) {
        return trace.walk(GARDENER, from, Language.EN);
    }

    private List<String> names(TraceNode from) {
        return walk(from).stream().map(step -> step.card().title()).toList();
    }

    private int rows(TraceNode from) {
        return jdbc.sql("SELECT count(*) FROM trace_link WHERE from_kind = ? AND from_id = ?")
                .params(from.kind(), from.id())
                .query(Integer.class)
                .single();
    }
}
