package org.kvartal.advocacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberCard;

/**
 * Recommendations as pages show them. Drafts are known to those who write them; what is proposed to those who belong to the house; all from the consultation on to
 * everybody. Each answer takes a constant number of queries.
 */
public interface Recommendations {

    /** The newest first, by keyset. */
    RecommendationList list(Asker asker, RecommendationFilter filter, @Nullable ListKey before, int limit);

    Optional<RecommendationPage> find(Asker asker, String code);

    Map<RecommendationId, RecommendationCard> cards(Asker asker, Collection<RecommendationId> ids);

    /** How many there are in each state that the asker may know of, and what became of the letters. */
    Figures figures(Asker asker);

    /** Changes with everything that the lists show to a guest. */
    long version();

    /**
     * @param states empty for all
     * @param text part of the title, empty for all
     */
    record RecommendationFilter(Set<RecommendationState> states, String text) {

        public static final RecommendationFilter ALL = new RecommendationFilter(Set.of(), "");

        public RecommendationFilter {
            states = Set.copyOf(states);
        }
    }

    record ListKey(int year, int number) {}

    /** @param next the key to go on before, null at the end */
    record RecommendationList(
            List<RecommendationCard> recommendations,
            @Nullable ListKey next) {

        public RecommendationList {
            recommendations = List.copyOf(recommendations);
        }
    }

    /**
     * @param people how many stand behind it as themselves, {@code associations} how many under a mandate
     * @param letters how many left the house, {@code answered} how many of them were answered
     */
    record RecommendationCard(
            RecommendationId id,
            String code,
            RecommendationState state,
            LocalizedText title,
            @Nullable LocalDate byWhen,
            int people,
            int associations,
            int letters,
            int answered,
            int measures,
            @Nullable LocalizedText legal,
            @Nullable CostBand cost,
            @Nullable Instant publicAt,
            Instant changedAt,
            long version) {}

    /**
     * @param hash SHA-256 of the text as it was adopted, in hexadecimal; null before
     * @param confirmed whether the room has confirmed it
     * @param roomWords what the room said, for those who write; null where it has said nothing
     * @param evidence as far as the asker may see it
     * @param supersededBy code of the one that stands for it, null for none
     * @param mine how the asker stands behind it
     * @param heardOut whether the last day for comments has come
     */
    record RecommendationPage(
            RecommendationCard card,
            RecommendationText text,
            @Nullable LocalDate consultUntil,
            @Nullable Instant adoptedAt,
            @Nullable String hash,
            boolean confirmed,
            @Nullable LocalizedText roomWords,
            List<EvidenceLine> evidence,
            EndorsementCount endorsements,
            List<MemberCard> associations,
            List<DispatchLine> letters,
            List<MeasureCard> measures,
            @Nullable RetirementReason retired,
            String reason,
            @Nullable String supersededBy,
            Mine mine,
            boolean heardOut,
            boolean follows,
            boolean mayFollow,
            boolean mayWrite,
            boolean mayPrepare) {

        public RecommendationPage {
            evidence = List.copyOf(evidence);
            associations = List.copyOf(associations);
            letters = List.copyOf(letters);
            measures = List.copyOf(measures);
        }
    }

    /** @param path where it is read, full or below the language prefix; null for nowhere */
    record EvidenceLine(
            Evidence evidence,
            String title,
            Language language,
            @Nullable String path) {}

    /** @param countries how many associations of each country, by its two letters; the empty text where nobody knows */
    record EndorsementCount(int people, int associations, SortedMap<String, Integer> countries) {}

    /**
     * @param person whether they stand behind it themselves
     * @param associations for which they, or others, have done so and which they may speak for
     * @param free for which they could
     */
    record Mine(boolean person, List<MemberCard> associations, List<MemberCard> free, boolean mayEndorse) {

        public Mine {
            associations = List.copyOf(associations);
            free = List.copyOf(free);
        }
    }

    record Figures(
            Map<RecommendationState, Integer> states,
            Map<Position, Integer> positions,
            int waiting,
            int late,
            Map<MeasureState, Integer> measures) {}
}
