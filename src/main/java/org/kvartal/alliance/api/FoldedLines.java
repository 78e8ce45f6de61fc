package org.kvartal.alliance.api;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Breaks lines of UTF-8 after 75 bytes at the latest, and never inside a letter; what follows is indented by a space.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350#section-3.2">RFC 6350, line delimiting and folding</a>
 */
final class FoldedLines extends FilterOutputStream {

    static final int MOST = 75;

    private static final int[] FOLD = {'\r', '\n', ' '};

    private int length;

    FoldedLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        int letter = value & 0xFF;
        if (letter == '\n' || letter == '\r') {
            length = 0;
        } else {
            if (length + size(letter) > MOST) {
                for (int sign : FOLD) {
                    out.write(sign);
                }
                length = 1;
            }
            length++;
        }
        out.write(letter);
    }

    @Override
    public void write(byte[] bytes, int from, int number) throws IOException {
        for (int at = from; at < from + number; at++) {
            write(bytes[at]);
        }
    }

    /** How many bytes a letter takes that begins with this one; none where one goes on, which stays with its beginning. */
    private static int size(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC0) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }
}
