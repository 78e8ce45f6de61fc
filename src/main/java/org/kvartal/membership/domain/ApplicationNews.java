package org.kvartal.membership.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.stereotype.Component;

/**
 * Tells those who answer that somebody waits for them, and what they owe. Who wants to represent an organisation is told of with the organisation
 * locked, so that its last primary representative and a request that come and go at once see each other.
 */
@Component
class ApplicationNews {

    static final String WAITS = "membership.application-waits";

    private final ApplicationRepository applications;
    private final Deciders deciders;
    private final OfficeTasks tasks;
    private final MemberRepository organisations;
    private final MemberReads members;
    private final Notifications notifications;
    private final Live live;

    ApplicationNews(
            ApplicationRepository applications,
            Deciders deciders,
            OfficeTasks tasks,
            MemberRepository organisations,
            MemberReads members,
            Notifications notifications,
            Live live) {
        this.applications = applications;
        this.deciders = deciders;
        this.tasks = tasks;
        this.organisations = organisations;
        this.members = members;
        this.notifications = notifications;
        this.live = live;
    }

    /** It waits for an answer: newly sent, answered, or appealed. */
    void waits(Application application) {
        lockAskedFor(application);
        open(application);
        tell(application, deciders.people(application));
    }

    /** It waits for nobody of the house any more. */
    void rests(Application application) {
        lockAskedFor(application);
        tasks.answered(application.id());
    }

    /** Somebody answers, too, from now on who may represent an organisation. The organisation is locked. */
    void joins(MemberId association, PersonId primary) {
        applications.waitingFor(association.value()).forEach(application -> tell(application, Set.of(primary)));
    }

    /**
     * Others answer from now on who may represent an organisation: it has got its first primary representative, or lost the last. The organisation
     * is locked.
     */
    void changesHands(MemberId association) {
        for (Application application : applications.waitingFor(association.value())) {
            tasks.answered(application.id());
            open(application);
            tell(application, deciders.people(application));
            live.changed(MembershipTopics.of(application.id()));
            live.changed(MembershipTopics.QUEUE);
        }
    }

    private void open(Application application) {
        String name = application.said().name();
        if (deciders.primaries(application).isEmpty()) {
            tasks.answer(application.id(), application.number(), name);
            return;
        }
        MemberId association = application.said().association().orElseThrow();
        long number =
                members.cards(List.of(association)).values().iterator().next().number();
        tasks.answer(application.id(), name, association, number);
    }

    /** Nobody is told of an application of their own: others answer it. */
    private void tell(Application application, Set<PersonId> people) {
        Set<PersonId> to = new HashSet<>(people);
        to.remove(application.applicant().person());
        if (!to.isEmpty()) {
            notifications.tell(new Notice(
                    WAITS + ":" + application.id() + ":" + application.version(),
                    WAITS,
                    application.id().value(),
                    to));
        }
    }

    private void lockAskedFor(Application application) {
        if (application.kind() == ApplicationKind.REPRESENTATIVE) {
            application.said().association().ifPresent(association -> organisations.lock(association.value()));
        }
    }
}
