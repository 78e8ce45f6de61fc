package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what {@link Admitting} and {@link MandateBook} do, for some hundred at once, in the caller's transaction and in a number of statements that
 * does not depend on how many they are. The facts are told one by one, as always.
 */
@Component
class MassAdmission {

    private static final Asker HOUSE = Asker.house("membership");

    private final MemberRepository members;
    private final MandateRepository mandates;
    private final DescriptionRules rules;
    private final Registrations registrations;
    private final Grants grants;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final HouseClock day;

    MassAdmission(
            MemberRepository members,
            MandateRepository mandates,
            DescriptionRules rules,
            Registrations registrations,
            Grants grants,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            HouseClock day) {
        this.members = members;
        this.mandates = mandates;
        this.rules = rules;
        this.registrations = registrations;
        this.grants = grants;
        this.permissions = permissions;
        this.audit = audit;
        this.facts = facts;
        this.jdbc = jdbc;
        this.day = day;
    }

    /**
     * Makes members, whose people are there already.
     *
     * @throws Refused at {@code registration-number} if somebody has got one of their registrations meanwhile
     * @throws org.kvartal.kernel.Forbidden if the asker may not admit
     */
    void admit(Asker by, List<NewMember> wishes, ImportVocabulary.Words lists) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        registrations.requireFree(
                wishes.stream()
                        .map(NewMember::registration)
                        .filter(Objects::nonNull)
                        .toList(),
                null,
                null,
                ImportedAssociation.NUMBER);
        List<Member> admitted = wishes.stream()
                .map(wish -> Member.admit(wish, rules.of(wish, lists.placeCodes(), lists.sectorCodes()), day.now()))
                .toList();
        members.saveAllAndFlush(admitted);
        audit.recordAll(wishes.stream()
                .map(wish ->
                        act(by, "membership.member-admitted", wish.id().value()).with("kind", wish.kind()))
                .toList());
        admitted.forEach(member -> facts.publishEvent(new MemberAdmitted(
                member.id(), member.kind(), member.name(), member.person().orElse(null), day.now())));
        grants.giveAll(
                HOUSE,
                wishes.stream()
                        .map(NewMember::person)
                        .filter(Objects::nonNull)
                        .map(person -> new Grant(person, Role.MEMBER, Scope.PLATFORM, day.now(), null))
                        .toList());
    }

    /** Keeps invitations, whose letters go out later. */
    void prepare(Asker by, List<NewMandate> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        mandates.saveAllAndFlush(wishes.stream()
                .map(wish -> Mandate.invitation(wish, by.person(), day.today()))
                .toList());
        audit.recordAll(wishes.stream()
                .map(wish -> AuditEntry.of(
                                by,
                                "membership.mandate-invited",
                                new AuditSubject(MandateBook.MANDATE, wish.id().value()))
                        .with("association", wish.association().value())
                        .with("kind", wish.kind()))
                .toList());
    }

    /** Where members, and the organisations of mandates, are shown. */
    Map<UUID, String> paths(Collection<UUID> things) {
        Map<UUID, String> paths = new HashMap<>();
        jdbc.sql("""
                SELECT m.id, m.number FROM member m WHERE m.id = ANY (:ids)
                UNION ALL
                SELECT d.id, m.number FROM mandate d JOIN member m ON m.id = d.association WHERE d.id = ANY (:ids)""")
                .param("ids", things.toArray(UUID[]::new))
                .query((row, _) -> paths.put(Columns.id(row, "id"), MembershipPages.member(row.getLong("number"))))
                .list();
        return paths;
    }

    private static AuditEntry act(Asker by, String act, UUID member) {
        return AuditEntry.of(by, act, new AuditSubject(KeptMembers.MEMBER, member));
    }
}
