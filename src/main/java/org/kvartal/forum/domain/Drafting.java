package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.forum.AgendaTemplate.Section;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesBook.SeriesContent;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the next session of each series stand as a draft: exactly one session of a series lies ahead and is not cancelled. Each series is locked meanwhile, so that
 * two nodes make one session, and what fails is tried again.
 *
 * @see "Decision record 0106, the next session stands as a draft when the one before begins"
 */
@Component
class Drafting {

    /** Even of a rule that knows the 29th of February alone there is a date in so many days. */
    private static final int DAYS_AHEAD = 9 * 366;

    private final SeriesRepository series;
    private final SessionRepository sessions;
    private final AgendaItemRepository items;
    private final SessionCodes codes;
    private final LastMinutes lastMinutes;
    private final ForumTasks tasks;
    private final ForumTrail trail;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Live live;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    Drafting(
            SeriesRepository series,
            SessionRepository sessions,
            AgendaItemRepository items,
            SessionCodes codes,
            LastMinutes lastMinutes,
            ForumTasks tasks,
            ForumTrail trail,
            Messages messages,
            JdbcClient jdbc,
            Live live,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.series = series;
        this.sessions = sessions;
        this.items = items;
        this.codes = codes;
        this.lastMinutes = lastMinutes;
        this.tasks = tasks;
        this.trail = trail;
        this.messages = messages;
        this.jdbc = jdbc;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Drafts what is missing. */
    void settle() {
        List<UUID> missing = jdbc.sql("""
                SELECT r.id FROM forum_series r
                 WHERE r.ended_at IS NULL AND NOT EXISTS (SELECT FROM forum_session s WHERE s.series = r.id
                       AND s.state <> 'CANCELLED' AND s.starts_at > :now)
                 ORDER BY r.id""")
                .param("now", Columns.moment(clock.now()))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        missing.forEach(id ->
                transaction.executeWithoutResult(_ -> series.lock(id).ifPresent(one -> next(ForumTrail.HOUSE, one))));
    }

    /** Drafts the next session of a series that the caller has locked, unless one stands already. */
    Optional<SessionId> next(Asker by, SessionSeries of) {
        Instant now = clock.now();
        if (of.ended() || oneLiesAhead(of, now)) {
            return Optional.empty();
        }
        @Nullable LocalDateTime last = last(of);
        SeriesContent content = of.content();
        return dates(content.recurrence(), now).stream()
                .filter(date -> last == null || date.isAfter(last))
                .findFirst()
                .map(date -> draft(by, of, content, date, now));
    }

    /** The dates of a rule that are to come. */
    static List<LocalDateTime> dates(Recurrence recurrence, Instant now) {
        return recurrence.dates(now.plusMillis(1), now.plus(DAYS_AHEAD, ChronoUnit.DAYS));
    }

    private SessionId draft(Asker by, SessionSeries of, SeriesContent content, LocalDateTime date, Instant now) {
        SessionId id = SessionId.next();
        ForumSession session = ForumSession.draft(id, of.id(), content, date, codes.next(date.getYear()), now);
        sessions.saveAndFlush(session);
        int position = 0;
        for (Section section : content.template().sections()) {
            SectionId place = section(id, position++, section.title());
            int order = 0;
            for (StandingItem item : section.items()) {
                items.saveAndFlush(AgendaItem.standing(item, of.id(), id, place, order++, now));
            }
        }
        if (position == 0) {
            section(id, 0, untitled());
        }
        lastMinutes.settleDraft(session);
        trail.session(by, "forum.session-drafted", id);
        tasks.arrange(session);
        live.changed(List.of(ForumTopics.SESSIONS, ForumTopics.backlog(of.id())));
        return id;
    }

    private SectionId section(SessionId session, int position, LocalizedText title) {
        SectionId id = SectionId.next();
        jdbc.sql(
                        "INSERT INTO agenda_section (id, session, position, title) VALUES (:id, :session, :position, :title::jsonb)")
                .param("id", id.value())
                .param("session", session.value())
                .param("position", position)
                .param("title", Stored.json(title))
                .update();
        return id;
    }

    /** A session that belongs to no series begins with one section. */
    void begin(SessionId session) {
        section(session, 0, untitled());
    }

    /** What the only section of an agenda is called as long as nobody says otherwise. */
    private LocalizedText untitled() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, "forum.agenda.section"));
        }
        return new LocalizedText(Language.EN, texts);
    }

    private boolean oneLiesAhead(SessionSeries of, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM forum_session WHERE series = :series AND state <> 'CANCELLED' AND starts_at > :now)""")
                .param("series", of.id().value())
                .param("now", Columns.moment(now))
                .query(Boolean.class)
                .single();
    }

    private @Nullable LocalDateTime last(SessionSeries of) {
        return jdbc.sql("SELECT occurrence FROM forum_session WHERE series = :series ORDER BY occurrence DESC LIMIT 1")
                .param("series", of.id().value())
                .query((row, _) -> row.getObject("occurrence", LocalDateTime.class))
                .optional()
                .orElse(null);
    }
}
