package org.kvartal.seminars.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Secret;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.CertificateIssued;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.domain.SeminarHold.Held;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints and keeps certificates, one after the other. No transaction is open while one is printed. */
@Component
class Issuing {

    private static final String PDF = "application/pdf";

    private final CertificateRepository certificates;
    private final CertificateCodes codes;
    private final CertificatePrint print;
    private final SeminarHold hold;
    private final SeminarTelling telling;
    private final SeminarTasks tasks;
    private final SeminarTrail trail;
    private final CertificateFacts facts;
    private final CertificateReads reads;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    Issuing(
            CertificateRepository certificates,
            CertificateCodes codes,
            CertificatePrint print,
            SeminarHold hold,
            SeminarTelling telling,
            SeminarTasks tasks,
            SeminarTrail trail,
            CertificateFacts facts,
            CertificateReads reads,
            Files files,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.certificates = certificates;
        this.codes = codes;
        this.print = print;
        this.hold = hold;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.facts = facts;
        this.reads = reads;
        this.files = files;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Draft(CertificateId id, CertificateCode name, String code, Facts facts) {}

    /** @return whether it was issued; somebody else may have done so meanwhile */
    boolean issue(Asker by, PersonId person, RegistrationId registration) {
        Draft draft = draft(registration, person, "");
        return Boolean.TRUE.equals(keep(draft, printed -> {
            Held held = hold.registration(registration);
            SeminarId seminar = held.seminar().id();
            boolean ready = reads.eligible(seminar, held.seminar().rule().feedback(), List.of(registration)).stream()
                    .anyMatch(Eligible::ready);
            if (!ready) {
                return false;
            }
            issued(person, held, printed);
            trail.certificate(
                    by,
                    "seminars.certificate-issued",
                    draft.id(),
                    entry -> entry.with("registration", registration.value()));
            return true;
        }));
    }

    /** Nobody owes certificates any more once all who may have one do. */
    @Transactional
    void settle(SeminarId seminar) {
        boolean left = reads.eligible(seminar, reads.feedbackNeeded(seminar), List.of()).stream()
                .anyMatch(Eligible::ready);
        if (!left) {
            tasks.certified(seminar);
        }
    }

    CertificateId replace(Asker by, PersonId person, Certificate old, String name) {
        Draft draft = draft(old.registration(), person, name);
        keep(draft, printed -> {
            Held held = hold.registration(old.registration());
            Certificate known = certificates.lock(old.id().value()).orElseThrow(NotFound::new);
            known.replace(draft.id(), person, clock.now());
            certificates.saveAndFlush(known);
            issued(person, held, printed);
            trail.certificate(
                    by,
                    "seminars.certificate-replaced",
                    old.id(),
                    entry -> entry.with("by", draft.id().value()));
            return true;
        });
        return draft.id();
    }

    private Draft draft(RegistrationId registration, PersonId signer, String name) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            CertificateCode number = codes.next(clock.today().getYear());
            return new Draft(
                    CertificateId.next(),
                    number,
                    CertificateCodes.secret(),
                    facts.of(registration, number, signer, name));
        }));
    }

    private @Nullable Boolean keep(Draft draft, Function<Certificate.Printed, Boolean> act) {
        byte[] pdf = printed(draft);
        StoredFile file = files.keep(
                new FileOwner(SeminarFiles.MODULE, draft.id().value()),
                draft.name() + ".pdf",
                PDF,
                new ByteArrayInputStream(pdf));
        Boolean kept = null;
        try {
            kept = transaction.execute(_ -> act.apply(new Certificate.Printed(
                    draft.id(),
                    draft.name(),
                    draft.code(),
                    draft.facts(),
                    file.id(),
                    HexFormat.of().formatHex(Secret.sha256(pdf)))));
            return kept;
        } finally {
            if (!Boolean.TRUE.equals(kept)) {
                files.remove(file.id());
            }
        }
    }

    private byte[] printed(Draft draft) {
        try {
            return print.print(draft.facts(), draft.code(), clock.now());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void issued(PersonId person, Held held, Certificate.Printed printed) {
        Registration registration = held.registration();
        certificates.saveAndFlush(Certificate.issued(printed, registration, person, clock.now()));
        events.publishEvent(new CertificateIssued(
                printed.id(),
                held.seminar().id(),
                registration.person().orElse(null),
                printed.name().toString()));
        telling.certified(held.seminar(), registration, printed.id(), SeminarTelling.CERTIFICATE);
        hold.saved(registration);
    }
}
