package org.kvartal.advocacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberCard;

/** Measures as pages show them, to everybody; drafts of reports to those who belong to the house. Each answer takes a constant number of queries. */
public interface Measures {

    /** So many days before it is due a report is asked for. */
    int SOON_DAYS = 30;

    /** By so many points progress may stay behind the time that is over. */
    int BEHIND_POINTS = 20;

    /** The newest first, by keyset. */
    MeasureList list(Asker asker, MeasureFilter filter, Recommendations.@Nullable ListKey before, int limit);

    Optional<MeasurePage> find(Asker asker, String code);

    /** The organisations of the house for which the asker may keep measures: as their primary representative, or by a mandate in writing. */
    List<MemberCard> owners(Asker asker);

    /** Those of recommendations, in the order in which they were entered. */
    Map<RecommendationId, List<MeasureCard>> of(Collection<RecommendationId> recommendations);

    /**
     * @param states empty for all
     * @param strategy empty for all
     */
    record MeasureFilter(Set<MeasureState> states, String strategy) {

        public static final MeasureFilter ALL = new MeasureFilter(Set.of(), "");

        public MeasureFilter {
            states = Set.copyOf(states);
        }
    }

    record MeasureList(List<MeasureCard> measures, Recommendations.@Nullable ListKey next) {

        public MeasureList {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param owner name of whose it is
     * @param progress per cent, as last reported; all of it once somebody has verified that it is done
     * @param nextReport the next day on which a report is due, null for none
     */
    record MeasureCard(
            MeasureId id,
            String code,
            MeasureState state,
            LocalizedText title,
            LocalizedText owner,
            String implementer,
            LocalDate starts,
            LocalDate due,
            int progress,
            @Nullable LocalDate nextReport,
            Set<MeasureSign> signs,
            String strategy,
            Aims aims,
            Instant changedAt,
            long version) {

        public MeasureCard {
            signs = Set.copyOf(signs);
        }
    }

    /** Where an indicator stood by a report. */
    record IndicatorReading(LocalizedText name, String unit, BigDecimal value) {}

    /**
     * @param onBehalfOf name of the association for which it was written, null for the author themselves
     * @param readings of indicators that the measure still has, in their order
     */
    record ReportLine(
            ReportId id,
            boolean published,
            @Nullable PersonCard author,
            @Nullable LocalizedText onBehalfOf,
            Language language,
            String text,
            int progress,
            List<IndicatorReading> readings,
            Instant at) {

        public ReportLine {
            readings = List.copyOf(readings);
        }
    }

    record EvidenceLine(@Nullable StoredFile file, String link, String about, Instant at) {}

    /** @param report whether it has its report */
    record ReportDay(LocalDate on, boolean report) {}

    /**
     * @param verifier name of the association that was asked to verify it, null for the office
     * @param verifiedFor name of the association for which it was verified, null for the office
     * @param speaks whether the asker decides for the owner
     * @param mayAssign whether the asker may ask another association
     */
    record MeasurePage(
            MeasureCard card,
            MeasureContent content,
            List<RecommendationCard> recommendations,
            List<ReportDay> days,
            List<ReportLine> reports,
            List<EvidenceLine> evidence,
            @Nullable PersonCard verifiedBy,
            @Nullable Instant verifiedAt,
            @Nullable LocalizedText verifier,
            @Nullable LocalizedText verifiedFor,
            String verdict,
            String reason,
            boolean mayKeep,
            boolean speaks,
            boolean mayVerify,
            boolean mayAssign,
            boolean mayDraft,
            boolean follows,
            boolean mayFollow) {

        public MeasurePage {
            recommendations = List.copyOf(recommendations);
            days = List.copyOf(days);
            reports = List.copyOf(reports);
            evidence = List.copyOf(evidence);
        }
    }
}
