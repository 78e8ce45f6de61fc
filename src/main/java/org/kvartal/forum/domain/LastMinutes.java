package org.kvartal.forum.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A session of a series begins with the minutes of the one before, and what became of its outcomes. */
@Component
class LastMinutes {

    private final AgendaItemRepository items;
    private final Arrangement arrangement;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final ForumClock clock;

    LastMinutes(
            AgendaItemRepository items, Arrangement arrangement, Messages messages, JdbcClient jdbc, ForumClock clock) {
        this.items = items;
        this.arrangement = arrangement;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts the minutes of the session that was held last to the beginning of one that the caller has locked, unless they stand there. */
    void settle(ForumSession session) {
        SeriesId series = session.series();
        if (series == null) {
            return;
        }
        jdbc.sql("""
                SELECT s.id FROM forum_session s
                 WHERE s.series = :series AND s.state = 'CLOSED' AND s.starts_at < :before
                 ORDER BY s.starts_at DESC, s.id DESC LIMIT 1""")
                .param("series", series.value())
                .param("before", Columns.moment(session.startsAt()))
                .query(UUID.class)
                .optional()
                .map(SessionId::new)
                .ifPresent(last -> begin(session, series, last));
    }

    private void begin(ForumSession session, SeriesId series, SessionId last) {
        boolean stands = jdbc.sql("SELECT EXISTS (SELECT FROM agenda_item WHERE session = :session AND about = :last)")
                .param("session", session.id().value())
                .param("last", last.value())
                .query(Boolean.class)
                .single();
        if (stands) {
            return;
        }
        SectionId section = jdbc.sql(
                        "SELECT id FROM agenda_section WHERE session = :session ORDER BY position, id LIMIT 1")
                .param("session", session.id().value())
                .query((row, _) -> new SectionId(Columns.id(row, "id")))
                .single();
        AgendaItem item = AgendaItem.minutesOf(last, title(), series, session.id(), section, clock.now());
        items.saveAndFlush(item);
        arrangement.put(session.id(), item.id(), section, 0);
        arrangement.changed(session.id());
    }

    private LocalizedText title() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, "forum.agenda.last-minutes"));
        }
        return new LocalizedText(Language.EN, texts);
    }
}
