package org.kvartal.advocacy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.forum.OutcomeId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.kernel.Typed;

/**
 * What is asked for. Its text is open until it is adopted, and then never changes; what the room has confirmed of it is the room's.
 *
 * @see "Decision record 0129, only the room adopts"
 */
@Entity
@Table(name = "recommendation")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Recommendation {

    /** The longest consultation. */
    private static final int MOST_DAYS = 366;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private RecommendationState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText problem;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText affected;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText proposal;

    private @Nullable LocalDate byWhen;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText legal;

    @Enumerated(EnumType.STRING)
    private @Nullable CostBand cost;

    @Column(updatable = false)
    private @Nullable UUID author;

    private @Nullable UUID outcome;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant proposedAt;
    private @Nullable Instant publicAt;
    private @Nullable LocalDate consultUntil;
    private @Nullable Instant adoptedAt;
    private @Nullable String frozen;
    private byte @Nullable [] hash;
    private @Nullable Instant activeAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RetirementReason retiredAs;

    private String reason;
    private @Nullable UUID supersededBy;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Recommendation() {}

    /** @param author null for the house */
    static Recommendation draft(
            RecommendationId id,
            RefCode code,
            RecommendationText text,
            @Nullable PersonId author,
            @Nullable OutcomeId outcome,
            LocalDate today,
            Instant now) {
        Recommendation draft = new Recommendation();
        draft.id = id.value();
        draft.year = code.year();
        draft.number = code.number();
        draft.state = RecommendationState.DRAFT;
        draft.author = author == null ? null : author.value();
        draft.outcome = outcome == null ? null : outcome.value();
        draft.madeAt = now;
        draft.changedAt = now;
        draft.reason = "";
        draft.word(text, today);
        return draft;
    }

    void edit(long seen, RecommendationText text, LocalDate today, Instant now) {
        requireVersion(seen);
        requireOpen();
        if (isOfTheRoom()) {
            requireWordsOfTheRoom(text.proposal());
        }
        byte[] before = asked();
        word(text, today);
        if (!isOfTheRoom() && !Arrays.equals(before, asked())) {
            // The room has confirmed other words.
            outcome = null;
        }
        changedAt = now;
    }

    /** Whether it is what the room said, and not something that was put before it. */
    private boolean isOfTheRoom() {
        return id.equals(outcome);
    }

    private void requireWordsOfTheRoom(@Nullable LocalizedText wished) {
        LocalizedText said = proposal;
        if (said != null
                && (wished == null
                        || wished.source() != said.source()
                        || !wished.in(said.source()).equals(said.in(said.source())))) {
            throw Refused.at("proposal." + said.source().code(), "advocacy.refused.words-of-the-room");
        }
    }

    private void word(RecommendationText text, LocalDate today) {
        title = Typed.title("title", text.title().asLine(), RecommendationDesk.TITLE_LENGTH);
        problem = Typed.text("problem", text.problem(), RecommendationDesk.TEXT_LENGTH);
        affected = Typed.text("affected", text.affected(), RecommendationDesk.TEXT_LENGTH);
        proposal = Typed.text("proposal", text.proposal(), RecommendationDesk.TEXT_LENGTH);
        legal = Typed.text("legal", text.legal(), RecommendationDesk.TEXT_LENGTH);
        cost = text.cost();
        byWhen = text.byWhen() == null ? null : Bounds.day("byWhen", text.byWhen(), today);
        if (state != RecommendationState.DRAFT) {
            requireWhole();
        }
    }

    /** Its evidence has changed. */
    void touch(Instant now) {
        requireOpen();
        changedAt = now;
    }

    void propose(long seen, Instant now) {
        requireVersion(seen);
        requireNext(RecommendationState.PROPOSED);
        requireWhole();
        go(RecommendationState.PROPOSED, now);
        proposedAt = now;
    }

    void consult(long seen, LocalDate until, LocalDate today, Instant now) {
        requireVersion(seen);
        requireNext(RecommendationState.IN_CONSULTATION);
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refused.at("until", "advocacy.refused.consult-until", MOST_DAYS);
        }
        go(RecommendationState.IN_CONSULTATION, now);
        consultUntil = until;
        publicAt = now;
    }

    /** Whether it was begun without a word of the room, and still has none. */
    boolean awaitsTheRoom() {
        return outcome == null && state.open();
    }

    void confirm(OutcomeId word, Instant now) {
        if (!awaitsTheRoom()) {
            throw new IllegalStateException("the room has spoken already");
        }
        outcome = word.value();
        changedAt = now;
    }

    /** Whether the last day for comments has come. */
    boolean isHeardOut(LocalDate today) {
        return consultUntil != null && !today.isBefore(consultUntil);
    }

    void adopt(long seen, LocalDate today, Instant now) {
        requireVersion(seen);
        requireNext(RecommendationState.ADOPTED);
        if (!isHeardOut(today)) {
            throw Refused.because("advocacy.refused.open-for-comment");
        }
        if (outcome == null) {
            throw Refused.because("advocacy.refused.room");
        }
        requireWhole();
        go(RecommendationState.ADOPTED, now);
        String text = canonical();
        frozen = text;
        hash = Secret.sha256(text.getBytes(StandardCharsets.UTF_8));
        adoptedAt = now;
    }

    /** A letter with it has left the house; only the first changes it. */
    void sent(Instant now) {
        if (state == RecommendationState.ADOPTED) {
            go(RecommendationState.ACTIVE, now);
            activeAt = now;
        }
    }

    void retire(long seen, RetirementReason why, String words, Instant now) {
        requireVersion(seen);
        requireNext(RecommendationState.RETIRED);
        String given = Typed.requiredBlock("reason", words, Bounds.REASON_LENGTH);
        go(RecommendationState.RETIRED, now);
        retiredAs = why;
        reason = given;
        endedAt = now;
    }

    void supersede(long seen, Recommendation with, Instant now) {
        requireVersion(seen);
        if (with.id.equals(id) || !with.state.sendable()) {
            throw Refused.at("by", "advocacy.refused.superseding");
        }
        go(RecommendationState.SUPERSEDED, now);
        supersededBy = with.id;
        endedAt = now;
    }

    void close(long seen, Instant now) {
        requireVersion(seen);
        go(RecommendationState.CLOSED, now);
        endedAt = now;
    }

    /** Whether what an addressee has to read is there in that language. */
    boolean isIn(Language language) {
        return Stream.of(title, problem, proposal)
                .filter(Objects::nonNull)
                .allMatch(text -> text.texts().containsKey(language));
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("advocacy.refused.changed");
        }
    }

    void requireOpen() {
        if (!state.open()) {
            throw Refused.because("advocacy.refused.frozen");
        }
    }

    void requireSendable() {
        if (!state.sendable()) {
            throw Refused.because("advocacy.refused.not-adopted");
        }
    }

    void requireEndorsable() {
        if (!state.endorsable()) {
            throw Refused.because("advocacy.refused.endorse-time");
        }
    }

    private void requireWhole() {
        if (problem == null) {
            throw Refused.at("problem", "kernel.refused.missing");
        }
        if (proposal == null) {
            throw Refused.at("proposal", "kernel.refused.missing");
        }
    }

    private void requireNext(RecommendationState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("advocacy.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(RecommendationState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    /** The text in one form: each field in each language, with how long it is, so that no two texts look alike. */
    private String canonical() {
        StringBuilder text = new StringBuilder(code()).append('\n');
        append(text, "title", title);
        append(text, "problem", problem);
        append(text, "affected", affected);
        append(text, "proposal", proposal);
        text.append("by-when ").append(byWhen == null ? "" : byWhen).append('\n');
        // What came to be asked later stands behind the rest, and only where it was said: texts without it are as they
        // were.
        append(text, "legal-basis", legal);
        if (cost != null) {
            text.append("cost ").append(cost.name()).append('\n');
        }
        return text.toString();
    }

    /** SHA-256 of what the room is asked to confirm: all that is said in the language in which it was written. Translations are the office's. */
    byte[] asked() {
        StringBuilder text = new StringBuilder();
        appendSource(text, "title", title);
        appendSource(text, "problem", problem);
        appendSource(text, "affected", affected);
        appendSource(text, "proposal", proposal);
        text.append("by-when ").append(byWhen == null ? "" : byWhen);
        if (legal != null || cost != null) {
            text.append('\n');
            appendSource(text, "legal-basis", legal);
            text.append("cost ").append(cost == null ? "" : cost.name());
        }
        return Secret.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void appendSource(StringBuilder text, String field, @Nullable LocalizedText words) {
        if (words != null) {
            append(text, field, words.source(), words.in(words.source()));
        }
    }

    private static void append(StringBuilder text, String field, @Nullable LocalizedText words) {
        if (words == null) {
            return;
        }
        for (Language language : Language.values()) {
            String wording = words.texts().get(language);
            if (wording != null) {
                append(text, field, language, wording);
            }
        }
    }

    private static void append(StringBuilder text, String field, Language language, String wording) {
        text.append(field)
                .append(' ')
                .append(language.code())
                .append(' ')
                .append(wording.length())
                .append('\n')
                .append(wording)
                .append('\n');
    }

    RecommendationId id() {
        return new RecommendationId(id);
    }

    String code() {
        return new RefCode(RefCode.RECOMMENDATION, year, number).toString();
    }

    RecommendationState state() {
        return state;
    }

    RecommendationText text() {
        return new RecommendationText(title, problem, affected, proposal, byWhen, legal, cost);
    }

    LocalizedText title() {
        return title;
    }

    @Nullable UUID outcome() {
        return outcome;
    }

    Optional<PersonId> author() {
        return Optional.ofNullable(author).map(PersonId::new);
    }

    boolean wasAdopted() {
        return adoptedAt != null;
    }
}
