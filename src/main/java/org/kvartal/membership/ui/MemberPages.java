package org.kvartal.membership.ui;

import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.MembershipRights;
import org.springframework.stereotype.Component;

/** Reads all that stands on a member's page. */
@Component
class MemberPages {

    private final Members members;
    private final Mandates mandates;
    private final Admissions admissions;
    private final Bodies bodies;
    private final People people;
    private final Suspensions suspensions;
    private final Permissions permissions;
    private final Lists lists;

    MemberPages(
            Members members,
            Mandates mandates,
            Admissions admissions,
            Bodies bodies,
            People people,
            Suspensions suspensions,
            Permissions permissions,
            Lists lists) {
        this.members = members;
        this.mandates = mandates;
        this.admissions = admissions;
        this.bodies = bodies;
        this.people = people;
        this.suspensions = suspensions;
        this.permissions = permissions;
        this.lists = lists;
    }

    Optional<MemberPage> read(Asker asker, long number) {
        return members.profile(asker, number).map(profile -> {
            PersonId person = profile.card().person();
            return person == null ? organisation(asker, profile) : person(asker, profile, person);
        });
    }

    private MemberPage organisation(Asker asker, MemberProfile profile) {
        MemberId id = profile.card().id();
        return new MemberPage(
                profile,
                null,
                mandates.ofAssociation(asker, id),
                profile.mayMandate() ? admissions.requests(asker, id) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                names(profile),
                mandates.isPrimary(asker, id));
    }

    private MemberPage person(Asker asker, MemberProfile profile, PersonId person) {
        boolean own = asker.person().filter(person::equals).isPresent();
        boolean office = permissions.has(asker, MembershipRights.MANAGE_MANDATES, Scope.PLATFORM);
        boolean member = permissions.has(asker, MembershipRights.READ_MEMBERS, Scope.PLATFORM);
        return new MemberPage(
                profile,
                people.card(person).orElse(null),
                List.of(),
                List.of(),
                own || office ? mandates.heldBy(asker, person) : List.of(),
                !own && !office && member ? mandates.of(person) : List.of(),
                bodies.of(asker, person),
                suspensions.suspended(asker, person),
                names(profile),
                own);
    }

    private Names names(MemberProfile profile) {
        String city = profile.card().city();
        return lists.names(city == null ? List.of() : List.of(city));
    }
}
