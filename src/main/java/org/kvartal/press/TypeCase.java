package org.kvartal.press;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The faces of one document. Bulgarian texts get Bulgarian letters, all others that write Cyrillic the Russian ones. What no face has is written in
 * Latin letters, and what can't be written so (signs, pictures) is left out.
 */
final class TypeCase {

    private static final String FOLDER = "typefaces/";

    private final PDDocument document;
    private final Map<String, Face> faces = new HashMap<>();
    private final Map<Cut, Face> bulgarians = new EnumMap<>(Cut.class);
    private final Map<Cut, Face> others = new EnumMap<>(Cut.class);
    private final Map<Cut, Face> fallbacks = new EnumMap<>(Cut.class);
    private final Transliterator latin = Transliterator.getInstance("Any-Latin; NFC");

    TypeCase(PDDocument document) {
        this.document = document;
    }

    /** Letters of one face in a row. */
    record Run(Face face, String text) {}

    /** A text as it can be printed: without what has no shape. Every letter of it is in a face of that cut. */
    String spelled(String text, Cut cut, String language) throws IOException {
        String tidy = tidy(text);
        StringBuilder spelled = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        for (int at = 0; at < tidy.length(); ) {
            int letter = tidy.codePointAt(at);
            at += Character.charCount(letter);
            if (faceOf(letter, cut, language) == null) {
                foreign.appendCodePoint(letter);
            } else {
                flush(foreign, spelled, cut, language);
                spelled.appendCodePoint(letter);
            }
        }
        flush(foreign, spelled, cut, language);
        return spelled.toString();
    }

    private void flush(StringBuilder foreign, StringBuilder spelled, Cut cut, String language) throws IOException {
        if (foreign.isEmpty()) {
            return;
        }
        String written = latin.transliterate(foreign.toString());
        for (int at = 0; at < written.length(); ) {
            int letter = written.codePointAt(at);
            at += Character.charCount(letter);
            if (faceOf(letter, cut, language) != null) {
                spelled.appendCodePoint(letter);
            }
        }
        foreign.setLength(0);
    }

    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        Normalizer2.getNFCInstance().normalize(text).codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> tidy.append(' ');
                case Character.SPACE_SEPARATOR -> tidy.append(letter == 0xA0 ? (char) 0xA0 : ' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> tidy.appendCodePoint(letter);
            }
        });
        return tidy.toString();
    }

    /** Parts a spelled text by faces. */
    List<Run> runs(String spelled, Cut cut, String language) throws IOException {
        List<Run> runs = new ArrayList<>();
        Face current = null;
        int begun = 0;
        for (int at = 0; at < spelled.length(); ) {
            int letter = spelled.codePointAt(at);
            Face face = faceOf(letter, cut, language);
            if (face != current) {
                if (current != null) {
                    runs.add(new Run(current, spelled.substring(begun, at)));
                }
                current = face;
                begun = at;
            }
            at += Character.charCount(letter);
        }
        if (current != null) {
            runs.add(new Run(current, spelled.substring(begun)));
        }
        return runs;
    }

    /** How wide a spelled text is, in points. */
    float width(String spelled, Style style, String language) throws IOException {
        float width = 0;
        for (Run run : runs(spelled, style.cut(), language)) {
            width += run.face().width(run.text());
        }
        return width * style.size();
    }

    private @Nullable Face faceOf(int letter, Cut cut, String language) throws IOException {
        Face own = face(cut, isBulgarian(language));
        if (own.has(letter)) {
            return own;
        }
        Face other = fallbacks.get(cut);
        if (other == null) {
            other = face(cut.fallback());
            fallbacks.put(cut, other);
        }
        return other.has(letter) ? other : null;
    }

    private Face face(Cut cut, boolean bulgarian) throws IOException {
        Map<Cut, Face> chosen = bulgarian ? bulgarians : others;
        Face face = chosen.get(cut);
        if (face == null) {
            face = face(cut.file(bulgarian));
            chosen.put(cut, face);
        }
        return face;
    }

    private static boolean isBulgarian(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("bg");
    }

    private Face face(String name) throws IOException {
        Face face = faces.get(name);
        if (face == null) {
            try (InputStream in = new ClassPathResource(FOLDER + name + ".ttf").getInputStream()) {
                // The document closes it when it is closed itself: its letters are chosen at the very end.
                face = new Face(document, new TTFParser().parse(new RandomAccessReadBuffer(in)));
            }
            faces.put(name, face);
        }
        return face;
    }
}
