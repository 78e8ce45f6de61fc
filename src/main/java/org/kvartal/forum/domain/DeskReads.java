package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.domain.RoomReads.Times;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A session as its desk shows it. */
@Component
@Transactional(readOnly = true)
class DeskReads {

    private final JdbcClient jdbc;
    private final SnapshotReads snapshots;
    private final SessionReads sessions;
    private final RoomReads rooms;
    private final OutcomeReads outcomes;
    private final BallotReads ballots;
    private final Permissions permissions;
    private final HouseClock clock;

    DeskReads(
            JdbcClient jdbc,
            SnapshotReads snapshots,
            SessionReads sessions,
            RoomReads rooms,
            OutcomeReads outcomes,
            BallotReads ballots,
            Permissions permissions,
            HouseClock clock) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.rooms = rooms;
        this.outcomes = outcomes;
        this.ballots = ballots;
        this.permissions = permissions;
        this.clock = clock;
    }

    private record Wish(String reason, PersonId by) {}

    Optional<DeskPage> of(Asker asker, String code) {
        return snapshots
                .find(code)
                .flatMap(id ->
                        Optional.ofNullable(sessions.cards(asker, List.of(id)).get(id)))
                .filter(card -> permissions.has(asker, ForumRights.FACILITATE, ForumRights.in(card.series())))
                .map(card -> page(asker, card));
    }

    private DeskPage page(Asker asker, SessionCard card) {
        SessionId id = card.id();
        Times times = rooms.times(id).orElse(null);
        List<RoomItem> items = rooms.items(asker, card);
        Attendance attendance = rooms.attendance(id);
        Wish wish = wish(id).orElse(null);
        Instant now = times == null || times.paperAt() == null ? clock.now() : times.paperAt();
        boolean own = wish != null && asker.person().filter(wish.by()::equals).isPresent();
        boolean decides = wish != null && permissions.has(asker, ForumRights.AGREE_REOPENING, Scope.PLATFORM);
        boolean running = card.state() == SessionState.IN_PROGRESS;
        var noted = outcomes.of(asker, card.code());
        var votes = ballots.all(id);
        boolean settled = items.stream().anyMatch(item -> item.line().state().settled());
        return new DeskPage(
                card,
                times != null && times.paperAt() != null,
                now,
                times == null ? null : times.begunAt(),
                times == null ? null : times.closedAt(),
                items,
                items.stream()
                        .filter(item -> item.line().state() == ItemState.CURRENT)
                        .findFirst()
                        .orElse(null),
                noted,
                votes,
                attendance,
                rooms.hands(id),
                rooms.quorum(times == null ? null : times.quorum(), attendance),
                wish == null ? null : wish.reason(),
                decides && !own,
                decides && !own,
                own,
                running
                        && !settled
                        && noted.isEmpty()
                        && votes.isEmpty()
                        && attendance.lines().isEmpty(),
                next(card));
    }

    private Optional<Wish> wish(SessionId session) {
        return jdbc.sql("SELECT reason, asked_by FROM session_reopening WHERE" + Reopenings.WAITING)
                .param("session", session.value())
                .query((row, _) -> new Wish(row.getString("reason"), Columns.person(row, "asked_by")))
                .optional();
    }

    private @Nullable String next(SessionCard card) {
        return jdbc.sql("""
                SELECT year, number FROM forum_session
                 WHERE series = :series::uuid AND state IN ('DRAFT', 'OPEN') AND starts_at > :after
                 ORDER BY starts_at, id LIMIT 1""")
                .param("series", card.series() == null ? null : card.series().value())
                .param("after", Columns.moment(card.startsAt()))
                .query((row, _) -> new SessionCode(row.getInt("year"), row.getInt("number")).toString())
                .optional()
                .orElse(null);
    }
}
