package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.ReportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.MemberId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what becomes of what they raised, wrote and stand behind. What somebody did themselves they know. */
@Component
class Telling {

    static final String ADOPTED = "advocacy.adopted";
    static final String REWORDED = "advocacy.reworded";
    static final String RETIRED = "advocacy.retired";
    static final String SUPERSEDED = "advocacy.superseded";
    static final String CLOSED = "advocacy.closed";
    static final String SENT = "advocacy.sent";
    static final String ANSWERED = "advocacy.answered";
    static final String REPLIED = "advocacy.replied";
    static final String UNREAD = "advocacy.unread";
    static final String VERIFIED = "advocacy.verified";
    static final String MOVED = "advocacy.measure-moved";
    static final String REPORTED = "advocacy.measure-reported";
    static final String VERIFY = "advocacy.verify-wanted";
    static final String REPORT_DUE = "advocacy.report-due";

    private final Notifications notifications;
    private final Concerned concerned;
    private final KeptFollowing followers;
    private final Permissions permissions;
    private final Live live;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Telling(
            Notifications notifications,
            Concerned concerned,
            KeptFollowing followers,
            Permissions permissions,
            Live live,
            JdbcClient jdbc,
            HouseClock clock) {
        this.notifications = notifications;
        this.concerned = concerned;
        this.followers = followers;
        this.permissions = permissions;
        this.live = live;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void adopted(Asker by, Recommendation recommendation) {
        tell(by, ADOPTED, recommendation.id(), "");
    }

    /** Those who stand behind it already read it again. */
    void reworded(Asker by, Recommendation recommendation) {
        if (recommendation.state() != RecommendationState.DRAFT) {
            // Once a day, however often its wording is mended.
            tell(by, REWORDED, recommendation.id(), ":" + clock.today());
        }
    }

    void retired(Asker by, Recommendation recommendation) {
        tell(by, RETIRED, recommendation.id(), "");
    }

    void superseded(Asker by, Recommendation recommendation) {
        tell(by, SUPERSEDED, recommendation.id(), "");
    }

    void closed(Asker by, Recommendation recommendation) {
        tell(by, CLOSED, recommendation.id(), "");
    }

    private void tell(Asker by, String kind, RecommendationId id, String more) {
        notifications.tell(new Notice(kind + ":" + id + more, kind, id.value(), concerned.by(id, by)));
    }

    void sent(Asker by, Dispatch dispatch) {
        notifications.tell(new Notice(
                SENT + ":" + dispatch.id() + ":" + Ids.next(),
                SENT,
                dispatch.id().value(),
                concerned.by(dispatch.recommendation(), by)));
    }

    void answered(Asker by, Dispatch dispatch) {
        notifications.tell(new Notice(
                ANSWERED + ":" + dispatch.id() + ":" + Ids.next(),
                ANSWERED,
                dispatch.id().value(),
                concerned.by(dispatch.recommendation(), by)));
    }

    /** Whoever prepared and signed a letter hears that it was answered; where neither of them is in the office any more, whoever may read the answer. */
    void replied(Asker by, Dispatch dispatch, ReplyId reply) {
        Set<PersonId> office = permissions.holders(AdvocacyRights.CLASSIFY, Scope.PLATFORM);
        Set<PersonId> theirs = new HashSet<>(Set.of(dispatch.preparedBy()));
        PersonId signer = dispatch.signedBy();
        if (signer != null) {
            theirs.add(signer);
        }
        theirs.retainAll(office);
        Set<PersonId> to = new HashSet<>(theirs.isEmpty() ? office : theirs);
        by.person().ifPresent(to::remove);
        notifications.tell(
                new Notice(REPLIED + ":" + reply, REPLIED, dispatch.id().value(), to));
    }

    /** @param since when it began to wait, so that each wait is told of once */
    void unread(DispatchId dispatch, Instant since, Set<PersonId> to) {
        notifications.tell(
                new Notice(UNREAD + ":" + dispatch + ":" + since.toEpochMilli(), UNREAD, dispatch.value(), to));
    }

    void verified(Asker by, MeasureId measure) {
        Set<PersonId> people = followers.of(measure.value(), by);
        jdbc.sql("SELECT recommendation FROM measure_of WHERE measure = :measure ORDER BY recommendation")
                .param("measure", measure.value())
                .query(UUID.class)
                .list()
                .forEach(id -> people.addAll(concerned.by(new RecommendationId(id), by)));
        notifications.tell(new Notice(VERIFIED + ":" + measure, VERIFIED, measure.value(), people));
    }

    /** Whoever follows it hears where it stands now. */
    void moved(Asker by, MeasureId measure) {
        notifications.tell(new Notice(
                MOVED + ":" + measure + ":" + Ids.next(), MOVED, measure.value(), followers.of(measure.value(), by)));
    }

    /** Whoever follows it hears that a report is out. */
    void reported(Asker by, MeasureId measure, ReportId report) {
        notifications.tell(
                new Notice(REPORTED + ":" + report, REPORTED, measure.value(), followers.of(measure.value(), by)));
    }

    /** An association is asked once for each time that it is reported as done to it. */
    void verificationWanted(MeasureId measure, MemberId verifier, Set<PersonId> to) {
        notifications.tell(new Notice(VERIFY + ":" + measure + ":" + verifier, VERIFY, measure.value(), to));
    }

    void reportDue(MeasureId measure, LocalDate on, int days, Set<PersonId> to) {
        notifications.tell(
                new Notice(REPORT_DUE + ":" + measure + ":" + on + ":" + days, REPORT_DUE, measure.value(), to));
    }

    /** Pages that show it, or a list with it, read again. */
    void changed(RecommendationId id) {
        live.changed(List.of(AdvocacyTopics.ALL, AdvocacyTopics.of(id)));
    }

    void changed(MeasureId id) {
        live.changed(List.of(AdvocacyTopics.ALL, AdvocacyTopics.of(id)));
    }
}
