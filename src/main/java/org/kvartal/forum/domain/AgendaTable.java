package org.kvartal.forum.domain;

import java.util.Objects;
import org.kvartal.accounts.Permissions;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table at which whoever facilitates a session arranges its agenda. */
@Component
@Transactional
class AgendaTable {

    private final AgendaItemRepository items;
    private final SessionRepository sessions;
    private final Arrangement arrangement;
    private final Proposals proposals;
    private final RoomDoor door;
    private final ForumTelling telling;
    private final ForumTrail trail;
    private final Permissions permissions;
    private final HouseClock clock;

    AgendaTable(
            AgendaItemRepository items,
            SessionRepository sessions,
            Arrangement arrangement,
            Proposals proposals,
            RoomDoor door,
            ForumTelling telling,
            ForumTrail trail,
            Permissions permissions,
            HouseClock clock) {
        this.items = items;
        this.sessions = sessions;
        this.arrangement = arrangement;
        this.proposals = proposals;
        this.door = door;
        this.telling = telling;
        this.trail = trail;
        this.permissions = permissions;
        this.clock = clock;
    }

    long place(Asker by, SessionId id, long seen, ItemId itemId, SectionId section, int index) {
        ForumSession session = lock(by, id, seen);
        arrangement.requireSection(id, section);
        AgendaItem item = items.lock(itemId.value())
                .filter(one -> Objects.equals(one.series(), session.series()))
                .orElseThrow(NotFound::new);
        if (item.session().filter(id::equals).isEmpty()) {
            arrangement.requireRoom(id);
            door.requireNoBallot(itemId);
            if (item.state() == ItemState.PROPOSED) {
                proposals.accept(by, item);
                telling.acceptedOnto(by, item, session);
            }
            schedule(by, item, session, section);
            proposals.settled(item);
        }
        arrangement.put(id, itemId, section, index);
        return arrangement.changed(id);
    }

    long takeBack(Asker by, SessionId id, long seen, ItemId itemId) {
        ForumSession session = lock(by, id, seen);
        AgendaItem item = items.lock(itemId.value())
                .filter(one -> one.session().filter(id::equals).isPresent())
                .orElseThrow(() -> Refused.because("forum.refused.agenda-changed"));
        item.takeBack(clock.now());
        items.saveAndFlush(item);
        trail.item(
                by,
                "forum.item-taken-back",
                itemId,
                entry -> entry.with("session", session.id().value()));
        proposals.settled(item);
        return arrangement.changed(id);
    }

    long add(Asker by, SessionId id, long seen, SectionId section, AddedItem added) {
        ForumSession session = lock(by, id, seen);
        arrangement.requireSection(id, section);
        arrangement.requireRoom(id);
        NewItem wish = added.item();
        NewItem here = new NewItem(
                wish.id(),
                session.series(),
                id,
                wish.title(),
                wish.language(),
                wish.context(),
                wish.kind(),
                wish.minutes(),
                wish.expected(),
                wish.onBehalfOf(),
                wish.thread());
        proposals.make(by, here, false).ifPresent(item -> {
            proposals.present(item, added.visibility(), added.presenter());
            item.accept(clock.now());
            trail.item(by, "forum.item-accepted", item.id());
            schedule(by, item, session, section);
            arrangement.put(id, item.id(), section, Integer.MAX_VALUE);
        });
        return arrangement.changed(id);
    }

    long addSection(Asker by, SessionId id, long seen, SectionId section, LocalizedText title) {
        lock(by, id, seen);
        arrangement.addSection(id, section, Typed.title("title", title, Lengths.NAME));
        return arrangement.changed(id);
    }

    long renameSection(Asker by, SessionId id, long seen, SectionId section, LocalizedText title) {
        lock(by, id, seen);
        arrangement.requireSection(id, section);
        arrangement.renameSection(section, Typed.title("title", title, Lengths.NAME));
        return arrangement.changed(id);
    }

    long moveSection(Asker by, SessionId id, long seen, SectionId section, int index) {
        lock(by, id, seen);
        arrangement.requireSection(id, section);
        arrangement.moveSection(id, section, index);
        return arrangement.changed(id);
    }

    long removeSection(Asker by, SessionId id, long seen, SectionId section) {
        lock(by, id, seen);
        arrangement.requireSection(id, section);
        arrangement.removeSection(id, section);
        return arrangement.changed(id);
    }

    private void schedule(Asker by, AgendaItem item, ForumSession session, SectionId section) {
        item.schedule(session.id(), section, clock.now());
        items.saveAndFlush(item);
        trail.item(
                by,
                "forum.item-scheduled",
                item.id(),
                entry -> entry.with("session", session.id().value()));
        telling.scheduled(by, item, session);
    }

    private ForumSession lock(Asker by, SessionId id, long seen) {
        ForumSession found = sessions.findById(id.value()).orElseThrow(NotFound::new);
        permissions.check(by, ForumRights.FACILITATE, ForumRights.in(found.series()));
        ForumSession session = arrangement.lock(id);
        session.requireStanding(clock.now());
        arrangement.requireSeen(id, seen);
        return session;
    }
}
