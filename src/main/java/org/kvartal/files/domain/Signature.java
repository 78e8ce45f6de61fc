package org.kvartal.files.domain;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FilePages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs addresses of private files, so that they can be read for ten minutes without a sign-in. The key is the house's, for all nodes. */
@Component
class Signature {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile byte @Nullable [] key;

    Signature(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The signed path of a file, good for its smaller picture as well. */
    String signed(FileId file) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return FilePages.file(file) + "?until=" + until + "&signature=" + sign(file, until);
    }

    boolean isValid(FileId file, long until, String signature) {
        return Instant.ofEpochSecond(Math.clamp(until, 0L, 1L << 40)).isAfter(clock.instant())
                && MessageDigest.isEqual(
                        sign(file, until).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(FileId file, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            byte[] signature = mac.doFinal((file + " " + until).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = jdbc.sql("SELECT key FROM file_signing_key")
                    .query(byte[].class)
                    .single();
            key = known;
        }
        return known;
    }
}
