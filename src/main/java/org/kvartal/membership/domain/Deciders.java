package org.kvartal.membership.domain;

import java.util.List;
import java.util.Set;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Registration;
import org.kvartal.membership.Verdict.Decider;
import org.springframework.stereotype.Component;

/** Who answers an application: the office, or the primary representatives of whom somebody wants to represent. Never the applicant. */
@Component
class Deciders {

    private final MandateReads mandates;
    private final MemberReads members;
    private final Permissions permissions;
    private final Correspondence correspondence;

    Deciders(MandateReads mandates, MemberReads members, Permissions permissions, Correspondence correspondence) {
        this.mandates = mandates;
        this.members = members;
        this.permissions = permissions;
        this.correspondence = correspondence;
    }

    /** The primary representatives who answer; none where the office does. */
    Set<PersonId> primaries(Application application) {
        return application
                .said()
                .association()
                .filter(_ -> application.kind() == ApplicationKind.REPRESENTATIVE)
                .map(association -> mandates.primaries(List.of(association)).getOrDefault(association, Set.of()))
                .orElse(Set.of());
    }

    Decider of(Application application) {
        return primaries(application).isEmpty() ? Decider.OFFICE : Decider.ASSOCIATION;
    }

    /** Everybody whom an application waits for. */
    Set<PersonId> people(Application application) {
        Set<PersonId> primaries = primaries(application);
        return primaries.isEmpty()
                ? permissions.holders(MembershipRights.DECIDE_APPLICATIONS, Scope.PLATFORM)
                : primaries;
    }

    /** @throws Forbidden if the asker may not answer this one */
    void require(Asker by, Application application) {
        if (!may(by, application) || own(by, application)) {
            throw new Forbidden();
        }
    }

    /** Whether answering falls to the asker, whoever applies. */
    boolean may(Asker by, Application application) {
        Set<PersonId> primaries = primaries(application);
        return primaries.isEmpty()
                ? permissions.has(by, MembershipRights.DECIDE_APPLICATIONS, Scope.PLATFORM)
                : by.person().filter(primaries::contains).isPresent();
    }

    /** Whether it is the asker's own: of their address, or of an organisation that they represent already. */
    boolean own(Asker by, Application application) {
        return by.person()
                .filter(person -> person.equals(application.applicant().person())
                        || correspondence
                                .personAt(application.applicant().address())
                                .filter(person::equals)
                                .isPresent()
                        || application
                                .said()
                                .registration()
                                .filter(registration -> represents(person, registration))
                                .isPresent())
                .isPresent();
    }

    private boolean represents(PersonId person, Registration registration) {
        MemberId member = members.registered(List.of(registration)).get(registration);
        return member != null && mandates.represents(person, member);
    }
}
