package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.TermMode;

/** That a person is in a body, from which day to which. */
@Entity
@Table(name = "body_term")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class BodyTerm {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID body;

    @Column(updatable = false)
    private UUID person;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private BodyRole role;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TermMode mode;

    @Column(updatable = false)
    private LocalDate fromDay;

    private @Nullable LocalDate toDay;

    @Column(updatable = false)
    private String decision;

    @SuppressWarnings("NullAway.Init")
    protected BodyTerm() {}

    private BodyTerm(NewTerm wish, String decision) {
        this.id = wish.id().value();
        this.body = wish.body().value();
        this.person = wish.person().value();
        this.role = wish.role();
        this.mode = wish.mode();
        this.fromDay = wish.from();
        this.toDay = wish.to();
        this.decision = decision;
    }

    static BodyTerm of(NewTerm wish) {
        if (wish.to() != null && wish.to().isBefore(wish.from())) {
            throw Refused.at("to", "membership.refused.day-order");
        }
        return new BodyTerm(wish, Typed.line("decision", wish.decision(), Entered.LINE_LENGTH));
    }

    void end(LocalDate lastDay) {
        if (lastDay.isBefore(fromDay)) {
            throw Refused.at("lastDay", "membership.refused.day-order");
        }
        if (toDay != null && !lastDay.isBefore(toDay)) {
            throw Refused.at("lastDay", "membership.refused.ended-before");
        }
        toDay = lastDay;
    }

    /** Its body closes: a term that has not begun lasts for its first day only. */
    void endWith(LocalDate lastDay) {
        toDay = lastDay.isBefore(fromDay) ? fromDay : lastDay;
    }

    boolean isIn(BodyId other) {
        return body.equals(other.value());
    }

    BodyId body() {
        return new BodyId(body);
    }

    PersonId person() {
        return new PersonId(person);
    }
}
