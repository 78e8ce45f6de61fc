package org.kvartal.mail.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean lamented = new AtomicBoolean();

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
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> key = kept();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(bytes).get(nonce);
            byte[] rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, key.get(), nonce).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException failed) {
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

    /** Empty where there is none, or none that is whole: what was sealed by it is lost either way. */
    private Optional<byte[]> kept() {
        try {
            byte[] key = Files.readAllBytes(file());
            if (key.length == KEY_BYTES) {
                return Optional.of(key);
            }
            lament(
                    "The key {} has {} bytes instead of {} and opens nothing: give the password of the mail server anew",
                    file(),
                    key.length,
                    KEY_BYTES);
        } catch (NoSuchFileException none) {
            log.debug("There is no key yet");
        } catch (IOException unreadable) {
            lament(
                    "The key {} can't be read and opens nothing: give the password of the mail server anew",
                    file(),
                    unreadable);
        }
        return Optional.empty();
    }

    /** Once: letters are sent every few seconds. */
    private void lament(String sentence, Object... about) {
        if (lamented.compareAndSet(false, true)) {
            log.error(sentence, about);
        }
    }

    private synchronized byte[] key() throws IOException {
        Optional<byte[]> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        Files.createDirectories(house.data());
        Path draft = draft();
        try {
            if (Files.exists(file()) && kept().isEmpty()) {
                Files.deleteIfExists(file());
            }
            // A link appears at once and replaces nothing; moving atomically would replace the key of another node.
            place(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        lamented.set(false);
        return kept().orElseThrow(() -> new IOException("the key " + file() + " could not be kept"));
    }

    private void place(Path draft) throws IOException {
        try {
            Files.createLink(file(), draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            log.debug("Another node with the same folder was faster");
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            log.debug("This file system has no links", noLinks);
            try {
                Files.move(draft, file());
            } catch (FileAlreadyExistsException madeMeanwhile) {
                log.debug("Another node with the same folder was faster");
            }
        }
    }

    /** A whole key that is on the disk, under a name that nobody reads. */
    private Path draft() throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path draft = house.data().resolve(KEY_FILE + "." + UUID.randomUUID());
        FileAttribute<?>[] owner = Files.getFileStore(house.data()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            ByteBuffer rest = ByteBuffer.wrap(fresh);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        return draft;
    }

    private Path file() {
        return house.data().resolve(KEY_FILE);
    }
}
