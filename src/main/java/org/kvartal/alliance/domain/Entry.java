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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;

/** Somebody or something that the directory tells of. All changes happen while the {@link EntryLedger} is locked. */
@Entity
@Table(name = "entry")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Entry {

    @Id
    private UUID id;

    private String slug;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private EntryKind kind;

    @Enumerated(EnumType.STRING)
    private EditorialState state;

    private @Nullable String reason;

    @Convert(converter = StoredContent.class)
    @ColumnTransformer(write = StoredContent.WRITE)
    private EntryContent content;

    private @Nullable UUID member;
    private boolean memberCurrent;

    @Column(updatable = false)
    private @Nullable UUID madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant publishedAt;
    private @Nullable UUID changedBy;
    private Instant changedAt;
    private @Nullable UUID checkedBy;
    private @Nullable LocalDate checkedOn;

    /** Written by {@link EntryLedger#touch}, for neighbours too. */
    @Column(updatable = false)
    private long revision;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String nameEn;
    private String nameRu;
    private String nameBg;
    private String found;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] sectors;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] places;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] languages;

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    /** Makes an entry that waits to be confirmed. */
    @SuppressWarnings("NullAway.Init") // the index is set by write
    static Entry suggest(
            EntryId id,
            EntryKind kind,
            String slug,
            EntryContent content,
            Index index,
            @Nullable PersonId by,
            Instant at) {
        Entry entry = new Entry();
        entry.id = id.value();
        entry.kind = kind;
        entry.slug = slug;
        entry.state = EditorialState.SUGGESTED;
        entry.madeBy = value(by);
        entry.madeAt = at;
        entry.write(content, index, by, at);
        return entry;
    }

    /** Replaces what the entry says. */
    final void write(EntryContent content, Index index, @Nullable PersonId by, Instant at) {
        this.content = content;
        changedBy = value(by);
        changedAt = at;
        status = content.status();
        nameEn = index.nameEn();
        nameRu = index.nameRu();
        nameBg = index.nameBg();
        found = index.found();
        sectors = index.sectors().toArray(String[]::new);
        places = index.places().toArray(String[]::new);
        languages = index.languages().toArray(String[]::new);
    }

    /** Makes it public; one that is already stays as it is. */
    void confirm(Instant at) {
        require(EditorialState.SUGGESTED);
        state = EditorialState.CONFIRMED;
        publishedAt = at;
        changedAt = at;
    }

    /** Turns it down; its address, which was never public, is free for another. */
    void reject(String why) {
        require(EditorialState.SUGGESTED);
        state = EditorialState.REJECTED;
        reason = why;
        slug = id.toString();
    }

    void archive(String why, Instant at) {
        require(EditorialState.CONFIRMED);
        state = EditorialState.ARCHIVED;
        reason = why;
        changedAt = at;
    }

    void restore(Instant at) {
        require(EditorialState.ARCHIVED);
        state = EditorialState.CONFIRMED;
        reason = null;
        changedAt = at;
    }

    private void require(EditorialState expected) {
        if (state != expected) {
            throw Refused.because("alliance.refused.state");
        }
    }

    /** Somebody says that all of it is right. */
    void check(@Nullable PersonId by, LocalDate day) {
        checkedBy = value(by);
        checkedOn = day;
    }

    void move(String slug) {
        this.slug = slug;
    }

    /** @param current whether the member belongs to the house now */
    void standFor(@Nullable MemberId member, boolean current) {
        this.member = member == null ? null : member.value();
        memberCurrent = member != null && current;
    }

    EntryId id() {
        return new EntryId(id);
    }

    EntryKind kind() {
        return kind;
    }

    String slug() {
        return slug;
    }

    EditorialState state() {
        return state;
    }

    EntryContent content() {
        return content;
    }

    @Nullable MemberId member() {
        return member == null ? null : new MemberId(member);
    }

    boolean memberCurrent() {
        return memberCurrent;
    }

    @Nullable PersonId madeBy() {
        return madeBy == null ? null : new PersonId(madeBy);
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable PersonId changedBy() {
        return changedBy == null ? null : new PersonId(changedBy);
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    /** Whether the house made it and nobody has written in it or decided on it. */
    boolean untouchedDraft() {
        return state == EditorialState.SUGGESTED && madeBy == null && changedBy == null;
    }

    boolean isPublic() {
        return state == EditorialState.CONFIRMED;
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
