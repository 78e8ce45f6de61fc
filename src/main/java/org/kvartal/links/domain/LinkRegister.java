package org.kvartal.links.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Secret;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.LinkToken;
import org.kvartal.links.Links;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the hashes of tokens; each is a {@link Secret}. */
@Component
class LinkRegister implements Links {

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public LinkToken issue(LinkPurpose purpose, String subject, Duration life) {
        if (subject.isBlank() || subject.length() > 200) {
            throw new IllegalArgumentException("a link's subject has 1 to 200 characters");
        }
        if (!life.isPositive()) {
            throw new IllegalArgumentException("a link lives for some time");
        }
        Secret secret = Secret.next();
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO link_token (hash, purpose, subject, issued_at, expires_at)
                VALUES (:hash, :purpose, :subject, :now, :until)
                """)
                .param("hash", secret.hash())
                .param("purpose", purpose.name())
                .param("subject", subject)
                .param("now", Columns.moment(now))
                .param("until", Columns.moment(now.plus(life)))
                .update();
        return new LinkToken(secret.text());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LinkSubject> look(String token, LinkPurpose purpose) {
        return Secret.of(token)
                .flatMap(secret -> jdbc.sql("""
                SELECT subject, expires_at FROM link_token
                 WHERE hash = :hash AND purpose = :purpose AND redeemed_at IS NULL AND expires_at > :now
                """)
                        .param("hash", secret.hash())
                        .param("purpose", purpose.name())
                        .param("now", Columns.moment(clock.instant()))
                        .query((row, _) -> link(row))
                        .optional());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LinkSubject> redeem(String token, LinkPurpose purpose) {
        // The row's lock is the arbiter: a second attempt waits for the first one's end and then finds the token used.
        return Secret.of(token)
                .flatMap(secret -> jdbc.sql("""
                UPDATE link_token SET redeemed_at = :now
                 WHERE hash = :hash AND purpose = :purpose AND redeemed_at IS NULL AND expires_at > :now
                RETURNING subject, expires_at
                """)
                        .param("hash", secret.hash())
                        .param("purpose", purpose.name())
                        .param("now", Columns.moment(clock.instant()))
                        .query((row, _) -> link(row))
                        .optional());
    }

    @Override
    @Transactional
    public void revoke(LinkPurpose purpose, String subject) {
        jdbc.sql("DELETE FROM link_token WHERE purpose = :purpose AND subject = :subject AND redeemed_at IS NULL")
                .param("purpose", purpose.name())
                .param("subject", subject)
                .update();
    }

    /** Forgets tokens that stopped working a week ago or earlier. */
    @Transactional
    int forgetExpired() {
        return jdbc.sql("DELETE FROM link_token WHERE expires_at < :before")
                .param("before", Columns.moment(clock.instant().minus(Duration.ofDays(7))))
                .update();
    }

    private static LinkSubject link(ResultSet row) throws SQLException {
        return new LinkSubject(row.getString("subject"), Columns.moment(row, "expires_at"));
    }
}
