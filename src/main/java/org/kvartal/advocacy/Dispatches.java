package org.kvartal.advocacy;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * Letters with a recommendation, one for each addressee. One prepares a letter and somebody else signs it; then it is frozen, and goes by mail at once, or by post or
 * hand as somebody records.
 *
 * @see "Decision record 0130, a letter has two pairs of eyes"
 */
public interface Dispatches {

    int COVERING_LENGTH = 4_000;
    int REGISTRY_LENGTH = 80;

    /** Days after which a reply that nobody has read is reminded of. */
    int CLASSIFY_DAYS = 5;

    /**
     * Prepares a letter. The same id again is the same one, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code addressee}, {@code way}, {@code covering} or {@code replyDays}; without a field if the recommendation was not
     *     adopted, or a letter to that addressee is under way
     */
    void prepare(Asker by, NewDispatch wish);

    /** Changes a letter that was not signed; it goes to where the register says then. Whoever does has prepared it from then on. */
    void change(Asker by, DispatchId dispatch, long version, Way way, String covering, int replyDays);

    /**
     * Signs a letter that somebody else has prepared: it is printed and frozen, and leaves the house if it goes by mail. Hold no transaction meanwhile.
     *
     * @param anyway whether it goes out although title, problem or proposal is not there in its language: the addressee then reads that part as it was written
     * @throws org.kvartal.kernel.Refused if the asker has prepared it, unless they are the only one who may sign and the house lets them sign alone; at {@code anyway}
     *     where part of it is not there in its language and they have not said so
     */
    void sign(Asker by, DispatchId dispatch, long version, boolean anyway);

    /**
     * Gives up a letter that nobody has signed.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void discard(Asker by, DispatchId dispatch, long version, String reason);

    /** Opens a signed letter again that did not leave the house. */
    void reopen(Asker by, DispatchId dispatch, long version, String reason);

    /**
     * Records that a signed letter went by post or by hand.
     *
     * @param on by the addressee's calendar
     * @param registry number under which it was registered, may be empty
     * @throws org.kvartal.kernel.Refused at {@code on} or {@code registry}
     */
    void recordSent(Asker by, DispatchId dispatch, long version, LocalDate on, String registry);

    /**
     * Records that it did not arrive.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void bounced(Asker by, DispatchId dispatch, long version, String reason);

    /** Takes a letter that did not arrive up again: the asker prepares it anew for where the register says now, and somebody else signs it. */
    void prepareAgain(Asker by, DispatchId dispatch, long version);

    /**
     * Takes the scan of a reply that will be recorded. Hold no transaction meanwhile. What nobody records within a day goes again.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}
     */
    StoredFile bring(Asker by, DispatchId dispatch, ReplyId reply, String name, InputStream content);

    /**
     * Records a reply on paper. The same id again is the same one, and nothing happens.
     *
     * @param scan that was brought for it, null where there is none
     * @throws org.kvartal.kernel.Refused at the fields of {@link Answers.ReplyContent}, {@code receivedOn}, {@code theirNumber}, {@code ourNumber} or {@code file}
     */
    void recordReply(Asker by, DispatchId dispatch, PaperReply reply, @Nullable FileId scan);

    /**
     * Says where the addressee stands. Their own words stay as they are.
     *
     * @param note for the office alone, may be empty
     * @throws org.kvartal.kernel.Refused at {@code position} or {@code note}
     */
    void classify(Asker by, DispatchId dispatch, long version, Position position, String note);

    /** Says that the addressee waits for us: they asked something, or for more time. */
    void owe(Asker by, DispatchId dispatch, long version);

    /** Says that what came was no answer, such as a mere receipt. */
    void ignore(Asker by, DispatchId dispatch, long version, String note);

    /**
     * Answers the addressee, by mail where the letter went by mail. Takes somebody who may sign, and another one than whoever said that an answer is owed.
     *
     * @param text in the language of the letter
     * @param replyBy the new last day for an answer
     * @throws org.kvartal.kernel.Refused at {@code text} or {@code replyBy}; without a field if the asker said themselves that it is owed
     */
    void clarify(Asker by, DispatchId dispatch, long version, String text, LocalDate replyBy);

    /** Ends an answered letter. */
    void close(Asker by, DispatchId dispatch, long version);

    /**
     * Ends a letter that was never answered, once it is {@link Lateness#LONG_LATE}.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}; without a field if it is not so late
     */
    void closeUnanswered(Asker by, DispatchId dispatch, long version, String reason);

    /**
     * Sends the reminder that the house has drafted, as it was drafted: nobody writes to an authority alone.
     *
     * @param replyBy the day that is over
     * @throws org.kvartal.kernel.Refused where there is none, or it is not that day any more that is waited for, or nothing is sent of the recommendation any more
     */
    void remind(Asker by, DispatchId dispatch, LocalDate replyBy);

    /** A letter with all that was said, for those who belong to the house; notes and drafts for those who write letters. */
    Optional<DispatchPage> find(Asker asker, DispatchId dispatch);

    /** What waits for somebody, the oldest first, by keyset; for those who prepare or classify. */
    DispatchList waiting(Asker asker, Desk desk, @Nullable DispatchKey after, int limit);

    /** What somebody looks for on the desk. */
    enum Desk {
        TO_SIGN,
        TO_SEND,
        TO_CLASSIFY,
        OWED,
        LATE,
        BOUNCED
    }

    record NewDispatch(
            DispatchId id,
            RecommendationId recommendation,
            AddresseeId addressee,
            Way way,
            String covering,
            int replyDays) {}

    record PaperReply(
            ReplyId id, Answers.ReplyContent content, LocalDate receivedOn, String theirNumber, String ourNumber) {}

    record Scan(String name, InputStream content) {}

    /**
     * @param addressee name of the entry
     * @param lateness null where nothing is waited for
     * @param replyBy null before it was sent
     * @param position null before somebody has classified it
     * @param last what the addressee said last, as far as the reader may know; null where there is nothing
     */
    record DispatchLine(
            DispatchId id,
            RecommendationId recommendation,
            String code,
            LocalizedText title,
            Names addressee,
            String unit,
            DispatchState state,
            Way way,
            @Nullable Lateness lateness,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate replyBy,
            @Nullable Position position,
            @Nullable ReplyLine last,
            long version) {}

    record DispatchKey(Instant changedAt, DispatchId id) {}

    record DispatchList(
            List<DispatchLine> letters, @Nullable DispatchKey next) {

        public DispatchList {
            letters = List.copyOf(letters);
        }
    }

    /** How the office has read what an addressee said. */
    enum Reading {
        NEW,
        /** It was no answer. */
        IGNORED,
        /** The addressee waits for us. */
        OWED,
        /** It says where the addressee stands: from then on it is for everybody. */
        CLASSIFIED
    }

    /**
     * What an addressee said.
     *
     * @param choice and {@code words}: for everybody, as {@code promisedOn}, {@code until} and {@code passedTo} are
     * @param responsible and {@code file}: for the office alone
     * @param corrected whether a later one took its place
     */
    record ReplyLine(
            ReplyId id,
            int number,
            boolean paper,
            ReplyChoice choice,
            Language language,
            String words,
            String responsible,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate until,
            String passedTo,
            @Nullable StoredFile file,
            String theirNumber,
            String ourNumber,
            LocalDate receivedOn,
            boolean corrected,
            Reading reading) {}

    record Clarification(String text, LocalDate replyBy, Instant saidAt) {}

    record Reminder(
            LocalDate replyBy, String text, @Nullable Instant sentAt) {}

    /** To whom a letter goes: as it was when it was prepared, and as it is signed. Empty where it is not known or not for the reader. */
    record Destination(String holder, String post, String unit, String address, String email) {}

    /**
     * @param entry of the directory to which it goes
     * @param to holder and mail address only for those who prepare or sign
     * @param letter what was signed, null before, and where its file is not the one that was signed any more
     * @param altered whether its file is not the one that was signed any more
     * @param hash its SHA-256 in hexadecimal
     * @param alone whether one person prepared and signed it
     * @param untranslated whether title, problem or proposal is not there in its language, while it waits for a signature
     * @param maySign whether the asker may sign it now
     * @param mayAnswer whether the asker may answer the addressee now
     */
    record DispatchPage(
            DispatchLine line,
            AddresseeId addressee,
            EntryId entry,
            Destination to,
            Language language,
            ZoneId zone,
            int replyDays,
            String covering,
            @Nullable PersonCard preparedBy,
            @Nullable PersonCard signedBy,
            boolean alone,
            @Nullable StoredFile letter,
            @Nullable String hash,
            boolean altered,
            String registry,
            String bounced,
            String note,
            List<ReplyLine> replies,
            List<Clarification> clarifications,
            List<Reminder> reminders,
            boolean untranslated,
            boolean mayPrepare,
            boolean maySign,
            boolean mayAnswer,
            boolean mayClassify) {

        public DispatchPage {
            replies = List.copyOf(replies);
            clarifications = List.copyOf(clarifications);
            reminders = List.copyOf(reminders);
        }
    }
}
