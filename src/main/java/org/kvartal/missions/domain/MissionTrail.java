package org.kvartal.missions.domain;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.springframework.stereotype.Component;

/** What was done, as the audit trail keeps it. */
@Component
class MissionTrail {

    static final String PROJECT = "missions.project";
    static final String MISSION = "missions.mission";
    static final String AGREEMENT = "missions.agreement";
    static final String RESULT = "missions.result";

    /** Who acts where nobody does: links, listeners and jobs. */
    static final Asker HOUSE = Asker.house("missions");

    private final AuditTrail audit;

    MissionTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void project(Asker by, String act, ProjectId id) {
        project(by, act, id, entry -> entry);
    }

    void project(Asker by, String act, ProjectId id, UnaryOperator<AuditEntry> more) {
        write(by, act, PROJECT, id.value(), more);
    }

    void mission(Asker by, String act, MissionId id) {
        mission(by, act, id, entry -> entry);
    }

    void mission(Asker by, String act, MissionId id, UnaryOperator<AuditEntry> more) {
        write(by, act, MISSION, id.value(), more);
    }

    void agreement(Asker by, String act, AgreementId id) {
        agreement(by, act, id, entry -> entry);
    }

    void agreement(Asker by, String act, AgreementId id, UnaryOperator<AuditEntry> more) {
        write(by, act, AGREEMENT, id.value(), more);
    }

    void result(Asker by, String act, ResultId id) {
        write(by, act, RESULT, id.value(), entry -> entry);
    }

    private void write(Asker by, String act, String kind, UUID id, UnaryOperator<AuditEntry> more) {
        audit.record(more.apply(AuditEntry.of(by, act, new AuditSubject(kind, id))));
    }
}
