package org.kvartal.accounts.domain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Secret;
import org.kvartal.site.Limits;
import org.kvartal.site.TooOften;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing: after some wrong passwords in a row each further try has to wait, twice as long each time, a quarter of an hour at
 * most. Guesses from anywhere count for the address, known to the house or not; those from a browser in which the person has signed
 * in before count for the address in that browser alone, so that nobody can lock an owner out from afar.
 *
 * @see <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP, Slow Down Online
 *     Guessing Attacks with Device Cookies</a>
 */
@Component
class WrongPasswords {

    private static final int FREE = 5;
    private static final int FIRST_WAIT_SECONDS = 5;
    private static final int LONGEST_WAIT_SECONDS = 15 * 60;
    private static final int KNOWN_BROWSERS = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    WrongPasswords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try as wrong before it is looked at, in a transaction of its own: of many at the same moment none is free.
     *
     * @throws TooOften if it comes too early
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void expect(Key key) {
        Instant now = clock.instant();
        boolean allowed = jdbc.sql("""
                INSERT INTO wrong_password AS w (key, failures, last_at) VALUES (:key, 1, :now)
                ON CONFLICT (key) DO UPDATE
                   SET failures = CASE WHEN w.last_at < :forgotten THEN 1 ELSE w.failures + 1 END, last_at = :now
                 WHERE w.last_at + make_interval(secs => CASE WHEN w.failures < :free THEN 0
                           ELSE least(:longest, :first * 2 ^ least(w.failures - :free, 20)) END) <= :now
                """)
                        .param("key", key.hash)
                        .param("now", Columns.moment(now))
                        .param("forgotten", Columns.moment(now.minus(Duration.ofDays(1))))
                        .param("free", FREE)
                        .param("first", FIRST_WAIT_SECONDS)
                        .param("longest", LONGEST_WAIT_SECONDS)
                        .update()
                == 1;
        if (!allowed) {
            Limits.bit("wrong-password");
            throw new TooOften(waiting(key, now));
        }
    }

    /** The password was right: what went before no longer counts. */
    @Transactional
    void forget(Key key) {
        jdbc.sql("DELETE FROM wrong_password WHERE key = :key")
                .param("key", key.hash)
                .update();
    }

    /** What guesses for that address count for, seen from that browser. */
    @Transactional(readOnly = true)
    Key key(EmailAddress address, Visitor visitor) {
        return visitor.known()
                .filter(browser -> knows(browser, address))
                .map(browser -> new Key(Secret.sha256((HexFormat.of().formatHex(browser.hash()) + address.folded())
                        .getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> key(address));
    }

    Key key(EmailAddress address) {
        return new Key(Secret.sha256(address.folded().getBytes(StandardCharsets.UTF_8)));
    }

    /** What wrong answers to "your present password" count for: whoever is at that screen must not guess on either. */
    Key settingsKey(PersonId person) {
        return new Key(Secret.sha256(("settings:" + person).getBytes(StandardCharsets.UTF_8)));
    }

    /** Remembers that the person signed in with this browser; gives back what the browser shall show next time. */
    @Transactional
    Secret remember(PersonId person, Optional<Secret> browser) {
        Secret secret = browser.orElseGet(Secret::next);
        jdbc.sql("""
                INSERT INTO known_browser (token_hash, person, seen_at) VALUES (:hash, :person, :now)
                ON CONFLICT (token_hash, person) DO UPDATE SET seen_at = :now
                """)
                .param("hash", secret.hash())
                .param("person", person.value())
                .param("now", Columns.moment(clock.instant()))
                .update();
        jdbc.sql("""
                DELETE FROM known_browser WHERE person = :person AND token_hash NOT IN
                    (SELECT token_hash FROM known_browser WHERE person = :person ORDER BY seen_at DESC LIMIT :most)
                """)
                .param("person", person.value())
                .param("most", KNOWN_BROWSERS)
                .update();
        return secret;
    }

    /** No browser counts as the person's any more: somebody else may have been among them. */
    @Transactional
    void forgetBrowsers(PersonId person) {
        jdbc.sql("DELETE FROM known_browser WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    /** Forgets wrong passwords that no longer slow anything. */
    @Transactional
    void forgetOld() {
        jdbc.sql("DELETE FROM wrong_password WHERE last_at < :before")
                .param("before", Columns.moment(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private boolean knows(Secret browser, EmailAddress address) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM known_browser b JOIN account a ON a.person = b.person
                 WHERE b.token_hash = :hash AND a.address_folded = :address)
                """)
                .param("hash", browser.hash())
                .param("address", address.folded())
                .query(Boolean.class)
                .single();
    }

    private Duration waiting(Key key, Instant now) {
        return jdbc.sql("SELECT failures, last_at FROM wrong_password WHERE key = :key")
                .param("key", key.hash)
                .query((row, _) -> {
                    int doublings = Math.min(row.getInt("failures") - FREE, 20);
                    long seconds = Math.min(LONGEST_WAIT_SECONDS, (long) FIRST_WAIT_SECONDS << Math.max(doublings, 0));
                    return Duration.between(now, Columns.moment(row, "last_at").plusSeconds(seconds));
                })
                .optional()
                .orElse(Duration.ZERO);
    }

    /** Whose tries are counted together. */
    static final class Key {

        private final byte[] hash;

        private Key(byte[] hash) {
            this.hash = hash;
        }
    }
}
