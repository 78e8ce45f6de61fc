package org.kvartal.administration.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts the rows of a table and adds up their hashes, in whatever order they come: two tables with the same rows have the same total. */
final class Tally {

    private static final int WORDS = 4;

    /**
     * @param bytes of all rows as they are copied
     * @param checksum the sum of the rows' SHA-256 as numbers of 256 bits
     */
    record Total(long rows, long bytes, String checksum) {}

    private final MessageDigest digest = Sha256.digest();
    private final long[] sum = new long[WORDS];
    private long rows;
    private long bytes;

    /** A row as it is copied, with its end of line. */
    void row(byte[] row) {
        digest.update(row);
        bytes += row.length;
        end();
    }

    /** Takes what comes in pieces; a row ends where a line ends, since an end of line inside a value is written otherwise. */
    void piece(byte[] piece, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (piece[at] == '\n') {
                digest.update(piece, from, at + 1 - from);
                from = at + 1;
                end();
            }
        }
        digest.update(piece, from, length - from);
        bytes += length;
    }

    Total total() {
        ByteBuffer number = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (int word = WORDS - 1; word >= 0; word--) {
            number.putLong(sum[word]);
        }
        return new Total(rows, bytes, HexFormat.of().formatHex(number.array()));
    }

    private void end() {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        rows++;
        long carry = 0;
        for (int word = 0; word < WORDS; word++) {
            long addend = hash.getLong((WORDS - 1 - word) * Long.BYTES);
            long withCarry = addend + carry;
            long overflow = Long.compareUnsigned(withCarry, addend) < 0 ? 1 : 0;
            sum[word] += withCarry;
            carry = overflow + (Long.compareUnsigned(sum[word], withCarry) < 0 ? 1 : 0);
        }
    }
}
