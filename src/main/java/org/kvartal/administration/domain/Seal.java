package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The last bytes of a backup: the SHA-256 of all bytes before them, by which a changed or a cut file is known. */
final class Seal {

    static final int LENGTH = 64;

    private Seal() {}

    /** Passes bytes on and hashes all but the last, whose place the seal takes. */
    static final class Stream extends OutputStream {

        private final OutputStream to;
        private final MessageDigest digest = Sha256.digest();
        private final byte[] last = new byte[LENGTH];
        private int held;
        private long length;

        Stream(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            to.write(bytes, from, count);
            length += count;
            if (count >= LENGTH) {
                digest.update(last, 0, held);
                digest.update(bytes, from, count - LENGTH);
                System.arraycopy(bytes, from + count - LENGTH, last, 0, LENGTH);
                held = LENGTH;
                return;
            }
            int over = Math.max(0, held + count - LENGTH);
            digest.update(last, 0, over);
            System.arraycopy(last, over, last, 0, held - over);
            System.arraycopy(bytes, from, last, held - over, count);
            held += count - over;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        long length() {
            return length;
        }

        /** What stands in place of the last bytes; asked once, when all is written. */
        byte[] seal() {
            return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Whether the file is as it was sealed. */
    static boolean holds(Path file) throws IOException {
        long rest = Files.size(file) - LENGTH;
        if (rest < 0) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 17];
            while (rest > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (read < 0) {
                    return false;
                }
                digest.update(buffer, 0, read);
                rest -= read;
            }
            byte[] seal = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(seal, in.readNBytes(LENGTH));
        }
    }
}
