package org.kvartal.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * Public events that associations and partners enter under a mandate, and the office by itself. The office reads what others suggest before it is published; its own is
 * public at once.
 *
 * <p>What the host changes of a published event stays published, for a wrong time is worse than an unread word; the office gets a task and looks afterwards. Whoever changes
 * something names the version that they have seen.
 */
public interface OutsideEvents {

    /**
     * Enters an event: suggested, or published at once where the asker {@linkplain EventHosts#decides decides}. The same id again is the same event, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code host}, or where {@link #change} refuses
     * @throws org.kvartal.kernel.Forbidden if the asker may not enter events for that host
     */
    void enter(Asker by, NewEvent event);

    /**
     * Changes it. A refused one is suggested once more. Moved and cancelled dates that a new rule no longer has are forgotten.
     *
     * @throws org.kvartal.kernel.Refused at {@code title.<language>}, {@code about}, {@code start}, {@code end}, {@code rhythm}, {@code every}, {@code until}, {@code times},
     *     {@code place}, {@code city} or {@code website}; without a field where somebody has changed it meanwhile, or its state does not allow it
     */
    void change(Asker by, OutsideEventId event, long version, EventContent content);

    /** Publishes what was suggested or refused. By those who decide. */
    void publish(Asker by, OutsideEventId event, long version);

    /**
     * Refuses what was suggested; its host is told why. By those who decide.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void refuse(Asker by, OutsideEventId event, long version, String reason);

    /** Has looked at what the host changed of a published event. By those who decide. */
    void look(Asker by, OutsideEventId event, long version);

    /** Wants it no more, before it was published. */
    void withdraw(Asker by, OutsideEventId event, long version);

    /**
     * Cancels what was published; it keeps standing as cancelled.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void cancel(Asker by, OutsideEventId event, long version, String reason);

    /**
     * Moves one date of a series; also makes one take place that was cancelled.
     *
     * @param date when it would take place by the rule
     * @throws org.kvartal.kernel.Refused at {@code start} or {@code end}
     */
    void moveDate(Asker by, OutsideEventId event, long version, LocalDateTime date, EventTime to);

    /** Cancels one date of a series. */
    void cancelDate(Asker by, OutsideEventId event, long version, LocalDateTime date);

    /** The page of an event; empty where there is none or the asker may not know of it. */
    Optional<EventPage> find(Asker asker, long number);

    /** What the asker has entered, or others for the organisations for which they speak; the newest first, by keyset. */
    List<EventLine> entered(Asker asker, @Nullable Long before, int limit);

    /** What waits for a decision or a look, the oldest first; nothing for whoever does not {@linkplain EventHosts#decides decide}. */
    List<EventLine> waiting(Asker asker, int limit);

    /** Whether the asker may enter events at all. */
    boolean mayEnter(Asker asker);

    /** How many events everybody may see that are not over. */
    long countOpen();

    /** A stretch of those, in a lasting order. */
    List<OpenEvent> listOpen(long offset, int limit);

    /** What the host of a decided event is told, by the ids; those who may not know of it are told nothing. One query. */
    Map<UUID, Decision> decisions(PersonId reader, Collection<UUID> events);

    /**
     * @param host an organisation; null for the house itself, which takes those who decide
     */
    record NewEvent(OutsideEventId id, @Nullable UUID host, EventContent content) {}

    /**
     * What stands about an event.
     *
     * @param place in words; empty for none
     * @param city code of an {@link EventCities.City}; null for none
     * @param website its page elsewhere; empty for none
     * @param repetition null where it does not repeat
     */
    record EventContent(
            LocalizedText title,
            @Nullable LocalizedText about,
            EventTime time,
            @Nullable Repetition repetition,
            String place,
            @Nullable String city,
            String website) {}

    /**
     * An event's page.
     *
     * @param refusal why it was refused, for those who may change it; null otherwise
     * @param dates the coming dates of a series, and those that were moved or cancelled
     * @param unseen whether the office has not looked yet at what was changed, for the office
     */
    record EventPage(
            OutsideEventId id,
            long number,
            long version,
            int sequence,
            OutsideState state,
            @Nullable Host host,
            EventContent content,
            List<SeriesDate> dates,
            @Nullable String refusal,
            boolean unseen,
            boolean mayChange,
            boolean mayDecide,
            Instant changed) {}

    /**
     * A date of a series.
     *
     * @param date when it would take place by the rule
     * @param time when it does
     */
    record SeriesDate(LocalDateTime date, EventTime time, boolean cancelled) {

        public boolean moved() {
            return !cancelled && !time.start().equals(date);
        }
    }

    /** An entered event in a list. */
    record EventLine(
            OutsideEventId id,
            long number,
            OutsideState state,
            @Nullable Host host,
            LocalizedText title,
            EventTime time,
            @Nullable Repetition repetition,
            @Nullable String city,
            boolean unseen,
            Instant entered) {}

    /** An event that everybody may see, for those who list them. */
    record OpenEvent(long number, Instant changed) {}

    /** What was decided. */
    record Decision(
            long number,
            LocalizedText title,
            OutsideState state,
            @Nullable String refusal) {}
}
