package org.kvartal.advocacy;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.OutcomeId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;

/**
 * What is done because of recommendations and strategies. A measure is its owner's: whoever has a primary mandate or one in writing for an owner that belongs to the
 * house, else the office on its behalf. Whether it was done says somebody who does not own it.
 *
 * @see "Decision record 0132, a measure is verified by somebody else"
 */
public interface MeasureDesk {

    int TITLE_LENGTH = 200;
    int TEXT_LENGTH = 8_000;
    int MOST_EVIDENCE = 50;

    /**
     * Enters a measure. The same id again is the same one, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code about}, {@code owner}, {@code implementer}, {@code starts}, {@code due}, {@code strategy}, {@code recommendations}
     *     or a field of the aims
     */
    String enter(Asker by, NewMeasure wish);

    /** Changes what it says. A new schedule leaves alone days that are over and days that have a report. */
    void change(Asker by, MeasureId measure, long version, MeasureContent content);

    /** Ties it to a recommendation; the same again is nothing. */
    void tie(Asker by, MeasureId measure, RecommendationId recommendation);

    /**
     * Names who does it.
     *
     * @throws org.kvartal.kernel.Refused at {@code implementer}
     */
    void commit(Asker by, MeasureId measure, long version, String implementer);

    void start(Asker by, MeasureId measure, long version);

    /** @throws org.kvartal.kernel.Refused at {@code reason} */
    void hold(Asker by, MeasureId measure, long version, String reason);

    /** Goes on where it stood. */
    void resume(Asker by, MeasureId measure, long version);

    /**
     * Says that it is done.
     *
     * @throws org.kvartal.kernel.Refused if nothing shows it
     */
    void reportDone(Asker by, MeasureId measure, long version);

    /**
     * Asks an association to say whether it is done; null asks the office again. By the office, and by nobody who speaks for the owner.
     *
     * @throws org.kvartal.kernel.Refused at {@code verifier} if it owns the measure or does not belong to the house
     */
    void assign(Asker by, MeasureId measure, long version, @Nullable MemberId verifier);

    /**
     * Says whether it was done: the office, or whoever has a primary mandate or one in writing of the association that was asked to.
     *
     * @param verdict one of the three
     * @param words why
     * @throws org.kvartal.kernel.Refused at {@code words}; without a field if the asker owns it or has reported it
     */
    void verify(Asker by, MeasureId measure, long version, MeasureState verdict, String words);

    /**
     * Gives it up, by a decision of the room.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason} or {@code decision}
     */
    void cancel(Asker by, MeasureId measure, long version, String reason, OutcomeId decision);

    /**
     * Drafts a report: anybody who belongs to the house. The same id again is the same one, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code text}, {@code progress} or {@code indicator.} with the id of one
     */
    void draft(Asker by, NewReport report);

    /** Publishes a draft: the measure stands as it says, and the oldest open day has its report. */
    void publish(Asker by, ReportId report);

    /**
     * Adds a file that shows what was done. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file} or {@code about}
     */
    StoredFile attach(Asker by, MeasureId measure, String about, String name, InputStream content);

    /**
     * Adds an address on the web that shows what was done.
     *
     * @throws org.kvartal.kernel.Refused at {@code link} or {@code about}
     */
    void point(Asker by, MeasureId measure, String about, String link);

    /** Whose a measure is. */
    sealed interface Owner {

        /** An organisation of the house. */
        record OfMember(MemberId member) implements Owner {}

        /** An entry of the directory, such as an authority. */
        record OfEntry(EntryId entry) implements Owner {}
    }

    /**
     * @param about may be missing
     * @param implementer who does it, may be empty while it is planned
     * @param due the last day
     * @param strategy from which it comes, may be empty
     * @param external what it is called there, may be empty
     * @param aims what it is measured by and may cost
     */
    record MeasureContent(
            LocalizedText title,
            @Nullable LocalizedText about,
            Owner owner,
            String implementer,
            LocalDate starts,
            LocalDate due,
            ReportSchedule schedule,
            String strategy,
            String external,
            Aims aims) {

        /** One without aims. */
        public MeasureContent(
                LocalizedText title,
                @Nullable LocalizedText about,
                Owner owner,
                String implementer,
                LocalDate starts,
                LocalDate due,
                ReportSchedule schedule,
                String strategy,
                String external) {
            this(title, about, owner, implementer, starts, due, schedule, strategy, external, Aims.NONE);
        }
    }

    record NewMeasure(MeasureId id, MeasureContent content, Set<RecommendationId> recommendations) {

        public NewMeasure {
            recommendations = Set.copyOf(recommendations);
        }
    }

    /**
     * @param progress per cent
     * @param onBehalfOf the owner, where its representative reports; null for oneself
     * @param values where indicators of the measure stand now, by their ids; those that it does not speak of stay as they are
     */
    record NewReport(
            ReportId id,
            MeasureId measure,
            String text,
            Language language,
            int progress,
            @Nullable MemberId onBehalfOf,
            Map<UUID, BigDecimal> values) {

        public NewReport {
            values = Map.copyOf(values);
        }

        /** One that says nothing of indicators. */
        public NewReport(
                ReportId id,
                MeasureId measure,
                String text,
                Language language,
                int progress,
                @Nullable MemberId onBehalfOf) {
            this(id, measure, text, language, progress, onBehalfOf, Map.of());
        }
    }
}
