package org.kvartal.discussions;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.boot.test.context.TestConfiguration;

/** People who come into a test's house with the roles that it needs. */
@TestConfiguration(proxyBeanMethods = false)
public class Townspeople {

    private static final Asker HOUSE = Asker.house("test");

    private final Arrivals arrivals;
    private final Grants grants;
    private final Admissions admissions;
    private final Mandates mandates;

    Townspeople(Arrivals arrivals, Grants grants, Admissions admissions, Mandates mandates) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.admissions = admissions;
        this.mandates = mandates;
    }

    /** A new person who holds these roles in the whole house. */
    public Asker person(Role... roles) {
        PersonId id = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(id, "Person " + id, Language.EN, ZoneOffset.UTC, null));
        for (Role role : roles) {
            give(id, role);
        }
        return Asker.of(id);
    }

    /** Lets somebody hold a role from now on. */
    public void give(PersonId person, Role role) {
        grants.give(HOUSE, new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
    }

    /** A new association that belongs to the house. */
    public MemberId association(String name) {
        return admissions.admit(
                HOUSE,
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null));
    }

    /** Lets a person represent an association from now on. */
    public MandateId mandate(Asker person, MemberId association, RepresentationKind kind) {
        MandateId mandate = MandateId.next();
        mandates.give(HOUSE, new GivenMandate(mandate, association, person.requirePerson(), kind, null, null));
        return mandate;
    }

    /** Ends a mandate at once. */
    public void end(MandateId mandate) {
        mandates.end(HOUSE, mandate, "A new board was elected.");
    }

    /** Ends what binds an association to the house. */
    public void end(MemberId association) {
        admissions.terminate(HOUSE, association, "It was dissolved.");
    }

    /** Ends a role. */
    public void end(Asker person, Role role) {
        grants.end(HOUSE, person.requirePerson(), role, Scope.PLATFORM);
    }
}
