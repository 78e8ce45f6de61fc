package org.kvartal.mail.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kvartal.kernel.House;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals a password before it goes into the database, by a key that lies in the data folder alone: who reads a copy of the database reads no password.
 *
 * @see "Decision record 0166, the password of the mail server is sealed"
 */
@Component
class Seal {

    static final String KEY_FILE = "seal.key";

    private static final Logger log = LoggerFactory.getLogger(Seal.class);

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final House house;
    private final SecureRandom random = new SecureRandom();

    Seal(House house) {
        this.house = house;
    }

    String close(String secret) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(), nonce);
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException("a password could not be sealed", failed);
        }
    }

    /** Empty where the key is another one now, or gone: the password has to be given anew. */
    Optional<String> open(String sealed) {
        if (sealed.isEmpty() || !Files.exists(file())) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(bytes).get(nonce);
            byte[] rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, key(), nonce).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException | RuntimeException failed) {
            log.warn(
                    "The password of the mail server can't be opened by the key in the data folder: {}",
                    failed.toString());
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] key() throws IOException {
        if (!Files.exists(file())) {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            Files.createDirectories(house.data());
            try {
                if (Files.getFileStore(house.data()).supportsFileAttributeView("posix")) {
                    Files.createFile(
                            file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file());
                }
                Files.write(file(), fresh, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // by another node with the same folder
            }
        }
        return Files.readAllBytes(file());
    }

    private Path file() {
        return house.data().resolve(KEY_FILE);
    }
}
