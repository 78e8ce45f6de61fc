package org.kvartal.forum;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.calendar.Recurrence;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * Series of sessions. Of each series that has not ended the next session stands as a draft: it is made when the one before it begins or is cancelled, and at
 * once for a new series. What changes in a series later changes no session that stands already.
 *
 * @see "Decision record 0102, who facilitates a series"
 */
public interface SeriesBook {

    /**
     * Sets up a series and drafts its next session. The same id again is the same series, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code name}, {@code recurrence}, {@code minutes}, {@code place}, {@code city}, {@code callLink},
     *     {@code template}, {@code deadlineDays} or {@code facilitators}
     */
    void make(Asker by, NewSeries series);

    /**
     * Changes what later sessions begin with.
     *
     * @throws org.kvartal.kernel.Refused at a field as above; without one where somebody has changed the series meanwhile
     */
    void change(Asker by, SeriesChange change);

    /**
     * Ends a series: no more sessions are drafted. What stands already stays, and what is proposed.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void end(Asker by, SeriesId series, long version, String reason);

    /** The series that have not ended, by their names in the order in which they were made. */
    List<SeriesCard> all(Asker asker);

    /** A series with all that it says, for those who facilitate it. */
    Optional<SeriesPage> find(Asker asker, SeriesId series);

    /** The next dates of a rule, for a form; at most 12. */
    List<LocalDateTime> preview(Recurrence recurrence, int limit);

    /**
     * Where sessions take place.
     *
     * @param place in words; empty where everybody takes part from afar
     * @param city its code in the house's list, null for none
     * @param callLink by which people take part from afar, empty where nobody can
     */
    record Venue(String place, @Nullable String city, String callLink) {

        /** Hides the link: whoever has it is in the room. */
        @Override
        public String toString() {
            return "Venue[" + place + ", " + city + "]";
        }
    }

    /**
     * What a series says.
     *
     * @param recurrence when its sessions take place; without an end
     * @param minutes how long a session lasts
     * @param deadlineDays how many days before a session items may be proposed for it
     */
    record SeriesContent(
            LocalizedText name,
            Recurrence recurrence,
            int minutes,
            Venue venue,
            AgendaTemplate template,
            int deadlineDays) {}

    /** @param facilitators those who facilitate this series; only the office may name others than the asker */
    record NewSeries(SeriesId id, SeriesContent content, Set<PersonId> facilitators) {

        public NewSeries {
            facilitators = Set.copyOf(facilitators);
        }
    }

    /**
     * @param version the version that the editor began from
     * @param facilitators null to leave them as they are, as everybody must who is not of the office
     */
    record SeriesChange(
            SeriesId series,
            long version,
            SeriesContent content,
            @Nullable Set<PersonId> facilitators) {}

    /**
     * @param next the next session that the asker may know of, null for none
     * @param proposed how many proposals wait for a word; 0 for those who do not facilitate
     */
    record SeriesCard(
            SeriesId id,
            LocalizedText name,
            Recurrence recurrence,
            int minutes,
            Venue venue,
            @Nullable NextSession next,
            long proposed,
            boolean mayFacilitate) {}

    record NextSession(String code, SessionState state, Instant startsAt) {}

    /**
     * @param coming when the next sessions will be, beyond those that stand already
     * @param endedAt null while it goes on
     */
    record SeriesPage(
            SeriesId id,
            long version,
            SeriesContent content,
            List<PersonCard> facilitators,
            List<LocalDateTime> coming,
            @Nullable Instant endedAt,
            boolean mayName) {}
}
