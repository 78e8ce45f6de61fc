package org.kvartal.accounts.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/**
 * Which passwords are taken: long enough, not one that everybody tries first, not the person's own name or address. No demands for
 * digits and signs: they make passwords worse, not better.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4, Password Verifiers</a>
 */
public final class PasswordRule {

    public static final int MIN_LENGTH = 10;

    /** Far beyond any phrase that a person remembers; what is longer only costs. */
    public static final int MAX_LENGTH = 200;

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /**
     * The first reason why the password is not taken, if there is one.
     *
     * @param name the person's name as typed
     * @param address the person's mail address as typed
     */
    public static Optional<Refused> check(String password, @Nullable String name, @Nullable String address) {
        int length = password.codePointCount(0, password.length());
        if (length == 0) {
            return Optional.of(refused("accounts.password.missing"));
        }
        if (length < MIN_LENGTH) {
            return Optional.of(refused("accounts.password.too-short", MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(refused("accounts.password.too-long", MAX_LENGTH));
        }
        String folded = folded(password);
        if (COMMON.contains(folded) || folded.codePoints().distinct().count() < 3) {
            return Optional.of(refused("accounts.password.common"));
        }
        if (isOwn(folded, name) || isOwn(folded, address)) {
            return Optional.of(refused("accounts.password.own"));
        }
        return Optional.empty();
    }

    private static boolean isOwn(String foldedPassword, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return false;
        }
        String folded = folded(words);
        int at = folded.indexOf('@');
        return foldedPassword.equals(folded)
                || foldedPassword.equals(folded.replace(" ", ""))
                || (at > 0 && foldedPassword.equals(folded.substring(0, at)));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static Refused refused(String key, Object... arguments) {
        return Refused.at("password", key, arguments);
    }

    /**
     * The 10 000 most common passwords. They are the head of the list that zxcvbn carries, ordered by how often each occurred in
     * leaked collections (Mark Burnett's); an own copy of such a list would only grow old in the sources. Of zxcvbn's scoring nothing
     * is used: a meter that knows English words only would call good Russian phrases strong and weak at random.
     */
    private static Set<String> common() {
        var list = Objects.requireNonNull(
                PasswordRule.class.getResourceAsStream("/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt"),
                "zxcvbn's list of passwords");
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(10_000)
                    .filter(password -> password.length() >= MIN_LENGTH)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
