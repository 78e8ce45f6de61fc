package org.kvartal.calendar.feed;

import java.nio.charset.StandardCharsets;

/**
 * Lines of at most 75 octets, as RFC 5545, 3.1 has them. The library folds by characters, and a Cyrillic one has two octets.
 */
final class FoldedLines {

    private static final int MOST_OCTETS = 75;

    private FoldedLines() {}

    /** @param text whole lines, each ended by {@code \r\n} */
    static byte[] of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
        text.lines().forEach(line -> {
            int octets = 0;
            for (int at = 0; at < line.length(); ) {
                int letter = line.codePointAt(at);
                int width = width(letter);
                if (octets + width > MOST_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(letter);
                octets += width;
                at += Character.charCount(letter);
            }
            folded.append("\r\n");
        });
        return folded.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int width(int letter) {
        return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    }
}
