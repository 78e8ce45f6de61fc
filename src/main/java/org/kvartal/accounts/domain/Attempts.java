package org.kvartal.accounts.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.site.TooOften;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts to sign in with an address and a password. Those that fail tell nothing, neither by their words nor by their time. */
@Component
public class Attempts {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final SignUps signUps;
    private final SignIns signIns;
    private final PasswordHashes hashes;
    private final WrongPasswords wrong;
    private final AccountsPace pace;
    private final TransactionTemplate transaction;

    Attempts(
            JdbcClient jdbc,
            AccountRepository accounts,
            SignUps signUps,
            SignIns signIns,
            PasswordHashes hashes,
            WrongPasswords wrong,
            AccountsPace pace,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.signUps = signUps;
        this.signIns = signIns;
        this.hashes = hashes;
        this.wrong = wrong;
        this.pace = pace;
        this.transaction = transaction;
    }

    /** How one ended. */
    public sealed interface Attempt {

        /** It succeeded. */
        record Succeeded(SignIns.Started started) implements Attempt {}

        /** Address and password are those of a sign-up that is not confirmed yet. */
        record Unconfirmed(UUID signUp) implements Attempt {}

        /** Address and password are right, but the person is suspended. */
        record Suspended() implements Attempt {}

        /** Address and password are right, but the person wants to be erased, and is on that day. */
        record Leaving(Instant due) implements Attempt {}

        /** There is no such address, or the password is another. Which of both is nobody's business. */
        record Failed() implements Attempt {}
    }

    /**
     * Tries to sign in. Known and unknown addresses take the same steps and the same time.
     *
     * @throws TooOften if there were too many attempts
     */
    public Attempt make(String email, String password, boolean remember, Visitor visitor) {
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
        if (!hashes.matches(password, account.map(Account::password).orElse(null))) {
            return unconfirmed(address, password);
        }
        giveBack.run();
        wrong.forget(key);
        PersonId person = account.get().person();
        renewHash(person, password, Objects.requireNonNull(account.get().password()));
        try {
            return new Attempt.Succeeded(signIns.start(person, remember, visitor));
        } catch (Refused suspended) {
            return leaving(person);
        }
    }

    private Attempt leaving(PersonId person) {
        return jdbc.sql("SELECT due_at FROM erasure WHERE person = :person AND closed AND done_at IS NULL")
                .param("person", person.value())
                .query((row, _) -> (Attempt) new Attempt.Leaving(Columns.moment(row, "due_at")))
                .optional()
                .orElseGet(Attempt.Suspended::new);
    }

    /**
     * Looks for a sign-up with that address and password, for a known address too: else whoever signs up with somebody's address would
     * learn by the next sign-in whether it was known before. Nothing is given back, since the password of one's own sign-up is no sign of
     * the owner.
     */
    private Attempt unconfirmed(EmailAddress address, String password) {
        Optional<SignUps.PendingSignUp> signUp = signUps.newest(address);
        return hashes.matches(
                        password,
                        signUp.map(SignUps.PendingSignUp::passwordHash).orElse(null))
                ? new Attempt.Unconfirmed(signUp.orElseThrow().id())
                : new Attempt.Failed();
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
}
