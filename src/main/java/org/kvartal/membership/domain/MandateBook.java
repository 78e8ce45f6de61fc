package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives and ends mandates. What is asked about them, {@link MandateReads} and {@link MandateLists} answer; letters are {@link Invitations}'. */
@Component
@Transactional
class MandateBook implements Mandates {

    static final String MANDATE = "membership.mandate";

    private final MandateRepository mandates;
    private final MemberRepository members;
    private final MandateReads reads;
    private final MandateLists lists;
    private final Invitations invitations;
    private final TakingUp takingUp;
    private final MandateTelling telling;
    private final MemberRoles roles;
    private final People people;
    private final Permissions permissions;
    private final MandateGivers givers;
    private final WrittenBook written;
    private final MandateTrail trail;
    private final HouseClock day;

    MandateBook(
            MandateRepository mandates,
            MemberRepository members,
            MandateReads reads,
            MandateLists lists,
            Invitations invitations,
            TakingUp takingUp,
            MandateTelling telling,
            MemberRoles roles,
            People people,
            Permissions permissions,
            MandateGivers givers,
            WrittenBook written,
            MandateTrail trail,
            HouseClock day) {
        this.mandates = mandates;
        this.members = members;
        this.reads = reads;
        this.lists = lists;
        this.invitations = invitations;
        this.takingUp = takingUp;
        this.telling = telling;
        this.roles = roles;
        this.people = people;
        this.permissions = permissions;
        this.givers = givers;
        this.written = written;
        this.trail = trail;
        this.day = day;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberCard> of(PersonId person) {
        return reads.spokenForBy(person);
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Asker asker, MemberId association) {
        if (asker.person().filter(person -> reads.speaks(person, association)).isEmpty()) {
            throw new Forbidden();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isPrimary(Asker asker, MemberId association) {
        return reads.isPrimary(asker, association);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Set<PersonId>> primaries(Collection<MemberId> associations) {
        return reads.primaries(associations);
    }

    @Override
    public MandateId invite(Asker by, NewMandate wish) {
        Member association = givers.require(by, wish.association());
        if (keep(by, wish)) {
            invitations.send(by, mandates.lock(wish.id().value()).orElseThrow(), association);
        }
        return wish.id();
    }

    /** @return false where it stands already */
    private boolean keep(Asker by, NewMandate wish) {
        if (known(wish.id(), wish.association())) {
            return false;
        }
        Mandate mandate = Mandate.invitation(wish, by.person(), day.today());
        if (reads.invited(wish.association(), wish.kind(), mandate.address().orElseThrow())) {
            throw Refused.at("email", "membership.refused.mandate-invited");
        }
        mandates.saveAndFlush(mandate);
        trail.record(by, mandate, "membership.mandate-invited", null);
        written.take(by, mandate, wish.document());
        return true;
    }

    @Override
    public void sendInvitation(Asker by, MandateId id) {
        Mandate mandate = lock(id).orElseThrow(NotFound::new);
        invitations.send(by, mandate, givers.require(by, mandate.association()));
    }

    @Override
    public void give(Asker by, GivenMandate wish) {
        givers.require(by, wish.association());
        if (known(wish.id(), wish.association())) {
            return;
        }
        PersonCard person = people.card(wish.person())
                .filter(_ -> permissions.has(by, MembershipRights.MANAGE_MANDATES, Scope.PLATFORM)
                        || roles.belongs(wish.person()))
                .orElseThrow(() -> Refused.at("person", "membership.refused.person-unknown"));
        if (reads.held(wish)) {
            throw Refused.at("person", "membership.refused.mandate-held");
        }
        Mandate mandate = Mandate.given(wish, person.name(), person.language(), by.person(), day.today());
        trail.record(by, mandate, "membership.mandate-given", null);
        telling.given(mandate, true);
        written.take(by, mandate, wish.document());
    }

    /** Whether the mandate stands already, as after a repeated request. */
    private boolean known(MandateId id, MemberId association) {
        return mandates.findById(id.value())
                .map(standing -> {
                    if (!standing.association().equals(association)) {
                        throw new Forbidden();
                    }
                    return true;
                })
                .orElse(false);
    }

    @Override
    public void end(Asker by, MandateId id, String reason) {
        Mandate mandate = lock(id).orElseThrow(NotFound::new);
        boolean own = by.person().isPresent() && by.person().equals(mandate.person());
        if (!own) {
            givers.require(by, mandate.association());
        }
        String why = own
                ? Typed.block("reason", reason, Entered.REASON_LENGTH)
                : Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        if (mandate.end(day.now())) {
            invitations.takeBack(id);
            trail.record(by, mandate, "membership.mandate-ended", why);
            telling.ended(mandate);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<MandateLine> ofAssociation(Asker asker, MemberId association) {
        return lists.ofAssociation(asker, association);
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldMandate> heldBy(Asker asker, PersonId person) {
        if (asker.person().filter(person::equals).isEmpty()) {
            permissions.check(asker, MembershipRights.MANAGE_MANDATES, Scope.PLATFORM);
        }
        return lists.heldBy(asker, person);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Invitation> look(String token) {
        return invitations.look(token).flatMap(lists::invitation);
    }

    @Override
    public Optional<PersonId> accept(String token) {
        return redeemed(token).map(mandate -> {
            Member association = members.findById(mandate.association().value()).orElseThrow(NotFound::new);
            givers.requireHere(association);
            PersonId person = invitations.invited(mandate, association);
            takingUp.by(person, mandate, association);
            return person;
        });
    }

    @Override
    public void refuse(String token) {
        redeemed(token).ifPresent(mandate -> {
            if (mandate.end(day.now())) {
                trail.record(Asker.guest(), mandate, "membership.mandate-refused", null);
                telling.ended(mandate);
            }
        });
    }

    /** The link is used up after the organisation is locked, as whoever takes the invitation back has it. */
    private Optional<Mandate> redeemed(String token) {
        return invitations
                .look(token)
                .flatMap(link -> lock(MandateId.of(link.subject())))
                .filter(_ -> invitations.redeem(token));
    }

    /** The organisation first, as everywhere: two who change its mandates at once wait for each other there. */
    private Optional<Mandate> lock(MandateId id) {
        return mandates.association(id.value()).flatMap(members::lock).flatMap(_ -> mandates.lock(id.value()));
    }
}
