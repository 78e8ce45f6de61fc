package org.kvartal.alliance.domain;

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
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** How one entry belongs to another, with dates and a source. */
@Entity
@Table(name = "entry_relation")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class EntryRelation {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID fromEntry;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RelationKind kind;

    @Column(updatable = false)
    private UUID toEntry;

    private @Nullable String since;
    private @Nullable LocalDate sinceDay;
    private @Nullable String until;
    private @Nullable LocalDate untilDay;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private @Nullable String source;

    private @Nullable UUID asks;
    private @Nullable UUID statedBy;
    private Instant statedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected EntryRelation() {}

    static EntryRelation state(NewRelation wish, @Nullable PersonId by, Instant at) {
        if (wish.from().equals(wish.to())) {
            throw Refused.at("to", "alliance.refused.relation-to-itself");
        }
        EntryRelation relation = new EntryRelation();
        relation.id = wish.id().value();
        relation.fromEntry = wish.from().value();
        relation.kind = wish.kind();
        relation.toEntry = wish.to().value();
        relation.word(wish, by, at);
        return relation;
    }

    /** Says the same relation in other words or with other dates. */
    final void word(NewRelation wish, @Nullable PersonId by, Instant at) {
        LocalizedText text = wish.about() == null ? null : wish.about().asLine();
        if (text != null) {
            text.texts().values().forEach(wording -> Typed.within("about", wording, EntryContent.TEXT_LENGTH));
        }
        String origin = wish.source() == null ? "" : Typed.line("source", wish.source(), 2 * EntryContent.TEXT_LENGTH);
        dates(wish.since(), wish.until());
        about = text;
        source = origin.isEmpty() ? null : origin;
        statedBy = by == null ? null : by.value();
        statedAt = at;
    }

    /** Ends it; it stays readable. */
    void end(RoughDate last) {
        dates(since == null ? null : RoughDate.of(since), last);
    }

    private void dates(@Nullable RoughDate first, @Nullable RoughDate last) {
        if (first != null && last != null && last.last().isBefore(first.first())) {
            throw Refused.at("until", "alliance.refused.until-before-since");
        }
        since = first == null ? null : first.toString();
        sinceDay = first == null ? null : first.first();
        until = last == null ? null : last.toString();
        untilDay = last == null ? null : last.last();
    }

    /** It is a proposal until those who keep that end agree. */
    void ask(EntryId end) {
        if (!end.equals(from()) && !end.equals(to())) {
            throw new IllegalArgumentException("no end of this relation: " + end);
        }
        asks = end.value();
    }

    /** Both ends stand by it. */
    void agree() {
        asks = null;
    }

    /** The end whose keepers have yet to agree; null once they have. */
    @Nullable EntryId asks() {
        return asks == null ? null : new EntryId(asks);
    }

    boolean isAgreed() {
        return asks == null;
    }

    /** Whether a wish is about this relation: its ends and its kind stay. */
    boolean isMeantBy(NewRelation wish) {
        return fromEntry.equals(wish.from().value()) && toEntry.equals(wish.to().value()) && kind == wish.kind();
    }

    RelationId id() {
        return new RelationId(id);
    }

    RelationKind kind() {
        return kind;
    }

    EntryId from() {
        return new EntryId(fromEntry);
    }

    EntryId to() {
        return new EntryId(toEntry);
    }
}
