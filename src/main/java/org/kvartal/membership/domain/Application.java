package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.files.FileId;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MemberId;

/** Somebody's wish to belong, from the first letter to the answer: who applies, what they say, and the course that it takes. */
@Entity
@Table(name = "application")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Application {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    /** Given by the database. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ApplicationKind kind;

    @Embedded
    private Applicant applicant;

    @Embedded
    private Said said;

    @Embedded
    private Course course;

    /** Kept as it is typed, by a statement of its own. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private ApplicationForm form;

    @Column(updatable = false)
    private long sequence;

    private @Nullable UUID statute;
    private Instant begunAt;
    private boolean sendsOnConfirmation;
    private @Nullable UUID member;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    private Application(NewApplication wish, Applicant applicant, String name, Instant now) {
        this.id = wish.id().value();
        this.kind = wish.kind();
        this.applicant = applicant;
        this.said = new Said(name);
        this.course = Course.begin();
        this.form = ApplicationForm.begun(name);
        this.begunAt = now;
    }

    /** @param person who applies, or will be once admitted */
    static Application begin(NewApplication wish, PersonId person, Instant now) {
        String name = Entered.personName("applicant", wish.applicant());
        Applicant applicant = new Applicant(person, EmailAddress.of(wish.email()), wish.language());
        return new Application(wish, applicant, name, now);
    }

    void attach(@Nullable FileId file) {
        course.requireEditable();
        statute = file == null ? null : file.value();
    }

    /** Goes as soon as the address is confirmed. */
    void sendOnConfirmation(boolean wished) {
        sendsOnConfirmation = wished;
    }

    /** Goes to whoever answers, or back to them with the answer to a question. */
    void submit(FilledForm filled, Instant now) {
        if (!applicant.confirmed()) {
            throw new IllegalStateException("the address is not confirmed");
        }
        course.submit(now);
        sendsOnConfirmation = false;
        said.say(filled, applicant.language());
    }

    void approve(MemberId became, Instant now) {
        course.approve(answerable(), now);
        member = became.value();
    }

    /** @param by nobody where the house asks */
    void ask(String what, Optional<PersonId> by, Instant now) {
        course.ask(answerable(), what, by, now);
    }

    void decline(String why, Instant now) {
        course.decline(answerable(), why, now);
    }

    boolean isAnswerable() {
        return answerable().contains(state());
    }

    /** The office decides what it has taken; those whom somebody wants to represent answer at once. */
    private Set<ApplicationState> answerable() {
        return kind == ApplicationKind.REPRESENTATIVE
                ? Set.of(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW)
                : Set.of(ApplicationState.IN_REVIEW);
    }

    /** @throws Refused if something has happened to it since */
    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("membership.refused.application-changed");
        }
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What people see; of an application that was kept. */
    long number() {
        return Objects.requireNonNull(number);
    }

    /** Whom its letters go to. */
    Recipient recipient() {
        return applicant.recipient(form.applicant());
    }

    ApplicationId id() {
        return new ApplicationId(id);
    }

    ApplicationKind kind() {
        return kind;
    }

    ApplicationState state() {
        return course.state();
    }

    Course course() {
        return course;
    }

    Applicant applicant() {
        return applicant;
    }

    Said said() {
        return said;
    }

    ApplicationForm form() {
        return form;
    }

    Optional<FileId> statute() {
        return Optional.ofNullable(statute).map(FileId::new);
    }

    boolean sendsOnConfirmation() {
        return sendsOnConfirmation;
    }

    Instant begunAt() {
        return begunAt;
    }

    Optional<MemberId> member() {
        return Optional.ofNullable(member).map(MemberId::new);
    }
}
