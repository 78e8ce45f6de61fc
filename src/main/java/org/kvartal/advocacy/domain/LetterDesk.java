package org.kvartal.advocacy.domain;

import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters under lock: always the recommendation first and then the letter, so that two acts never wait for each other. */
@Component
class LetterDesk {

    private final DispatchRepository dispatches;
    private final RecommendationRepository recommendations;
    private final Telling telling;

    LetterDesk(DispatchRepository dispatches, RecommendationRepository recommendations, Telling telling) {
        this.dispatches = dispatches;
        this.recommendations = recommendations;
        this.telling = telling;
    }

    record Held(Recommendation recommendation, Dispatch dispatch) {

        String code() {
            return recommendation.code();
        }
    }

    /** Both, and nobody else changes them until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Held hold(DispatchId id) {
        RecommendationId of =
                dispatches.findById(id.value()).orElseThrow(NotFound::new).recommendation();
        Recommendation recommendation = recommendations.lock(of.value()).orElseThrow(NotFound::new);
        Dispatch dispatch = dispatches.lock(id.value()).orElseThrow(NotFound::new);
        return new Held(recommendation, dispatch);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(Dispatch dispatch) {
        dispatches.saveAndFlush(dispatch);
        telling.changed(dispatch.recommendation());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(Recommendation recommendation) {
        recommendations.saveAndFlush(recommendation);
    }
}
