package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipTopics;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The one place where members come into being, whichever way they came; and where a mistake is taken back. */
@Component
class Admitting {

    private final MemberRepository members;
    private final MemberReads reads;
    private final DescriptionRules rules;
    private final Registrations registrations;
    private final MemberRoles roles;
    private final OfficeTasks tasks;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final HouseClock day;

    Admitting(
            MemberRepository members,
            MemberReads reads,
            DescriptionRules rules,
            Registrations registrations,
            MemberRoles roles,
            OfficeTasks tasks,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Live live,
            HouseClock day) {
        this.members = members;
        this.reads = reads;
        this.rules = rules;
        this.registrations = registrations;
        this.roles = roles;
        this.tasks = tasks;
        this.people = people;
        this.audit = audit;
        this.facts = facts;
        this.live = live;
        this.day = day;
    }

    /** Makes the member in the caller's transaction, unless the id is known already. */
    MemberId admit(Asker by, NewMember wish) {
        Optional<Member> standing = members.findById(wish.id().value());
        if (standing.isPresent()) {
            if (standing.get().kind() != wish.kind()) {
                throw new Forbidden();
            }
            return wish.id();
        }
        Member.Description as = rules.of(wish);
        if (as.registration() != null) {
            registrations.requireFree(List.of(as.registration()), null, null, "registrationNumber");
        }
        if (wish.person() != null && people.card(wish.person()).isEmpty()) {
            throw Refused.at("person", "membership.refused.person-unknown");
        }
        return admit(by, wish, as, wish.person());
    }

    /**
     * The same of an application that was checked, with a registration that was found to be free.
     *
     * @param primary who answers for an organisation; the person themselves
     */
    MemberId admit(Asker by, NewMember wish, PersonId primary) {
        return admit(by, wish, rules.of(wish), primary);
    }

    private MemberId admit(Asker by, NewMember wish, Member.Description as, @Nullable PersonId primary) {
        if (wish.person() != null && reads.ofPeople(List.of(wish.person())).containsKey(wish.person())) {
            throw taken();
        }
        Member member = Member.admit(wish, as, day.now());
        try {
            members.saveAndFlush(member);
        } catch (DataIntegrityViolationException samePersonAtOnce) {
            throw taken();
        }
        audit.record(AuditEntry.of(
                        by,
                        "membership.member-admitted",
                        new AuditSubject(KeptMembers.MEMBER, wish.id().value()))
                .with("kind", wish.kind()));
        facts.publishEvent(new MemberAdmitted(wish.id(), wish.kind(), member.name(), primary, day.now()));
        member.person().ifPresent(roles::settle);
        tasks.watchPrimary(wish.id());
        live.changed(MembershipTopics.of(wish.id()));
        return wish.id();
    }

    private static Refused taken() {
        return Refused.at("person", "membership.refused.already-member");
    }
}
