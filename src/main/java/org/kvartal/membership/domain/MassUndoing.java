package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberLeft;
import org.kvartal.membership.MembershipRights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back some hundred members and invitations at once that were made by mistake, as far as nobody has touched them; in the caller's transaction and in a
 * number of statements that does not depend on how many they are.
 */
@Component
class MassUndoing {

    private static final Asker HOUSE = Asker.house("membership");

    private final MemberRepository members;
    private final MemberRoles roles;
    private final Invitees invitees;
    private final Arrivals arrivals;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final HouseClock day;

    MassUndoing(
            MemberRepository members,
            MemberRoles roles,
            Invitees invitees,
            Arrivals arrivals,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            HouseClock day) {
        this.members = members;
        this.roles = roles;
        this.invitees = invitees;
        this.arrivals = arrivals;
        this.permissions = permissions;
        this.audit = audit;
        this.facts = facts;
        this.jdbc = jdbc;
        this.day = day;
    }

    /**
     * Takes back members and invitations that nobody has touched.
     *
     * @param personToo whether a member's person came in with them, and goes with them
     * @return why the others were left
     */
    Map<UUID, RowProblem> takeBack(Asker by, List<UUID> things, Map<UUID, Boolean> personToo) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        Map<UUID, RowProblem> left = new HashMap<>();
        Map<UUID, Member> standing = lock(things);
        List<UUID> waiting = waitingMandates(things, left);
        Set<UUID> used = inUse(standing.keySet());
        standing.values().removeIf(member -> {
            boolean touched = !member.untouched() || used.contains(member.id().value());
            if (touched) {
                left.put(member.id().value(), RowProblem.because("membership.import.problem.touched"));
            }
            return touched;
        });
        invitees.forget(
                things.stream().filter(thing -> !left.containsKey(thing)).toList());
        remove(by, standing, waiting);
        settlePeople(standing.values(), personToo);
        return left;
    }

    /** Those of the things that are members. Locked with the organisations of the mandates among them, before the mandates are. */
    private Map<UUID, Member> lock(List<UUID> things) {
        Set<UUID> all = new HashSet<>(things);
        all.addAll(jdbc.sql("SELECT association FROM mandate WHERE id = ANY (:ids)")
                .param("ids", things.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        Map<UUID, Member> standing = new LinkedHashMap<>();
        members.lockAll(all).forEach(member -> standing.put(member.id().value(), member));
        standing.keySet().retainAll(new HashSet<>(things));
        return standing;
    }

    private Set<UUID> inUse(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                        SELECT m.id FROM member m WHERE m.id = ANY (:ids) AND (
                               EXISTS (SELECT FROM mandate d WHERE d.association = m.id AND (d.person IS NOT NULL
                                       OR EXISTS (SELECT FROM mandate_document w WHERE w.mandate = d.id)))
                            OR EXISTS (SELECT FROM application a WHERE a.association = m.id OR a.member = m.id))""")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Those of the things that are invitations which still wait; others are left with their reason. */
    private List<UUID> waitingMandates(List<UUID> things, Map<UUID, RowProblem> left) {
        List<UUID> waiting = new ArrayList<>();
        Set<UUID> wanted = new HashSet<>(things);
        jdbc.sql("""
                SELECT id, person IS NULL AND ended_at IS NULL
                           AND NOT EXISTS (SELECT FROM mandate_document w WHERE w.mandate = mandate.id) AS waits FROM mandate
                 WHERE id = ANY (:ids) OR association = ANY (:ids) ORDER BY id FOR UPDATE""").param("ids", things.toArray(UUID[]::new)).query(row -> {
            UUID id = Columns.id(row, "id");
            if (!wanted.contains(id)) {
                return;
            }
            if (row.getBoolean("waits")) {
                waiting.add(id);
            } else {
                left.put(id, RowProblem.because("membership.import.problem.touched"));
            }
        });
        return waiting;
    }

    private void remove(Asker by, Map<UUID, Member> gone, List<UUID> waiting) {
        invitees.forgetOf(gone.keySet());
        jdbc.sql("DELETE FROM mandate WHERE association = ANY (:members) OR id = ANY (:mandates)")
                .param("members", gone.keySet().toArray(UUID[]::new))
                .param("mandates", waiting.toArray(UUID[]::new))
                .update();
        jdbc.sql("DELETE FROM member WHERE id = ANY (:ids)")
                .param("ids", gone.keySet().toArray(UUID[]::new))
                .update();
        audit.recordAll(Stream.concat(
                        gone.keySet().stream().map(id -> act(by, "membership.member-taken-back", id)),
                        waiting.stream()
                                .map(id -> AuditEntry.of(
                                        by,
                                        "membership.mandate-taken-back",
                                        new AuditSubject(MandateBook.MANDATE, id))))
                .toList());
        gone.values().forEach(member -> facts.publishEvent(new MemberLeft(member.id(), day.now())));
    }

    private void settlePeople(Collection<Member> gone, Map<UUID, Boolean> personToo) {
        Set<PersonId> people = new HashSet<>();
        Set<PersonId> came = new HashSet<>();
        for (Member member : gone) {
            member.person().ifPresent(person -> {
                people.add(person);
                if (Boolean.TRUE.equals(personToo.get(member.id().value()))) {
                    came.add(person);
                }
            });
        }
        came.removeAll(referredTo(came));
        people.removeAll(arrivals.takeBack(HOUSE, came));
        // Whoever was here before: few, or none.
        people.stream().sorted(Comparator.comparing(PersonId::value)).forEach(roles::settle);
    }

    /** People of whom this module knows more than that they were a member. */
    private Set<PersonId> referredTo(Set<PersonId> people) {
        Set<PersonId> referredTo = new HashSet<>();
        if (!people.isEmpty()) {
            jdbc.sql("""
                    SELECT p.id FROM unnest(:people::uuid[]) AS p (id)
                     WHERE EXISTS (SELECT FROM mandate d WHERE d.person = p.id)
                        OR EXISTS (SELECT FROM body_term t WHERE t.person = p.id)
                        OR EXISTS (SELECT FROM member m WHERE m.person = p.id)
                        OR EXISTS (SELECT FROM application a WHERE a.applicant = p.id)""")
                    .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                    .query((row, _) -> referredTo.add(Columns.person(row, "id")))
                    .list();
        }
        return referredTo;
    }

    private static AuditEntry act(Asker by, String act, UUID member) {
        return AuditEntry.of(by, act, new AuditSubject(KeptMembers.MEMBER, member));
    }
}
