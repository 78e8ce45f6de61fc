package org.kvartal.forum.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kvartal.forum.Presence;

/**
 * The codes on the projector of one session. They follow from its secret and from the time, so that every node knows them, and change every some minutes, so that a
 * picture of them lets nobody in the next day.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, time-based one-time passwords</a>
 */
final class RoomCodes {

    private static final Duration STRETCH = Duration.ofMinutes(Presence.CODE_MINUTES);
    private static final String MAC = "HmacSHA256";
    private static final int TOKEN_BYTES = 15;
    private static final int NUMBERS = 1_000_000;

    private final byte[] secret;

    RoomCodes(byte[] secret) {
        this.secret = secret.clone();
    }

    String token(Instant now) {
        return token(stretch(now));
    }

    /** Six digits. */
    String number(Instant now) {
        return number(stretch(now));
    }

    /** When they change. */
    Instant until(Instant now) {
        return Instant.ofEpochSecond((stretch(now) + 1) * STRETCH.toSeconds());
    }

    boolean knowsToken(String shown, Instant now) {
        return same(shown, token(now)) || same(shown, token(stretch(now) - 1));
    }

    /** Blanks between the digits do not matter. */
    boolean knowsNumber(String typed, Instant now) {
        String digits = typed.replaceAll("\\s", "");
        return same(digits, number(now)) || same(digits, number(stretch(now) - 1));
    }

    private static long stretch(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STRETCH.toSeconds());
    }

    private String token(long stretch) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac('t', stretch), TOKEN_BYTES));
    }

    private String number(long stretch) {
        return "%06d".formatted(Math.floorMod(ByteBuffer.wrap(mac('n', stretch)).getLong(), (long) NUMBERS));
    }

    private byte[] mac(char purpose, long stretch) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(ByteBuffer.allocate(Character.BYTES + Long.BYTES)
                    .putChar(purpose)
                    .putLong(stretch)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String shown, String ours) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }
}
