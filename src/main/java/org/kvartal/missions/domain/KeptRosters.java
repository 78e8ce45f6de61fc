package org.kvartal.missions.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Party;
import org.kvartal.missions.Rosters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delegations and who travels with them. */
@Component
@Transactional
class KeptRosters implements Rosters {

    private final MissionBook book;
    private final Travellers travellers;
    private final HostLinks links;
    private final Parties parties;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final House house;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    KeptRosters(
            MissionBook book,
            Travellers travellers,
            HostLinks links,
            Parties parties,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            House house,
            JdbcClient jdbc,
            MissionClock clock) {
        this.book = book;
        this.travellers = travellers;
        this.links = links;
        this.parties = parties;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.house = house;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void put(Asker by, MissionId id, DelegationId delegation, DelegationContent content) {
        Mission mission = book.hold(by, id);
        mission.requireOpen();
        Party party = content.party();
        if (party instanceof Party.Named) {
            throw Refused.at("party", "missions.refused.party");
        }
        if (party != null) {
            parties.requireKnown(by, "party", party);
        }
        DelegationContent kept = new DelegationContent(
                Typed.requiredLine("name", content.name(), NAME_LENGTH),
                party,
                Typed.line("head", content.head(), NAME_LENGTH),
                content.email().isBlank()
                        ? ""
                        : EmailAddress.of(content.email()).value(),
                content.language());
        DelegationContent before = find(delegation);
        if (before == null) {
            requireRoom(id);
        } else if (!before.email().equals(kept.email())) {
            links.revoke(delegation);
            notInvited(delegation);
        }
        store(id, delegation, kept);
        book.touch(mission);
        trail.mission(by, "missions.delegation-put", id, entry -> entry.with("delegation", delegation.value()));
    }

    private void requireRoom(MissionId id) {
        if (book.count("SELECT count(*) FROM delegation WHERE mission = :id", id) >= MOST_DELEGATIONS) {
            throw Refused.because("missions.refused.too-many", MOST_DELEGATIONS);
        }
    }

    private void store(MissionId mission, DelegationId id, DelegationContent content) {
        int put = jdbc.sql("""
                INSERT INTO delegation (id, mission, name, member, entry, head, email, language, made_at)
                VALUES (:id, :mission, :name, :member::uuid, :entry::uuid, :head, :email, :language, :now)
                ON CONFLICT (id) DO UPDATE
                   SET name = excluded.name, member = excluded.member, entry = excluded.entry, head = excluded.head,
                       email = excluded.email, language = excluded.language
                 WHERE delegation.mission = excluded.mission""")
                .param("id", id.value())
                .param("mission", mission.value())
                .param("name", content.name())
                .param("member", Stored.member(content.party()))
                .param("entry", Stored.entry(content.party()))
                .param("head", content.head())
                .param("email", content.email())
                .param("language", content.language().code())
                .param("now", Columns.moment(clock.now()))
                .update();
        if (put == 0) {
            throw new NotFound();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public DelegationContent content(Asker by, DelegationId id) {
        if (!book.coordinates(by)) {
            throw book.knows(by, book.missionOf(id)) ? new Forbidden() : new NotFound();
        }
        return require(id);
    }

    private @Nullable DelegationContent find(DelegationId id) {
        return jdbc.sql("SELECT * FROM delegation WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new DelegationContent(
                        row.getString("name"),
                        Stored.party(row, "member", "entry"),
                        row.getString("head"),
                        row.getString("email"),
                        Columns.language(row, "language")))
                .optional()
                .orElse(null);
    }

    private DelegationContent require(DelegationId id) {
        DelegationContent there = find(id);
        if (there == null) {
            throw new NotFound();
        }
        return there;
    }

    @Override
    public void drop(Asker by, DelegationId id) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        boolean goesAlone =
                jdbc.sql("""
                SELECT EXISTS (SELECT FROM slot_who w WHERE w.delegation = :id
                                  AND NOT EXISTS (SELECT FROM slot_who o WHERE o.slot = w.slot AND o.delegation <> :id))""").param("id", id.value()).query(Boolean.class).single();
        if (goesAlone) {
            // A visit for nobody would be one for everybody.
            throw Refused.because("missions.refused.goes-alone");
        }
        links.revoke(id);
        tasks.rosterSettled(id);
        jdbc.sql("DELETE FROM delegation WHERE id = :id")
                .param("id", id.value())
                .update();
        book.touch(mission);
        trail.mission(by, "missions.delegation-dropped", mission.id(), entry -> entry.with("delegation", id.value()));
    }

    @Override
    public void invite(Asker by, DelegationId id) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.require(MissionState.PLANNING);
        DelegationContent to = require(id);
        if (to.email().isEmpty()) {
            throw Refused.because("missions.refused.no-address");
        }
        links.revoke(id);
        tasks.rosterSettled(id);
        links.invite(mission, id, to);
        jdbc.sql("UPDATE delegation SET invited_at = :now WHERE id = :id")
                .param("now", Columns.moment(clock.now()))
                .param("id", id.value())
                .update();
        book.touch(mission);
        trail.mission(by, "missions.delegation-invited", mission.id(), entry -> entry.with("delegation", id.value()));
    }

    /** Its head has no letter of ours any more. */
    private void notInvited(DelegationId id) {
        jdbc.sql("UPDATE delegation SET invited_at = NULL WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public void fill(Asker by, DelegationId id, List<TravellerContent> wished) {
        Mission mission = book.hold(by, book.missionOf(id));
        mission.requireOpen();
        filled(by, mission, id, wished);
    }

    private void filled(Asker by, Mission mission, DelegationId id, List<TravellerContent> wished) {
        travellers.replace(id, wished);
        jdbc.sql("UPDATE delegation SET filled_at = :now WHERE id = :id")
                .param("now", Columns.moment(clock.now()))
                .param("id", id.value())
                .update();
        book.touch(mission);
        trail.mission(
                by,
                "missions.roster-filled",
                mission.id(),
                entry -> entry.with("delegation", id.value()).with("travellers", wished.size()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TravellerLine> of(Asker asker, DelegationId id) {
        MissionId mission = book.missionOf(id);
        if (!book.knows(asker, mission)) {
            throw new NotFound();
        }
        if (!sees(asker, id)) {
            throw new Forbidden();
        }
        return travellers.of(id);
    }

    /** Who speaks for one delegation does not read the roster of another. */
    boolean sees(Asker asker, DelegationId id) {
        return book.oversees(asker) || parties.speaks(asker, require(id).party());
    }

    @Override
    public List<EmergencyLine> emergencies(Asker asker, MissionId id) {
        Mission mission = book.find(id);
        if (asker.person().filter(mission.coordinator()::equals).isEmpty() || !book.coordinates(asker)) {
            throw book.knows(asker, id) ? new Forbidden() : new NotFound();
        }
        trail.mission(asker, "missions.emergencies-read", id);
        return travellers.emergencies(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RosterPage> look(String token) {
        return links.delegation(token)
                .filter(id -> find(id) != null)
                .map(id -> page(book.find(book.missionOf(id)), id));
    }

    @Override
    public Optional<RosterPage> fill(String token, List<TravellerContent> wished) {
        return links.delegation(token).filter(id -> find(id) != null).map(id -> {
            Mission mission = book.lock(book.missionOf(id));
            mission.require(MissionState.PLANNING);
            if (wished.isEmpty()) {
                throw Refused.at("travellers", "missions.refused.nobody");
            }
            filled(MissionTrail.HOUSE, mission, id, wished);
            telling.rosterFilled(id.value(), clock.today(), mission.coordinator());
            return page(mission, id);
        });
    }

    /** The letter to its head did not arrive. */
    void cameBack(DelegationId id) {
        if (find(id) != null) {
            Mission mission = book.find(book.missionOf(id));
            notInvited(id);
            tasks.rosterCameBack(id, mission.coordinator(), mission.code());
            telling.changed(mission.id());
        }
    }

    private RosterPage page(Mission mission, DelegationId id) {
        DelegationContent delegation = require(id);
        Language language = delegation.language();
        return new RosterPage(
                mission.code(),
                mission.title(),
                mission.starts(),
                mission.ends(),
                house.name(),
                language,
                delegation.name(),
                delegation.head(),
                travellers.of(id),
                mission.state() == MissionState.PLANNING);
    }
}
