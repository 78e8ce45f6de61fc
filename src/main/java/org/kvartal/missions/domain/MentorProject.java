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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;

/** What a consultant does with a client, stage by stage. */
@Entity
@Table(name = "mentor_project")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class MentorProject {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ProjectState heldFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText goal;

    private @Nullable UUID clientMember;
    private @Nullable UUID clientEntry;
    private String contactName;
    private String contactEmail;
    private String contactLanguage;
    private UUID consultant;
    private UUID coordinator;
    private LocalDate starts;
    private LocalDate ends;
    private @Nullable LocalDate lastContact;
    private LocalDate silentSince;
    private @Nullable LocalDate toldSilent;
    private @Nullable Long thread;
    private String reason;

    @Column(updatable = false)
    private Instant madeAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected MentorProject() {}

    static MentorProject begin(NewProject wish, MissionCode code, PersonId coordinator, LocalDate today, Instant now) {
        MentorProject made = new MentorProject();
        made.id = wish.id().value();
        made.year = code.year();
        made.number = code.number();
        made.state = ProjectState.RUNNING;
        made.reason = "";
        made.madeAt = now;
        made.consultant = wish.consultant().value();
        made.coordinator = coordinator.value();
        made.silentSince = today;
        made.address(wish.contact());
        made.describe(wish.content(), today, now);
        return made;
    }

    void change(long seen, ProjectContent content, LocalDate today, Instant now) {
        requireVersion(seen);
        requireOpen();
        describe(content, today, now);
    }

    private void describe(ProjectContent content, LocalDate today, Instant now) {
        title = Typed.title("title", content.title().asLine(), ProjectDesk.TITLE_LENGTH);
        goal = Typed.text("goal", content.goal(), ProjectDesk.TEXT_LENGTH);
        UUID member = Stored.member(content.client());
        UUID entry = Stored.entry(content.client());
        if (member == null && entry == null) {
            throw Refused.at("client", "missions.refused.party");
        }
        LocalDate first = Typed.day("starts", content.starts(), today);
        LocalDate last = Typed.day("ends", content.ends(), today);
        if (last.isBefore(first)) {
            throw Refused.at("ends", "missions.refused.ends-first");
        }
        clientMember = member;
        clientEntry = entry;
        starts = first;
        if (lastContact == null && first.isAfter(silentSince)) {
            silentSince = first;
        }
        ends = last;
        changedAt = now;
    }

    void reach(long seen, @Nullable Contact contact, Instant now) {
        requireVersion(seen);
        address(contact);
        changedAt = now;
    }

    private void address(@Nullable Contact contact) {
        String name = contact == null ? "" : Typed.line("name", contact.name(), ProjectDesk.LINE_LENGTH);
        contactEmail = contact == null ? "" : EmailAddress.of(contact.email()).value();
        contactName = name;
        contactLanguage = (contact == null ? Language.EN : contact.language()).code();
    }

    void staff(long seen, PersonId whoDoes, PersonId whoCoordinates, Instant now) {
        requireVersion(seen);
        requireOpen();
        consultant = whoDoes.value();
        coordinator = whoCoordinates.value();
        changedAt = now;
    }

    void hold(long seen, String why, Instant now) {
        requireVersion(seen);
        requireNext(ProjectState.PAUSED);
        String words = Typed.requiredBlock("reason", why, Typed.REASON_LENGTH);
        heldFrom = state;
        go(ProjectState.PAUSED, now);
        reason = words;
    }

    /** Goes on where it stood. Nobody is silent because of a pause: silence counts from now. */
    void resume(long seen, LocalDate today, Instant now) {
        requireVersion(seen);
        require(ProjectState.PAUSED);
        go(Objects.requireNonNull(heldFrom, "a pause has begun somewhere"), now);
        heldFrom = null;
        reason = "";
        silentSince = today;
    }

    void terminate(long seen, String why, Instant now) {
        requireVersion(seen);
        stop(why, now);
    }

    /** A gate has decided so, or whoever coordinates. */
    void stop(String why, Instant now) {
        requireNext(ProjectState.TERMINATED);
        String words = Typed.requiredBlock("reason", why, Typed.REASON_LENGTH);
        go(ProjectState.TERMINATED, now);
        heldFrom = null;
        reason = words;
    }

    /** The last stage is done. */
    void close(Instant now) {
        require(ProjectState.RUNNING);
        go(ProjectState.CLOSING, now);
    }

    /** The client does not stand by what was decided at a gate, and work goes on there. Nobody was silent meanwhile. */
    void reopen(LocalDate today, Instant now) {
        switch (state) {
            case RUNNING -> {}
            case PAUSED -> heldFrom = ProjectState.RUNNING;
            case CLOSING -> go(ProjectState.RUNNING, now);
            case TERMINATED -> {
                go(ProjectState.RUNNING, now);
                reason = "";
                silentSince = today;
            }
            case COMPLETED, FOLLOW_UP, ARCHIVED -> throw Refused.because("missions.refused.state");
        }
        changedAt = now;
    }

    void complete(long seen, Instant now) {
        requireVersion(seen);
        require(ProjectState.CLOSING);
        go(ProjectState.COMPLETED, now);
    }

    /** The first look back is due. */
    void followUp(Instant now) {
        require(ProjectState.COMPLETED);
        go(ProjectState.FOLLOW_UP, now);
    }

    void archive(long seen, Instant now) {
        requireVersion(seen);
        requireNext(ProjectState.ARCHIVED);
        go(ProjectState.ARCHIVED, now);
    }

    /** They have met. */
    void met(LocalDate on, Instant now) {
        requireRunning();
        if (lastContact == null || on.isAfter(lastContact)) {
            lastContact = on;
        }
        if (on.isAfter(silentSince)) {
            silentSince = on;
        }
        changedAt = now;
    }

    void talk(long threadNumber, Instant now) {
        requireOpen();
        if (thread != null) {
            throw Refused.because("missions.refused.thread");
        }
        thread = threadNumber;
        changedAt = now;
    }

    /** Something of its plan or its papers changes. */
    void touch(Instant now) {
        requireOpen();
        changedAt = now;
    }

    void requireRunning() {
        if (!state.runs()) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireOpen() {
        if (state.over()) {
            throw Refused.because("missions.refused.state");
        }
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("missions.refused.changed");
        }
    }

    void require(ProjectState needed) {
        if (state != needed) {
            throw Refused.because("missions.refused.state");
        }
    }

    private void requireNext(ProjectState to) {
        if (!state.next().contains(to)) {
            throw Refused.because("missions.refused.state");
        }
    }

    /** Everything that may refuse stands before it. */
    private void go(ProjectState to, Instant now) {
        requireNext(to);
        state = to;
        changedAt = now;
    }

    ProjectId id() {
        return new ProjectId(id);
    }

    String code() {
        return new MissionCode(MissionCode.PROJECT, year, number).toString();
    }

    ProjectState state() {
        return state;
    }

    LocalizedText title() {
        return title;
    }

    Party client() {
        return clientMember != null
                ? new Party.OfMember(new MemberId(clientMember))
                : new Party.OfEntry(new EntryId(Objects.requireNonNull(clientEntry, "a project has a client")));
    }

    /** Who gets letters for the client; null where nobody is known. */
    @Nullable Contact contact() {
        return contactEmail.isEmpty()
                ? null
                : new Contact(
                        contactName, contactEmail, Language.of(contactLanguage).orElse(Language.EN));
    }

    PersonId consultant() {
        return new PersonId(consultant);
    }

    PersonId coordinator() {
        return new PersonId(coordinator);
    }

    LocalDate starts() {
        return starts;
    }

    LocalDate ends() {
        return ends;
    }
}
