package org.kvartal.membership.domain;

import java.util.Set;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells those who answer that somebody waits for them, and what they owe. */
@Component
class ApplicationNews {

    static final String WAITS = "membership.application-waits";

    private final Deciders deciders;
    private final OfficeTasks tasks;
    private final MemberReads members;
    private final Notifications notifications;

    ApplicationNews(Deciders deciders, OfficeTasks tasks, MemberReads members, Notifications notifications) {
        this.deciders = deciders;
        this.tasks = tasks;
        this.members = members;
        this.notifications = notifications;
    }

    /** It waits for an answer: newly sent, answered, or appealed. */
    void waits(Application application) {
        Set<PersonId> primaries = deciders.primaries(application);
        if (primaries.isEmpty()) {
            tasks.answer(
                    application.id(), application.number(), application.said().name());
        } else {
            MemberCard association = members.cards(
                            Set.of(application.said().association().orElseThrow()))
                    .values()
                    .iterator()
                    .next();
            tasks.answer(application.id(), application.said().name(), association.number(), primaries);
        }
        notifications.tell(new Notice(
                WAITS + ":" + application.id() + ":" + application.version(),
                WAITS,
                application.id().value(),
                deciders.people(application)));
    }

    /** It waits for nobody of the house any more. */
    void rests(Application application) {
        tasks.answered(application.id(), deciders.primaries(application));
    }
}
