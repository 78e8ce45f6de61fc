package org.kvartal.missions.domain;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.SlotConfirmed;
import org.kvartal.missions.SlotId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom missions visit, and what hosts say to it. */
@Component
@Transactional
class KeptItinerary implements Itinerary {

    private final MissionBook book;
    private final MissionSlotRepository slots;
    private final SlotParts parts;
    private final HostLinks links;
    private final Directory directory;
    private final Files files;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final House house;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    KeptItinerary(
            MissionBook book,
            MissionSlotRepository slots,
            SlotParts parts,
            HostLinks links,
            Directory directory,
            Files files,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            House house,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.book = book;
        this.slots = slots;
        this.parts = parts;
        this.links = links;
        this.directory = directory;
        this.files = files;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.house = house;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void put(Asker by, MissionId id, SlotId slot, long version, SlotContent content) {
        Mission mission = book.hold(by, id);
        mission.requireOpen();
        EntryId entry = content.entry();
        MissionSlot standing = slots.findById(slot.value()).orElse(null);
        if (entry != null
                && (standing == null || !entry.equals(standing.entry()))
                && directory.cards(List.of(entry)).isEmpty()) {
            throw Refused.at("place", "missions.refused.entry");
        }
        if (standing == null) {
            parts.requireRoom(id);
            slots.saveAndFlush(MissionSlot.of(id, slot, content, clock.today(), clock.now()));
        } else {
            if (!standing.mission().equals(id)) {
                throw new NotFound();
            }
            if (standing.change(version, content, clock.today(), clock.now())) {
                links.revoke(slot);
                tasks.hostSettled(slot);
            }
            slots.saveAndFlush(standing);
        }
        parts.who(id, slot, content.who());
        book.touch(mission);
        trail.mission(by, "missions.visit-planned", id, line -> line.with("visit", slot.value()));
    }

    @Override
    public void drop(Asker by, SlotId id) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        links.revoke(id);
        tasks.hostSettled(id);
        parts.papers(id).forEach(paper -> {
            parts.remove(id, paper);
            files.remove(paper);
        });
        slots.delete(book.slot(id));
        book.touch(mission);
        trail.mission(by, "missions.visit-dropped", mission.id(), line -> line.with("visit", id.value()));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile attach(Asker by, SlotId id, String name, InputStream content) {
        MissionId mission = Objects.requireNonNull(transaction.execute(_ -> {
            Mission held = book.hold(by, book.missionOf(id));
            held.requireOpen();
            parts.requirePaperRoom(id);
            return held.id();
        }));
        StoredFile file = files.store(by, new FileOwner(MissionFiles.MODULE, mission.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                Mission held = book.hold(by, book.missionOf(id));
                parts.requirePaperRoom(id);
                parts.add(id, file.id());
                book.touch(held);
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    @Override
    public void remove(Asker by, SlotId id, FileId paper) {
        Mission mission = book.hold(by, book.missionOf(id));
        if (!parts.remove(id, paper)) {
            throw new NotFound();
        }
        files.remove(paper);
        book.touch(mission);
    }

    @Override
    public void ask(Asker by, SlotId id, long version) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        MissionSlot slot = book.slot(id);
        links.revoke(id);
        slot.ask(version, clock.now());
        slots.saveAndFlush(slot);
        links.ask(mission, slot, place(slot, slot.host().language()));
        tasks.hostSettled(id);
        book.touch(mission);
        trail.mission(by, "missions.host-asked", mission.id(), line -> line.with("visit", id.value()));
    }

    @Override
    public void takeMove(Asker by, SlotId id, long version) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        MissionSlot slot = book.slot(id);
        slot.takeMove(version, clock.now());
        settled(by, mission, slot, "missions.host-time-taken");
    }

    @Override
    public void record(Asker by, SlotId id, long version, boolean accepted, String words) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        MissionSlot slot = book.slot(id);
        slot.record(version, accepted, words, clock.now());
        settled(by, mission, slot, "missions.host-recorded");
    }

    /** The letter that asked last did not arrive; one of before says nothing. */
    void cameBack(SlotId id, String fact) {
        Mission mission = book.lock(book.missionOf(id));
        MissionSlot slot = book.slot(id);
        if (slot.hostState() != HostState.ASKED || !HostLinks.fact(slot).equals(fact)) {
            return;
        }
        slot.unasked(clock.now());
        slots.saveAndFlush(slot);
        links.revoke(id);
        tasks.hostCameBack(id, mission.coordinator(), mission.code());
        telling.changed(mission.id());
    }

    private void settled(Asker by, Mission mission, MissionSlot slot, String act) {
        slots.saveAndFlush(slot);
        tasks.hostSettled(slot.id());
        book.touch(mission);
        trail.mission(
                by,
                act,
                mission.id(),
                line -> line.with("visit", slot.id().value()).with("host", slot.hostState()));
        if (slot.hostState() == HostState.ACCEPTED) {
            facts.publishEvent(new SlotConfirmed(mission.id(), slot.id()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HostPage> look(String token) {
        return links.slot(token).map(id -> {
            MissionSlot slot = book.slot(id);
            return page(book.find(slot.mission()), slot);
        });
    }

    @Override
    public Optional<HostPage> accept(String token, String words) {
        // The same press twice is one answer.
        return answer(
                token,
                slot -> slot.hostState() == HostState.ACCEPTED && words.isBlank(),
                slot -> slot.accept(words, clock.now()));
    }

    @Override
    public Optional<HostPage> move(String token, LocalDate day, LocalTime starts, LocalTime ends, String words) {
        HostWish wish = new HostWish(day, starts, ends);
        return answer(
                token,
                slot -> slot.hostState() == HostState.MOVED && wish.equals(slot.wish()),
                slot -> slot.move(wish, words, clock.today(slot.zone()), clock.now()));
    }

    @Override
    public Optional<HostPage> decline(String token, String words) {
        return answer(token, slot -> slot.hostState() == HostState.DECLINED, slot -> slot.decline(words, clock.now()));
    }

    /** @param already whether it was said before, and nothing happens */
    private Optional<HostPage> answer(String token, Predicate<MissionSlot> already, Consumer<MissionSlot> said) {
        return links.slot(token).map(id -> {
            Mission mission = book.lock(book.missionOf(id));
            MissionSlot slot = book.slot(id);
            if (already.test(slot)) {
                return page(mission, slot);
            }
            if (!mission.state().open() && mission.state() != MissionState.PAUSED) {
                throw Refused.because("missions.refused.over");
            }
            said.accept(slot);
            slots.saveAndFlush(slot);
            if (slot.hostState() == HostState.ACCEPTED) {
                tasks.hostSettled(id);
                facts.publishEvent(new SlotConfirmed(mission.id(), id));
            } else {
                tasks.hostMoves(id, mission.coordinator(), mission.code());
            }
            trail.mission(
                    MissionTrail.HOUSE,
                    "missions.host-answered",
                    mission.id(),
                    line -> line.with("visit", id.value()).with("host", slot.hostState()));
            telling.hostAnswered(id, clock.now(), mission.coordinator());
            telling.changed(mission.id());
            return page(mission, slot);
        });
    }

    private String place(MissionSlot slot, Language language) {
        EntryId entry = slot.entry();
        EntryCard card = entry == null ? null : directory.cards(List.of(entry)).get(entry);
        if (card == null) {
            return slot.place();
        }
        String name = card.names().in(language);
        return slot.place().isEmpty() ? name : name + ", " + slot.place();
    }

    private HostPage page(Mission mission, MissionSlot slot) {
        Set<DelegationId> who = parts.who(slot.id());
        UUID[] ids = who.stream().map(DelegationId::value).toArray(UUID[]::new);
        record Coming(String name, int people) {}
        List<Coming> coming = jdbc.sql("""
                SELECT d.name, (SELECT count(*) FROM traveller t WHERE t.delegation = d.id) AS people
                  FROM delegation d WHERE d.mission = :mission AND (:all OR d.id = ANY (:ids)) ORDER BY d.made_at, d.id""")
                .param("mission", mission.id().value())
                .param("all", who.isEmpty())
                .param("ids", ids)
                .query((row, _) -> new Coming(row.getString("name"), row.getInt("people")))
                .list();
        Host host = slot.host();
        boolean open = (mission.state().open() || mission.state() == MissionState.PAUSED)
                && slot.hostState() != HostState.NOT_ASKED
                && slot.hostState() != HostState.DECLINED
                && clock.now().isBefore(slot.begins());
        return new HostPage(
                mission.code(),
                mission.title(),
                house.name(),
                host.language(),
                host.name(),
                slot.day(),
                slot.starts(),
                slot.ends(),
                slot.zone(),
                place(slot, host.language()),
                slot.purpose(),
                coming.stream().map(Coming::name).toList(),
                coming.stream().mapToInt(Coming::people).sum(),
                slot.hostState(),
                slot.wish(),
                slot.said(),
                open);
    }
}
