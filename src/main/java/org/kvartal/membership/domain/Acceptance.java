package org.kvartal.membership.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipTopics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one press behind a letter of invitation brings about. */
@Component
class Acceptance {

    private final JdbcClient jdbc;
    private final MemberRepository members;
    private final MandateRepository mandates;
    private final MandateReads reads;
    private final TakingUp takingUp;
    private final KnownPeople known;
    private final KeptPlaces places;
    private final AuditTrail audit;
    private final Live live;
    private final House house;
    private final HouseClock day;

    Acceptance(
            JdbcClient jdbc,
            MemberRepository members,
            MandateRepository mandates,
            MandateReads reads,
            TakingUp takingUp,
            KnownPeople known,
            KeptPlaces places,
            AuditTrail audit,
            Live live,
            House house,
            HouseClock day) {
        this.jdbc = jdbc;
        this.members = members;
        this.mandates = mandates;
        this.reads = reads;
        this.takingUp = takingUp;
        this.known = known;
        this.places = places;
        this.audit = audit;
        this.live = live;
        this.house = house;
        this.day = day;
    }

    /** A thing that waits, with the member that is locked before it. */
    private record Waiting(
            UUID thing,
            UUID member,
            @Nullable PersonId self,
            UUID importId,
            String name,
            String address,
            Language language) {}

    /** Takes up everything that an invitation still offers; empty where that is nothing. In the caller's transaction. */
    Optional<PersonId> of(UUID invitation) {
        List<Waiting> waiting = jdbc.sql("""
                SELECT i.*, coalesce(d.association, i.thing) AS member, s.person FROM invitee i
                  LEFT JOIN mandate d ON d.id = i.thing LEFT JOIN member s ON s.id = i.thing
                 WHERE i.invitation = :invitation AND""" + Invitees.WAITS + "ORDER BY member, i.thing")
                .param("invitation", invitation)
                .params(reads.moment())
                .query((row, _) -> new Waiting(
                        Columns.id(row, "thing"),
                        Columns.id(row, "member"),
                        Columns.personOrNull(row, "person"),
                        Columns.id(row, "import"),
                        row.getString("name"),
                        row.getString("address"),
                        Columns.language(row, "language")))
                .list();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        PersonId person = person(waiting);
        waiting.forEach(one -> takeUp(one, person));
        settle(invitation, waiting.getFirst().importId());
        return Optional.of(person);
    }

    private PersonId person(List<Waiting> waiting) {
        Waiting first = waiting.getFirst();
        PersonId self = waiting.stream()
                .map(Waiting::self)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(PersonId::next);
        ZoneId zone = members.lock(first.member())
                .map(member -> places.zone(member.place().orElse(null), house.zone()))
                .orElse(house.zone());
        return known.behind(self, first.address(), first.name(), first.language(), zone);
    }

    private void takeUp(Waiting one, PersonId person) {
        Member member = members.lock(one.member()).orElseThrow(NotFound::new);
        if (!one.thing().equals(one.member())) {
            takingUp.by(person, mandates.lock(one.thing()).orElseThrow(NotFound::new), member);
            return;
        }
        member.confirm(day.now());
        members.saveAndFlush(member);
        audit.record(AuditEntry.of(
                Asker.of(person), "membership.member-confirmed", new AuditSubject(KeptMembers.MEMBER, one.member())));
        live.changed(MembershipTopics.of(member.id()));
    }

    private void settle(UUID invitation, UUID importId) {
        jdbc.sql("DELETE FROM invitee WHERE invitation = :invitation")
                .param("invitation", invitation)
                .update();
        jdbc.sql("UPDATE invitation_round SET accepted = accepted + 1 WHERE import = :import")
                .param("import", importId)
                .update();
        live.changed(ImportInvitations.topic(new ImportId(importId)));
    }
}
