package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.missions.FollowUpId;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Missions, from the first plan to the last look back. */
@Component
@Transactional
class KeptMissions implements MissionDesk {

    private static final String EMPTY_DELEGATIONS = """
            SELECT count(*) FROM delegation d
             WHERE d.mission = :id AND NOT EXISTS (SELECT FROM traveller t WHERE t.delegation = d.id)""";

    private static final String DELEGATIONS = "SELECT count(*) FROM delegation WHERE mission = :id";
    private static final String GOALS = "SELECT count(*) FROM mission_goal WHERE mission = :id";
    private static final String VISITS = "SELECT count(*) FROM mission_slot WHERE mission = :id";
    private static final String WAITING =
            "SELECT count(*) FROM mission_slot WHERE mission = :id AND host_state NOT IN ('NOT_ASKED', 'ACCEPTED')";

    private final MissionRepository missions;
    private final MissionBook book;
    private final MissionGoals goals;
    private final MissionCopies copies;
    private final ProjectBook people;
    private final ProjectSight sight;
    private final FollowUps followUps;
    private final MissionCodes codes;
    private final MissionTrail trail;
    private final MissionClock clock;

    KeptMissions(
            MissionRepository missions,
            MissionBook book,
            MissionGoals goals,
            MissionCopies copies,
            ProjectBook people,
            ProjectSight sight,
            FollowUps followUps,
            MissionCodes codes,
            MissionTrail trail,
            MissionClock clock) {
        this.missions = missions;
        this.book = book;
        this.goals = goals;
        this.copies = copies;
        this.people = people;
        this.sight = sight;
        this.followUps = followUps;
        this.codes = codes;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String plan(Asker by, MissionId id, MissionContent content) {
        sight.requireCoordinator(by);
        PersonId person = by.requirePerson();
        Optional<Mission> standing = missions.findById(id.value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        Mission mission = missions.saveAndFlush(
                Mission.plan(id, codes.next(MissionCode.MISSION), content, person, clock.today(), clock.now()));
        goals.replace(id, content.goals());
        book.save(mission);
        trail.mission(by, "missions.mission-planned", id);
        return mission.code();
    }

    @Override
    public String copy(Asker by, MissionId from, MissionId id, LocalDate starts) {
        Mission pattern = book.hold(by, from);
        Optional<Mission> standing = missions.findById(id.value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        Mission made = copies.copy(by, pattern, id, starts, false);
        by.person().ifPresent(person -> made.handOver(0, person, clock.now()));
        book.save(made);
        return made.code();
    }

    @Override
    public void change(Asker by, MissionId id, long version, MissionContent content) {
        Mission mission = book.hold(by, id);
        mission.change(version, content, clock.today(), clock.now());
        goals.replace(id, content.goals());
        book.save(mission);
        trail.mission(by, "missions.mission-changed", id);
    }

    @Override
    public void show(Asker by, MissionId id, long version, boolean shown) {
        Mission mission = book.hold(by, id);
        mission.show(version, shown, clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-shown", id, entry -> entry.with("shown", shown));
    }

    @Override
    public void repeat(Asker by, MissionId id, long version, boolean monthly) {
        Mission mission = book.hold(by, id);
        mission.repeat(version, monthly, clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-repeats", id, entry -> entry.with("monthly", monthly));
    }

    @Override
    public void handOver(Asker by, MissionId id, long version, PersonId coordinator) {
        Mission mission = book.hold(by, id);
        people.requireCoordinator(coordinator);
        mission.handOver(version, coordinator, clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-handed-over", id, entry -> entry.with("coordinator", coordinator));
    }

    @Override
    public void fixRoster(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        boolean filled = book.count(DELEGATIONS, id) > 0 && book.count(EMPTY_DELEGATIONS, id) == 0;
        mission.fixRoster(version, filled, clock.now());
        book.save(mission);
        trail.mission(by, "missions.roster-fixed", id);
    }

    @Override
    public void confirm(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        mission.confirm(version, book.count(GOALS, id), book.count(VISITS, id), book.count(WAITING, id), clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-confirmed", id);
    }

    @Override
    public void setOut(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        mission.setOut(version, clock.now());
        onTheRoad(by, mission);
    }

    /** What is monthly stands again for the next month. */
    void onTheRoad(Asker by, Mission mission) {
        book.save(mission);
        trail.mission(by, "missions.mission-set-out", mission.id());
        if (mission.monthly() && !copies.repeated(mission.id())) {
            book.save(copies.copy(
                    MissionTrail.HOUSE, mission, MissionId.next(), MissionCopies.nextMonth(mission.starts()), true));
        }
    }

    @Override
    public void comeBack(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        mission.comeBack(version, clock.now());
        back(by, mission);
    }

    void back(Asker by, Mission mission) {
        followUps.afterMission(mission.id().value(), mission.ends());
        book.save(mission);
        trail.mission(by, "missions.mission-back", mission.id());
    }

    @Override
    public void reach(Asker by, MissionId id, long version, int goal, int reached) {
        Mission mission = book.hold(by, id);
        mission.touchGoals(version, clock.now());
        goals.reach(id, goal, reached);
        book.save(mission);
        trail.mission(
                by,
                "missions.goal-reached",
                id,
                entry -> entry.with("goal", goal).with("reached", reached));
    }

    @Override
    public void finish(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        mission.finish(version, followUps.settled(id.value(), FollowUps.DEBRIEF), clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-done", id);
    }

    @Override
    public void hold(Asker by, MissionId id, long version, String reason) {
        Mission mission = book.hold(by, id);
        mission.hold(version, reason, clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-held", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    public void resume(Asker by, MissionId id, long version) {
        Mission mission = book.hold(by, id);
        mission.resume(version, clock.now());
        book.save(mission);
        trail.mission(by, "missions.mission-resumed", id);
    }

    @Override
    public void terminate(Asker by, MissionId id, long version, String reason) {
        Mission mission = book.hold(by, id);
        mission.terminate(version, reason, clock.today(), clock.now());
        followUps.forget(id.value());
        book.save(mission);
        trail.mission(by, "missions.mission-terminated", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    public void settle(Asker by, FollowUpId look, String words) {
        Mission mission = book.hold(by, new MissionId(followUps.subject(look)));
        if (mission.state() != MissionState.DEBRIEF) {
            mission.require(MissionState.DONE);
        }
        followUps.settle(by, look, words);
        book.save(mission);
        trail.mission(by, "missions.mission-looked-back", mission.id());
    }
}
