package org.kvartal.forum.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
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
    private final HouseClock clock;

    LastMinutes(
            AgendaItemRepository items, Arrangement arrangement, Messages messages, JdbcClient jdbc, HouseClock clock) {
        this.items = items;
        this.arrangement = arrangement;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same for a draft that is made just now, unless a session that comes before it is not over: its minutes will stand there once it is. */
    void settleDraft(ForumSession session) {
        SeriesId series = session.series();
        if (series == null) {
            return;
        }
        boolean over = jdbc.sql("""
                SELECT s.state = 'CLOSED' FROM forum_session s
                 WHERE s.series = :series AND s.state <> 'CANCELLED' AND s.starts_at < :before
                 ORDER BY s.starts_at DESC, s.id DESC LIMIT 1""")
                .param("series", series.value())
                .param("before", Columns.moment(session.startsAt()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (over) {
            settle(session);
        }
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
        if (stands || replaced(session, last)) {
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

    /** Where the minutes of a session before that one wait to be spoken of, they make room. */
    private boolean replaced(ForumSession session, SessionId last) {
        int changed = jdbc.sql("""
                UPDATE agenda_item SET about = :last, version = version + 1
                 WHERE id = (SELECT i.id FROM agenda_item i
                              WHERE i.session = :session AND i.about IS NOT NULL AND i.state = 'SCHEDULED'
                              ORDER BY i.id LIMIT 1)""")
                .param("last", last.value())
                .param("session", session.id().value())
                .update();
        if (changed > 0) {
            arrangement.changed(session.id());
        }
        return changed > 0;
    }

    private LocalizedText title() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, "forum.agenda.last-minutes"));
        }
        return new LocalizedText(Language.EN, texts);
    }
}
