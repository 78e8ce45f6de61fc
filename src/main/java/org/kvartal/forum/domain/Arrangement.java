package org.kvartal.forum.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The order of an agenda. Its session is locked meanwhile, then its items in the order of their ids.
 *
 * @see "Decision record 0105, an agenda is arranged under its own version"
 */
@Component
class Arrangement {

    private final SessionRepository sessions;
    private final AgendaItemRepository items;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Live live;
    private final HouseClock clock;

    Arrangement(
            SessionRepository sessions,
            AgendaItemRepository items,
            ForumTrail trail,
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            Live live,
            HouseClock clock) {
        this.sessions = sessions;
        this.items = items;
        this.trail = trail;
        this.jdbc = jdbc;
        this.batches = batches;
        this.live = live;
        this.clock = clock;
    }

    /** The session, locked until the transaction ends. */
    ForumSession lock(SessionId id) {
        return sessions.lock(id.value()).orElseThrow(NotFound::new);
    }

    /** @throws Refused if somebody has changed the order since the asker saw it */
    void requireSeen(SessionId session, long seen) {
        long standing = jdbc.sql("SELECT agenda_version FROM forum_session WHERE id = :id")
                .param("id", session.value())
                .query(Long.class)
                .single();
        if (standing != seen) {
            throw Refused.because("forum.refused.agenda-changed");
        }
    }

    /** Counts a change. */
    long changed(SessionId session) {
        long version = jdbc.sql("""
                UPDATE forum_session SET agenda_version = agenda_version + 1, changed_at = :now WHERE id = :id
                RETURNING agenda_version""")
                .param("id", session.value())
                .param("now", Columns.moment(clock.now()))
                .query(Long.class)
                .single();
        live.changed(List.of(ForumTopics.SESSIONS, ForumTopics.of(session)));
        return version;
    }

    boolean holdsSomething(SessionId session) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM agenda_item WHERE session = :session)")
                .param("session", session.value())
                .query(Boolean.class)
                .single();
    }

    /** @throws Refused if no more has room there */
    void requireRoom(SessionId session) {
        long standing = jdbc.sql("SELECT count(*) FROM agenda_item WHERE session = :session")
                .param("session", session.value())
                .query(Long.class)
                .single();
        if (standing >= Agenda.MOST_ITEMS) {
            throw Refused.because("forum.refused.agenda-full", Agenda.MOST_ITEMS);
        }
    }

    /** @throws NotFound if it is none of the session's */
    void requireSection(SessionId session, SectionId section) {
        if (!sections(session).contains(section.value())) {
            throw new NotFound();
        }
    }

    /** Puts an item that stands on the agenda to a place, and all others of its section behind each other. */
    void put(SessionId session, ItemId item, SectionId section, int index) {
        List<UUID> order = new ArrayList<>(jdbc.sql("""
                SELECT id FROM agenda_item WHERE session = :session AND section = :section AND id <> :item
                 ORDER BY position, id""")
                .param("session", session.value())
                .param("section", section.value())
                .param("item", item.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list());
        order.add(Math.clamp(index, 0, order.size()), item.value());
        lockItems(order);
        number(
                "UPDATE agenda_item SET section = :section, position = :position WHERE id = :id",
                order,
                new MapSqlParameterSource("section", section.value()));
    }

    void addSection(SessionId session, SectionId section, LocalizedText title) {
        List<UUID> standing = sections(session);
        if (standing.contains(section.value())) {
            return;
        }
        if (standing.size() >= AgendaTemplate.MOST_SECTIONS) {
            throw Refused.because("forum.refused.sections-full", AgendaTemplate.MOST_SECTIONS);
        }
        jdbc.sql(
                        "INSERT INTO agenda_section (id, session, position, title) VALUES (:id, :session, :position, :title::jsonb)")
                .param("id", section.value())
                .param("session", session.value())
                .param("position", standing.size())
                .param("title", Stored.json(title))
                .update();
    }

    void renameSection(SectionId section, LocalizedText title) {
        jdbc.sql("UPDATE agenda_section SET title = :title::jsonb WHERE id = :id")
                .param("id", section.value())
                .param("title", Stored.json(title))
                .update();
    }

    void moveSection(SessionId session, SectionId section, int index) {
        List<UUID> order = new ArrayList<>(sections(session));
        order.remove(section.value());
        order.add(Math.clamp(index, 0, order.size()), section.value());
        number("UPDATE agenda_section SET position = :position WHERE id = :id", order, new MapSqlParameterSource());
    }

    void removeSection(SessionId session, SectionId section) {
        List<UUID> order = new ArrayList<>(sections(session));
        boolean holds = jdbc.sql("SELECT EXISTS (SELECT FROM agenda_item WHERE section = :section)")
                .param("section", section.value())
                .query(Boolean.class)
                .single();
        if (holds) {
            throw Refused.because("forum.refused.section-full");
        }
        if (order.size() == 1) {
            throw Refused.because("forum.refused.section-last");
        }
        order.remove(section.value());
        jdbc.sql("DELETE FROM agenda_section WHERE id = :id")
                .param("id", section.value())
                .update();
        number("UPDATE agenda_section SET position = :position WHERE id = :id", order, new MapSqlParameterSource());
    }

    /**
     * Sends everything that was proposed back to the backlog; what stands on each agenda stays with the session, since the next one has it anyway.
     *
     * @return whoever proposed any of it
     */
    Set<PersonId> clear(Asker by, SessionId session) {
        Set<PersonId> proposers = new HashSet<>();
        List<UUID> standing = jdbc.sql(
                        "SELECT id FROM agenda_item WHERE session = :session AND NOT standing ORDER BY id")
                .param("session", session.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        for (UUID id : standing) {
            AgendaItem item = items.lock(id).orElseThrow(NotFound::new);
            item.takeBack(clock.now());
            items.saveAndFlush(item);
            item.proposer().ifPresent(proposers::add);
            trail.item(by, "forum.item-taken-back", item.id(), entry -> entry.with("session", session.value()));
            live.changed(ForumTopics.backlog(item.series()));
        }
        return proposers;
    }

    private List<UUID> sections(SessionId session) {
        return jdbc.sql("SELECT id FROM agenda_section WHERE session = :session ORDER BY position, id")
                .param("session", session.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private void lockItems(Collection<UUID> ids) {
        jdbc.sql("SELECT id FROM agenda_item WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private void number(String update, List<UUID> order, MapSqlParameterSource more) {
        SqlParameterSource[] rows = new SqlParameterSource[order.size()];
        for (int position = 0; position < rows.length; position++) {
            rows[position] = new MapSqlParameterSource(more.getValues())
                    .addValue("id", order.get(position))
                    .addValue("position", position);
        }
        batches.batchUpdate(update, rows);
    }
}
