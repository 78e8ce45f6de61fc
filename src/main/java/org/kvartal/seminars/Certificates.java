package org.kvartal.seminars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * What somebody has completed, on paper and for everybody who holds it in their hands: the page behind its code repeats all that is printed. It is issued by those who
 * decide in the seminar's team and revoked by somebody of the office who has not issued it. What was certified never changes; a mistake is mended by a new one.
 *
 * @see "Decision record 0141, a certificate says what its page says"
 */
public interface Certificates {

    /** Who has completed a seminar and has no certificate that stands, by the order of registrations; at most 1 000. */
    List<Eligible> eligible(Asker asker, SeminarId seminar);

    /**
     * Issues certificates to those of these who are {@link #eligible} and ready; others, and who has one already, are left out. Hold no transaction meanwhile.
     *
     * @return how many were issued
     */
    int issue(Asker by, SeminarId seminar, Collection<RegistrationId> registrations);

    /**
     * Makes a certificate worthless.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; without a field if the asker has issued it, or it does not stand any more
     */
    void revoke(Asker by, CertificateId certificate, String reason);

    /**
     * Issues another one in its place, of what is so now. Hold no transaction meanwhile.
     *
     * @param name of the holder as it shall be printed; empty for as they are called now
     * @throws org.kvartal.kernel.Refused at {@code name}; without a field if it does not stand any more
     */
    CertificateId replace(Asker by, CertificateId certificate, String name);

    /** What stands behind a code, for everybody. */
    Optional<VerifiedCertificate> verify(String code);

    /** Where a participant without an account reads their own, by the link of their letter; empty where there is none, or the link does not work any more. */
    Optional<String> open(String token);

    /** Those of a seminar, the newest first; for its team and the office. */
    List<CertificateLine> of(Asker asker, SeminarId seminar);

    /** Those of a person, the newest first, and what they add up to: for themselves and for those who may {@link SeminarRights#READ}. */
    Ledger ledger(Asker asker, PersonId person);

    /**
     * @param feedback whether they have said what they thought of the whole
     * @param ready whether nothing is missing by the rule
     */
    record Eligible(
            RegistrationId registration,
            String name,
            @Nullable PersonCard person,
            boolean feedback,
            boolean ready) {}

    /**
     * All that a certificate says, as it was when it was issued.
     *
     * @param number people name it by it: {@code C-2026-00014}
     * @param hours academic hours
     * @param topics as they were called
     * @param place empty where it was held online alone
     * @param house who issues it
     * @param signer whoever signs for the house
     * @param validUntil the last day; null for good
     * @param language in which it is printed
     */
    record Facts(
            String number,
            String holder,
            LocalizedText seminar,
            BigDecimal hours,
            List<LocalizedText> topics,
            LocalDate firstDay,
            LocalDate lastDay,
            String place,
            String house,
            String signer,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            Language language) {

        public Facts {
            topics = List.copyOf(topics);
        }
    }

    /**
     * @param hash SHA-256 of the printed file, in hexadecimal
     * @param reason why it was revoked; empty for nothing
     * @param replacedBy code of the one that stands for it, null for none
     */
    record VerifiedCertificate(
            String code,
            Facts facts,
            CertificateState state,
            String hash,
            @Nullable Instant endedAt,
            String reason,
            @Nullable String replacedBy) {}

    record CertificateLine(
            CertificateId id,
            String code,
            Facts facts,
            CertificateState state,
            RegistrationId registration,
            FileId file,
            String reason,
            boolean mayRevoke) {}

    /** @param hours academic hours of those that stand */
    record Ledger(List<CertificateLine> certificates, BigDecimal hours) {

        public Ledger {
            certificates = List.copyOf(certificates);
        }
    }
}
