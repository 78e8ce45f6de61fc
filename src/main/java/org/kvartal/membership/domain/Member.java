package org.kvartal.membership.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.Registration;
import org.kvartal.membership.Visible;

/** A person, an association or a partner that belongs to the house, or did. */
@Entity
@Table(name = "member")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class Member {

    /** Beyond what a list shows of a name nothing need be sorted. */
    private static final int SORTED_LENGTH = 120;

    /** Why a membership ended. */
    enum EndCause {
        LEFT,
        TERMINATED
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MemberKind kind;

    @Column(updatable = false)
    private @Nullable UUID person;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText name;

    private String ownName;
    private @Nullable String registrationScheme;
    private @Nullable String registrationNumber;
    private @Nullable String place;
    private String city;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] sectors;

    private String website;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText about;

    private String contact;
    private @Nullable Integer founded;
    private @Nullable Integer size;

    @Enumerated(EnumType.STRING)
    private Visible nameShown;

    @Enumerated(EnumType.STRING)
    private Visible cityShown;

    @Enumerated(EnumType.STRING)
    private Visible sectorsShown;

    @Enumerated(EnumType.STRING)
    private Visible aboutShown;

    @Enumerated(EnumType.STRING)
    private Visible contactShown;

    private Instant admittedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndCause endCause;

    private boolean leftTold;

    private String searchText;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] names;

    private String sortEn;
    private String sortRu;
    private String sortBg;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    @SuppressWarnings("NullAway.Init") // describe fills the rest
    private Member(NewMember wish, Instant now) {
        this.id = wish.id().value();
        this.kind = wish.kind();
        this.person = wish.person() == null ? null : wish.person().value();
        this.admittedAt = wish.since() == null || wish.since().isAfter(now) ? now : wish.since();
        this.confirmedAt = wish.confirmed() ? now : null;
    }

    /** @param as what the rules made of what stands in the wish */
    static Member admit(NewMember wish, Description as, Instant now) {
        if (wish.kind().organisation() == (wish.person() != null)) {
            throw new IllegalArgumentException("a person is a member themselves, an organisation through others");
        }
        Member member = new Member(wish, now);
        member.describe(as);
        member.letSee(wish.kind().organisation() ? everything() : Shown.AT_FIRST);
        return member;
    }

    /** What stands about a member, by the rules of {@link Typed}. */
    record Description(
            LocalizedText name,
            String ownName,
            @Nullable Registration registration,
            @Nullable String place,
            String city,
            List<String> sectors,
            String website,
            @Nullable LocalizedText about,
            String contact,
            @Nullable Integer founded,
            @Nullable Integer size) {}

    void describe(Description as) {
        boolean organisation = kind.organisation();
        name = as.name();
        ownName = as.ownName();
        registrationScheme = as.registration() == null || !organisation
                ? null
                : as.registration().scheme();
        registrationNumber = as.registration() == null || !organisation
                ? null
                : as.registration().number();
        place = as.place();
        city = as.place() == null ? as.city() : "";
        sectors = as.sectors().toArray(String[]::new);
        website = as.website();
        about = as.about();
        contact = organisation ? "" : as.contact();
        founded = organisation ? as.founded() : null;
        size = organisation ? as.size() : null;
        List<String> called = new ArrayList<>(as.name().texts().values());
        called.add(as.ownName());
        searchText = Folding.searchText(called);
        names = called.stream()
                .map(Folding::folded)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toArray(String[]::new);
        sortEn = sorted(Language.EN);
        sortRu = sorted(Language.RU);
        sortBg = sorted(Language.BG);
    }

    void letSee(Shown shown) {
        nameShown = shown.name();
        cityShown = shown.city();
        sectorsShown = shown.sectors();
        aboutShown = shown.about();
        contactShown = shown.contact();
    }

    private static Shown everything() {
        return new Shown(Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC, Visible.PUBLIC);
    }

    /** Somebody of it has seen what stands here. */
    void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    void leave(Instant at) {
        requireCurrent(at);
        endsAt = at;
        endCause = EndCause.LEFT;
    }

    void stay(Instant now) {
        if (endsAt == null || endCause != EndCause.LEFT || !endsAt.isAfter(now)) {
            throw Refused.because("membership.refused.left-already");
        }
        endsAt = null;
        endCause = null;
    }

    void terminate(Instant now) {
        requireCurrent(now);
        endsAt = now;
        endCause = EndCause.TERMINATED;
    }

    private void requireCurrent(Instant now) {
        if (!current(now)) {
            throw Refused.because("membership.refused.left-already");
        }
    }

    /** @throws Refused if somebody has changed it since */
    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("membership.refused.member-changed");
        }
    }

    /** Whether nobody has changed it since it was admitted. */
    boolean untouched() {
        return version != null && version == 0 && endsAt == null;
    }

    /** Others have been told that it left; false where they had been. */
    boolean tellLeft() {
        boolean first = !leftTold;
        leftTold = true;
        return first;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    boolean current(Instant now) {
        return endsAt == null || endsAt.isAfter(now);
    }

    MemberId id() {
        return new MemberId(id);
    }

    MemberKind kind() {
        return kind;
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    LocalizedText name() {
        return name;
    }

    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    Optional<Registration> registration() {
        return registrationScheme == null || registrationNumber == null
                ? Optional.empty()
                : Optional.of(new Registration(registrationScheme, registrationNumber));
    }

    private String sorted(Language language) {
        String text = name.in(language);
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(SORTED_LENGTH, text.codePointCount(0, text.length()))));
    }
}
