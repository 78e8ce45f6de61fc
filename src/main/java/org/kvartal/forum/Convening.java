package org.kvartal.forum;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/** How sessions come about: by whoever facilitates their series, or all of them. */
public interface Convening {

    /**
     * Drafts a session that belongs to no series. The same id again is the same session, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code starts}, {@code minutes}, {@code place}, {@code city}, {@code callLink} or {@code itemsUntil}
     */
    String plan(Asker by, NewSession session);

    /**
     * Changes when and where a session takes place, or what it is called. If it is open and takes place at another time or elsewhere now, everybody who was
     * invited or has answered is told, once.
     *
     * @throws org.kvartal.kernel.Refused at a field as above; without one where somebody has changed the session meanwhile, or it is over
     */
    void change(Asker by, SessionChange change);

    /**
     * Opens a session: it is announced, and there is no way back.
     *
     * @param invite whether everybody who may take part gets a letter
     * @throws org.kvartal.kernel.Refused if nothing stands on its agenda or its time is over
     */
    void open(Asker by, SessionId session, long version, boolean invite);

    /**
     * Cancels a session. What was proposed goes back to the backlog; everybody who was invited or has answered is told, once.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; without a field if it is over
     */
    void cancel(Asker by, SessionId session, long version, String reason);

    /**
     * @param starts by the clock of the zone
     * @param itemsUntil the last day on which items may be proposed, null for the day of the session
     */
    record NewSession(
            SessionId id,
            LocalizedText title,
            LocalDateTime starts,
            ZoneId zone,
            int minutes,
            Venue venue,
            @Nullable LocalDate itemsUntil) {}

    /** @param version the version that the editor began from */
    record SessionChange(
            SessionId session,
            long version,
            LocalizedText title,
            LocalDateTime starts,
            ZoneId zone,
            int minutes,
            Venue venue,
            @Nullable LocalDate itemsUntil) {}
}
