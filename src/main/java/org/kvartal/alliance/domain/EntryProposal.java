package org.kvartal.alliance.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** A change to an entry that somebody suggested who does not keep it. */
@Entity
@Table(name = "entry_revision")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class EntryProposal {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID entry;

    @Column(updatable = false)
    private UUID madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    @Column(updatable = false)
    private @Nullable String note;

    @Convert(converter = StoredContent.class)
    @ColumnTransformer(write = StoredContent.WRITE)
    @Column(updatable = false)
    private EntryContent base;

    @Convert(converter = StoredContent.class)
    @ColumnTransformer(write = StoredContent.WRITE)
    @Column(updatable = false)
    private EntryContent content;

    @Enumerated(EnumType.STRING)
    private RevisionState state;

    private @Nullable String reason;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected EntryProposal() {}

    /**
     * @param base what the author saw in the entry
     * @param content what the author wants to see there
     */
    EntryProposal(
            RevisionId id,
            EntryId entry,
            PersonId by,
            Instant at,
            @Nullable String note,
            EntryContent base,
            EntryContent content) {
        this.id = id.value();
        this.entry = entry.value();
        this.madeBy = by.value();
        this.madeAt = at;
        this.note = note;
        this.base = base;
        this.content = content;
        this.state = RevisionState.WAITING;
    }

    void take(@Nullable PersonId by, Instant at) {
        decide(RevisionState.TAKEN, null, by, at);
    }

    void refuse(String why, @Nullable PersonId by, Instant at) {
        decide(RevisionState.REFUSED, why, by, at);
    }

    private void decide(RevisionState decision, @Nullable String why, @Nullable PersonId by, Instant at) {
        if (state != RevisionState.WAITING) {
            throw Refused.because("alliance.refused.decided");
        }
        state = decision;
        reason = why;
        decidedBy = by == null ? null : by.value();
        decidedAt = at;
    }

    /** The author's wish in what stands in the entry now: what they did not touch stays as it is. */
    EntryContent appliedTo(EntryContent now) {
        return Fields.merged(base, content, now);
    }

    RevisionId id() {
        return new RevisionId(id);
    }

    EntryId entry() {
        return new EntryId(entry);
    }

    PersonId madeBy() {
        return new PersonId(madeBy);
    }

    EntryContent base() {
        return base;
    }

    EntryContent content() {
        return content;
    }

    RevisionState state() {
        return state;
    }

    @Nullable String reason() {
        return reason;
    }
}
