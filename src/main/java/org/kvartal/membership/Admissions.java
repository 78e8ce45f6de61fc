package org.kvartal.membership;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/**
 * The house's side of coming and going: the office answers applications, an association answers those who want to represent it, members are
 * admitted and leave. An answer to what has changed since the asker read it is {@link Refused} and changes nothing. Nobody answers an
 * application of their own ({@link org.kvartal.kernel.Forbidden}): not one of their own address, nor one of an organisation that they represent.
 *
 * @see "Decision record 0081, the wait is one moment that pauses push"
 */
public interface Admissions {

    /** The longest question or reason, in characters. */
    int TEXT_LENGTH = 2_000;

    /** For how long a declined applicant may appeal. */
    Duration APPEAL = Duration.ofDays(30);

    /** After how long without an answer a question ends the application. */
    Duration LAPSE = Duration.ofDays(60);

    // ---- answering

    /** Takes an application, also from another officer. */
    void take(Asker by, ApplicationId application, long version);

    /** Takes the one that has waited longest of those that nobody has taken; empty where there is none. Two officers never get the same. */
    Optional<QueueRow> takeNext(Asker by);

    /**
     * Asks the applicant for more; the wait stands still until they answer. Whoever asks has taken it by that.
     *
     * @throws Refused at {@code question}
     */
    void askMore(Asker by, ApplicationId application, long version, String question);

    /**
     * Declines.
     *
     * @throws Refused at {@code reason}
     */
    void decline(Asker by, ApplicationId application, long version, String reason);

    /**
     * Makes the applicant a member, or a representative where their association is one already.
     *
     * @return the member
     * @throws Refused if a member has the same registration number and was not {@linkplain #ignoreDuplicate told apart}, or the person
     *     is a member already
     */
    MemberId approve(Asker by, ApplicationId application, long version);

    /**
     * Says that an application and a member, or two applications, are not the same; they are never shown beside each other again. By whoever may
     * answer the application, while it waits; for neither of the two if one of them is their own.
     *
     * @param other one of its {@linkplain Dossier#twins() twins}
     * @throws Refused if it is none of them, or the application waits no more
     */
    void ignoreDuplicate(Asker by, ApplicationId application, UUID other);

    /**
     * The office's queue, longest wait first.
     *
     * @param key {@link Queue#next()} of the page before, null for the first
     */
    Queue queue(Asker asker, QueueFilter filter, @Nullable String key, int limit);

    /** How many wait for the office. */
    long waiting(Asker asker);

    /** Everything about an application; empty where there is none, or the asker may not read it. */
    Optional<Dossier> open(Asker asker, long number);

    /** Those who want to represent an organisation and wait for its answer; for its primary representatives and the office. */
    List<QueueRow> requests(Asker asker, MemberId association);

    // ---- coming and going

    /**
     * Makes a member without an application. The same id again is the same member, and nothing happens.
     *
     * @throws Refused at a field that is wrong; at {@code person} if the person is a member already; at {@code registrationNumber} if another
     *     member has that number
     */
    MemberId admit(Asker by, NewMember member);

    /**
     * Posts the letter of welcome to a person who is a member, the first time or again: its link lets them in. {@link Mandates#sendInvitation} is
     * the same for organisations.
     *
     * @throws Refused if the person has no mail address
     */
    void sendWelcome(Asker by, MemberId person);

    /**
     * Takes back a member who was admitted by mistake, as the undo of an import does, with what hangs on it.
     *
     * @return false where somebody has changed it or taken up a mandate since: then nothing happens
     */
    boolean takeBack(Asker by, MemberId member);

    /**
     * Leaves at the end of the day: a person for themselves, a primary representative for their organisation.
     *
     * @param zone by whose clock the day ends; an organisation's city comes first
     * @return the moment
     */
    Instant leave(Asker by, MemberId member, ZoneId zone);

    /** Thinks better of it before the day has ended. */
    void stay(Asker by, MemberId member);

    /**
     * Ends a membership at once.
     *
     * @throws Refused at {@code reason}
     */
    void terminate(Asker by, MemberId member, String reason);

    /** What the office wants to see. */
    enum QueueFilter {
        /** Sent and not answered, longest wait first. */
        WAITING,
        /** Of those, what the asker has taken. */
        MINE,
        /** Waits for the applicant, asked longest ago first. */
        ASKED,
        /** Answered or over, newest first. */
        SETTLED
    }

    /** @param next where the next page begins, null on the last */
    record Queue(List<QueueRow> rows, @Nullable String next) {}

    /**
     * @param city in words of the reader's choice: a place's code or what was typed
     * @param waited without the pauses
     * @param appealed whether it was declined before
     */
    record QueueRow(
            ApplicationId id,
            long number,
            ApplicationKind kind,
            ApplicationState state,
            long version,
            String name,
            String applicant,
            @Nullable String place,
            String city,
            Duration waited,
            Instant since,
            boolean appealed,
            @Nullable PersonCard reviewer) {}

    /**
     * An application, for those who answer it.
     *
     * @param form what counts now: of a sent application the newest submission
     * @param problems what does not fit in the form, where rules or lists have changed since
     * @param twins whom it may be a second time
     * @param own whether the asker may not answer because it is their own
     * @param mayAnswer whether the asker may answer in this state
     */
    record Dossier(
            QueueRow row,
            String email,
            Language language,
            boolean confirmed,
            ApplicationForm form,
            @Nullable StoredFile statute,
            @Nullable String statuteAddress,
            @Nullable MemberCard association,
            @Nullable MemberCard member,
            List<Submission> submissions,
            List<Refused> problems,
            List<Twin> twins,
            List<Entry> history,
            boolean own,
            boolean mayAnswer) {}

    /** @param number 1, 2, 3 … */
    record Submission(int number, Instant at, ApplicationForm form) {}

    /** @param by who of the house, null for the applicant and for jobs */
    record Entry(
            Joining.What what,
            Instant at,
            @Nullable String text,
            @Nullable PersonCard by) {}

    /**
     * A member or another application that may be the same.
     *
     * @param id for {@link #ignoreDuplicate}
     * @param likeness 0 to 1 where only the names resemble each other, 1 otherwise
     */
    record Twin(
            UUID id,
            Likeness because,
            double likeness,
            @Nullable MemberCard member,
            @Nullable QueueRow application) {}

    /** Why two may be the same. */
    enum Likeness {
        SAME_ADDRESS,
        SAME_REGISTRATION,
        /** Alike in some script, and of the same city or of none. */
        SIMILAR_NAME
    }

    /**
     * @param person null for an organisation
     * @param ownName the name in a script of its own, empty where there is none
     * @param place code of a {@link Places.Place} or null
     * @param city in words where the place is not in the list
     * @param description in the language of {@code name}'s source
     * @param since null for now; never later
     * @param confirmed whether somebody of it has seen what stands here; an import says no
     */
    record NewMember(
            MemberId id,
            MemberKind kind,
            LocalizedText name,
            @Nullable PersonId person,
            String ownName,
            @Nullable Registration registration,
            @Nullable String place,
            String city,
            List<String> sectors,
            String website,
            @Nullable LocalizedText description,
            @Nullable Integer founded,
            @Nullable Integer size,
            @Nullable Instant since,
            boolean confirmed) {

        public NewMember {
            sectors = List.copyOf(sectors);
        }

        /** A member of whom little is known. */
        public static NewMember of(MemberId id, MemberKind kind, LocalizedText name, @Nullable PersonId person) {
            return new NewMember(
                    id, kind, name, person, "", null, null, "", List.of(), "", null, null, null, null, true);
        }
    }
}
