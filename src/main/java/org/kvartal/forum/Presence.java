package org.kvartal.forum;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;

/**
 * Who is in the room of a session that runs, and who wants to speak. Everybody counts once, however often and by whatever way they come, and comes back by the same
 * ways.
 *
 * @see "Decision record 0107, the room is run from the database"
 */
public interface Presence {

    /** How long a code on the projector works, in minutes; the one before it works as long again. */
    int CODE_MINUTES = 10;

    /** How often somebody may type a wrong number in one session. */
    int MOST_TRIES = 12;

    int GUEST_LENGTH = 120;

    /**
     * Comes in by the code that the projector shows.
     *
     * @param onBehalfOf the association that the person is there for, null for themselves
     * @throws org.kvartal.kernel.Refused at {@code code} if it is not the room's, or no longer; without a field if the session does not run
     * @throws org.kvartal.kernel.Forbidden for an association without a mandate that runs now
     */
    void checkIn(Asker by, SessionId session, Proof proof, @Nullable MemberId onBehalfOf);

    /**
     * Takes part from afar.
     *
     * @return the address of the call
     */
    String join(Asker by, SessionId session, @Nullable MemberId onBehalfOf);

    /**
     * Says that somebody is there.
     *
     * @throws org.kvartal.kernel.Refused at {@code person} if the house does not know them; at {@code onBehalfOf} without a mandate of theirs that runs now
     */
    void enter(Asker by, SessionId session, PersonId person, @Nullable MemberId onBehalfOf);

    /**
     * Says that somebody is there whom the house does not know.
     *
     * @throws org.kvartal.kernel.Refused at {@code guest}
     */
    void enterGuest(Asker by, SessionId session, String name);

    /** Leaves. */
    void leave(Asker by, SessionId session);

    /** Says that somebody has left, or has come back. */
    void mark(Asker by, SessionId session, AttendanceId who, boolean there);

    /** What the projector shows, for whoever facilitates the session. */
    Codes codes(Asker asker, SessionId session);

    /** Asks to speak on the item that is spoken of. Once more changes nothing. */
    void raise(Asker by, SessionId session);

    /** Asks no more. */
    void lower(Asker by, SessionId session);

    /** Takes somebody off the list, by whoever facilitates. */
    void lower(Asker by, SessionId session, PersonId person);

    /** Gives the word to whoever has waited longest; whoever speaks now has spoken. Nothing where nobody waits. */
    void callNext(Asker by, SessionId session);

    /** Gives the word to somebody who waits. */
    void call(Asker by, SessionId session, PersonId person);

    /** Whoever speaks now has spoken. */
    void thank(Asker by, SessionId session);

    /** How somebody shows that they are in the room. */
    sealed interface Proof {

        /** What the picture on the projector leads to. */
        record Picture(String token) implements Proof {

            /** Hides it: whoever has it is in the room. */
            @Override
            public String toString() {
                return "Picture[…]";
            }
        }

        /** The number on the projector, as it was typed. */
        record Digits(String typed) implements Proof {

            @Override
            public String toString() {
                return "Digits[…]";
            }
        }
    }

    /** By which way somebody came in. Stored by name: names stay. */
    enum CameBy {
        QR,
        NUMBER,
        HAND,
        REMOTE
    }

    /**
     * @param path what the picture leads to, a full path of the workspace
     * @param number six digits
     * @param until when both are to be shown anew
     */
    record Codes(String path, String number, Instant until) {

        @Override
        public String toString() {
            return "Codes[" + until + "]";
        }
    }

    /**
     * Somebody who is or was there.
     *
     * @param person null for a guest
     * @param guest the name of somebody whom the house does not know, empty otherwise
     * @param left null while they are there
     */
    record AttendanceLine(
            AttendanceId id,
            @Nullable PersonCard person,
            String guest,
            @Nullable MemberCard onBehalfOf,
            CameBy way,
            Instant came,
            @Nullable Instant left) {

        public String name() {
            return person == null ? guest : person.name();
        }
    }

    /**
     * @param people who are there now, {@code remote} of them from afar
     * @param associations that are represented now
     */
    record Attendance(List<AttendanceLine> lines, int people, int remote, int associations) {

        public Attendance {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Somebody who wants to speak or speaks.
     *
     * @param spoken how often they have spoken in this session
     */
    record HandLine(PersonCard person, @Nullable MemberCard onBehalfOf, boolean speaking, Instant since, int spoken) {}
}
