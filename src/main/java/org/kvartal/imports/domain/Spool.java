package org.kvartal.imports.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kvartal.kernel.Refused;
import org.springframework.util.unit.DataSize;

/** A file as it came, on this machine's disk until it has been read: which letters its bytes are is known only at its end. */
final class Spool implements AutoCloseable {

    private final Path path;

    private Spool(Path path) {
        this.path = path;
    }

    /** @throws Refused at {@code file} if there is nothing in it, or too much */
    static Spool of(InputStream content, DataSize limit) {
        try {
            Spool spool = new Spool(Files.createTempFile("kvartal-import", ".csv"));
            try {
                spool.receive(content, limit);
                return spool;
            } catch (IOException | RuntimeException failed) {
                spool.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the file could not be kept", failed);
        }
    }

    Path path() {
        return path;
    }

    private void receive(InputStream content, DataSize limit) throws IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[64 << 10];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit.toBytes()) {
                    throw Refused.at("file", "imports.refused.size", limit.toMegabytes());
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Refused.at("file", "imports.refused.empty");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            path.toFile().deleteOnExit();
        }
    }
}
