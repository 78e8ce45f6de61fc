package org.kvartal.advocacy.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeProgress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the next session what became of the recommendations of the one before. */
@Component
class OutcomeFate implements OutcomeProgress {

    private final AdvocacySight sight;
    private final Messages messages;
    private final JdbcClient jdbc;

    OutcomeFate(AdvocacySight sight, Messages messages, JdbcClient jdbc) {
        this.sight = sight;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OutcomeId, Progress> of(Asker asker, Collection<OutcomeId> outcomes, Language language) {
        return fates(sight.values(asker), outcomes, language);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OutcomeId, Progress> forMembers(Collection<OutcomeId> outcomes, Language language) {
        return fates(AdvocacySight.ofMembers(), outcomes, language);
    }

    private Map<OutcomeId, Progress> fates(
            Map<String, @Nullable Object> known, Collection<OutcomeId> outcomes, Language language) {
        Map<OutcomeId, Progress> fates = new HashMap<>();
        if (outcomes.isEmpty()) {
            return fates;
        }
        jdbc.sql("""
                SELECT r.id, r.outcome, r.year, r.number, r.state,
                       (SELECT count(*) FROM dispatch d WHERE d.recommendation = r.id AND d.sent_at IS NOT NULL) AS letters,
                       (SELECT count(*) FROM dispatch d WHERE d.recommendation = r.id AND d.position IS NOT NULL
                           AND d.position <> 'NO_REPLY') AS answered
                  FROM recommendation r WHERE r.outcome = ANY (:outcomes) AND""" + AdvocacySight.KNOWN)
                .params(known)
                .param("outcomes", outcomes.stream().map(OutcomeId::value).toArray(UUID[]::new))
                .query(row -> {
                    RecommendationState state = Stored.code(row, "state", RecommendationState.class);
                    String code = RefCode.recommendation(row);
                    fates.put(
                            new OutcomeId(Columns.id(row, "outcome")),
                            new Progress(
                                    messages.text(
                                            language,
                                            "advocacy.fate",
                                            code,
                                            messages.text(language, "advocacy.state." + Code.of(state)),
                                            row.getInt("letters"),
                                            row.getInt("answered")),
                                    AdvocacyPages.recommendation(code),
                                    state.next().isEmpty()));
                });
        return fates;
    }
}
