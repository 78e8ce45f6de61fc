package org.kvartal.advocacy.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.forum.ForumPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a recommendation came from, without what was cited for it once and does not stand any more. */
@Component
class Origins {

    private final Trace trace;
    private final JdbcClient jdbc;

    Origins(Trace trace, JdbcClient jdbc) {
        this.trace = trace;
        this.jdbc = jdbc;
    }

    /** As far as the asker may know of it, in the order of the trail. */
    List<Step> of(Asker asker, RecommendationId id, Language language) {
        List<Step> before = before(asker, id.traced(), language);
        Set<UUID> gone =
                new HashSet<>(jdbc.sql("SELECT subject FROM recommendation_evidence_gone WHERE recommendation = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .list());
        if (gone.isEmpty()) {
            return before;
        }
        // What the room spoke of stands, however often it was cited and taken away besides.
        before.stream()
                .map(Step::node)
                .filter(node -> node.kind().equals(ForumPages.TRACED_ITEM))
                .forEach(item -> before(AdvocacyTrail.HOUSE, item, language)
                        .forEach(step -> gone.remove(step.node().id())));
        return before.stream().filter(step -> !gone.contains(step.node().id())).toList();
    }

    private List<Step> before(Asker asker, TraceNode node, Language language) {
        List<Step> before = new ArrayList<>();
        for (Step step : trace.walk(asker, node, language)) {
            if (step.here()) {
                break;
            }
            before.add(step);
        }
        return before;
    }
}
