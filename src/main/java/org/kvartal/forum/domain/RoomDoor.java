package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where one gets into the room of a session. Whoever facilitates locks the session's row for themselves; those who take part share it, so that hundreds act at once and
 * none of them after the session was closed.
 *
 * @see "Decision record 0107, the room is run from the database"
 */
@Component
class RoomDoor {

    private final SessionRepository sessions;
    private final Arrangement arrangement;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final Live live;
    private final HouseClock clock;

    RoomDoor(
            SessionRepository sessions,
            Arrangement arrangement,
            Permissions permissions,
            JdbcClient jdbc,
            Live live,
            HouseClock clock) {
        this.sessions = sessions;
        this.arrangement = arrangement;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A session that runs, as those see it who take part.
     *
     * @param now what time it is in the room
     */
    record Seat(
            SessionId id,
            @Nullable SeriesId series,
            boolean paper,
            Instant now,
            RoomCodes codes,
            String callLink,
            ZoneId zone,
            LocalDateTime starts) {}

    /** A session that the asker facilitates, locked until the transaction ends. */
    ForumSession facilitated(Asker by, SessionId id) {
        // Who may is asked before it is locked: nobody waits for what is none of theirs.
        requireFacilitator(by, id);
        return arrangement.lock(id);
    }

    /** The same, while it runs. */
    ForumSession running(Asker by, SessionId id) {
        ForumSession session = facilitated(by, id);
        session.requireRunning();
        return session;
    }

    void requireFacilitator(Asker by, SessionId id) {
        // By SQL: an entity that is read before it is locked may be older than its row by then.
        record Found(@Nullable SeriesId series) {}
        Found found = jdbc.sql("SELECT series FROM forum_session WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new Found(Stored.series(row)))
                .optional()
                .orElseThrow(NotFound::new);
        permissions.check(by, ForumRights.FACILITATE, ForumRights.in(found.series()));
    }

    /** The session on whose agenda an item stands. */
    SessionId sessionOf(ItemId item) {
        return jdbc.sql("SELECT session FROM agenda_item WHERE id = :item AND session IS NOT NULL")
                .param("item", item.value())
                .query((row, _) -> new SessionId(Columns.id(row, "session")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    SessionId sessionOf(OutcomeId outcome) {
        return jdbc.sql("SELECT i.session FROM outcome o JOIN agenda_item i ON i.id = o.item"
                        + " WHERE o.id = :outcome AND i.session IS NOT NULL")
                .param("outcome", outcome.value())
                .query((row, _) -> new SessionId(Columns.id(row, "session")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    SessionId sessionOf(BallotId ballot) {
        return jdbc.sql("SELECT session FROM ballot WHERE id = :ballot")
                .param("ballot", ballot.value())
                .query((row, _) -> new SessionId(Columns.id(row, "session")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * A session that runs. It is not closed before the transaction ends.
     *
     * @throws NotFound if nobody may know of it
     * @throws Refused if it does not run
     */
    Seat seat(SessionId id) {
        Optional<Seat> seat = jdbc.sql("""
                SELECT s.series, s.paper, s.call_link, s.zone, s.starts, r.paper_at, r.secret
                  FROM forum_session s JOIN session_room r ON r.session = s.id
                 WHERE s.id = :id AND s.state = 'IN_PROGRESS' FOR SHARE OF s""")
                .param("id", id.value())
                .query((row, _) -> {
                    Instant paper = Columns.momentOrNull(row, "paper_at");
                    return new Seat(
                            id,
                            Stored.series(row),
                            row.getBoolean("paper"),
                            paper == null ? clock.now() : paper,
                            new RoomCodes(row.getBytes("secret")),
                            row.getString("call_link"),
                            ZoneId.of(row.getString("zone")),
                            row.getObject("starts", LocalDateTime.class));
                })
                .optional();
        return seat.orElseThrow(() -> {
            ForumSession found = sessions.findById(id.value())
                    .filter(ForumSession::announced)
                    .orElseThrow(NotFound::new);
            return Refused.because(
                    found.isOpen() ? "forum.refused.session-waits" : "forum.refused.session-not-running");
        });
    }

    /** What time it is in the room of a session that has begun. */
    Instant now(SessionId session) {
        return jdbc.sql("SELECT paper_at FROM session_room WHERE session = :session")
                .param("session", session.value())
                .query((row, _) -> Optional.ofNullable(Columns.momentOrNull(row, "paper_at")))
                .optional()
                .flatMap(paper -> paper)
                .orElseGet(clock::now);
    }

    /** @throws Refused if a vote is open */
    void requireNoBallot(SessionId session) {
        boolean open = jdbc.sql("SELECT EXISTS (SELECT FROM ballot WHERE session = :session AND state = 'OPEN')")
                .param("session", session.value())
                .query(Boolean.class)
                .single();
        if (open) {
            throw Refused.because("forum.refused.ballot-open");
        }
    }

    /** @throws Refused if the room votes on an item that the caller has locked: it stays where it is, for whom it is */
    void requireNoBallot(ItemId item) {
        boolean open = jdbc.sql("SELECT EXISTS (SELECT FROM ballot WHERE item = :item AND state = 'OPEN')")
                .param("item", item.value())
                .query(Boolean.class)
                .single();
        if (open) {
            throw Refused.because("forum.refused.item-voted");
        }
    }

    /** Whether only those who facilitate may know of an item; nobody changes that until the transaction ends. */
    boolean internal(ItemId item) {
        return jdbc.sql("SELECT visibility = 'INTERNAL' FROM agenda_item WHERE id = :item FOR SHARE")
                .param("item", item.value())
                .query(Boolean.class)
                .single();
    }

    Optional<ItemId> current(SessionId session) {
        return jdbc.sql("SELECT id FROM agenda_item WHERE session = :session AND state = 'CURRENT'")
                .param("session", session.value())
                .query(UUID.class)
                .optional()
                .map(ItemId::new);
    }

    /** Whoever shows the room reads again. */
    void changed(SessionId session) {
        live.changed(ForumTopics.room(session));
    }
}
