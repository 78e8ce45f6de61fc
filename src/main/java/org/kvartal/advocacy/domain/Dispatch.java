package org.kvartal.advocacy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.Destination;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** A letter to one addressee. What was signed never changes. */
@Entity
@Table(name = "dispatch")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Dispatch {

    private static final int MOST_DAYS = 365;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID recommendation;

    @Column(updatable = false)
    private UUID addressee;

    @Enumerated(EnumType.STRING)
    private DispatchState state;

    @Enumerated(EnumType.STRING)
    private Way way;

    private String language;
    private String zone;
    private int replyDays;
    private String covering;
    private UUID toEntry;
    private String toUnit;
    private String toPost;
    private String toHolder;
    private String toEmail;
    private String toAddress;
    private UUID preparedBy;
    private Instant preparedAt;
    private @Nullable UUID signedBy;
    private @Nullable Instant signedAt;
    private boolean alone;
    private @Nullable UUID letter;
    private byte @Nullable [] letterHash;
    private @Nullable Instant sentAt;
    private @Nullable LocalDate sentOn;
    private @Nullable LocalDate replyBy;
    private String registry;
    private String bounced;

    @Enumerated(EnumType.STRING)
    private @Nullable Position position;

    private String note;
    private @Nullable UUID owedBy;
    private @Nullable UUID classifiedBy;
    private @Nullable Instant classifiedAt;
    private @Nullable Instant closedAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Dispatch() {}

    /** @param holder who holds the post, empty where nobody is known */
    static Dispatch prepare(NewDispatch wish, Addressee to, String holder, PersonId by, Instant now) {
        Dispatch made = new Dispatch();
        made.id = wish.id().value();
        made.recommendation = wish.recommendation().value();
        made.addressee = to.id().value();
        made.state = DispatchState.PREPARED;
        made.language = to.language().code();
        made.zone = to.zone().getId();
        made.registry = "";
        made.bounced = "";
        made.note = "";
        made.write(wish.way(), wish.covering(), wish.replyDays(), by, now);
        made.address(to, holder);
        return made;
    }

    void change(
            long seen,
            Way newWay,
            String newCovering,
            int days,
            Addressee to,
            String holder,
            PersonId by,
            Instant now) {
        requireVersion(seen);
        require(DispatchState.PREPARED);
        write(newWay, newCovering, days, by, now);
        address(to, holder);
    }

    /** To whom it goes is a part of what is signed: the register may say something else a moment later. */
    private void address(Addressee to, String holder) {
        if (way == Way.MAIL && to.email().isEmpty()) {
            throw Refused.at("way", "advocacy.refused.no-mail");
        }
        toEntry = to.entry().value();
        toUnit = to.unit();
        toPost = to.post();
        toHolder = holder;
        toEmail = to.email();
        toAddress = to.address();
    }

    private void write(Way newWay, String newCovering, int days, PersonId by, Instant now) {
        way = newWay;
        covering = Typed.block("covering", newCovering, Dispatches.COVERING_LENGTH);
        replyDays = Typed.number("replyDays", days, 1, MOST_DAYS);
        preparedBy = by.value();
        preparedAt = now;
        changedAt = now;
    }

    /** Whether that person has prepared it, and so must not sign it. */
    boolean isPreparedBy(PersonId person) {
        return preparedBy.equals(person.value());
    }

    void discard(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(DispatchState.DISCARDED);
        String given = Typed.requiredBlock("reason", why, Bounds.REASON_LENGTH);
        go(DispatchState.DISCARDED, now);
        note = given;
        closedAt = now;
    }

    void requireSignable(long seen) {
        requireVersion(seen);
        require(DispatchState.PREPARED);
    }

    void sign(long seen, PersonId by, boolean signedAlone, FileId file, byte[] hash, Instant now) {
        requireVersion(seen);
        if (isPreparedBy(by) != signedAlone) {
            throw Refused.because("advocacy.refused.four-eyes");
        }
        go(DispatchState.SIGNED, now);
        signedBy = by.value();
        signedAt = now;
        alone = signedAlone;
        letter = file.value();
        letterHash = hash.clone();
    }

    /** @return the letter that does not count any more */
    @Nullable FileId reopen(long seen, Instant now) {
        requireVersion(seen);
        require(DispatchState.SIGNED);
        return prepareAnew(now);
    }

    /** It goes to where the register says now; who looked that up has prepared it. */
    void prepareAgain(long seen, Addressee to, String holder, PersonId by, Instant now) {
        requireVersion(seen);
        require(DispatchState.BOUNCED);
        var _ = prepareAnew(now);
        // What went by mail to an office that has no mail address any more goes on paper.
        way = way == Way.MAIL && to.email().isEmpty() ? Way.POST : way;
        address(to, holder);
        preparedBy = by.value();
        preparedAt = now;
    }

    private @Nullable FileId prepareAnew(Instant now) {
        go(DispatchState.PREPARED, now);
        FileId old = letter();
        signedBy = null;
        signedAt = null;
        alone = false;
        letter = null;
        letterHash = null;
        sentAt = null;
        sentOn = null;
        replyBy = null;
        registry = "";
        return old;
    }

    /** @param on by the addressee's calendar */
    void sent(LocalDate on, String number, Instant now) {
        go(DispatchState.SENT, now);
        sentAt = now;
        sentOn = on;
        replyBy = on.plusDays(replyDays);
        registry = number;
    }

    void recordSent(long seen, LocalDate on, String number, Instant now) {
        requireVersion(seen);
        if (way == Way.MAIL) {
            throw Refused.because("advocacy.refused.by-mail");
        }
        require(DispatchState.SIGNED);
        LocalDate signedOn = LocalDate.ofInstant(requireSignedAt(), zone());
        if (on.isBefore(signedOn) || on.isAfter(LocalDate.ofInstant(now, zone()))) {
            throw Refused.at("on", "advocacy.refused.sent-on");
        }
        sent(on, Typed.line("registry", number, Dispatches.REGISTRY_LENGTH), now);
    }

    void bounce(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(DispatchState.BOUNCED);
        String given = Typed.requiredBlock("reason", why, Bounds.REASON_LENGTH);
        go(DispatchState.BOUNCED, now);
        bounced = given;
    }

    /**
     * The mail server has refused it for good.
     *
     * @param file the letter that was mailed: another may have taken its place
     * @return whether it still waited for an answer, and so has bounced now
     */
    boolean cameBack(FileId file, String why, Instant now) {
        if (state != DispatchState.SENT || !file.value().equals(letter)) {
            return false;
        }
        go(DispatchState.BOUNCED, now);
        bounced = Typed.shortened(why, Bounds.REASON_LENGTH);
        return true;
    }

    /** The addressee has said something, or something else than before. */
    void replied(Instant now) {
        if (state != DispatchState.NEEDS_CLASSIFICATION) {
            go(DispatchState.NEEDS_CLASSIFICATION, now);
        }
        changedAt = now;
    }

    /** Whether the addressee can say something, or correct it. */
    boolean answerable() {
        return state == DispatchState.SENT || state == DispatchState.NEEDS_CLASSIFICATION;
    }

    void requireAnswerable() {
        if (!answerable()) {
            throw Refused.because("advocacy.refused.answered");
        }
    }

    void classify(long seen, Position where, String words, PersonId by, Instant now) {
        requireVersion(seen);
        if (where == Position.NO_REPLY) {
            throw Refused.at("position", "advocacy.refused.position");
        }
        requireNext(DispatchState.ANSWERED);
        String given = Typed.block("note", words, Bounds.REASON_LENGTH);
        go(DispatchState.ANSWERED, now);
        position = where;
        note = given;
        classifiedBy = by.value();
        classifiedAt = now;
    }

    void owe(long seen, PersonId by, Instant now) {
        requireVersion(seen);
        go(DispatchState.CLARIFICATION, now);
        owedBy = by.value();
    }

    /** Whether that person said that an answer is owed, and so must not be the one who gives it. */
    boolean isOwedBy(PersonId person) {
        return person.value().equals(owedBy);
    }

    @Nullable UUID owedBy() {
        return owedBy;
    }

    void ignore(long seen, String words, Instant now) {
        requireVersion(seen);
        require(DispatchState.NEEDS_CLASSIFICATION);
        String given = Typed.block("note", words, Bounds.REASON_LENGTH);
        go(DispatchState.SENT, now);
        note = given;
    }

    void clarified(long seen, LocalDate newReplyBy, Instant now) {
        requireVersion(seen);
        require(DispatchState.CLARIFICATION);
        LocalDate today = LocalDate.ofInstant(now, zone());
        if (newReplyBy.isBefore(today) || newReplyBy.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refused.at("replyBy", "advocacy.refused.reply-by", MOST_DAYS);
        }
        go(DispatchState.SENT, now);
        replyBy = newReplyBy;
    }

    void close(long seen, Instant now) {
        requireVersion(seen);
        require(DispatchState.ANSWERED);
        go(DispatchState.CLOSED, now);
        closedAt = now;
    }

    void closeUnanswered(long seen, String why, PersonId by, Instant now) {
        requireVersion(seen);
        require(DispatchState.SENT);
        if (lateness(now) != Lateness.LONG_LATE) {
            throw Refused.because("advocacy.refused.not-so-late");
        }
        String given = Typed.requiredBlock("reason", why, Bounds.REASON_LENGTH);
        go(DispatchState.CLOSED, now);
        position = Position.NO_REPLY;
        note = given;
        classifiedBy = by.value();
        classifiedAt = now;
        closedAt = now;
    }

    Lateness lateness(Instant now) {
        return Lateness.of(requireReplyBy(), zone(), now);
    }

    /** Whether an answer is waited for that should have come by that day. */
    boolean isLateSince(LocalDate day, Instant now) {
        return state == DispatchState.SENT && day.equals(replyBy) && lateness(now) != Lateness.WAITING;
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("advocacy.refused.changed");
        }
    }

    private void require(DispatchState needed) {
        if (state != needed) {
            throw Refused.because("advocacy.refused.state");
        }
    }

    private void requireNext(DispatchState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("advocacy.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(DispatchState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    private Instant requireSignedAt() {
        return Objects.requireNonNull(signedAt, "signed letters have a day");
    }

    LocalDate requireReplyBy() {
        return Objects.requireNonNull(replyBy, "letters that were sent have a last day");
    }

    LocalDate requireSentOn() {
        return Objects.requireNonNull(sentOn, "letters that were sent have a day");
    }

    DispatchId id() {
        return new DispatchId(id);
    }

    RecommendationId recommendation() {
        return new RecommendationId(recommendation);
    }

    AddresseeId addressee() {
        return new AddresseeId(addressee);
    }

    EntryId toEntry() {
        return new EntryId(toEntry);
    }

    Destination to() {
        return new Destination(toHolder, toPost, toUnit, toAddress, toEmail);
    }

    DispatchState state() {
        return state;
    }

    Way way() {
        return way;
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    int replyDays() {
        return replyDays;
    }

    String covering() {
        return covering;
    }

    PersonId preparedBy() {
        return new PersonId(preparedBy);
    }

    @Nullable PersonId signedBy() {
        return signedBy == null ? null : new PersonId(signedBy);
    }

    @Nullable FileId letter() {
        return letter == null ? null : new FileId(letter);
    }

    @Nullable Position position() {
        return position;
    }
}
