package org.kvartal.files.domain;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;

/** Makes a name that every file system, header and page can carry, and that ends as its content says. */
final class FileName {

    /** What the usual file systems take, in UTF-8. */
    static final int LIMIT = 255;

    private FileName() {}

    /** @param type what the content is; the name gets its usual ending where it has none of its endings */
    static String of(String given, FileType type) {
        String name = cleaned(given);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        if (type.isEndedBy(ending)) {
            return limited(name.substring(0, dot), "." + ending);
        }
        return limited(name, "." + type.endings().getFirst());
    }

    /** The name of a picture that was encoded in another format than it came in. */
    static String reencoded(String name, String mediaType) {
        int dot = name.lastIndexOf('.');
        return limited(dot < 0 ? name : name.substring(0, dot), "." + FileType.ending(mediaType));
    }

    private static String cleaned(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileName::isVisible).forEach(kept::appendCodePoint);
        // Windows drops dots and spaces at the end, Unix hides what begins with a dot.
        return kept.toString().replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
    }

    /** Control characters break headers; characters that turn the direction of writing make {@code gpj.exe} look like {@code exe.jpg}. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Cuts between what readers see as characters. */
    private static String limited(String stem, String ending) {
        String base = stem.isBlank() ? "file" : stem.strip();
        int room = LIMIT - bytes(ending);
        if (bytes(base) > room) {
            BreakIterator characters = BreakIterator.getCharacterInstance();
            characters.setText(base);
            int end = 0;
            for (int next = characters.next();
                    next != BreakIterator.DONE && bytes(base.substring(0, next)) <= room;
                    next = characters.next()) {
                end = next;
            }
            base = base.substring(0, end).strip();
        }
        return base + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
