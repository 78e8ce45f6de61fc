package org.kvartal.forum.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemProposed;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people propose, and what whoever facilitates says to it. An item is locked while something about it changes. */
@Component
@Transactional
class Proposals {

    private final AgendaItemRepository items;
    private final SeriesRepository series;
    private final SessionRepository sessions;
    private final ThreadDrafts threads;
    private final RoomDoor door;
    private final ForumTelling telling;
    private final ForumTasks tasks;
    private final ForumTrail trail;
    private final People people;
    private final Members members;
    private final Mandates mandates;
    private final Permissions permissions;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final HouseClock clock;

    Proposals(
            AgendaItemRepository items,
            SeriesRepository series,
            SessionRepository sessions,
            ThreadDrafts threads,
            RoomDoor door,
            ForumTelling telling,
            ForumTasks tasks,
            ForumTrail trail,
            People people,
            Members members,
            Mandates mandates,
            Permissions permissions,
            ApplicationEventPublisher facts,
            Live live,
            HouseClock clock) {
        this.items = items;
        this.series = series;
        this.sessions = sessions;
        this.threads = threads;
        this.door = door;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.people = people;
        this.members = members;
        this.mandates = mandates;
        this.permissions = permissions;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    void propose(Asker by, NewItem wish) {
        make(by, wish, true).ifPresent(item -> {
            tasks.watchProposals(item.series());
            live.changed(ForumTopics.backlog(item.series()));
        });
    }

    /**
     * Makes a proposed item.
     *
     * @param late whether the day until which items may be proposed counts
     * @return empty where it stands already
     */
    Optional<AgendaItem> make(Asker by, NewItem wish, boolean late) {
        requireProposer(by, wish.series());
        Optional<AgendaItem> standing = items.findById(wish.id().value());
        if (standing.isPresent()) {
            if (by.person().filter(standing.get()::isProposedBy).isEmpty() && !(by instanceof Asker.House)) {
                throw new Forbidden();
            }
            return Optional.empty();
        }
        requireSeries(wish.series());
        if (late) {
            requireInTime(by, wish);
        }
        requireVoice(by, wish.onBehalfOf());
        @Nullable Long number = wish.thread();
        ThreadDrafts.@Nullable Source source = number == null ? null : threads.source(by, number);
        @Nullable Origin origin = source == null ? null : source.origin();
        AgendaItem item = items.saveAndFlush(AgendaItem.propose(
                wish,
                by.person().orElse(null),
                origin,
                source != null && source.visibility() == Visibility.MEMBERS,
                clock.now()));
        trail.item(by, "forum.item-proposed", item.id(), entry -> entry.onBehalfOf(item.onBehalfOf()));
        if (origin != null) {
            threads.link(by, origin.thread(), item.id());
        }
        facts.publishEvent(new ItemProposed(item.id(), item.thread()));
        return Optional.of(item);
    }

    void accept(Asker by, ItemId id, long version) {
        AgendaItem item = lock(by, id);
        item.requireVersion(version);
        accept(by, item);
        telling.accepted(by, item);
        settled(item);
    }

    /** The caller has locked it, has seen to who may, and tells its proposer. */
    void accept(Asker by, AgendaItem item) {
        item.accept(clock.now());
        items.saveAndFlush(item);
        trail.item(by, "forum.item-accepted", item.id());
    }

    void decline(Asker by, ItemId id, long version, String reason) {
        AgendaItem item = lock(by, id);
        item.requireVersion(version);
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        item.decline(why, clock.now());
        items.saveAndFlush(item);
        trail.item(by, "forum.item-declined", id, entry -> entry.because(why));
        telling.declined(by, item);
        settled(item);
    }

    void merge(Asker by, ItemId id, long version, ItemId into) {
        // Both in the order of their ids, so that two who merge two into each other wait and do not block.
        Stream.of(id.value(), into.value()).sorted().distinct().forEach(one -> {
            var _ = items.lock(one);
        });
        AgendaItem item = lock(by, id);
        item.requireVersion(version);
        AgendaItem other = items.lock(into.value()).orElseThrow(() -> Refused.at("into", "forum.refused.into"));
        door.requireNoBallot(id);
        item.mergeInto(other, clock.now());
        items.saveAndFlush(item);
        trail.item(by, "forum.item-merged", id, entry -> entry.with("into", into.value()));
        telling.merged(by, item);
        settled(item);
        other.session().ifPresent(session -> live.changed(ForumTopics.of(session)));
    }

    void edit(Asker by, ItemEdit wish) {
        AgendaItem item = items.lock(wish.item().value()).orElseThrow(NotFound::new);
        boolean facilitates = facilitates(by, item);
        if (!facilitates) {
            requireOwn(by, item);
        }
        item.edit(wish);
        if (facilitates) {
            if (wish.visibility() != item.visibility()) {
                door.requireNoBallot(item.id());
            }
            present(item, wish.visibility(), wish.presenter());
        }
        items.saveAndFlush(item);
        trail.item(by, "forum.item-edited", item.id());
        live.changed(ForumTopics.backlog(item.series()));
        item.session().ifPresent(session -> live.changed(ForumTopics.of(session)));
    }

    /** Says who may know of an item and who presents it; the caller has seen to who may. */
    void present(AgendaItem item, ItemVisibility visibility, @Nullable PersonId presenter) {
        if (presenter != null && people.card(presenter).isEmpty()) {
            throw Refused.at("presenter", "forum.refused.person");
        }
        item.present(visibility, presenter);
    }

    /** An item that the asker facilitates, locked until the transaction ends; {@link NotFound} where they may not even know of it. */
    AgendaItem lock(Asker by, ItemId id) {
        AgendaItem item = items.lock(id.value()).orElseThrow(NotFound::new);
        if (!facilitates(by, item)) {
            throw new Forbidden();
        }
        return item;
    }

    boolean facilitates(Asker by, AgendaItem item) {
        return permissions.has(by, ForumRights.FACILITATE, ForumRights.in(item.series()));
    }

    /** @throws Forbidden unless the asker proposed it and nobody has decided on it */
    static void requireOwn(Asker by, AgendaItem item) {
        if (item.state() != ItemState.PROPOSED
                || by.person().filter(item::isProposedBy).isEmpty()) {
            throw new Forbidden();
        }
    }

    /** Something does not wait any more, or waits elsewhere. */
    void settled(AgendaItem item) {
        tasks.watchProposals(item.series());
        live.changed(ForumTopics.backlog(item.series()));
    }

    private void requireProposer(Asker by, @Nullable SeriesId of) {
        if (!permissions.has(by, ForumRights.PROPOSE, Scope.PLATFORM)) {
            permissions.check(by, ForumRights.FACILITATE, ForumRights.in(of));
        }
    }

    private void requireSeries(@Nullable SeriesId of) {
        if (of != null
                && series.findById(of.value()).filter(one -> !one.ended()).isEmpty()) {
            throw Refused.at("series", "forum.refused.series");
        }
    }

    /** The session for which it is wished is one of the series that the asker may know of, and it is not too late. */
    private void requireInTime(Asker by, NewItem wish) {
        if (wish.session() == null) {
            return;
        }
        UUID wished = wish.session().value();
        ForumSession session = sessions.findById(wished)
                .filter(one -> Objects.equals(one.series(), wish.series()))
                .filter(one ->
                        one.isOpen() || permissions.has(by, ForumRights.FACILITATE, ForumRights.in(one.series())))
                .orElseThrow(() -> Refused.at("session", "forum.refused.session"));
        session.requireStanding(clock.now());
        LocalDate today = LocalDate.ofInstant(clock.now(), session.zone());
        if (today.isAfter(session.itemsUntil())
                && !permissions.has(by, ForumRights.FACILITATE, ForumRights.in(session.series()))) {
            throw Refused.at("session", "forum.refused.deadline");
        }
    }

    private void requireVoice(Asker by, @Nullable MemberId onBehalfOf) {
        if (onBehalfOf == null) {
            return;
        }
        if (by instanceof Asker.House) {
            if (members.find(by, onBehalfOf)
                    .filter(one -> one.kind().organisation())
                    .isEmpty()) {
                throw new Forbidden();
            }
        } else {
            mandates.check(by, onBehalfOf);
        }
    }
}
