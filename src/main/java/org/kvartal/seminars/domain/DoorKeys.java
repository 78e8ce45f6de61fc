package org.kvartal.seminars.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.RegistrationId;

/**
 * What opens the door of one seminar: the tickets of its participants and the code on the wall. Both follow from its secret, so that nothing is kept of them and every
 * node knows them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, time-based one-time passwords</a>
 */
final class DoorKeys {

    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 15;
    private static final int ID_BYTES = 2 * Long.BYTES;

    private final byte[] secret;

    DoorKeys(byte[] secret) {
        this.secret = secret.clone();
    }

    /** What a participant shows. */
    String ticket(RegistrationId registration) {
        UUID id = registration.value();
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] mac = mac('t', bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .put(bytes)
                        .put(mac, 0, MAC_BYTES)
                        .array());
    }

    /** Whose ticket it is; empty where it is none of this seminar. */
    Optional<RegistrationId> registration(String ticket) {
        if (ticket.length() > 80) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ticket);
            if (bytes.length != ID_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            ByteBuffer read = ByteBuffer.wrap(bytes);
            RegistrationId id = new RegistrationId(new UUID(read.getLong(), read.getLong()));
            return same(ticket, ticket(id)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What stands on the wall of a day. */
    String code(DayId day, Instant now) {
        return code(day, stretch(now));
    }

    /** When it changes. */
    Instant until(Instant now) {
        return Instant.ofEpochSecond((stretch(now) + 1) * CheckIn.CODE_SECONDS);
    }

    /** Whether it stands there, or stood there just before. */
    boolean knows(String code, DayId day, Instant now) {
        return same(code, code(day, now)) || same(code, code(day, stretch(now) - 1));
    }

    private static long stretch(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), CheckIn.CODE_SECONDS);
    }

    private String code(DayId day, long stretch) {
        UUID id = day.value();
        byte[] mac = mac(
                'r',
                ByteBuffer.allocate(ID_BYTES + Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(stretch)
                        .array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, MAC_BYTES));
    }

    private byte[] mac(char purpose, byte[] of) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            mac.update((byte) purpose);
            return mac.doFinal(of);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String shown, String ours) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }
}
