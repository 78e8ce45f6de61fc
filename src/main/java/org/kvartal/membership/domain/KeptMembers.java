package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.membership.Registration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of members: what is read of it, and what those concerned change in it. */
@Component
class KeptMembers implements Members {

    static final String MEMBER = "membership.member";

    private static final int EXPORTED_AT_ONCE = 500;

    private final MemberReads reads;
    private final MemberSearching searching;
    private final ProfileReads profiles;
    private final MemberRepository members;
    private final MandateReads mandates;
    private final DescriptionRules rules;
    private final Registrations registrations;
    private final Sight sight;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Live live;

    KeptMembers(
            MemberReads reads,
            MemberSearching searching,
            ProfileReads profiles,
            MemberRepository members,
            MandateReads mandates,
            DescriptionRules rules,
            Registrations registrations,
            Sight sight,
            Permissions permissions,
            AuditTrail audit,
            Live live) {
        this.reads = reads;
        this.searching = searching;
        this.profiles = profiles;
        this.members = members;
        this.mandates = mandates;
        this.rules = rules;
        this.registrations = registrations;
        this.sight = sight;
        this.permissions = permissions;
        this.audit = audit;
        this.live = live;
    }

    @Override
    public Optional<MemberCard> find(Asker asker, MemberId member) {
        return Optional.ofNullable(cards(asker, List.of(member)).get(member));
    }

    @Override
    public Map<MemberId, MemberCard> cards(Asker asker, Collection<MemberId> ids) {
        return reads.cards(ids, sight.of(asker));
    }

    @Override
    public Optional<MemberCard> ofPerson(Asker asker, PersonId person) {
        return reads.ofPerson(person, sight.of(asker));
    }

    @Override
    public Set<PersonId> hidden(Asker asker, Collection<PersonId> people) {
        return reads.hidden(people, sight.of(asker));
    }

    @Override
    public Set<PersonId> partnersOnly(Collection<PersonId> people) {
        return mandates.partnersOnly(people);
    }

    @Override
    public Map<Long, MemberCard> organisations(Asker asker, Collection<Long> numbers) {
        Map<Long, MemberId> ids = reads.organisations(numbers);
        Map<MemberId, MemberCard> cards = cards(asker, ids.values());
        return ids.values().stream()
                .map(cards::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(MemberCard::number, card -> card));
    }

    @Override
    public int countAssociations() {
        return reads.countAssociations();
    }

    @Override
    public Set<MemberId> current(Collection<MemberId> ids) {
        return reads.current(ids);
    }

    @Override
    public MemberList search(Asker asker, MemberSearch search, Language language, @Nullable String key, int limit) {
        return searching.search(sight.of(asker), search, language, key, limit);
    }

    @Override
    public Iterator<List<MemberCard>> export(Asker asker, MemberSearch search, Language language) {
        permissions.check(asker, MembershipRights.READ_MEMBERS, Scope.PLATFORM);
        return new Iterator<>() {

            private @Nullable String key;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public List<MemberCard> next() {
                if (!more) {
                    throw new NoSuchElementException();
                }
                MemberList part = searching.search(sight.of(asker), search, language, key, EXPORTED_AT_ONCE);
                key = part.next();
                more = key != null;
                return part.resembling() ? List.of() : part.members();
            }
        };
    }

    @Override
    public Optional<MemberProfile> profile(Asker asker, long number) {
        return profiles.profile(asker, number);
    }

    @Override
    public Map<MemberId, Particulars> particulars(Collection<MemberId> organisations) {
        return reads.particulars(organisations);
    }

    @Override
    @Transactional
    public void change(Asker by, MemberChange change) {
        Member member = members.lock(change.member().value()).orElseThrow(NotFound::new);
        boolean mandated = requireConcerned(by, member);
        member.requireVersion(change.version());
        Member.Description as = rules.of(change, member.kind());
        Registration wanted = as.registration();
        if (wanted != null && member.registration().filter(wanted::equals).isEmpty()) {
            registrations.requireFree(List.of(wanted), member.id(), null, "registrationNumber");
        }
        member.describe(as);
        members.saveAndFlush(member);
        record(by, member, mandated, "membership.member-changed");
    }

    @Override
    @Transactional
    public void show(Asker by, MemberId person, Shown shown) {
        Member member = members.lock(person.value()).orElseThrow(NotFound::new);
        requireConcerned(by, member);
        if (member.kind().organisation()) {
            throw new Forbidden();
        }
        member.letSee(shown);
        members.saveAndFlush(member);
        record(by, member, false, "membership.member-shown");
    }

    /**
     * The person themselves, a primary representative, the office.
     *
     * @return whether the asker acts by a mandate
     */
    private boolean requireConcerned(Asker by, Member member) {
        if (member.kind().organisation() && mandates.isPrimary(by, member.id())) {
            return true;
        }
        boolean self = by.person().isPresent() && by.person().equals(member.person());
        if (!self) {
            permissions.check(by, MembershipRights.MANAGE_MEMBERS, Scope.PLATFORM);
        }
        return false;
    }

    private void record(Asker by, Member member, boolean mandated, String act) {
        UUID id = member.id().value();
        audit.record(AuditEntry.of(by, act, new AuditSubject(MEMBER, id)).onBehalfOf(mandated ? id : null));
        live.changed(MembershipTopics.of(member.id()));
    }
}
