package org.kvartal.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * Who may speak for whom now. "Now" is the day by the house's zone: a mandate counts from its first to its last day, both included, unless it was
 * ended before, and only while the organisation belongs to the house.
 *
 * @see "Decision record 0082, mandates count by days and end at once"
 */
public interface Mandates {

    /** How long an invitation works; another one may be sent afterwards. */
    int INVITATION_DAYS = 30;

    /** The organisations that this person may act for now, by their numbers: every kind of representation but FINANCE. One query. */
    List<MemberCard> of(PersonId person);

    /**
     * Lets somebody act for an organisation, or stops them. One query.
     *
     * @throws org.kvartal.kernel.Forbidden without a current mandate that {@linkplain RepresentationKind#speaks() speaks}
     */
    void check(Asker asker, MemberId association);

    /** Whether the asker is a primary representative of it now. One query. */
    boolean isPrimary(Asker asker, MemberId association);

    /** The primary representatives of many organisations now; those without one are left out. One query. */
    Map<MemberId, Set<PersonId>> primaries(Collection<MemberId> associations);

    /**
     * Invites somebody to represent an organisation: a letter with a link, one press takes it up. By a primary representative or the office.
     * The same id again is the same mandate, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code name}, {@code email}, {@code from}, {@code to} or {@code document}
     */
    MandateId invite(Asker by, NewMandate mandate);

    /** Posts the letter of an invitation that was not taken up, the first time or again. */
    void sendInvitation(Asker by, MandateId mandate);

    /**
     * Gives a mandate to a person whom the house knows. By the office to anybody, by a primary representative to people who belong to the house.
     * The same id again is the same mandate, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code person}, {@code from}, {@code to} or {@code document}
     */
    void give(Asker by, GivenMandate mandate);

    /**
     * Ends a mandate or takes an invitation back, at once. By a primary representative, the office, or whoever holds it.
     *
     * @param reason may be empty where somebody ends their own
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void end(Asker by, MandateId mandate, String reason);

    /** All mandates of an organisation: current ones first, then future ones, invitations, ended ones. Those who belong to the house see the current ones. */
    List<MandateLine> ofAssociation(Asker asker, MemberId association);

    /** What a person holds or is invited to, all of it: for themselves and the office. */
    List<HeldMandate> heldBy(Asker asker, PersonId person);

    /** What an invitation's link offers, if it still works. Changes nothing. */
    Optional<Invitation> look(String token);

    /**
     * Takes an invitation up: the person is made where the house does not know the address yet, the organisation is confirmed, and the page may sign them in.
     *
     * @return who it is; empty where the link no longer works
     */
    Optional<PersonId> accept(String token);

    /** Refuses an invitation. */
    void refuse(String token);

    /**
     * @param from the first day, null for at once
     * @param to the last day, null for open-ended
     * @param document {@linkplain WrittenMandates#bring brought} for it, null for none
     */
    record NewMandate(
            MandateId id,
            MemberId association,
            String name,
            String email,
            Language language,
            RepresentationKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable FileId document) {

        /** One without a document. */
        public NewMandate(
                MandateId id,
                MemberId association,
                String name,
                String email,
                Language language,
                RepresentationKind kind,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(id, association, name, email, language, kind, from, to, null);
        }

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "NewMandate[" + id + "]";
        }
    }

    /**
     * @param from the first day, null for at once
     * @param to the last day, null for open-ended
     * @param document {@linkplain WrittenMandates#bring brought} for it, null for none
     */
    record GivenMandate(
            MandateId id,
            MemberId association,
            PersonId person,
            RepresentationKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable FileId document) {

        /** One without a document. */
        public GivenMandate(
                MandateId id,
                MemberId association,
                PersonId person,
                RepresentationKind kind,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(id, association, person, kind, from, to, null);
        }
    }

    /** Computed by the clock, never stored. */
    enum MandateState {
        CURRENT,
        FUTURE,
        /** Not taken up yet. */
        INVITED,
        /** Not taken up in time; may be sent again. */
        EXPIRED,
        ENDED
    }

    /**
     * A document by which a mandate was given.
     *
     * @param by who attached it, null where the house did
     */
    record MandateDocument(
            StoredFile file, Instant since, @Nullable PersonCard by) {}

    /**
     * @param person null while nobody has taken the invitation up
     * @param name how they are called, or were called in the invitation
     * @param email where the invitation went, for those who may manage it; else null
     * @param invited when the letter was last sent, null where none was
     * @param documents the newest first; none where there is none or the reader may not read it
     */
    record MandateLine(
            MandateId id,
            RepresentationKind kind,
            MandateState state,
            @Nullable PersonCard person,
            String name,
            @Nullable String email,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant invited,
            @Nullable Instant ended,
            List<MandateDocument> documents,
            boolean mayEnd,
            boolean mayInvite,
            boolean mayAttach) {}

    /** @param documents the newest first */
    record HeldMandate(
            MandateId id,
            MemberCard association,
            RepresentationKind kind,
            MandateState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<MandateDocument> documents,
            boolean mayAttach) {

        /** Whether the mandate is there in writing. */
        public boolean written() {
            return !documents.isEmpty();
        }
    }

    /** @param by who invites, null where the house does */
    record Invitation(
            MandateId id,
            long association,
            LocalizedText associationName,
            String name,
            RepresentationKind kind,
            @Nullable PersonCard by,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Instant until) {}
}
