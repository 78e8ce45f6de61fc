package org.kvartal.accounts.domain;

import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and compares hashes of passwords. Argon2id with 19 MiB, two rounds and one lane; the prefix {@code {argon2}} lets a later
 * method stand beside it.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id">OWASP, Argon2id</a>
 */
@Component
class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int ROUNDS = 2;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, ROUNDS)));

    /** As many at once as there are processors: more would not be faster, and each takes 19 MiB. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final String nobodys = hash("a password that nobody has");

    /** The hash of a new password. Takes some tens of milliseconds: hold no connection meanwhile. */
    String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(composed(password))));
    }

    /** Whether the password is the hashed one. Where there is no hash it takes as long, and is wrong. */
    boolean matches(String password, @Nullable String hash) {
        // What no rule would have taken is not worth the work on it; the empty text is nobody's password.
        String typed = password.length() > 2 * PasswordRule.MAX_LENGTH ? "" : composed(password);
        boolean same = inTurn(() -> encoder.matches(typed, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** Whether the hash was made by an earlier method or with other costs. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** The same keys pressed on another machine may give another sequence of characters (RFC 8265, OpaqueString). */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
