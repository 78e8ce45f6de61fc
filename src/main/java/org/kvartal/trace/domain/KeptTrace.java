package org.kvartal.trace.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Step;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceGrown;
import org.kvartal.trace.TraceNode;
import org.kvartal.trace.TraceSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links in PostgreSQL; the application's role can neither change nor remove one. */
@Component
class KeptTrace implements Trace {

    /**
     * Both ways from a thing, breadth first. A thing is met at most once at each depth, so that a ring ends and a tangle does not grow; the inner limits stop
     * the reading itself.
     */
    private static final String WALK = """
            WITH RECURSIVE
            later (kind, id, depth) AS (
                SELECT :kind::text, :id::uuid, 0
                UNION
                SELECT l.to_kind, l.to_id, w.depth + 1
                  FROM later w JOIN trace_link l ON l.from_kind = w.kind AND l.from_id = w.id
                 WHERE w.depth < :depth),
            earlier (kind, id, depth) AS (
                SELECT :kind::text, :id::uuid, 0
                UNION
                SELECT l.from_kind, l.from_id, w.depth + 1
                  FROM earlier w JOIN trace_link l ON l.to_kind = w.kind AND l.to_id = w.id
                 WHERE w.depth < :depth),
            node AS MATERIALIZED (
                SELECT kind, id
                  FROM (SELECT * FROM (SELECT * FROM earlier LIMIT :read) e
                        UNION ALL
                        SELECT * FROM (SELECT * FROM later LIMIT :read) l) w
                 GROUP BY kind, id
                 ORDER BY min(depth), kind, id
                 LIMIT :most)
            SELECT n.kind, n.id, l.from_kind, l.from_id, l.relation, l.at
              FROM node n
              LEFT JOIN (trace_link l JOIN node f ON f.kind = l.from_kind AND f.id = l.from_id)
                     ON l.to_kind = n.kind AND l.to_id = n.id
             ORDER BY l.at NULLS FIRST, l.relation""";

    /** What came of each of several things, breadth first; the limit stops the reading of a tangle. */
    private static final String LATER = """
            WITH RECURSIVE later (root_kind, root, kind, id, depth, relation, at) AS (
                SELECT n.kind, n.id, n.kind, n.id, 0, NULL::text, NULL::timestamptz
                  FROM unnest(:kinds::text[], :ids::uuid[]) AS n (kind, id)
                UNION
                SELECT w.root_kind, w.root, l.to_kind, l.to_id, w.depth + 1, l.relation, l.at
                  FROM later w JOIN trace_link l ON l.from_kind = w.kind AND l.from_id = w.id
                 WHERE w.depth < :depth)
            SELECT root_kind, root, kind, id, depth, relation, at
              FROM (SELECT * FROM later LIMIT :read) l
             WHERE depth > 0 AND (kind, id) <> (root_kind, root)
             ORDER BY depth DESC, at DESC, id DESC""";

    private final House house;
    private final JdbcClient jdbc;
    private final ObjectProvider<TraceSubject> subjects;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    KeptTrace(
            House house,
            JdbcClient jdbc,
            ObjectProvider<TraceSubject> subjects,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.house = house;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(Asker by, Strand strand) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int stated = jdbc.sql("""
                INSERT INTO trace_link (from_kind, from_id, relation, to_kind, to_id, actor_person, actor_house, at)
                VALUES (:fromKind, :from, :relation, :toKind, :to, :person, :house, :at)
                ON CONFLICT DO NOTHING""")
                .param("fromKind", strand.from().kind())
                .param("from", strand.from().id())
                .param("relation", strand.relation().name())
                .param("toKind", strand.to().kind())
                .param("to", strand.to().id())
                .param("person", by.person().map(PersonId::value).orElse(null))
                .param("house", by instanceof Asker.House(String name) ? name : null)
                .param("at", Columns.moment(at))
                .update();
        if (stated > 0) {
            facts.publishEvent(new TraceGrown(strand, at));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> walk(Asker asker, TraceNode node, Language language) {
        Walk walk = read(node);
        Map<TraceNode, TraceCard> cards = cards(asker, walk.nodes(), language);
        return cards.containsKey(node) ? walk.steps(cards, node) : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TraceNode, Step> furthest(Asker asker, Collection<TraceNode> nodes, Language language) {
        Map<TraceNode, Step> furthest = new HashMap<>();
        if (nodes.isEmpty()) {
            return furthest;
        }
        List<Later> later = later(nodes);
        Set<TraceNode> met = later.stream().map(Later::node).collect(Collectors.toSet());
        Map<TraceNode, TraceCard> cards = cards(asker, met, language);
        for (Later one : later) {
            TraceCard card = cards.get(one.node());
            if (card != null) {
                furthest.putIfAbsent(one.root(), new Step(one.node(), card, one.by(), false));
            }
        }
        return furthest;
    }

    private record Later(TraceNode root, TraceNode node, Relation by) {}

    /** The furthest and newest first. */
    private List<Later> later(Collection<TraceNode> nodes) {
        return jdbc.sql(LATER)
                .param("kinds", nodes.stream().map(TraceNode::kind).toArray(String[]::new))
                .param("ids", nodes.stream().map(TraceNode::id).toArray(UUID[]::new))
                .param("depth", DEPTH)
                .param("read", MOST * (DEPTH + 1))
                .query((row, _) -> new Later(
                        node(row, "root_kind", "root"),
                        node(row, "kind", "id"),
                        Relation.valueOf(row.getString("relation"))))
                .list();
    }

    private Walk read(TraceNode node) {
        Walk walk = new Walk();
        jdbc.sql(WALK)
                .param("kind", node.kind())
                .param("id", node.id())
                .param("depth", DEPTH)
                .param("read", MOST * (DEPTH + 1))
                .param("most", MOST)
                .query(row -> {
                    TraceNode to = node(row, "kind", "id");
                    Relation relation = relation(row.getString("relation"));
                    walk.add(to);
                    if (relation != null) {
                        walk.link(node(row, "from_kind", "from_id"), relation, to, Columns.moment(row, "at"));
                    }
                });
        return walk;
    }

    private static TraceNode node(ResultSet row, String kind, String id) throws SQLException {
        return new TraceNode(row.getString(kind), Columns.id(row, id));
    }

    private static @Nullable Relation relation(@Nullable String name) {
        return name == null ? null : Relation.valueOf(name);
    }

    private Map<TraceNode, TraceCard> cards(Asker asker, Collection<TraceNode> nodes, Language language) {
        Map<String, List<UUID>> ids = new HashMap<>();
        nodes.forEach(
                node -> ids.computeIfAbsent(node.kind(), _ -> new ArrayList<>()).add(node.id()));
        Map<TraceNode, TraceCard> cards = new HashMap<>();
        house.inUse(subjects).stream()
                .filter(subject -> ids.containsKey(subject.kind()))
                .forEach(subject -> subject.cards(asker, ids.getOrDefault(subject.kind(), List.of()), language)
                        .forEach((id, card) -> cards.put(new TraceNode(subject.kind(), id), card)));
        return cards;
    }
}
