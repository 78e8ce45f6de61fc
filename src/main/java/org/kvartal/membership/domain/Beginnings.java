package org.kvartal.membership.domain;

import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining.Begun;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.Joining.What;
import org.kvartal.site.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How applications begin. */
@Component
class Beginnings {

    private final ApplicationRepository applications;
    private final ApplicationKeys keys;
    private final ApplicationLog log;
    private final ApplicationLetters letters;
    private final Obstacles obstacles;
    private final Correspondence correspondence;
    private final JoiningPace pace;
    private final JdbcClient jdbc;
    private final HouseClock day;

    Beginnings(
            ApplicationRepository applications,
            ApplicationKeys keys,
            ApplicationLog log,
            ApplicationLetters letters,
            Obstacles obstacles,
            Correspondence correspondence,
            JoiningPace pace,
            JdbcClient jdbc,
            HouseClock day) {
        this.applications = applications;
        this.keys = keys;
        this.log = log;
        this.letters = letters;
        this.obstacles = obstacles;
        this.correspondence = correspondence;
        this.pace = pace;
        this.jdbc = jdbc;
        this.day = day;
    }

    Begun begin(Asker by, NewApplication wish, String from) {
        Optional<PersonId> known = by.person();
        Application application = Application.begin(wish, known.orElseGet(PersonId::next), day.now());
        Optional<Application> standing = applications.findById(wish.id().value());
        if (standing.isPresent()) {
            if (known.filter(standing.get().applicant().person()::equals).isEmpty()) {
                throw new Forbidden();
            }
            return keys.next(wish.id());
        }
        Optional<EmailAddress> own =
                known.flatMap(correspondence::recipient).map(recipient -> EmailAddress.of(recipient.address()));
        if (known.isPresent()) {
            obstacles.of(wish.kind(), known.get(), own.orElse(null)).ifPresent(obstacle -> {
                throw obstacle;
            });
            Optional<ApplicationId> begun = begun(known.get(), wish.kind());
            if (begun.isPresent()) {
                return keys.next(begun.get());
            }
        }
        EmailAddress address = EmailAddress.of(wish.email());
        pace.begin(Network.of(from), address);
        if (own.map(EmailAddress::folded).filter(address.folded()::equals).isPresent()) {
            application.applicant().confirm(day.now());
        }
        applications.saveAndFlush(application);
        log.applicantHas(What.BEGUN, application, null);
        letters.begun(application);
        return keys.next(wish.id());
    }

    /** What the person has begun of that kind; for themselves once, for associations one after the other. */
    private Optional<ApplicationId> begun(PersonId person, ApplicationKind kind) {
        return jdbc.sql("""
                SELECT id FROM application WHERE applicant = :person AND kind = :kind
                   AND state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'MORE_INFO')
                 ORDER BY begun_at DESC LIMIT 1""")
                .param("person", person.value())
                .param("kind", kind.name())
                .query(UUID.class)
                .optional()
                .map(ApplicationId::new);
    }
}
