package org.kvartal.missions;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.Projects.ListKey;

/**
 * The register of agreements. Nobody is bound by silence: each party's signature is recorded by the office or by whoever speaks for the party; the consultant of a project enters and words
 * its agreements. What is signed is one file, known by its SHA-256; with the first signature nothing of it changes any more. It is in force from its first day, once all have
 * signed, and then stands in the directory as a dated relation between the parties that have an entry there.
 */
public interface Agreements {

    int TITLE_LENGTH = 200;
    int SUMMARY_LENGTH = 4_000;
    int NAME_LENGTH = 200;
    int MOST_PARTIES = 20;

    /** So many days before the last one the office is reminded. */
    int REMINDED_DAYS = 60;

    /**
     * Enters a draft. The same id again is the same one, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code summary}, {@code parties}, {@code starts}, {@code ends} or {@code renews}
     */
    String enter(Asker by, NewAgreement wish);

    /** Changes a draft. */
    void change(Asker by, AgreementId agreement, long version, AgreementContent content);

    /** Says anew what everybody may read of it, in any state; null takes it from the public. */
    void summarise(Asker by, AgreementId agreement, long version, @Nullable LocalizedText summary);

    /**
     * Puts in what is to be signed, in place of what there was. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}; without a field once somebody has signed
     */
    StoredFile file(Asker by, AgreementId agreement, String name, InputStream content);

    /**
     * Records that a party has signed; with the last one it is in force, or will be on its first day.
     *
     * @param party its place, from 1
     * @param signer who signed, by name
     * @throws org.kvartal.kernel.Refused at {@code signedOn} or {@code signer}; without a field where there is no file yet
     */
    void sign(Asker by, AgreementId agreement, long version, int party, String signer, LocalDate signedOn);

    /**
     * Ends it before its last day, or gives a draft up.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void end(Asker by, AgreementId agreement, long version, String reason);

    /** The newest first, by keyset; to those who may not read the register only what is public. */
    AgreementList list(Asker asker, AgreementFilter filter, @Nullable ListKey before, int limit);

    Optional<AgreementPage> find(Asker asker, String code);

    /**
     * @param summary what everybody may read of it; null keeps it from the public
     * @param starts the first day; null for the day of the last signature
     * @param ends the last day; null for no end
     */
    record AgreementContent(
            AgreementKind kind,
            LocalizedText title,
            @Nullable LocalizedText summary,
            List<Party> parties,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {

        public AgreementContent {
            parties = List.copyOf(parties);
        }
    }

    /**
     * @param project of which it comes, null for none
     * @param mission of which it comes, null for none
     * @param renews the one whose place it takes once it is in force, null for none
     */
    record NewAgreement(
            AgreementId id,
            AgreementContent content,
            @Nullable ProjectId project,
            @Nullable MissionId mission,
            @Nullable AgreementId renews) {}

    /** @param states empty for all */
    record AgreementFilter(Set<AgreementState> states) {

        public static final AgreementFilter ALL = new AgreementFilter(Set.of());

        public AgreementFilter {
            states = Set.copyOf(states);
        }
    }

    record AgreementList(
            List<AgreementLine> agreements, @Nullable ListKey next) {

        public AgreementList {
            agreements = List.copyOf(agreements);
        }
    }

    /** @param parties how they are called */
    record AgreementLine(
            AgreementId id,
            String code,
            AgreementKind kind,
            AgreementState state,
            LocalizedText title,
            @Nullable LocalizedText summary,
            List<LocalizedText> parties,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            Instant changedAt,
            long version) {

        public AgreementLine {
            parties = List.copyOf(parties);
        }
    }

    /**
     * @param place from 1
     * @param signer empty while nobody has signed; and for those who may not read the register
     * @param maySign whether the asker may record its signature
     */
    record PartyLine(
            int place,
            Party party,
            LocalizedText name,
            String signer,
            @Nullable LocalDate signedOn,
            boolean maySign) {}

    /**
     * @param file for those who may read the register
     * @param hash SHA-256 of the file in hexadecimal digits, null where there is none
     * @param renews the code of the one whose place it takes, null for none
     * @param renewedBy the code of the one that took its place, null for none
     */
    record AgreementPage(
            AgreementLine line,
            List<PartyLine> parties,
            @Nullable StoredFile file,
            @Nullable String hash,
            @Nullable String project,
            @Nullable String mission,
            @Nullable String renews,
            @Nullable String renewedBy,
            String reason,
            boolean mayKeep) {

        public AgreementPage {
            parties = List.copyOf(parties);
        }
    }
}
