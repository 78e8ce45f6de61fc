package org.kvartal.alliance.api;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lets bytes pass, and says how many and which they were. Never closes what is behind it. */
final class Measured extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long size;

    Measured(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int number) throws IOException {
        out.write(bytes, from, number);
        digest.update(bytes, from, number);
        size += number;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long size() {
        return size;
    }

    /** In lower-case hexadecimal digits. Once only. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
