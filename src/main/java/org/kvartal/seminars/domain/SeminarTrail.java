package org.kvartal.seminars.domain;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.springframework.stereotype.Component;

/** What was done, as the audit trail keeps it. */
@Component
class SeminarTrail {

    static final String SEMINAR = "seminars.seminar";
    static final String REGISTRATION = "seminars.registration";
    static final String CERTIFICATE = "seminars.certificate";

    /** Who acts where nobody does: listeners, jobs, and whoever holds the link of a letter. */
    static final Asker HOUSE = Asker.house("seminars");

    private final AuditTrail audit;

    SeminarTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void seminar(Asker by, String act, SeminarId id) {
        write(by, act, SEMINAR, id.value(), entry -> entry);
    }

    void seminar(Asker by, String act, SeminarId id, UnaryOperator<AuditEntry> more) {
        write(by, act, SEMINAR, id.value(), more);
    }

    void registration(Asker by, String act, RegistrationId id, @Nullable MemberId onBehalfOf) {
        write(
                by,
                act,
                REGISTRATION,
                id.value(),
                entry -> entry.onBehalfOf(onBehalfOf == null ? null : onBehalfOf.value()));
    }

    void registration(Asker by, String act, RegistrationId id, UnaryOperator<AuditEntry> more) {
        write(by, act, REGISTRATION, id.value(), more);
    }

    void certificate(Asker by, String act, CertificateId id, UnaryOperator<AuditEntry> more) {
        write(by, act, CERTIFICATE, id.value(), more);
    }

    private void write(Asker by, String act, String kind, UUID id, UnaryOperator<AuditEntry> more) {
        audit.record(more.apply(AuditEntry.of(by, act, new AuditSubject(kind, id))));
    }
}
