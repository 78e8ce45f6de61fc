package org.kvartal.advocacy.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears what the room has confirmed. A recommendation becomes a draft, or confirms the one that was put before the room; where that was deferred to another
 * session, its trail leads back to it. Facts may come twice.
 */
@Component
class FromTheRoom {

    private final RoomWords words;
    private final RecommendationRepository recommendations;
    private final KeptRecommendations kept;
    private final Trace trace;
    private final HouseClock clock;

    FromTheRoom(
            RoomWords words,
            RecommendationRepository recommendations,
            KeptRecommendations kept,
            Trace trace,
            HouseClock clock) {
        this.words = words;
        this.recommendations = recommendations;
        this.kept = kept;
        this.trace = trace;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "advocacy.word-of-the-room")
    void on(OutcomeConfirmed fact) {
        boolean matters = fact.kind() == OutcomeKind.RECOMMENDATION || fact.kind() == OutcomeKind.DECISION;
        if (!matters || !words.hear(fact, clock.now()) || fact.kind() == OutcomeKind.DECISION) {
            return;
        }
        brought(fact.id())
                .ifPresentOrElse(
                        recommendation -> kept.confirm(recommendation, fact.id()),
                        () -> kept.draft(fact.id(), fact.text()));
    }

    /** The recommendation that the outcome is about, if it was put before the room in the words that it has now and still waits for its word. */
    private Optional<Recommendation> brought(OutcomeId outcome) {
        List<TraceNode> from = trace.walk(AdvocacyTrail.HOUSE, outcome.traced(), Language.EN).stream()
                .map(Step::node)
                .toList();
        List<UUID> ids = from.stream().map(TraceNode::id).toList();
        return from.stream()
                .filter(node -> node.kind().equals(AdvocacyPages.TRACED_RECOMMENDATION))
                .map(node -> recommendations.lock(node.id()))
                .flatMap(Optional::stream)
                .filter(Recommendation::awaitsTheRoom)
                .filter(recommendation -> words.wasBrought(recommendation, ids))
                .findFirst();
    }
}
