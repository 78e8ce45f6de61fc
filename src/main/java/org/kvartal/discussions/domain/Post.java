package org.kvartal.discussions.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * What somebody said. A post is written by {@link ThreadLedger}, which gives it its number; from then on it can be worded anew or taken away,
 * both while its thread is locked.
 */
@Entity
@Table(name = "post")
@SuppressWarnings("UnusedVariable") // pages read what stands here by SQL
class Post {

    @Id
    private UUID id;

    private UUID author;
    private String text;
    private String html;
    private int renderer;
    private String excerpt;
    private Instant postedAt;
    private @Nullable Instant editedAt;
    private @Nullable UUID editedBy;
    private @Nullable Instant deletedAt;
    private @Nullable UUID deletedBy;
    private long revision;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Post() {}

    /** The wording that stands now. */
    Wording wording() {
        return new Wording(
                id,
                version(),
                text,
                new PersonId(editedBy == null ? author : editedBy),
                editedAt == null ? postedAt : editedAt);
    }

    /** Replaces the wording; what stood before is for the history. */
    void reword(Written written, PersonId by, Instant at, long revision) {
        text = written.text();
        html = written.html().html();
        renderer = written.html().renderer();
        excerpt = written.excerpt();
        editedAt = at;
        editedBy = by.value();
        this.revision = revision;
    }

    /** Leaves a stub: the number, and who took the rest away. */
    void takeAway(PersonId by, Instant at, long revision) {
        text = "";
        html = "";
        excerpt = "";
        deletedAt = at;
        deletedBy = by.value();
        this.revision = revision;
    }

    boolean takenAway() {
        return deletedAt != null;
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    /**
     * A wording that a post has or had.
     *
     * @param by who worded it so
     */
    record Wording(UUID post, long version, String text, PersonId by, Instant at) {}
}
