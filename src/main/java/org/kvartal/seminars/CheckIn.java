package org.kvartal.seminars;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.seminars.SeminarDesk.Day;

/**
 * Who was there on which day. At the door the team reads the picture that a participant shows, or a participant reads the picture on the wall, which changes every 15 seconds;
 * either way the same again is nothing. Whoever comes more than 15 minutes after the beginning is late.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, time-based one-time passwords</a>
 */
public interface CheckIn {

    /** For how long one picture of the room works, and the one before it. */
    int CODE_SECONDS = 15;

    /** Whoever comes so many minutes after the beginning is late. */
    int LATE_MINUTES = 15;

    /** How long before a day's beginning its door opens, in hours. */
    int DOOR_HOURS = 2;

    /**
     * Lets somebody in by the picture that they show: by anybody of the team.
     *
     * @throws org.kvartal.kernel.Refused if it is none of this seminar, or the person has no seat, or the day's door is not open
     */
    Seen scan(Asker by, SeminarId seminar, DayId day, String ticket);

    /**
     * The same for whoever has no picture at hand.
     *
     * @throws org.kvartal.kernel.Refused if the person has no seat, or the day's door is not open
     */
    Seen letIn(Asker by, RegistrationId registration, DayId day);

    /** Those who have a seat and whose name holds that text, at most 20 and none for no text; for anybody of the team. */
    List<SheetLine> find(Asker by, SeminarId seminar, String text);

    /** What the picture on the wall holds now; for the team, helpers too. */
    RoomCode code(Asker by, SeminarId seminar, DayId day);

    /**
     * Lets the asker in by the picture on the wall.
     *
     * @throws org.kvartal.kernel.Refused if it is not the room's any more, or the asker has no seat
     */
    Seen come(Asker by, SeminarId seminar, String roomCode);

    /** The same for a participant without an account, by the link of their letter; empty where that does not work any more. */
    Optional<Seen> come(String token, String roomCode);

    /**
     * Says how it was on a day that has come: by the team, helpers excepted. Once the seminar is over who has completed it is settled anew.
     *
     * @throws org.kvartal.kernel.Refused if the person has no seat, or the day has not come
     */
    void mark(Asker by, RegistrationId registration, DayId day, Presence presence);

    /**
     * Says that somebody has, or has not, completed the seminar in spite of the rule: by those who issue certificates.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; where a certificate stands
     */
    void judge(Asker by, RegistrationId registration, boolean completed, String reason);

    /** All who have a seat and how it was on each day, in the order of their ids and by keyset; for the team, helpers excepted, and the office. */
    AttendanceSheet sheet(Asker asker, SeminarId seminar, @Nullable RegistrationId after, int limit);

    /** @param already whether the person was let in before */
    record Seen(RegistrationId registration, String name, DayId day, Presence presence, boolean already) {}

    /** @param until when it changes */
    record RoomCode(String value, Instant until) {}

    record SheetLine(
            RegistrationId registration,
            @Nullable PersonCard person,
            String name,
            RegistrationState state,
            Map<DayId, Presence> presence) {

        public SheetLine {
            presence = Map.copyOf(presence);
        }
    }

    /** @param next to go on after, null at the end */
    record AttendanceSheet(
            List<Day> days, List<SheetLine> lines, @Nullable RegistrationId next) {

        public AttendanceSheet {
            days = List.copyOf(days);
            lines = List.copyOf(lines);
        }
    }
}
