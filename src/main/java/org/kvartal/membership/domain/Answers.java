package org.kvartal.membership.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office, or the representatives of an association, do with an application. The application is locked meanwhile: it is answered once. */
@Component
class Answers {

    private final ApplicationRepository applications;
    private final Deciders deciders;
    private final Approval approval;
    private final Verdicts verdicts;
    private final TwinSearch twins;
    private final ApplicationLog log;
    private final ApplicationLetters letters;
    private final ApplicationNews news;
    private final OfficeQueue queue;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final HouseClock day;

    Answers(
            ApplicationRepository applications,
            Deciders deciders,
            Approval approval,
            Verdicts verdicts,
            TwinSearch twins,
            ApplicationLog log,
            ApplicationLetters letters,
            ApplicationNews news,
            OfficeQueue queue,
            Permissions permissions,
            JdbcClient jdbc,
            HouseClock day) {
        this.applications = applications;
        this.deciders = deciders;
        this.approval = approval;
        this.verdicts = verdicts;
        this.twins = twins;
        this.log = log;
        this.letters = letters;
        this.news = news;
        this.queue = queue;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.day = day;
    }

    void take(Asker by, ApplicationId id, long version) {
        Application application = lock(by, id, version);
        application.course().take(by.requirePerson());
        applications.saveAndFlush(application);
        log.houseHas(by, What.TAKEN, application, null);
    }

    /** Passes by what is the asker's own, and what somebody else is taking at this moment. */
    Optional<QueueRow> takeNext(Asker by) {
        permissions.check(by, MembershipRights.DECIDE_APPLICATIONS, Scope.PLATFORM);
        PersonId officer = by.requirePerson();
        for (UUID candidate : queue.untaken(officer)) {
            Optional<Application> application = applications.findById(candidate);
            if (application.filter(found -> !deciders.own(by, found)).isPresent()) {
                application.get().course().take(officer);
                applications.saveAndFlush(application.get());
                log.houseHas(by, What.TAKEN, application.get(), null);
                return Optional.ofNullable(queue.rows(List.of(candidate)).get(candidate));
            }
        }
        return Optional.empty();
    }

    void askMore(Asker by, ApplicationId id, long version, String question) {
        Application application = lock(by, id, version);
        String what = Typed.requiredBlock("question", question, Entered.REASON_LENGTH);
        application.ask(what, by.person(), day.now());
        applications.saveAndFlush(application);
        log.houseHas(by, What.ASKED, application, what);
        letters.asked(application, what);
        news.rests(application);
    }

    void decline(Asker by, ApplicationId id, long version, String reason) {
        Application application = lock(by, id, version);
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        application.decline(why, day.now());
        applications.saveAndFlush(application);
        news.rests(application);
        log.houseHas(by, What.DECLINED, application, why);
        letters.declined(application, why, verdicts.appealUntil(application).orElse(null));
    }

    MemberId approve(Asker by, ApplicationId id, long version) {
        Application application = lock(by, id, version);
        MemberId member = approval.of(by, application);
        application.approve(member, day.now());
        applications.saveAndFlush(application);
        news.rests(application);
        log.houseHas(by, What.APPROVED, application, null);
        return member;
    }

    /** Takes a warning away that stands between the application and a yes: for those who answer it, as long as it waits. */
    void tellApart(Asker by, ApplicationId id, UUID other) {
        Application application = lock(by, id);
        application.course().requireWaiting();
        if (twins.toldApart(id, other)) {
            return;
        }
        Twin twin = twins.of(application).stream()
                .filter(one -> one.id().equals(other))
                .findFirst()
                .orElseThrow(() -> Refused.because("membership.refused.application-changed"));
        Optional<Application> second = applications.findById(other);
        if (second.filter(found -> deciders.own(by, found)).isPresent()) {
            throw new Forbidden();
        }
        keepApart(by, id.value(), other);
        log.toldApart(by, application, other, called(twin));
        second.ifPresent(
                found -> log.toldApart(by, found, id.value(), application.said().name()));
    }

    private void keepApart(Asker by, UUID one, UUID other) {
        boolean first = one.toString().compareTo(other.toString()) < 0;
        jdbc.sql("INSERT INTO told_apart (one, other, by, at) VALUES (:one, :other, :by, :now) ON CONFLICT DO NOTHING")
                .param("one", first ? one : other)
                .param("other", first ? other : one)
                .param("by", by.requirePerson().value())
                .param("now", Columns.moment(day.now()))
                .update();
    }

    private static String called(Twin twin) {
        return twin.member() != null
                ? twin.member().name().in(Language.EN)
                : Objects.requireNonNull(twin.application()).name();
    }

    private Application lock(Asker by, ApplicationId id, long version) {
        Application application = lock(by, id);
        application.requireVersion(version);
        return application;
    }

    private Application lock(Asker by, ApplicationId id) {
        if (by instanceof Asker.Guest) {
            throw new Forbidden();
        }
        Application application = applications
                .lock(id.value())
                .filter(found -> found.said().submissions() > 0)
                .orElseThrow(NotFound::new);
        deciders.require(by, application);
        return application;
    }
}
