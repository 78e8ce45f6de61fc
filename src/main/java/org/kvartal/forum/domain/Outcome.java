package org.kvartal.forum.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.BodyId;

/** Something that came out of an item. */
@Entity
@Table(name = "outcome")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Outcome {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID item;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private OutcomeKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText text;

    @Enumerated(EnumType.STRING)
    private OutcomeState state;

    private @Nullable UUID person;
    private @Nullable LocalDate due;
    private @Nullable UUID body;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant settledAt;
    private String report;
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway.Init")
    protected Outcome() {}

    @SuppressWarnings("NullAway.Init")
    private Outcome(NewOutcome wish, Instant now) {
        id = wish.id().value();
        item = wish.item().value();
        kind = wish.kind();
        state = OutcomeState.LIVE;
        report = "";
        madeAt = now;
        word(wish.content());
    }

    /** @param wish whose person and body have been looked at */
    static Outcome of(NewOutcome wish, Instant now) {
        return new Outcome(wish, now);
    }

    void change(long seen, OutcomeContent content) {
        requireLive(seen);
        word(content);
    }

    private void word(OutcomeContent content) {
        text = LocalizedText.of(content.language(), Typed.requiredBlock("text", content.text(), Outcomes.TEXT_LENGTH));
        boolean task = kind == OutcomeKind.TASK;
        boolean referred = kind == OutcomeKind.REFER;
        PersonId whose = content.person();
        BodyId where = content.body();
        if (task && whose == null) {
            throw Refused.at("person", "forum.refused.person");
        }
        if (referred && where == null) {
            throw Refused.at("body", "forum.refused.body");
        }
        person = task && whose != null ? whose.value() : null;
        due = task ? content.due() : null;
        body = referred && where != null ? where.value() : null;
    }

    void confirm(Instant now) {
        go(OutcomeState.CONFIRMED, now);
    }

    void strike(Instant now) {
        go(OutcomeState.STRUCK, now);
    }

    void strike(long seen, Instant now) {
        requireLive(seen);
        strike(now);
    }

    void carriedOut(String what, Instant now) {
        if (!kind.carriedOut() || state != OutcomeState.CONFIRMED || doneAt != null) {
            throw Refused.because("forum.refused.outcome-state");
        }
        report = Typed.block("report", what, Outcomes.TEXT_LENGTH);
        doneAt = now;
    }

    private void go(OutcomeState to, Instant now) {
        if (!state.next().contains(to)) {
            throw Refused.because("forum.refused.outcome-state");
        }
        state = to;
        settledAt = now;
    }

    private void requireLive(long seen) {
        if (state != OutcomeState.LIVE) {
            throw Refused.because("forum.refused.outcome-state");
        }
        if (version == null || version != seen) {
            throw Refused.because("forum.refused.changed");
        }
    }

    OutcomeId id() {
        return new OutcomeId(id);
    }

    ItemId item() {
        return new ItemId(item);
    }

    OutcomeKind kind() {
        return kind;
    }

    LocalizedText text() {
        return text;
    }

    OutcomeState state() {
        return state;
    }

    @Nullable PersonId person() {
        return person == null ? null : new PersonId(person);
    }

    @Nullable BodyId body() {
        return body == null ? null : new BodyId(body);
    }

    @Nullable LocalDate due() {
        return due;
    }
}
