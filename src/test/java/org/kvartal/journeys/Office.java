package org.kvartal.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.boot.test.context.TestComponent;

/** Does the office's part of a journey that is about somebody else. */
@TestComponent
class Office {

    private static final Asker HOUSE = Asker.house("journeys");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int QUEUE = 200;

    private final Admissions admissions;
    private final Mandates mandates;
    private final Arrivals arrivals;
    private final Grants grants;
    private final Clock clock;

    Office(Admissions admissions, Mandates mandates, Arrivals arrivals, Grants grants, Clock clock) {
        this.admissions = admissions;
        this.mandates = mandates;
        this.arrivals = arrivals;
        this.grants = grants;
        this.clock = clock;
    }

    /** Somebody of the office whom no other journey knows. */
    Asker officer() {
        PersonId person = PersonId.next();
        arrivals.bring(
                HOUSE,
                new Newcomer(
                        person, "Officer " + COUNT.incrementAndGet(), Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(
                HOUSE,
                new Grant(person, Role.OFFICER, Scope.PLATFORM, clock.instant().minus(Duration.ofDays(1)), null));
        return Asker.of(person);
    }

    /** Takes the application of somebody whose name no other journey knows. */
    void take(Asker officer, String applicant) {
        QueueRow row = waiting(officer, applicant);
        admissions.take(officer, row.id(), row.version());
    }

    void ask(Asker officer, String applicant, String question) {
        QueueRow row = waiting(officer, applicant);
        admissions.askMore(officer, row.id(), row.version(), question);
    }

    void approve(Asker by, String applicant) {
        QueueRow row = waiting(by, applicant);
        admissions.approve(by, row.id(), row.version());
    }

    /** A primary representative says yes to somebody who wants to represent their association, too. */
    void approveRequest(Resident representative, MemberId association, String applicant) {
        Asker by = Asker.of(representative.id());
        QueueRow row = admissions.requests(by, association).stream()
                .filter(request -> request.applicant().equals(applicant))
                .findFirst()
                .orElseThrow();
        admissions.approve(by, row.id(), row.version());
    }

    Dossier dossier(Asker officer, String applicant) {
        return admissions.open(officer, waiting(officer, applicant).number()).orElseThrow();
    }

    /** An association that is a member, and who represents it. */
    MemberId association(String name, Resident representative) {
        MemberId association = admissions.admit(
                HOUSE,
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null));
        mandates.give(
                HOUSE,
                new GivenMandate(
                        MandateId.next(), association, representative.id(), RepresentationKind.PRIMARY, null, null));
        return association;
    }

    private QueueRow waiting(Asker officer, String applicant) {
        return admissions.queue(officer, QueueFilter.WAITING, null, QUEUE).rows().stream()
                .filter(row -> row.applicant().equals(applicant))
                .findFirst()
                .orElseThrow();
    }
}
