package org.kvartal.accounts.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Who was erased, beside the database and by hashed id only: a database that is brought back from an older copy does not know. Lines are only ever added, so two
 * of these files are one that has the lines of both.
 */
@Component
class ErasedList {

    static final String FILE = "erased.txt";

    private final Path file;

    ErasedList(House house) {
        this.file = house.data().toAbsolutePath().resolve(FILE);
    }

    /** Notes it, on the disk before this returns; twice is as good as once. */
    void add(PersonId person) {
        String line = hash(person);
        if (all().contains(line)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the data folder takes no list of who was erased", failed);
        }
    }

    /** The hashes of all. */
    Set<String> all() {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException("the list of who was erased can't be read", failed);
        }
    }

    /** As PostgreSQL says {@code encode(sha256(convert_to(id::text, 'UTF8')), 'hex')}. */
    private static String hash(PersonId person) {
        try {
            byte[] id = person.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
