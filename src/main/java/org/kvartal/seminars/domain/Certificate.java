package org.kvartal.seminars.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.seminars.CertificateId;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;

/** A certificate. What it says never changes; whether it stands may. */
@Entity
@Table(name = "seminar_certificate")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Certificate {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private UUID seminar;

    @Column(updatable = false)
    private UUID registration;

    @Column(updatable = false)
    private @Nullable UUID person;

    @Enumerated(EnumType.STRING)
    private CertificateState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String facts;

    @Column(updatable = false)
    private BigDecimal hours;

    @Column(updatable = false)
    private @Nullable LocalDate validUntil;

    @Column(updatable = false)
    private UUID file;

    @Column(updatable = false)
    private byte[] hash;

    @Column(updatable = false)
    private UUID issuedBy;

    @Column(updatable = false)
    private Instant issuedAt;

    private @Nullable UUID endedBy;
    private @Nullable Instant endedAt;
    private String reason;
    private @Nullable UUID replacedBy;

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    /**
     * A certificate as it was printed.
     *
     * @param hash SHA-256 of the file, in hexadecimal
     */
    record Printed(CertificateId id, CertificateCode name, String code, Facts facts, FileId file, String hash) {}

    @SuppressWarnings("NullAway.Init")
    static Certificate issued(Printed printed, Registration registration, PersonId by, Instant now) {
        Certificate one = new Certificate();
        one.id = printed.id().value();
        one.year = printed.name().year();
        one.number = printed.name().number();
        one.code = printed.code();
        one.seminar = registration.seminar().value();
        one.registration = registration.id().value();
        one.person = registration.person().map(PersonId::value).orElse(null);
        one.state = CertificateState.ISSUED;
        one.facts = Stored.json((Object) printed.facts());
        one.hours = printed.facts().hours();
        one.validUntil = printed.facts().validUntil();
        one.file = printed.file().value();
        one.hash = HexFormat.of().parseHex(printed.hash());
        one.issuedBy = by.value();
        one.issuedAt = now;
        one.reason = "";
        return one;
    }

    /** @throws Refused if the same person has issued it, at {@code reason}, or if it does not stand any more */
    void revoke(PersonId by, String why, Instant now) {
        requireNext(CertificateState.REVOKED);
        if (issuedBy.equals(by.value())) {
            throw Refused.because("seminars.refused.own-certificate");
        }
        String given = Typed.requiredBlock("reason", why, Entered.REASON_LENGTH);
        end(CertificateState.REVOKED, by, now);
        reason = given;
    }

    void replace(CertificateId with, PersonId by, Instant now) {
        end(CertificateState.REPLACED, by, now);
        replacedBy = with.value();
    }

    private void end(CertificateState to, PersonId by, Instant now) {
        requireNext(to);
        state = to;
        endedBy = by.value();
        endedAt = now;
    }

    private void requireNext(CertificateState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("seminars.refused.certificate-state");
        }
    }

    void requireStanding() {
        requireNext(CertificateState.REPLACED);
    }

    CertificateId id() {
        return new CertificateId(id);
    }

    SeminarId seminar() {
        return new SeminarId(seminar);
    }

    RegistrationId registration() {
        return new RegistrationId(registration);
    }

    CertificateState state() {
        return state;
    }
}
