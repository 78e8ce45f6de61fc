package org.kvartal.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opens something to whoever shows it, in a cookie or in a letter's address: 32 random bytes. It is in clear only there; the house
 * keeps its hash, and since nobody can try 2²⁵⁶ values, a plain SHA-256 hides it.
 */
public final class Secret {

    private static final int BYTES = 32;

    /** 32 bytes in base64url without padding. */
    private static final int CHARACTERS = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Reads what somebody shows; empty where it can't be one of ours. */
    public static Optional<Secret> of(@Nullable String text) {
        if (text == null || text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The text for the cookie or the address, and for nothing else. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the house keeps of it. */
    public byte[] hash() {
        return sha256(bytes);
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Hides it: what ends up in a log or a message must not open anything. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
