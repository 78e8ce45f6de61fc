package org.kvartal.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Verdict;
import org.kvartal.membership.Verdict.Cannot;
import org.kvartal.membership.Verdict.Reason;
import org.kvartal.membership.Verdict.WaitingForUs;
import org.kvartal.membership.Verdict.WaitingForYou;
import org.kvartal.membership.Verdict.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where somebody stands, computed each time from what is. */
@Component
class Verdicts {

    /** How long a draft with an address that nobody confirmed is kept. */
    static final Duration UNCONFIRMED = Duration.ofDays(14);

    private final ApplicationRepository applications;
    private final MemberReads members;
    private final Deciders deciders;
    private final Obstacles obstacles;
    private final JdbcClient jdbc;
    private final HouseClock day;

    Verdicts(
            ApplicationRepository applications,
            MemberReads members,
            Deciders deciders,
            Obstacles obstacles,
            JdbcClient jdbc,
            HouseClock day) {
        this.applications = applications;
        this.members = members;
        this.deciders = deciders;
        this.obstacles = obstacles;
        this.jdbc = jdbc;
        this.day = day;
    }

    Verdict of(Application application) {
        return switch (application.state()) {
            case DRAFT ->
                application.sendsOnConfirmation()
                        ? new WaitingForYou(
                                Wanted.CONFIRM_ADDRESS, application.begunAt().plus(UNCONFIRMED))
                        : new Verdict.Draft();
            case SUBMITTED, IN_REVIEW ->
                new WaitingForUs(application.course().waitingSince(), deciders.of(application));
            case MORE_INFO ->
                new WaitingForYou(
                        Wanted.ANSWER_QUESTION, application.course().askedAt().plus(Admissions.LAPSE));
            case DECLINED ->
                new Cannot(Reason.DECLINED, appealUntil(application).orElse(null));
            case APPROVED ->
                application
                        .member()
                        .filter(id -> members.current(List.of(id)).contains(id))
                        .flatMap(this::card)
                        .<Verdict>map(card -> new Verdict.Member(card.number()))
                        .orElseGet(Verdict.CanApply::new);
            case WITHDRAWN, LAPSED -> new Verdict.CanApply();
        };
    }

    Verdict of(Asker asker) {
        if (asker.person().isEmpty()) {
            return new Verdict.CanApply();
        }
        PersonId person = asker.person().orElseThrow();
        Optional<Application> newest = newest(person).flatMap(id -> applications.findById(id.value()));
        if (newest.filter(application -> application.state().open()).isPresent()) {
            return of(newest.get());
        }
        MemberCard card = members.ofPeople(List.of(person)).get(person);
        if (card != null) {
            return new Verdict.Member(card.number());
        }
        if (newest.flatMap(this::appealUntil).isPresent()) {
            return of(newest.get());
        }
        return obstacles.endedByHouse(person) ? new Cannot(Reason.ENDED_BY_HOUSE, null) : new Verdict.CanApply();
    }

    /** The application that says most about a person: an open one, else the newest. */
    Optional<ApplicationId> newest(PersonId person) {
        return jdbc.sql("""
                SELECT id FROM application WHERE applicant = :person
                 ORDER BY state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'MORE_INFO') DESC, begun_at DESC LIMIT 1""")
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(ApplicationId::new);
    }

    Optional<Instant> appealUntil(Application application) {
        return application.course().mayAppeal(day.now())
                ? Optional.of(application.course().settledAt().plus(Admissions.APPEAL))
                : Optional.empty();
    }

    private Optional<MemberCard> card(MemberId id) {
        return Optional.ofNullable(members.cards(List.of(id)).get(id));
    }
}
