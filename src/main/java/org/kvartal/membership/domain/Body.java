package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyChange;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.BodyType;

/** A body of the house: what it is for, and how many it takes. */
@Entity
@Table(name = "body")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Body {

    private static final int MOST = 1_000;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private String slug;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private BodyType type;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText purpose;

    private @Nullable String sector;
    private int minimum;
    private Instant openedAt;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Body() {}

    private Body(NewBody wish, Instant now) {
        this.id = wish.id().value();
        this.slug = wish.slug();
        this.type = wish.type();
        this.name = wish.name();
        this.openedAt = now;
    }

    static Body open(NewBody wish, Instant now) {
        Bodies.requireSlug(wish.slug());
        Body body = new Body(wish, now);
        body.describe(wish.name(), wish.purpose(), wish.sector(), wish.minimum());
        return body;
    }

    void change(BodyChange wish) {
        requireVersion(wish.version());
        requireOpen();
        describe(wish.name(), wish.purpose(), wish.sector(), wish.minimum());
    }

    private void describe(
            LocalizedText newName, @Nullable LocalizedText newPurpose, @Nullable String newSector, int newMinimum) {
        if (newMinimum < 1 || newMinimum > MOST) {
            throw Refused.at("minimum", "membership.refused.number");
        }
        name = Entered.name("name", newName);
        purpose = Entered.about("purpose", newPurpose);
        sector = newSector;
        minimum = newMinimum;
    }

    void close(long seen, Instant now) {
        requireVersion(seen);
        requireOpen();
        closedAt = now;
    }

    void requireOpen() {
        if (closedAt != null) {
            throw Refused.because("membership.refused.body-closed");
        }
    }

    private void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("membership.refused.body-changed");
        }
    }

    boolean standsAt(String address) {
        return slug.equals(address);
    }
}
