package org.kvartal.advocacy;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/**
 * How recommendations come about. The room's confirmed outcomes of that kind become drafts by themselves; others are begun here and need a word of the room before
 * they are adopted. Nothing that the room has not confirmed reaches an authority.
 *
 * @see "Decision record 0129, only the room adopts"
 */
public interface RecommendationDesk {

    int TITLE_LENGTH = 200;
    int TEXT_LENGTH = 8_000;
    int MOST_EVIDENCE = 50;

    /**
     * Begins a draft. The same id again is the same one, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code problem}, {@code affected}, {@code proposal}, {@code legal} or {@code byWhen}
     */
    String begin(Asker by, NewRecommendation wish);

    /**
     * Changes the wording while it is open. What the room said stays as it is, in the language in which it said so; what was put before the room and is changed
     * there afterwards has to be put before it again. Translations may come at any time.
     *
     * @throws org.kvartal.kernel.Refused as above, or at {@code proposal} where that is the room's; without a field where somebody has changed it meanwhile
     */
    void edit(Asker by, RecommendationId recommendation, long version, RecommendationText text);

    /**
     * Names a thread, post or entry that shows that the problem is there.
     *
     * @throws org.kvartal.kernel.Refused at {@code evidence} if there is none that the asker may see
     */
    void cite(Asker by, RecommendationId recommendation, Evidence evidence);

    /** Takes evidence away; a file is deleted. */
    void withdraw(Asker by, RecommendationId recommendation, Evidence evidence);

    /**
     * Adds a file as evidence. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}
     */
    StoredFile attach(Asker by, RecommendationId recommendation, String name, InputStream content);

    /**
     * Shows a draft to those who belong to the house.
     *
     * @throws org.kvartal.kernel.Refused at {@code problem} or {@code proposal} if it is missing
     */
    void propose(Asker by, RecommendationId recommendation, long version);

    /**
     * Shows it to everybody and asks for endorsements.
     *
     * @param until the last day
     * @throws org.kvartal.kernel.Refused at {@code until}
     */
    void consult(Asker by, RecommendationId recommendation, long version, LocalDate until);

    /**
     * Puts one on which the room has said nothing yet before a session: it is proposed as an item.
     *
     * @param series for whose sessions, null for those that belong to none
     */
    ItemId bring(Asker by, RecommendationId recommendation, @Nullable SeriesId series);

    /**
     * Records that the room has adopted it: from now on the text never changes.
     *
     * @throws org.kvartal.kernel.Refused if no confirmed outcome of a session says so, or before the last day for comments
     */
    void adopt(Asker by, RecommendationId recommendation, long version);

    /**
     * Gives it up.
     *
     * @param decision of the room; needed once it was adopted
     * @throws org.kvartal.kernel.Refused at {@code reason} or {@code decision}
     */
    void retire(
            Asker by,
            RecommendationId recommendation,
            long version,
            RetirementReason why,
            String reason,
            @Nullable OutcomeId decision);

    /**
     * Lets another adopted one stand for it.
     *
     * @throws org.kvartal.kernel.Refused at {@code by}
     */
    void supersede(Asker by, RecommendationId recommendation, long version, RecommendationId with);

    /**
     * Ends it: everything was answered and done.
     *
     * @throws org.kvartal.kernel.Refused if a letter or a measure is not over
     */
    void close(Asker by, RecommendationId recommendation, long version);

    /** What the room has confirmed last, for who must name a decision of it; at most 50. */
    List<RoomWord> decisions(Asker asker);

    /**
     * @param problem what is wrong, may be missing in a draft
     * @param affected whom it concerns, may be missing
     * @param proposal what is asked for, may be missing in a draft
     * @param byWhen by when, null for no day
     * @param legal on what it rests in law, may be missing
     * @param cost how much it would cost about, null where nobody has said
     */
    record RecommendationText(
            LocalizedText title,
            @Nullable LocalizedText problem,
            @Nullable LocalizedText affected,
            @Nullable LocalizedText proposal,
            @Nullable LocalDate byWhen,
            @Nullable LocalizedText legal,
            @Nullable CostBand cost) {

        /** One that says nothing of law and cost. */
        public RecommendationText(
                LocalizedText title,
                @Nullable LocalizedText problem,
                @Nullable LocalizedText affected,
                @Nullable LocalizedText proposal,
                @Nullable LocalDate byWhen) {
            this(title, problem, affected, proposal, byWhen, null, null);
        }
    }

    record NewRecommendation(RecommendationId id, RecommendationText text) {}

    record Evidence(EvidenceKind kind, UUID subject) {}

    enum EvidenceKind {
        THREAD,
        POST,
        ENTRY,
        FILE
    }

    record RoomWord(OutcomeId outcome, OutcomeKind kind, LocalizedText text, Instant heardAt) {}
}
