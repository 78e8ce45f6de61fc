package org.kvartal.missions.domain;

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
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.ProjectId;

/** What parties sign. Whether its last day is over tells the calendar; that is never stored. */
@Entity
@Table(name = "agreement")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Agreement {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private AgreementState state;

    @Enumerated(EnumType.STRING)
    private AgreementKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText summary;

    private @Nullable LocalDate starts;
    private @Nullable LocalDate ends;
    private @Nullable UUID file;
    private byte @Nullable [] hash;

    @Column(updatable = false)
    private @Nullable UUID project;

    @Column(updatable = false)
    private @Nullable UUID mission;

    @Column(updatable = false)
    private @Nullable UUID renews;

    private @Nullable UUID renewedBy;
    private String reason;

    @Column(updatable = false)
    private @Nullable UUID enteredBy;

    private @Nullable Instant inForceAt;
    private @Nullable LocalDate endedOn;
    private @Nullable LocalDate reminded;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    static Agreement enter(NewAgreement wish, MissionCode code, @Nullable PersonId by, LocalDate today, Instant now) {
        Agreement made = new Agreement();
        made.id = wish.id().value();
        made.year = code.year();
        made.number = code.number();
        made.state = AgreementState.DRAFT;
        made.reason = "";
        made.project = wish.project() == null ? null : wish.project().value();
        made.mission = wish.mission() == null ? null : wish.mission().value();
        made.renews = wish.renews() == null ? null : wish.renews().value();
        made.enteredBy = by == null ? null : by.value();
        made.madeAt = now;
        made.describe(wish.content(), today, now);
        return made;
    }

    /** Nothing of it changes once somebody has signed. */
    void change(long seen, AgreementContent content, LocalDate today, Instant now) {
        requireVersion(seen);
        require(AgreementState.DRAFT);
        describe(content, today, now);
    }

    private void describe(AgreementContent content, LocalDate today, Instant now) {
        LocalizedText name = Typed.title("title", content.title().asLine(), Agreements.TITLE_LENGTH);
        LocalizedText words = Typed.text("summary", content.summary(), Agreements.SUMMARY_LENGTH);
        LocalDate first = content.starts() == null ? null : Typed.day("starts", content.starts(), today);
        LocalDate last = content.ends() == null ? null : Typed.day("ends", content.ends(), today);
        if (first != null && last != null && last.isBefore(first)) {
            throw Refused.at("ends", "missions.refused.ends-first");
        }
        kind = content.kind();
        title = name;
        summary = words;
        starts = first;
        ends = last;
        changedAt = now;
    }

    void summarise(long seen, @Nullable LocalizedText words, Instant now) {
        requireVersion(seen);
        summary = Typed.text("summary", words, Agreements.SUMMARY_LENGTH);
        changedAt = now;
    }

    void file(FileId stored, byte[] sha256, Instant now) {
        require(AgreementState.DRAFT);
        file = stored.value();
        hash = sha256.clone();
        changedAt = now;
    }

    /**
     * A party has signed. With the last one it is in force, unless its first day is still to come.
     *
     * @param all whether all of them have now
     * @param on the day of the latest signature
     */
    void signed(long seen, boolean all, LocalDate on, LocalDate today, Instant now) {
        requireVersion(seen);
        requireSignable();
        if (!all) {
            state = AgreementState.SIGNED_PARTLY;
            changedAt = now;
            return;
        }
        LocalDate first = starts == null ? on : starts;
        if (ends != null && ends.isBefore(first)) {
            throw Refused.at("signedOn", "missions.refused.signed-late");
        }
        starts = first;
        state = AgreementState.SIGNED;
        changedAt = now;
        if (!first.isAfter(today)) {
            comeIntoForce(today, now);
        }
    }

    /** Its first day has come. */
    void comeIntoForce(LocalDate today, Instant now) {
        require(AgreementState.SIGNED);
        if (starts == null || starts.isAfter(today)) {
            throw Refused.because("missions.refused.state");
        }
        state = AgreementState.IN_FORCE;
        inForceAt = now;
        changedAt = now;
    }

    void requireSignable() {
        if (state != AgreementState.DRAFT && state != AgreementState.SIGNED_PARTLY) {
            throw Refused.because("missions.refused.state");
        }
        if (hash == null) {
            throw Refused.because("missions.refused.no-file");
        }
    }

    void end(long seen, String why, LocalDate today, Instant now) {
        requireVersion(seen);
        if (!stateOn(today).next().contains(AgreementState.ENDED)) {
            throw Refused.because("missions.refused.state");
        }
        String words = Typed.requiredBlock("reason", why, Typed.REASON_LENGTH);
        state = AgreementState.ENDED;
        reason = words;
        endedOn = today;
        changedAt = now;
    }

    /** Another took its place. */
    void renewedBy(AgreementId other, LocalDate today, Instant now) {
        requireRenewable(today);
        state = AgreementState.RENEWED_BY;
        renewedBy = other.value();
        endedOn = today;
        changedAt = now;
    }

    void requireRenewable(LocalDate today) {
        if (!stateOn(today).next().contains(AgreementState.RENEWED_BY)) {
            throw Refused.at("renews", "missions.refused.renews");
        }
    }

    /** Where it stands that day. */
    AgreementState stateOn(LocalDate day) {
        return stateOn(state, ends, day);
    }

    static AgreementState stateOn(AgreementState stored, @Nullable LocalDate ends, LocalDate day) {
        return stored == AgreementState.IN_FORCE && ends != null && day.isAfter(ends) ? AgreementState.EXPIRED : stored;
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    private void require(AgreementState needed) {
        if (state != needed) {
            throw Refused.because("missions.refused.state");
        }
    }

    AgreementId id() {
        return new AgreementId(id);
    }

    String code() {
        return new MissionCode(MissionCode.AGREEMENT, year, number).toString();
    }

    AgreementState state() {
        return state;
    }

    AgreementKind kind() {
        return kind;
    }

    LocalizedText title() {
        return title;
    }

    @Nullable LocalDate starts() {
        return starts;
    }

    @Nullable LocalDate ends() {
        return ends;
    }

    @Nullable LocalDate endedOn() {
        return endedOn;
    }

    @Nullable FileId file() {
        return file == null ? null : new FileId(file);
    }

    @Nullable ProjectId project() {
        return project == null ? null : new ProjectId(project);
    }

    @Nullable MissionId mission() {
        return mission == null ? null : new MissionId(mission);
    }

    @Nullable AgreementId renews() {
        return renews == null ? null : new AgreementId(renews);
    }

    /** Whether everybody may know of it. */
    boolean shown() {
        return summary != null;
    }
}
