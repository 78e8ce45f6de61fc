package org.kvartal.seminars;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.Seminars.SeminarPage;

/**
 * Who has a place in a seminar. Seats are counted under the lock of the seminar: those that are taken, held for an offer, or reserved and unused are never more than there
 * are. A seat that becomes free is offered to whoever waits first, by priority and then by time, and could take it.
 *
 * @see "Decision record 0140, a seat is counted under the lock of its seminar"
 */
public interface Registrations {

    int NAME_LENGTH = 80;
    int ANSWER_LENGTH = 2_000;

    /**
     * Registers the asker. The same id again is the same registration.
     *
     * @return where it stands: confirmed, pending or waiting
     * @throws org.kvartal.kernel.Refused if registration is not open, or they are registered already; at {@code onBehalfOf}; at {@code answer.<question>}
     * @throws org.kvartal.kernel.Forbidden for an association without a mandate that runs now
     */
    RegistrationState register(Asker by, NewRegistration wish);

    /**
     * Registers somebody else, who gets a link to confirm it: by a representative for their association, or by the team for anybody.
     *
     * @throws org.kvartal.kernel.Refused at {@code name} or {@code email}, and as above
     */
    void registerColleague(Asker by, Colleague wish);

    /** Posts the link again. */
    void remind(Asker by, RegistrationId registration);

    /** What the link in a letter is about; empty where it does not work any more. Changes nothing. */
    Optional<GuestPlace> look(String token);

    /** Confirms by the link that others have registered one, and answers what is asked; empty where the link does not work any more. */
    Optional<RegistrationState> confirm(String token, Map<QuestionId, String> answers);

    /** The same by the person themselves. */
    RegistrationState confirm(Asker by, RegistrationId registration, Map<QuestionId, String> answers);

    /**
     * Gives a place, an offer or the waiting up; a seat that becomes free is offered at once. By the person, whoever represents the association for which it was made, or the
     * team.
     *
     * @throws org.kvartal.kernel.Refused if the seminar has begun, or there is nothing to give up
     */
    void withdraw(Asker by, RegistrationId registration);

    /** The same by the link; empty where it does not work any more. */
    Optional<RegistrationState> withdraw(String token);

    /**
     * Takes an offered seat.
     *
     * @throws org.kvartal.kernel.Refused if nothing is offered, or its time is over
     */
    void accept(Asker by, RegistrationId registration);

    /** The same by the link; empty where it does not work any more. */
    Optional<RegistrationState> accept(String token);

    /**
     * Says yes: by the team, or by a representative where the association decides. Whoever finds no seat waits.
     *
     * @return confirmed or waiting
     */
    RegistrationState approve(Asker by, RegistrationId registration);

    /**
     * Says no.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void decline(Asker by, RegistrationId registration, String reason);

    /**
     * Moves somebody who waits before or behind those of another priority; by the team.
     *
     * @param priority −9 to 9, usually 0; the highest is first
     * @throws org.kvartal.kernel.Refused at {@code priority} or {@code reason}
     */
    void prefer(Asker by, RegistrationId registration, int priority, String reason);

    /** Who is registered, in the order in which they came, by keyset; for the team and the office. */
    RegistrationList list(
            Asker asker, SeminarId seminar, Set<RegistrationState> states, @Nullable ListKey after, int limit);

    /** Those for whom the asker may act: registered in the name of an association that they represent; at most 500. */
    List<RegistrationLine> ofAssociations(Asker asker, SeminarId seminar);

    /** @param onBehalfOf the association for which one comes, null for oneself */
    record NewRegistration(
            RegistrationId id, SeminarId seminar, @Nullable MemberId onBehalfOf, Map<QuestionId, String> answers) {

        public NewRegistration {
            answers = Map.copyOf(answers);
        }
    }

    /** @param onBehalfOf the association whose colleague it is; null where the team enters somebody */
    record Colleague(
            RegistrationId id,
            SeminarId seminar,
            String name,
            String email,
            Language language,
            @Nullable MemberId onBehalfOf) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "Colleague[" + id + "]";
        }
    }

    /**
     * A place, as its person sees it.
     *
     * @param position place in the queue from 1 on, {@code why} one waits; null for who does not wait
     * @param quota how many seats an association may have, null for no limit
     * @param offerUntil until when an offered seat is held; null where none is
     * @param late whether it was given up after the last day for it
     * @param group whose reserved seat it is, null for none
     * @param reason why it was declined; empty for nothing
     * @param ticket what the picture at the door holds; null for who has no seat
     * @param answers as they were given
     */
    record Place(
            RegistrationId id,
            RegistrationState state,
            @Nullable MemberCard onBehalfOf,
            @Nullable Integer position,
            @Nullable WaitReason why,
            @Nullable Integer quota,
            @Nullable Instant offerUntil,
            boolean late,
            @Nullable String group,
            String reason,
            @Nullable String ticket,
            Map<QuestionId, String> answers,
            Map<DayId, Presence> presence,
            boolean mayWithdraw) {

        public Place {
            answers = Map.copyOf(answers);
            presence = Map.copyOf(presence);
        }
    }

    /**
     * What the link of a letter shows to somebody without an account.
     *
     * @param seminar as participants see it
     */
    record GuestPlace(String name, Language language, SeminarPage seminar, Place place) {}

    /** @param person null for somebody without an account */
    record RegistrationLine(
            RegistrationId id,
            @Nullable PersonCard person,
            String name,
            @Nullable String email,
            @Nullable MemberCard onBehalfOf,
            @Nullable String group,
            RegistrationState state,
            int priority,
            @Nullable Instant offerUntil,
            boolean late,
            String reason,
            Instant madeAt,
            Map<QuestionId, String> answers) {

        public RegistrationLine {
            answers = Map.copyOf(answers);
        }
    }

    record ListKey(Instant madeAt, RegistrationId registration) {}

    /** @param next the key to go on after, null at the end */
    record RegistrationList(
            List<RegistrationLine> lines, @Nullable ListKey next) {

        public RegistrationList {
            lines = List.copyOf(lines);
        }
    }
}
