package org.kvartal.membership.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Secret;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.Begun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opens an application: the keys of browsers and the links of letters. */
@Component
class ApplicationKeys {

    private static final LinkPurpose RESUME = new LinkPurpose("membership.resume-application");

    /** More browsers than an applicant has; the oldest keys go. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Links links;
    private final HouseClock day;

    ApplicationKeys(JdbcClient jdbc, Links links, HouseClock day) {
        this.jdbc = jdbc;
        this.links = links;
        this.day = day;
    }

    Begun next(ApplicationId application) {
        Secret key = Secret.next();
        jdbc.sql("INSERT INTO application_key (hash, application, made_at) VALUES (:hash, :application, :now)")
                .param("hash", key.hash())
                .param("application", application.value())
                .param("now", Columns.moment(day.now()))
                .update();
        jdbc.sql("""
                DELETE FROM application_key WHERE application = :application AND hash NOT IN (
                    SELECT hash FROM application_key WHERE application = :application ORDER BY made_at DESC LIMIT :most)""")
                .param("application", application.value())
                .param("most", MOST)
                .update();
        return new Begun(application, key.text());
    }

    Optional<ApplicationId> open(String key) {
        return Secret.of(key)
                .flatMap(secret -> jdbc.sql("SELECT application FROM application_key WHERE hash = :hash")
                        .param("hash", secret.hash())
                        .query(UUID.class)
                        .optional())
                .map(ApplicationId::new);
    }

    /** The secret of a link that leads back. */
    String link(ApplicationId application) {
        return links.issue(RESUME, application.toString(), Duration.ofDays(Joining.LINK_DAYS))
                .value();
    }

    /** The link is looked at and not used up: it leads back as often as it is pressed. */
    Optional<ApplicationId> follow(String token) {
        return links.look(token, RESUME).map(LinkSubject::subject).map(ApplicationId::of);
    }
}
