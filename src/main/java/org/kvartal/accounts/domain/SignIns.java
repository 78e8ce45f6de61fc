package org.kvartal.accounts.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people are signed in. Each sign-in is one row that every node sees; to end it is to delete the row.
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

    private static final String SIGN_IN = "accounts.sign-in";

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final SignUps signUps;
    private final PasswordHashes hashes;
    private final WrongPasswords wrong;
    private final Pace pace;
    private final Live live;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIns(
            JdbcClient jdbc,
            AccountRepository accounts,
            SignUps signUps,
            PasswordHashes hashes,
            WrongPasswords wrong,
            Pace pace,
            Live live,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.signUps = signUps;
        this.hashes = hashes;
        this.wrong = wrong;
        this.pace = pace;
        this.live = live;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How an attempt to sign in ended. */
    public sealed interface Attempt {

        /** It succeeded. */
        record Succeeded(Started started) implements Attempt {}

        /** Address and password are right, but the address is not confirmed yet. */
        record Unconfirmed(UUID signUp) implements Attempt {}

        /** There is no such address, or the password is another. Which of both is nobody's business. */
        record Failed() implements Attempt {}
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
     * Tries to sign in. Known and unknown addresses take the same steps and the same time.
     *
     * @throws TooOften if there were too many attempts
     */
    public Attempt attempt(String email, String password, boolean remember, Visitor visitor) {
        Runnable giveBack = pace.signIn(visitor.network());
        Optional<EmailAddress> typed = address(email);
        if (typed.isEmpty() || password.length() > 2 * PasswordRule.MAX_LENGTH) {
            hashes.matches("", null);
            return new Attempt.Failed();
        }
        EmailAddress address = typed.get();
        WrongPasswords.Key key = wrong.key(address, visitor);
        wrong.expect(key);
        Optional<Account> account = accounts.findByAddressFolded(address.folded());
        Optional<SignUps.PendingSignUp> signUp = account.isPresent() ? Optional.empty() : signUps.newest(address);
        String hash = account.map(Account::password)
                .or(() -> signUp.map(SignUps.PendingSignUp::passwordHash))
                .orElse(null);
        if (!hashes.matches(password, hash)) {
            return new Attempt.Failed();
        }
        giveBack.run();
        wrong.forget(key);
        if (account.isEmpty()) {
            return new Attempt.Unconfirmed(signUp.orElseThrow().id());
        }
        PersonId person = account.get().person();
        renewHash(person, password, Objects.requireNonNull(hash));
        return new Attempt.Succeeded(start(person, remember, visitor));
    }

    /**
     * Signs a person in who has proved in another way who they are: by a link from their mail.
     *
     * @throws NotFound if there is no such person
     */
    public Started start(PersonId person, boolean remember, Visitor visitor) {
        return transaction.execute(_ -> begin(person, remember, visitor));
    }

    private Started begin(PersonId person, boolean remember, Visitor visitor) {
        require(person);
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

    private void require(PersonId person) {
        jdbc.sql("SELECT id FROM person WHERE id = :id FOR KEY SHARE")
                .param("id", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whose sign-in it is, if it holds now, with what they may be at this moment; notes that they were seen. */
    @Transactional
    public Optional<SignedIn> recognise(Secret secret) {
        Instant now = clock.instant();
        Optional<Seen> seen = jdbc.sql("""
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
        seen.filter(s -> s.at().isBefore(now.minus(SEEN))).ifPresent(s -> touch(s.signedIn(), now));
        return seen.map(Seen::signedIn);
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

    /**
     * Ends one of the asker's own sign-ins; what is open there is refused at its next click.
     *
     * @throws NotFound if it is not theirs, or has ended
     */
    @Transactional
    public void end(Asker asker, UUID signIn) {
        PersonId person = asker.requirePerson();
        List<UUID> ended = jdbc.sql("DELETE FROM sign_in WHERE id = :id AND person = :person RETURNING id")
                .param("id", signIn)
                .param("person", person.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        if (ended.isEmpty()) {
            throw new NotFound();
        }
        tell(asker, ended);
    }

    /** Ends all of the asker's own sign-ins but one. */
    @Transactional
    public void endOthers(Asker asker, @Nullable UUID kept) {
        tell(
                asker,
                jdbc.sql("""
                DELETE FROM sign_in WHERE person = :person AND id IS DISTINCT FROM cast(:kept AS uuid) RETURNING id
                """)
                        .param("person", asker.requirePerson().value())
                        .param("kept", kept)
                        .query((row, _) -> Columns.id(row, "id"))
                        .list());
    }

    /** Ends the sign-in of this browser. One that has ended already is no error. */
    @Transactional
    public void end(Secret secret) {
        jdbc.sql("DELETE FROM sign_in WHERE token_hash = :hash RETURNING id, person")
                .param("hash", secret.hash())
                .query((row, _) -> new Ended(Columns.id(row, "id"), Columns.person(row, "person")))
                .optional()
                .ifPresent(ended -> tell(Asker.of(ended.person()), List.of(ended.id())));
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
                   SET seen_at = :now, expires_at = CASE WHEN remembered THEN expires_at ELSE least(:idle, begun_at + interval '30 days') END
                 WHERE id = :id AND seen_at < :before
                """)
                .param("id", signedIn.id())
                .param("now", Columns.moment(now))
                .param("idle", Columns.moment(now.plus(IDLE)))
                .param("before", Columns.moment(now.minus(SEEN)))
                .update();
    }

    private void tell(Asker asker, Collection<UUID> ended) {
        for (UUID id : ended) {
            live.changed(topic(id));
            audit.record(AuditEntry.of(asker.requirePerson(), "accounts.signed-out", SIGN_IN, id));
        }
    }

    /** A hash made by an earlier method is made anew while the password is at hand. */
    private void renewHash(PersonId person, String password, String hash) {
        if (!hashes.isOutdated(hash)) {
            return;
        }
        String renewed = hashes.hash(password);
        transaction.executeWithoutResult(_ -> jdbc.sql(
                        "UPDATE account SET password = :renewed, version = version + 1 WHERE person = :person AND password = :hash")
                .param("renewed", renewed)
                .param("person", person.value())
                .param("hash", hash)
                .update());
    }

    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(EmailAddress.of(typed));
        } catch (Refused malformed) {
            return Optional.empty();
        }
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

    private record Ended(UUID id, PersonId person) {}
}
