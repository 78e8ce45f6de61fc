package org.kvartal.seminars.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.Certificates.Ledger;
import org.kvartal.seminars.Certificates.VerifiedCertificate;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.domain.SeminarHold.Held;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How certificates are issued, replaced and revoked. */
@Component
class KeptCertificates implements Certificates {

    private final Issuing issuing;
    private final CertificateReads reads;
    private final CertificateRepository certificates;
    private final SeminarHold hold;
    private final SeminarSight sight;
    private final SeminarTelling telling;
    private final SeminarTrail trail;
    private final Permissions permissions;
    private final PlaceLinks links;
    private final Files files;
    private final HouseClock clock;

    KeptCertificates(
            Issuing issuing,
            CertificateReads reads,
            CertificateRepository certificates,
            SeminarHold hold,
            SeminarSight sight,
            SeminarTelling telling,
            SeminarTrail trail,
            Permissions permissions,
            PlaceLinks links,
            Files files,
            HouseClock clock) {
        this.issuing = issuing;
        this.reads = reads;
        this.certificates = certificates;
        this.hold = hold;
        this.sight = sight;
        this.telling = telling;
        this.trail = trail;
        this.permissions = permissions;
        this.links = links;
        this.files = files;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Eligible> eligible(Asker asker, SeminarId seminar) {
        SeminarSight.require(sight.in(seminar, asker).read());
        return reads.eligible(seminar, reads.feedbackNeeded(seminar), List.of());
    }

    @Override
    public int issue(Asker by, SeminarId seminar, Collection<RegistrationId> registrations) {
        PersonId person = sight.requireResident(by);
        SeminarSight.require(sight.in(seminar, by).certify());
        if (registrations.isEmpty()) {
            return 0;
        }
        int issued = 0;
        for (Eligible one : reads.eligible(seminar, reads.feedbackNeeded(seminar), Set.copyOf(registrations))) {
            if (one.ready() && issuing.issue(by, person, one.registration())) {
                issued++;
            }
        }
        issuing.settle(seminar);
        return issued;
    }

    @Override
    @Transactional
    public void revoke(Asker by, CertificateId id, String reason) {
        PersonId person = by.requirePerson();
        permissions.check(by, SeminarRights.REVOKE, Scope.PLATFORM);
        Held held = hold.registration(reads.registration(id));
        Certificate known = certificates.lock(id.value()).orElseThrow(NotFound::new);
        known.revoke(person, reason, clock.now());
        certificates.saveAndFlush(known);
        trail.certificate(by, "seminars.certificate-revoked", id, entry -> entry.because(PlainText.block(reason)));
        telling.certified(held.seminar(), held.registration(), id, SeminarTelling.REVOKED);
    }

    @Override
    public CertificateId replace(Asker by, CertificateId id, String name) {
        PersonId person = sight.requireResident(by);
        Certificate known = certificates.findById(id.value()).orElseThrow(NotFound::new);
        SeminarSight.require(sight.in(known.seminar(), by).certify());
        known.requireStanding();
        return issuing.replace(by, person, known, name);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<VerifiedCertificate> verify(String code) {
        return CertificateCodes.read(code).flatMap(reads::verify);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> open(String token) {
        return links.look(token).flatMap(reads::standing).map(file -> files.address(file, SeminarTrail.HOUSE));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CertificateLine> of(Asker asker, SeminarId seminar) {
        SeminarSight.require(sight.in(seminar, asker).read());
        return reads.of(asker, seminar);
    }

    @Override
    @Transactional(readOnly = true)
    public Ledger ledger(Asker asker, PersonId person) {
        boolean own = asker.person().filter(person::equals).isPresent();
        SeminarSight.require(own || sight.reads(asker));
        return reads.ledger(asker, person);
    }
}
