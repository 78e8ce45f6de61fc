package org.kvartal.accounts.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.live.LiveTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people are signed in. Each sign-in is one row that every node sees; to end it, as {@link SignOuts} does, is to delete the row.
 *
 * @see "Decision record 0060, signing in, sessions and headers"
 */
@Component
public class SignIns {

    /** How long an unremembered sign-in outlives the last request. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** How long any sign-in lives at most, and a remembered one in any case. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** The row says when somebody was seen to the minute: a write per request would cost more than it tells. */
    private static final Duration SEEN = Duration.ofMinutes(1);

    static final String SIGN_IN = "accounts.sign-in";

    private static final Logger log = LoggerFactory.getLogger(SignIns.class);

    private final JdbcClient jdbc;
    private final PersonLocks people;
    private final WrongPasswords wrong;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIns(
            JdbcClient jdbc,
            PersonLocks people,
            WrongPasswords wrong,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.wrong = wrong;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A new sign-in.
     *
     * @param secret for the browser's cookie
     * @param browser what the browser shows the next time somebody wants to sign in with it
     */
    public record Started(PersonId person, Secret secret, Secret browser, boolean remembered) {}

    /** One line of the page that tells where one is signed in; browser, system and network may be empty. */
    public record Place(UUID id, String browser, String system, String network, Instant begunAt, Instant seenAt) {}

    /**
     * Signs a person in who has proved in another way who they are: by a link from their mail.
     *
     * @throws NotFound if there is no such person
     * @throws Refused if they are suspended
     */
    public Started start(PersonId person, boolean remember, Visitor visitor) {
        return transaction.execute(_ -> begin(person, remember, visitor));
    }

    private Started begin(PersonId person, boolean remember, Visitor visitor) {
        admit(person);
        Secret secret = Secret.next();
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO sign_in (id, token_hash, person, remembered, browser, system, network, begun_at, seen_at, expires_at)
                VALUES (:id, :hash, :person, :remembered, :browser, :system, :network, :now, :now, :until)
                """)
                .param("id", id)
                .param("hash", secret.hash())
                .param("person", person.value())
                .param("remembered", remember)
                .param("browser", visitor.browser())
                .param("system", visitor.system())
                .param("network", visitor.network().value())
                .param("now", Columns.moment(now))
                .param("until", Columns.moment(now.plus(remember ? LIFE : IDLE)))
                .update();
        audit.record(AuditEntry.of(person, "accounts.signed-in", SIGN_IN, id));
        return new Started(person, secret, wrong.remember(person, visitor.known()), remember);
    }

    /** Shares a lock with whoever suspends: a sign-in that has begun before is ended, one that comes after is refused here. */
    private void admit(PersonId person) {
        people.share(person);
        boolean suspended = jdbc.sql("""
                SELECT EXISTS (SELECT FROM suspension WHERE person = :person)
                    OR EXISTS (SELECT FROM person WHERE id = :person AND erased_at IS NOT NULL)
                """)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        if (suspended) {
            throw suspended();
        }
    }

    /** What is said to whoever has proved that the account is theirs, and may not come in. */
    static Refused suspended() {
        return Refused.because("accounts.sign-in.suspended");
    }

    /** Whose sign-in it is, if it holds now, with what they may be at this moment; notes that they were seen. */
    public Optional<SignedIn> recognise(Secret secret) {
        Instant now = clock.instant();
        Optional<Seen> seen = seen(secret, now);
        seen.filter(s -> s.at().isBefore(now.minus(SEEN))).ifPresent(s -> note(s.signedIn(), now));
        return seen.map(Seen::signedIn);
    }

    /** The same for what a page sends while nobody is there: it does not count as being seen. */
    public Optional<SignedIn> recogniseUnseen(Secret secret) {
        return seen(secret, clock.instant()).map(Seen::signedIn);
    }

    private Optional<Seen> seen(Secret secret, Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> find(secret, now)));
    }

    /** Where nothing can be written, people go on reading. */
    private void note(SignedIn signedIn, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> touch(signedIn, now));
        } catch (DataAccessException | TransactionException unwritten) {
            log.debug("It is not noted that somebody was seen", unwritten);
        }
    }

    private Optional<Seen> find(Secret secret, Instant now) {
        return jdbc.sql("""
                SELECT s.id, s.person, s.seen_at, p.language, p.zone,
                       ARRAY(SELECT DISTINCT g.role FROM role_grant g
                              WHERE g.person = s.person AND g.scope_kind = :platform AND g.scope_id = ''
                                AND g.from_at <= :now AND (g.to_at IS NULL OR g.to_at > :now)) AS roles
                  FROM sign_in s JOIN person p ON p.id = s.person
                 WHERE s.token_hash = :hash AND s.expires_at > :now
                """)
                .param("hash", secret.hash())
                .param("now", Columns.moment(now))
                .param("platform", Scope.PLATFORM.kind())
                .query(SignIns::seen)
                .optional();
    }

    /** Where the person is signed in, the place seen last first. */
    @Transactional(readOnly = true)
    public List<Place> places(Asker asker) {
        return jdbc.sql("""
                SELECT id, browser, system, network, begun_at, seen_at FROM sign_in
                 WHERE person = :person AND expires_at > :now ORDER BY seen_at DESC, id LIMIT 200
                """)
                .param("person", asker.requirePerson().value())
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> new Place(
                        Columns.id(row, "id"),
                        row.getString("browser"),
                        row.getString("system"),
                        row.getString("network"),
                        Columns.moment(row, "begun_at"),
                        Columns.moment(row, "seen_at")))
                .list();
    }

    /** What an open page listens to: it changes once, when the sign-in has ended. */
    public static LiveTopic topic(UUID signIn) {
        return new LiveTopic("signin", signIn);
    }

    /** Forgets sign-ins that have expired. */
    @Transactional
    void forgetExpired() {
        jdbc.sql("DELETE FROM sign_in WHERE expires_at < :now")
                .param("now", Columns.moment(clock.instant()))
                .update();
    }

    private void touch(SignedIn signedIn, Instant now) {
        jdbc.sql("""
                UPDATE sign_in
                   SET seen_at = :now, expires_at = CASE WHEN remembered THEN expires_at ELSE least(:idle, begun_at + make_interval(secs => :life)) END
                 WHERE id = :id AND seen_at < :before
                """)
                .param("id", signedIn.id())
                .param("now", Columns.moment(now))
                .param("idle", Columns.moment(now.plus(IDLE)))
                .param("life", LIFE.toSeconds())
                .param("before", Columns.moment(now.minus(SEEN)))
                .update();
    }

    private static Seen seen(ResultSet row, int index) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Array array = row.getArray("roles");
        Arrays.stream((String[]) array.getArray()).map(Role::valueOf).forEach(roles::add);
        return new Seen(
                new SignedIn(
                        Columns.id(row, "id"),
                        Columns.person(row, "person"),
                        Columns.language(row, "language"),
                        ZoneId.of(row.getString("zone")),
                        Set.copyOf(roles)),
                Columns.moment(row, "seen_at"));
    }

    private record Seen(SignedIn signedIn, Instant at) {}
}
