package org.kvartal.membership.domain;

import java.util.Optional;
import java.util.Set;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.stereotype.Component;

/** How an invitation becomes a mandate, whichever letter it was in. */
@Component
class TakingUp {

    /** Somebody was invited to what they hold already. */
    static final String HELD = "membership.mandate-held";

    private final MemberRepository members;
    private final MandateReads reads;
    private final Invitations invitations;
    private final MandateTelling telling;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final HouseClock day;

    TakingUp(
            MemberRepository members,
            MandateReads reads,
            Invitations invitations,
            MandateTelling telling,
            Notifications notifications,
            AuditTrail audit,
            HouseClock day) {
        this.members = members;
        this.reads = reads;
        this.invitations = invitations;
        this.telling = telling;
        this.notifications = notifications;
        this.audit = audit;
        this.day = day;
    }

    /**
     * The person takes it up, and the organisation is confirmed by it. Where they hold such a mandate already the invitation is closed instead,
     * and they hear of it; other letters about it open nothing any more.
     *
     * @param mandate locked, after its organisation
     * @throws org.kvartal.kernel.Refused if it waits no more
     */
    void by(PersonId person, Mandate mandate, Member association) {
        association.confirm(day.now());
        members.saveAndFlush(association);
        Optional<MandateId> held = reads.standing(mandate.offer(person, day.today()));
        invitations.takeBack(mandate.id());
        if (held.isEmpty()) {
            mandate.takeUp(person, day.today());
            record(person, mandate, "membership.mandate-taken-up");
            telling.given(mandate, false);
            return;
        }
        mandate.end(day.now());
        record(person, mandate, "membership.mandate-held-already");
        telling.ended(mandate);
        notifications.tell(
                new Notice(HELD + ":" + mandate.id(), HELD, held.get().value(), Set.of(person)));
    }

    private void record(PersonId person, Mandate mandate, String act) {
        audit.record(AuditEntry.of(
                        Asker.of(person),
                        act,
                        new AuditSubject(MandateBook.MANDATE, mandate.id().value()))
                .with("association", mandate.association().value())
                .with("kind", mandate.kind())
                .with("person", person));
    }
}
