package org.kvartal.forum.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows items in trails: those that stand for all on an agenda which is announced to everybody who may read the thread, and all of them to their proposers and to
 * those who facilitate them.
 */
@Component
class TracedItems implements TraceSubject {

    private final ForumSight sight;
    private final Messages messages;
    private final JdbcClient jdbc;

    TracedItems(ForumSight sight, Messages messages, JdbcClient jdbc) {
        this.sight = sight;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return ForumPages.TRACED_ITEM;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
        Map<UUID, TraceCard> cards = new HashMap<>();
        if (ids.isEmpty()) {
            return cards;
        }
        Facilitating facilitating = sight.of(asker);
        jdbc.sql("""
                SELECT i.id, i.title, i.state, i.proposed_at, i.series, i.members_only, s.year, s.number, s.opened_at
                  FROM agenda_item i LEFT JOIN forum_session s ON s.id = i.session
                 WHERE i.id = ANY (:ids)
                   AND (:all OR i.series = ANY (:mine) OR i.proposer = :asker::uuid
                        OR (i.visibility = 'COMMON' AND s.opened_at IS NOT NULL AND (:reads OR NOT i.members_only)))""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("all", facilitating.all())
                .param("mine", facilitating.mine())
                .param("asker", asker.person().map(PersonId::value).orElse(null))
                .param("reads", sight.reads(asker))
                .query(row -> {
                    LocalizedText title = Stored.text(row, "title");
                    boolean announced = Columns.momentOrNull(row, "opened_at") != null;
                    int year = row.getInt("year");
                    String code = year == 0 ? null : new SessionCode(year, row.getInt("number")).toString();
                    boolean facilitates = facilitating.of(Stored.series(row));
                    cards.put(
                            Columns.id(row, "id"),
                            new TraceCard(
                                    title.in(language),
                                    title.shownIn(language),
                                    announced || facilitates ? code : null,
                                    messages.text(
                                            language,
                                            "forum.item-state." + Code.of(ItemState.valueOf(row.getString("state")))),
                                    Columns.moment(row, "proposed_at"),
                                    code != null && announced && !row.getBoolean("members_only")
                                            ? ForumPages.inPublic(code)
                                            : null,
                                    code != null && (announced || facilitates) ? ForumPages.session(code) : null));
                });
        return cards;
    }
}
