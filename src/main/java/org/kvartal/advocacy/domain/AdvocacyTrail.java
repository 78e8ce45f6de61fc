package org.kvartal.advocacy.domain;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.springframework.stereotype.Component;

/** What was done, as the audit trail keeps it. */
@Component
class AdvocacyTrail {

    static final String RECOMMENDATION = "advocacy.recommendation";
    static final String ADDRESSEE = "advocacy.addressee";
    static final String DISPATCH = "advocacy.dispatch";
    static final String MEASURE = "advocacy.measure";

    /** Who acts where nobody does: listeners and jobs. */
    static final Asker HOUSE = Asker.house("advocacy");

    private final AuditTrail audit;

    AdvocacyTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void recommendation(Asker by, String act, RecommendationId id) {
        recommendation(by, act, id, entry -> entry);
    }

    void recommendation(Asker by, String act, RecommendationId id, UnaryOperator<AuditEntry> more) {
        write(by, act, RECOMMENDATION, id.value(), more);
    }

    void addressee(Asker by, String act, AddresseeId id) {
        write(by, act, ADDRESSEE, id.value(), entry -> entry);
    }

    void dispatch(Asker by, String act, DispatchId id) {
        dispatch(by, act, id, entry -> entry);
    }

    void dispatch(Asker by, String act, DispatchId id, UnaryOperator<AuditEntry> more) {
        write(by, act, DISPATCH, id.value(), more);
    }

    void measure(Asker by, String act, MeasureId id) {
        measure(by, act, id, entry -> entry);
    }

    void measure(Asker by, String act, MeasureId id, UnaryOperator<AuditEntry> more) {
        write(by, act, MEASURE, id.value(), more);
    }

    private void write(Asker by, String act, String kind, UUID id, UnaryOperator<AuditEntry> more) {
        audit.record(more.apply(AuditEntry.of(by, act, new AuditSubject(kind, id))));
    }
}
