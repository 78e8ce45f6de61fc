package org.kvartal.pages.domain;

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
import org.kvartal.files.FileId;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.PagesRights;

/** A piece of news: what it says, and who reads it. */
@Entity
@Table(name = "news")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class NewsPiece {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private NewsState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText text;

    private @Nullable LocalDate day;

    private @Nullable UUID picture;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText pictureText;

    @Column(updatable = false)
    private @Nullable UUID writtenBy;

    @Column(updatable = false)
    private Instant writtenAt;

    private Instant changedAt;
    private @Nullable Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected NewsPiece() {}

    @SuppressWarnings("NullAway.Init")
    private NewsPiece(NewsId id, NewsContent content, @Nullable PersonId by, Instant now) {
        this.id = id.value();
        this.state = NewsState.DRAFT;
        this.writtenBy = by == null ? null : by.value();
        this.writtenAt = now;
        say(content, now);
    }

    /** @param content as {@link NewsRules} keeps it */
    static NewsPiece begin(NewsId id, NewsContent content, @Nullable PersonId by, Instant now) {
        return new NewsPiece(id, content, by, now);
    }

    /** @param content as {@link NewsRules} keeps it */
    void change(long seen, NewsContent content, Instant now) {
        requireVersion(seen);
        say(content, now);
    }

    private void say(NewsContent content, Instant now) {
        title = content.title();
        text = content.text();
        Picture shown = content.picture();
        picture = shown == null ? null : shown.file().value();
        pictureText = shown == null ? null : shown.text();
        // What everybody has read keeps the day under which they read it.
        day = content.day() == null && state != NewsState.DRAFT ? day : content.day();
        changedAt = now;
    }

    void publish(long seen, LocalDate today, Instant now) {
        requireVersion(seen);
        if (state == NewsState.PUBLISHED) {
            throw Refused.because("pages.refused.published");
        }
        state = NewsState.PUBLISHED;
        day = day == null ? today : day;
        publishedAt = publishedAt == null ? now : publishedAt;
        changedAt = now;
    }

    void withdraw(long seen, Instant now) {
        requireVersion(seen);
        if (state != NewsState.PUBLISHED) {
            throw Refused.because("pages.refused.not-published");
        }
        state = NewsState.WITHDRAWN;
        changedAt = now;
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because(PagesRights.CHANGED);
        }
    }

    /** Whether it says just that. */
    boolean says(NewsContent content) {
        return content().equals(content);
    }

    private NewsContent content() {
        return new NewsContent(
                title, text, picture == null ? null : new Picture(new FileId(picture), pictureText), day);
    }

    UUID id() {
        return id;
    }
}
