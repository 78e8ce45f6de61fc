package org.kvartal.membership.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.springframework.stereotype.Component;

/** Writes into the trail what was done to a mandate. */
@Component
class MandateTrail {

    private final AuditTrail audit;

    MandateTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void record(Asker by, Mandate mandate, String act, @Nullable String reason) {
        audit.record(entry(by, mandate, act).because(reason));
    }

    /** @param earlier what it is attached instead of */
    void attached(Asker by, Mandate mandate, FileId file, Optional<FileId> earlier) {
        String act =
                earlier.isPresent() ? "membership.mandate-document-replaced" : "membership.mandate-document-attached";
        AuditEntry entry = entry(by, mandate, act).with("file", file.value());
        audit.record(earlier.map(old -> entry.with("earlier", old.value())).orElse(entry));
    }

    private static AuditEntry entry(Asker by, Mandate mandate, String act) {
        AuditEntry entry = AuditEntry.of(
                        by,
                        act,
                        new AuditSubject(MandateBook.MANDATE, mandate.id().value()))
                .with("association", mandate.association().value())
                .with("kind", mandate.kind());
        return mandate.person().map(person -> entry.with("person", person)).orElse(entry);
    }
}
