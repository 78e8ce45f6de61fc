package org.kvartal.notifications.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.NotificationsPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes and knows the addresses at which letters are ended. Nothing is kept of them, since every letter holds one and they work for as long as
 * the letter lies in somebody's mail: the token names the person and the groups, and is signed. All it can do is end letters.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one-click unsubscribe</a>
 */
@Component
class Leaves {

    /** What stands for all that comes together. */
    static final String DIGEST = "digest";

    private static final String MAC = "HmacSHA256";
    /** With room for the groups of all modules that tell something of one place. */
    private static final int LONGEST = 360;

    private static final int MAC_BYTES = 16;
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final Pattern GROUPS = Pattern.compile("[a-z][a-z.-]{0,59}(,[a-z][a-z.-]{0,59})*");

    private final JdbcClient jdbc;
    private final House house;
    private volatile byte @Nullable [] key;

    Leaves(JdbcClient jdbc, House house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    /** Whose letters of which groups end. */
    record Leave(PersonId person, Set<String> groups) {}

    String address(PersonId person, Set<String> groups) {
        return house.address(NotificationsPages.LEAVE + "/" + token(person, groups));
    }

    String token(PersonId person, Set<String> groups) {
        byte[] name = String.join(",", new TreeSet<>(groups)).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + name.length)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .put(name)
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(MAC_BYTES + bytes.length)
                        .put(mac(bytes))
                        .put(bytes)
                        .array());
    }

    /** What a token is for; empty where the house has not signed it. */
    Optional<Leave> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (all.length <= MAC_BYTES + ID_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(all, MAC_BYTES, all.length);
        if (!MessageDigest.isEqual(mac(bytes), Arrays.copyOf(all, MAC_BYTES))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        PersonId person = new PersonId(new UUID(read.getLong(), read.getLong()));
        String groups = new String(bytes, ID_BYTES, bytes.length - ID_BYTES, StandardCharsets.US_ASCII);
        return GROUPS.matcher(groups).matches()
                ? Optional.of(new Leave(person, Set.of(groups.split(","))))
                : Optional.empty();
    }

    private byte[] mac(byte[] of) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key(), MAC));
            return Arrays.copyOf(mac.doFinal(of), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = jdbc.sql("SELECT key FROM leave_signing_key")
                    .query(byte[].class)
                    .single();
            key = known;
        }
        return known;
    }
}
