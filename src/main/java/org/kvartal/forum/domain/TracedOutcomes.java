package org.kvartal.forum.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows outcomes in trails, to whoever may know of them. */
@Component
class TracedOutcomes implements TraceSubject {

    private static final int TITLE = 160;

    private final OutcomeReads reads;
    private final Messages messages;
    private final JdbcClient jdbc;

    TracedOutcomes(OutcomeReads reads, Messages messages, JdbcClient jdbc) {
        this.reads = reads;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return ForumPages.TRACED_OUTCOME;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
        Map<UUID, TraceCard> cards = new HashMap<>();
        if (ids.isEmpty()) {
            return cards;
        }
        jdbc.sql(
                        "SELECT k.*, EXISTS (SELECT FROM minutes_edition e WHERE e.session = k.session AND e.published_at IS NOT NULL)"
                                + " AS published FROM (" + OutcomeReads.KNOWN + ") k WHERE k.id = ANY (:ids)")
                .params(reads.values(asker))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    LocalizedText text = Stored.text(row, "text");
                    String code = new SessionCode(row.getInt("year"), row.getInt("number")).toString();
                    cards.put(
                            Columns.id(row, "id"),
                            new TraceCard(
                                    Typed.shortened(text.in(language), TITLE),
                                    text.shownIn(language),
                                    code,
                                    messages.text(
                                            language,
                                            "forum.outcome-kind."
                                                    + Code.of(OutcomeKind.valueOf(row.getString("kind")))),
                                    Columns.moment(row, "made_at"),
                                    row.getBoolean("published") ? ForumPages.publicMinutes(code) : null,
                                    ForumPages.session(code)));
                });
        return cards;
    }
}
