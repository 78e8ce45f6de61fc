package org.kvartal.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;

/**
 * Who comes to a session. An answer may be changed until the session begins.
 *
 * @see "Decision record 0104, an invitation's link works until the session begins"
 */
public interface Invitations {

    /**
     * Says whether the asker comes.
     *
     * @throws org.kvartal.kernel.Refused if the session is not open, or has begun
     * @throws org.kvartal.kernel.Forbidden for an association without a mandate that runs now
     */
    void answer(Asker by, SessionId session, Reply reply);

    /** What the link of an invitation asks, while it works. Changes nothing. */
    Optional<Invitation> look(String token);

    /**
     * Answers by the link of an invitation.
     *
     * @return what it was about; empty where the link does not work any more
     * @throws org.kvartal.kernel.Refused as above
     */
    Optional<Invitation> answer(String token, Reply reply);

    /** Who has answered what, the newest first and at most 500, for those who facilitate the session. */
    AnswerList answers(Asker asker, SessionId session);

    /**
     * @param onBehalfOf the association that the person comes for, null for themselves
     * @param way how they would take part; counts for nobody who does not come
     */
    record Reply(Answer answer, Way way, @Nullable MemberId onBehalfOf) {}

    /**
     * @param name of whoever is invited
     * @param language in which they read
     * @param speaksFor the associations that they may come for
     * @param given what they have answered, null for nothing
     */
    record Invitation(
            SessionCard session,
            String name,
            Language language,
            List<MemberCard> speaksFor,
            @Nullable Reply given) {

        public Invitation {
            speaksFor = List.copyOf(speaksFor);
        }
    }

    record AnswerLine(
            PersonCard person,
            Answer answer,
            Way way,
            @Nullable MemberCard onBehalfOf,
            Instant at) {}

    /**
     * @param invited how many were invited
     * @param room how many come to the place, {@code remote} how many take part from afar
     */
    record AnswerList(List<AnswerLine> lines, int invited, int room, int remote, int maybe, int no) {

        public AnswerList {
            lines = List.copyOf(lines);
        }
    }
}
