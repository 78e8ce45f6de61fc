package org.kvartal.membership.domain;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.springframework.stereotype.Component;

/** Those who decide who represents an organisation: its primary representatives, and the office. */
@Component
class MandateGivers {

    private final MemberRepository members;
    private final MandateReads reads;
    private final Permissions permissions;
    private final HouseClock day;

    MandateGivers(MemberRepository members, MandateReads reads, Permissions permissions, HouseClock day) {
        this.members = members;
        this.reads = reads;
        this.permissions = permissions;
        this.day = day;
    }

    /**
     * The organisation, if it is here and the asker decides who represents it; locked, so that nobody else changes its mandates meanwhile.
     *
     * @throws org.kvartal.kernel.Forbidden if they don't
     */
    Member require(Asker by, MemberId id) {
        Member association = members.lock(id.value())
                .filter(member -> member.kind().organisation())
                .orElseThrow(NotFound::new);
        if (!reads.isPrimary(by, id)) {
            permissions.check(by, MembershipRights.MANAGE_MANDATES, Scope.PLATFORM);
        }
        requireHere(association);
        return association;
    }

    void requireHere(Member association) {
        if (!association.current(day.now())) {
            throw Refused.because("membership.refused.left-already");
        }
    }
}
