package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows seminars in trails, to whoever may know of them. */
@Component
class TracedSeminars implements TraceSubject {

    private final Seminars seminars;
    private final Messages messages;
    private final JdbcClient jdbc;

    TracedSeminars(Seminars seminars, Messages messages, JdbcClient jdbc) {
        this.seminars = seminars;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return SeminarPages.TRACED_SEMINAR;
    }

    @Override
    public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Instant> made = new HashMap<>();
        jdbc.sql("SELECT id, made_at FROM seminar WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    made.put(Columns.id(row, "id"), Columns.moment(row, "made_at"));
                });
        Map<UUID, TraceCard> cards = new HashMap<>();
        seminars.cards(asker, ids.stream().map(SeminarId::new).toList())
                .forEach((id, card) -> cards.put(
                        id.value(),
                        new TraceCard(
                                card.title().in(language),
                                card.title().shownIn(language),
                                null,
                                messages.text(language, "seminars.state." + Code.of(card.state())),
                                Objects.requireNonNull(made.get(id.value())),
                                card.state().announced() ? SeminarPages.inPublic(card.slug()) : null,
                                asker.person().isPresent() ? SeminarPages.seminar(card.slug()) : null)));
        return cards;
    }
}
