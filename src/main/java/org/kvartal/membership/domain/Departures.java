package org.kvartal.membership.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberLeft;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.MembershipTopics;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How members go: by themselves at the end of a day, or at once by the house. */
@Component
class Departures {

    private static final Asker HOUSE = Asker.house("erasure");

    private final MemberRepository members;
    private final MandateRepository mandates;
    private final MandateReads reads;
    private final MandateTelling telling;
    private final MemberRoles roles;
    private final OfficeTasks tasks;
    private final KeptPlaces places;
    private final Permissions permissions;
    private final Correspondence correspondence;
    private final Postbox postbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final House house;
    private final HouseClock day;

    Departures(
            MemberRepository members,
            MandateRepository mandates,
            MandateReads reads,
            MandateTelling telling,
            MemberRoles roles,
            OfficeTasks tasks,
            KeptPlaces places,
            Permissions permissions,
            Correspondence correspondence,
            Postbox postbox,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Live live,
            House house,
            HouseClock day) {
        this.members = members;
        this.mandates = mandates;
        this.reads = reads;
        this.telling = telling;
        this.roles = roles;
        this.tasks = tasks;
        this.places = places;
        this.permissions = permissions;
        this.correspondence = correspondence;
        this.postbox = postbox;
        this.audit = audit;
        this.facts = facts;
        this.live = live;
        this.house = house;
        this.day = day;
    }

    Instant leave(Asker by, MemberId id, ZoneId zone) {
        Member member = requireOwn(by, id);
        ZoneId clock = member.kind().organisation() ? places.zone(member.place().orElse(null), house.zone()) : zone;
        // The first moment of the next day, also where a clock change takes midnight away.
        Instant end = LocalDate.ofInstant(day.now(), clock)
                .plusDays(1)
                .atStartOfDay(clock)
                .toInstant();
        member.leave(end);
        members.saveAndFlush(member);
        record(by, member, "membership.member-leaves", null);
        return end;
    }

    void stay(Asker by, MemberId id) {
        Member member = requireOwn(by, id);
        member.stay(day.now());
        members.saveAndFlush(member);
        record(by, member, "membership.member-stays", null);
    }

    void terminate(Asker by, MemberId id, String reason) {
        permissions.check(by, MembershipRights.MANAGE_MEMBERS, Scope.PLATFORM);
        Member member = members.lock(id.value()).orElseThrow(NotFound::new);
        boolean own = by.person().isPresent()
                && (by.person().equals(member.person())
                        || reads.represents(by.person().orElseThrow(), id));
        if (own) {
            throw new Forbidden();
        }
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        var toTell = member.person()
                .map(Set::of)
                .orElseGet(() -> reads.primaries(List.of(id)).getOrDefault(id, Set.of()));
        member.terminate(day.now());
        members.saveAndFlush(member);
        record(by, member, "membership.member-terminated", why);
        correspondence
                .recipients(toTell)
                .values()
                .forEach(to -> postbox.post(Letter.about(
                        "membership.terminated:" + id,
                        to,
                        "membership.letter.terminated",
                        member.name().in(to.language()),
                        house.name(),
                        why)));
        left(member);
    }

    /** Tells that a member has left whose last moment is over; once. */
    void left(Member member) {
        if (member.current(day.now()) || !member.tellLeft()) {
            return;
        }
        members.saveAndFlush(member);
        facts.publishEvent(new MemberLeft(member.id(), day.now()));
        member.person().ifPresent(roles::settle);
        mandates.lockThoseOf(member.id().value()).stream()
                .sorted(Comparator.comparing(
                        mandate -> mandate.person().map(PersonId::toString).orElse("")))
                .forEach(telling::ended);
        tasks.watchPrimary(member.id());
        live.changed(MembershipTopics.of(member.id()));
    }

    /** Somebody is erased: they leave at once, and speak for nobody any more. */
    void erased(PersonId person) {
        members.lockThoseOf(person.value()).forEach(member -> {
            if (member.current(day.now())) {
                member.leave(day.now());
                members.saveAndFlush(member);
                record(HOUSE, member, "membership.member-leaves", null);
            }
            left(member);
        });
        List<Mandate> holding = mandates.lockThoseHeldBy(person.value());
        members.lockAll(
                holding.stream().map(mandate -> mandate.association().value()).collect(Collectors.toSet()));
        for (Mandate held : holding) {
            if (held.end(day.now())) {
                telling.ended(held);
            }
        }
        members.flush();
    }

    private Member requireOwn(Asker by, MemberId id) {
        Member member = members.lock(id.value()).orElseThrow(NotFound::new);
        boolean own = member.kind().organisation()
                ? reads.isPrimary(by, id)
                : by.person().isPresent() && by.person().equals(member.person());
        if (!own) {
            throw new Forbidden();
        }
        return member;
    }

    private void record(Asker by, Member member, String act, @Nullable String reason) {
        audit.record(AuditEntry.of(
                        by,
                        act,
                        new AuditSubject(KeptMembers.MEMBER, member.id().value()))
                .because(reason));
        live.changed(MembershipTopics.of(member.id()));
    }
}
