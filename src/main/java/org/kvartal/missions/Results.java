package org.kvartal.missions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/**
 * What came of projects and missions. A result is entered once; another project or mission that has a part in it joins it, and it counts once all the same. Whether it is
 * there says somebody who has reported no part of it. An agreement enters the ledger by itself once it is in force, and counts like all others.
 */
public interface Results {

    int TEXT_LENGTH = 2_000;
    int LINK_LENGTH = 500;
    int MOST_CLAIMS = 20;

    /**
     * Reports a result. The same id again is the same one, and nothing happens; an agreement that stands in the ledger already is joined instead.
     *
     * @return the result that stands in the ledger now
     * @throws org.kvartal.kernel.Refused at {@code value}, {@code text}, {@code link}, {@code on} or {@code agreement}
     */
    ResultId report(Asker by, Claim claim, ResultContent content, ResultId id);

    /** Says that another project or mission has a part in a result. */
    void join(Asker by, ResultId result, Claim claim);

    /**
     * Says that it is there.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}; without a field if the asker has reported it, is the consultant of one of its projects, or has
     *     entered the agreement or recorded who signed it
     */
    void verify(Asker by, ResultId result, long version, String words);

    /** Says that it is not there. */
    void reject(Asker by, ResultId result, long version, String words);

    /** Of one project or mission, the newest first. */
    List<ResultLine> of(Asker asker, Claim claim);

    /** Of all that the asker oversees, the newest first, by keyset. */
    ResultList list(Asker asker, @Nullable ResultKey before, int limit);

    /** What was verified, added up by kind; each result once. For everybody. */
    Map<ResultKind, BigDecimal> totals(LocalDate first, LocalDate last);

    /** Whose result it is. */
    sealed interface Claim {

        record OfProject(ProjectId project) implements Claim {}

        record OfMission(MissionId mission) implements Claim {}
    }

    /**
     * @param value in what {@link ResultKind} counts
     * @param link evidence on the web; may be empty where there is an agreement
     * @param agreement evidence of {@link ResultKind#AGREEMENT}, null for others
     */
    record ResultContent(
            ResultKind kind,
            BigDecimal value,
            String text,
            Language language,
            LocalDate on,
            String link,
            @Nullable AgreementId agreement) {}

    enum ResultState {
        REPORTED,
        VERIFIED,
        REJECTED
    }

    record ResultKey(LocalDate on, ResultId result) {}

    record ResultList(List<ResultLine> results, @Nullable ResultKey next) {

        public ResultList {
            results = List.copyOf(results);
        }
    }

    /**
     * An agreement that stands in the ledger. It stays a result when it ends.
     *
     * @param state where it stands today
     * @param readable whether the asker may read it
     * @param file what was signed, null where the asker may not read it
     */
    record Evidence(
            String code,
            AgreementState state,
            boolean readable,
            @Nullable StoredFile file) {}

    /**
     * @param evidence of an agreement, null for others
     * @param claims the codes of the projects and missions that have a part in it, as far as the asker may know of them
     * @param reportedBy null where the house has entered it by itself
     * @param verifiedBy null where nobody has looked yet
     */
    record ResultLine(
            ResultId id,
            ResultState state,
            ResultContent content,
            @Nullable Evidence evidence,
            List<String> claims,
            @Nullable PersonCard reportedBy,
            @Nullable PersonCard verifiedBy,
            @Nullable Instant verifiedAt,
            String verdict,
            boolean mayVerify,
            long version) {

        public ResultLine {
            claims = List.copyOf(claims);
        }
    }
}
