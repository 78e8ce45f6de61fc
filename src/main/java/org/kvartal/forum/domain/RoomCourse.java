package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The course of a session through its agenda: one item at a time, its clock, and what becomes of it. */
@Component
@Transactional
class RoomCourse {

    private final RoomDoor door;
    private final AgendaItemRepository items;
    private final Arrangement arrangement;
    private final ItemClock itemClock;
    private final KeptOutcomes outcomes;
    private final ItemPapers papers;
    private final Bodies bodies;
    private final Trace trace;
    private final ForumTelling telling;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final Live live;

    RoomCourse(
            RoomDoor door,
            AgendaItemRepository items,
            Arrangement arrangement,
            ItemClock itemClock,
            KeptOutcomes outcomes,
            ItemPapers papers,
            Bodies bodies,
            Trace trace,
            ForumTelling telling,
            ForumTrail trail,
            JdbcClient jdbc,
            Live live) {
        this.door = door;
        this.items = items;
        this.arrangement = arrangement;
        this.itemClock = itemClock;
        this.outcomes = outcomes;
        this.papers = papers;
        this.bodies = bodies;
        this.trace = trace;
        this.telling = telling;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
    }

    private record Placed(ItemId id, ItemState state, boolean standing) {}

    void take(Asker by, SessionId id, @Nullable ItemId seen, ItemId wanted) {
        door.running(by, id);
        requireSeen(id, seen);
        if (!wanted.equals(seen)) {
            Instant now = door.now(id);
            leave(id, seen, item -> item.waitAgain(now), now);
            begin(by, id, wanted, now);
            door.changed(id);
        }
    }

    void next(Asker by, SessionId id, @Nullable ItemId seen) {
        door.running(by, id);
        requireSeen(id, seen);
        Instant now = door.now(id);
        List<Placed> order = order(id);
        leave(id, seen, item -> item.done(now), now);
        if (seen != null) {
            trail.item(by, "forum.item-done", seen);
        }
        int at = index(order, seen);
        order.subList(at + 1, order.size()).stream()
                .filter(one -> one.state() == ItemState.SCHEDULED)
                .findFirst()
                .or(() -> order.stream()
                        .filter(one -> one.state() == ItemState.SCHEDULED)
                        .findFirst())
                .ifPresent(one -> begin(by, id, one.id(), now));
        door.changed(id);
    }

    void previous(Asker by, SessionId id, @Nullable ItemId seen) {
        door.running(by, id);
        requireSeen(id, seen);
        List<Placed> order = order(id);
        int at = seen == null ? order.size() : index(order, seen);
        List<Placed> before = order.subList(0, at).stream()
                .filter(one ->
                        one.state() == ItemState.SCHEDULED || one.state().next().contains(ItemState.CURRENT))
                .toList();
        if (before.isEmpty()) {
            throw Refused.because("forum.refused.item-first");
        }
        Instant now = door.now(id);
        leave(id, seen, item -> item.waitAgain(now), now);
        begin(by, id, before.getLast().id(), now);
        door.changed(id);
    }

    void pause(Asker by, SessionId id) {
        door.running(by, id);
        itemClock.stop(id, door.now(id));
        door.changed(id);
    }

    void resume(Asker by, SessionId id) {
        door.running(by, id);
        door.current(id).filter(_ -> !itemClock.runs(id)).ifPresent(item -> itemClock.go(id, item, door.now(id)));
        door.changed(id);
    }

    void done(Asker by, ItemId id) {
        settle(by, id, "forum.item-done", AgendaItem::done);
    }

    void refer(Asker by, ItemId id, BodyId body) {
        if (bodies.all(by).stream().noneMatch(one -> one.id().equals(body))) {
            throw Refused.at("body", "forum.refused.body");
        }
        SessionId session = door.sessionOf(id);
        ForumSession running = door.running(by, session);
        AgendaItem item = settle(by, session, id, "forum.item-referred", (one, now) -> one.refer(body, now));
        outcomes.referred(by, running, item, body);
    }

    void drop(Asker by, ItemId id, String reason) {
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        settle(by, id, "forum.item-dropped", (item, now) -> item.drop(why, now));
    }

    ItemId defer(Asker by, ItemId id, Carrying carrying) {
        SessionId session = door.sessionOf(id);
        ForumSession running = door.running(by, session);
        return defer(by, running, id, carrying);
    }

    /** @param running locked by the caller */
    ItemId defer(Asker by, ForumSession running, ItemId id, Carrying carrying) {
        AgendaItem item = settle(by, running.id(), id, "forum.item-deferred", AgendaItem::defer);
        Instant now = door.now(running.id());
        AgendaItem next = item.continued(now);
        items.saveAndFlush(next);
        papers.goAlong(id, next.id());
        trail.item(by, "forum.item-continued", next.id(), entry -> entry.with("from", id.value()));
        trace.link(by, new Strand(id.traced(), Relation.CONTINUES, next.id().traced()));
        next(running)
                .ifPresentOrElse(
                        session -> schedule(by, next, session, now),
                        () -> live.changed(ForumTopics.backlog(next.series())));
        if (carrying == Carrying.MOVE) {
            jdbc.sql("UPDATE outcome SET item = :next WHERE item = :item AND state = 'LIVE'")
                    .param("next", next.id().value())
                    .param("item", id.value())
                    .update();
        }
        return next.id();
    }

    private void schedule(Asker by, AgendaItem item, SessionId id, Instant now) {
        // Only ever from an earlier session to a later one: two of them never wait for each other.
        ForumSession session = arrangement.lock(id);
        SectionId section = lastSection(id);
        item.schedule(id, section, now);
        items.saveAndFlush(item);
        arrangement.put(id, item.id(), section, Integer.MAX_VALUE);
        arrangement.changed(id);
        trail.item(by, "forum.item-scheduled", item.id(), entry -> entry.with("session", id.value()));
        telling.scheduled(by, item, session);
    }

    /** The session of the same series in which things go on. */
    Optional<SessionId> next(ForumSession session) {
        SeriesId series = session.series();
        return series == null
                ? Optional.empty()
                : jdbc.sql("""
                        SELECT id FROM forum_session
                         WHERE series = :series AND state IN ('DRAFT', 'OPEN') AND starts_at > :after
                         ORDER BY starts_at, id LIMIT 1""")
                        .param("series", series.value())
                        .param("after", Columns.moment(session.startsAt()))
                        .query(UUID.class)
                        .optional()
                        .map(SessionId::new);
    }

    /** The beginning of the session is taken back, and its item with it. */
    void putBack(SessionId session, ItemId id) {
        AgendaItem item = lock(session, id);
        item.waitAgain(door.now(session));
        items.saveAndFlush(item);
    }

    /** The items that wait and that nobody has settled, in the order of the agenda; without what stands on each agenda. */
    List<ItemId> unsettled(SessionId session) {
        return waiting(session, false);
    }

    /** What stands on each agenda and nobody came to is left out: the next one has it anyway. */
    void skipStanding(Asker by, SessionId session) {
        waiting(session, true).forEach(item -> {
            var _ = settle(by, session, item, "forum.item-dropped", AgendaItem::skip);
        });
    }

    private List<ItemId> waiting(SessionId session, boolean standing) {
        return order(session).stream()
                .filter(one -> one.state() == ItemState.SCHEDULED && one.standing() == standing)
                .map(Placed::id)
                .toList();
    }

    private void settle(Asker by, ItemId id, String act, BiConsumer<AgendaItem, Instant> how) {
        SessionId session = door.sessionOf(id);
        door.running(by, session);
        var _ = settle(by, session, id, act, how);
    }

    private AgendaItem settle(Asker by, SessionId session, ItemId id, String act, BiConsumer<AgendaItem, Instant> how) {
        AgendaItem item = lock(session, id);
        Instant now = door.now(session);
        if (item.state() == ItemState.CURRENT) {
            door.requireNoBallot(session);
            itemClock.stop(session, now);
            lowerHands(session, now);
        }
        how.accept(item, now);
        items.saveAndFlush(item);
        trail.item(by, act, id);
        door.changed(session);
        return item;
    }

    private void begin(Asker by, SessionId session, ItemId id, Instant now) {
        AgendaItem item = lock(session, id);
        item.take(now);
        items.saveAndFlush(item);
        itemClock.go(session, id, now);
        trail.item(by, "forum.item-taken", id);
    }

    private void leave(SessionId session, @Nullable ItemId current, Consumer<AgendaItem> how, Instant now) {
        door.requireNoBallot(session);
        if (current != null) {
            AgendaItem item = lock(session, current);
            how.accept(item);
            items.saveAndFlush(item);
            itemClock.stop(session, now);
            lowerHands(session, now);
        }
    }

    /** Who wanted to speak wanted to speak on that item. */
    private void lowerHands(SessionId session, Instant now) {
        jdbc.sql("""
                UPDATE raised_hand SET ended_at = :now,
                       state = CASE state WHEN 'SPEAKING' THEN 'SPOKEN' ELSE 'LOWERED' END
                 WHERE session = :session AND state IN ('WAITING', 'SPEAKING')""")
                .param("session", session.value())
                .param("now", Columns.moment(now))
                .update();
    }

    private AgendaItem lock(SessionId session, ItemId id) {
        return items.lock(id.value())
                .filter(item -> item.session().filter(session::equals).isPresent())
                .orElseThrow(NotFound::new);
    }

    private void requireSeen(SessionId session, @Nullable ItemId seen) {
        if (!Objects.equals(door.current(session).orElse(null), seen)) {
            throw Refused.because("forum.refused.went-on");
        }
    }

    private List<Placed> order(SessionId session) {
        return jdbc.sql("""
                SELECT i.id, i.state, i.standing FROM agenda_item i JOIN agenda_section c ON c.id = i.section
                 WHERE i.session = :session ORDER BY c.position, c.id, i.position, i.id""")
                .param("session", session.value())
                .query((row, _) -> new Placed(
                        new ItemId(Columns.id(row, "id")),
                        ItemState.valueOf(row.getString("state")),
                        row.getBoolean("standing")))
                .list();
    }

    private static int index(List<Placed> order, @Nullable ItemId item) {
        for (int at = 0; at < order.size(); at++) {
            if (order.get(at).id().equals(item)) {
                return at;
            }
        }
        return -1;
    }

    private SectionId lastSection(SessionId session) {
        return jdbc.sql(
                        "SELECT id FROM agenda_section WHERE session = :session ORDER BY position DESC, id DESC LIMIT 1")
                .param("session", session.value())
                .query((row, _) -> new SectionId(Columns.id(row, "id")))
                .single();
    }
}
