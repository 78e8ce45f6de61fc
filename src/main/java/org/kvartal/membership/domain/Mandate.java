package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;

/** That a person may speak for an organisation, or is invited to. */
@Entity
@Table(name = "mandate")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Mandate {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID association;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RepresentationKind kind;

    private @Nullable UUID person;
    private String name;
    private @Nullable String address;
    private @Nullable String addressFolded;
    private String language;
    private @Nullable LocalDate fromDay;
    private @Nullable LocalDate toDay;

    @Column(updatable = false)
    private @Nullable UUID givenBy;

    private @Nullable Instant invitedAt;
    private @Nullable Instant endedAt;
    private boolean begunTold;
    private boolean endedTold;

    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    private Mandate(
            MandateId id,
            MemberId association,
            RepresentationKind kind,
            String name,
            Language language,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Optional<PersonId> by) {
        this.id = id.value();
        this.association = association.value();
        this.kind = kind;
        this.name = name;
        this.language = language.code();
        this.fromDay = from;
        this.toDay = to;
        this.givenBy = by.map(PersonId::value).orElse(null);
    }

    static Mandate given(GivenMandate wish, String name, Language language, Optional<PersonId> by, LocalDate day) {
        checkDays(wish.from(), wish.to(), day);
        Mandate mandate = new Mandate(
                wish.id(),
                wish.association(),
                wish.kind(),
                name,
                language,
                wish.from() == null ? day : wish.from(),
                wish.to(),
                by);
        mandate.person = wish.person().value();
        return mandate;
    }

    static Mandate invitation(NewMandate wish, Optional<PersonId> by, LocalDate day) {
        checkDays(wish.from(), wish.to(), day);
        String name = Entered.personName("name", wish.name());
        EmailAddress address = EmailAddress.of(wish.email());
        Mandate mandate = new Mandate(
                wish.id(), wish.association(), wish.kind(), name, wish.language(), wish.from(), wish.to(), by);
        mandate.address = address.value();
        mandate.addressFolded = address.folded();
        return mandate;
    }

    private static void checkDays(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        if (to != null && to.isBefore(day)) {
            throw Refused.at("to", "membership.refused.day-past");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Refused.at("to", "membership.refused.day-order");
        }
    }

    /** The letter goes out now. */
    Recipient send(Instant now) {
        if (address == null || ended()) {
            throw Refused.because("membership.refused.invitation-over");
        }
        invitedAt = now;
        return new Recipient(name, address, language());
    }

    /**
     * What the person behind the address would hold.
     *
     * @throws Refused if it waits no more
     */
    GivenMandate offer(PersonId to, LocalDate day) {
        if (person != null || ended() || (toDay != null && toDay.isBefore(day))) {
            throw Refused.because("membership.refused.invitation-over");
        }
        LocalDate from = fromDay == null || fromDay.isBefore(day) ? day : fromDay;
        return new GivenMandate(id(), association(), to, kind, from, toDay);
    }

    /** The person behind the address takes it up; the address is forgotten. */
    void takeUp(PersonId by, LocalDate day) {
        fromDay = offer(by, day).from();
        person = by.value();
        address = null;
        addressFolded = null;
    }

    /** Ends it at once; ended already is no error. */
    boolean end(Instant now) {
        if (ended()) {
            return false;
        }
        endedAt = now;
        address = null;
        addressFolded = null;
        return true;
    }

    boolean current(LocalDate day) {
        return person != null
                && !ended()
                && fromDay != null
                && !fromDay.isAfter(day)
                && (toDay == null || !toDay.isBefore(day));
    }

    /** Whether it counts no more on that day, and never will again. */
    boolean over(LocalDate day) {
        return ended() || (toDay != null && toDay.isBefore(day));
    }

    /** Others have been told that it counts; false where they had been. */
    boolean tellBegun() {
        boolean first = !begunTold && !endedTold;
        begunTold = true;
        return first;
    }

    /** Others have been told that it counts no more; false where they had been, or never heard of it. */
    boolean tellEnded() {
        boolean first = begunTold && !endedTold;
        endedTold = true;
        return first;
    }

    private boolean ended() {
        return endedAt != null;
    }

    MandateId id() {
        return new MandateId(id);
    }

    MemberId association() {
        return new MemberId(association);
    }

    RepresentationKind kind() {
        return kind;
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    String name() {
        return name;
    }

    Language language() {
        return Language.of(language).orElse(Language.EN);
    }
}
