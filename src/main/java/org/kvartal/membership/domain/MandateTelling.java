package org.kvartal.membership.domain;

import java.util.List;
import java.util.Set;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.MandateEnded;
import org.kvartal.membership.MandateGiven;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What follows when a mandate begins or ceases to count: the facts, the person's role and news, a primary representative who may be missing now, and
 * who answers those that want to represent the organisation. The organisation is locked meanwhile.
 */
@Component
class MandateTelling {

    static final String GIVEN = "membership.mandate-given";
    static final String ENDED = "membership.mandate-ended";

    private final MandateRepository mandates;
    private final MemberRoles roles;
    private final MandateReads reads;
    private final OfficeTasks tasks;
    private final ApplicationNews news;
    private final Notifications notifications;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final HouseClock day;

    MandateTelling(
            MandateRepository mandates,
            MemberRoles roles,
            MandateReads reads,
            OfficeTasks tasks,
            ApplicationNews news,
            Notifications notifications,
            ApplicationEventPublisher facts,
            Live live,
            HouseClock day) {
        this.mandates = mandates;
        this.roles = roles;
        this.reads = reads;
        this.tasks = tasks;
        this.news = news;
        this.notifications = notifications;
        this.facts = facts;
        this.live = live;
        this.day = day;
    }

    /**
     * Keeps a mandate that was given or taken up, and tells of it if it counts already; a later one is told on its day.
     *
     * @param unknown whether its holder has not heard of it in another way
     */
    void given(Mandate mandate, boolean unknown) {
        boolean tell = mandate.current(day.today()) && mandate.tellBegun();
        mandates.saveAndFlush(mandate);
        if (tell) {
            PersonId person = mandate.person().orElseThrow();
            facts.publishEvent(new MandateGiven(mandate.id(), mandate.association(), person));
            if (unknown) {
                notifications.tell(new Notice(
                        GIVEN + ":" + mandate.id(), GIVEN, mandate.id().value(), Set.of(person)));
            }
            roles.settle(person);
            if (mandate.kind() == RepresentationKind.PRIMARY) {
                primaryCame(mandate.association(), person);
            }
        }
        tasks.watchPrimary(mandate.association());
        live.changed(MembershipTopics.of(mandate.association()));
    }

    /** Keeps a mandate that no longer counts, and tells of it if anybody had heard that it did. */
    void ended(Mandate mandate) {
        boolean tell = mandate.tellEnded();
        mandates.saveAndFlush(mandate);
        if (tell) {
            PersonId person = mandate.person().orElseThrow();
            facts.publishEvent(new MandateEnded(mandate.id(), mandate.association(), person));
            notifications.tell(
                    new Notice(ENDED + ":" + mandate.id(), ENDED, mandate.id().value(), Set.of(person)));
            roles.settle(person);
            if (mandate.kind() == RepresentationKind.PRIMARY
                    && primaries(mandate.association()).isEmpty()) {
                news.changesHands(mandate.association());
            }
        }
        tasks.watchPrimary(mandate.association());
        live.changed(MembershipTopics.of(mandate.association()));
    }

    private void primaryCame(MemberId association, PersonId person) {
        if (primaries(association).equals(Set.of(person))) {
            news.changesHands(association);
        } else {
            news.joins(association, person);
        }
    }

    private Set<PersonId> primaries(MemberId association) {
        return reads.primaries(List.of(association)).getOrDefault(association, Set.of());
    }
}
