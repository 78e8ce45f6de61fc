package org.kvartal.missions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells people what concerns them in projects, missions and agreements. What somebody did themselves they know. */
@Component
class MissionTelling {

    static final String GIVEN = "missions.project-given";
    static final String GATE = "missions.gate-decided";
    static final String CONFIRM = "missions.row-to-confirm";
    static final String DISPUTED = "missions.row-disputed";
    static final String SILENT = "missions.silent";
    static final String HOST = "missions.host-answered";
    static final String ROSTER = "missions.roster-filled";
    static final String IN_FORCE = "missions.agreement-in-force";
    static final String VERIFIED = "missions.result-verified";

    private final Notifications notifications;
    private final Live live;

    MissionTelling(Notifications notifications, Live live) {
        this.notifications = notifications;
        this.live = live;
    }

    void given(Asker by, MentorProject project) {
        tell(
                by,
                GIVEN + ":" + project.id() + ":" + project.consultant(),
                GIVEN,
                project.id().value(),
                Set.of(project.consultant()));
    }

    void gateDecided(Asker by, MentorProject project, StageId stage, Instant at) {
        tell(by, GATE + ":" + stage + ":" + at.toEpochMilli(), GATE, stage.value(), Set.of(project.consultant()));
    }

    void confirm(Asker by, LogId row, Instant at, Set<PersonId> client) {
        tell(by, CONFIRM + ":" + row + ":" + at.toEpochMilli(), CONFIRM, row.value(), client);
    }

    void disputed(Asker by, MentorProject project, LogId row, Instant at) {
        tell(by, DISPUTED + ":" + row + ":" + at.toEpochMilli(), DISPUTED, row.value(), Set.of(project.consultant()));
    }

    void silent(ProjectId project, LocalDate since, Set<PersonId> to) {
        tell(MissionTrail.HOUSE, SILENT + ":" + project + ":" + since, SILENT, project.value(), to);
    }

    void hostAnswered(SlotId slot, Instant at, PersonId coordinator) {
        tell(MissionTrail.HOUSE, HOST + ":" + slot + ":" + at.toEpochMilli(), HOST, slot.value(), Set.of(coordinator));
    }

    /** Once a day, however often a roster is mended. */
    void rosterFilled(UUID delegation, LocalDate day, PersonId coordinator) {
        tell(MissionTrail.HOUSE, ROSTER + ":" + delegation + ":" + day, ROSTER, delegation, Set.of(coordinator));
    }

    void inForce(Asker by, AgreementId agreement, Set<PersonId> to) {
        tell(by, IN_FORCE + ":" + agreement, IN_FORCE, agreement.value(), to);
    }

    void verified(Asker by, ResultId result, Set<PersonId> to) {
        tell(by, VERIFIED + ":" + result, VERIFIED, result.value(), to);
    }

    private void tell(Asker by, String key, String kind, UUID subject, Set<PersonId> to) {
        Set<PersonId> others = new HashSet<>(to);
        by.person().ifPresent(others::remove);
        notifications.tell(new Notice(key, kind, subject, others));
    }

    /** Pages that show it, or a list with it, read again. */
    void changed(ProjectId id) {
        live.changed(List.of(MissionTopics.ALL, MissionTopics.of(id)));
    }

    void changed(MissionId id) {
        live.changed(List.of(MissionTopics.ALL, MissionTopics.of(id)));
    }

    void changed(AgreementId id) {
        live.changed(List.of(MissionTopics.ALL, MissionTopics.of(id)));
    }

    /** @param subjects ids of projects and missions alike; nobody watches a mission by the id of a project */
    void changed(Collection<UUID> subjects) {
        List<LiveTopic> topics = new ArrayList<>(List.of(MissionTopics.ALL));
        subjects.forEach(id -> {
            topics.add(MissionTopics.of(new ProjectId(id)));
            topics.add(MissionTopics.of(new MissionId(id)));
        });
        live.changed(topics);
    }
}
