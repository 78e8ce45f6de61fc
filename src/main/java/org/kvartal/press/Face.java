package org.kvartal.press;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** One face as a document holds it, with its measures. Only the letters that are used get into the document. */
final class Face {

    private final TrueTypeFont file;
    private final PDType0Font font;
    private final CmapLookup letters;
    private final @Nullable KerningSubtable pairs;
    private final float em;

    Face(PDDocument document, TrueTypeFont file) throws IOException {
        this.file = file;
        this.font = PDType0Font.load(document, file, true);
        this.letters = file.getUnicodeCmapLookup();
        KerningTable kerning = file.getKerning();
        this.pairs = kerning == null ? null : kerning.getHorizontalKerningSubtable();
        this.em = file.getUnitsPerEm();
    }

    PDType0Font font() {
        return font;
    }

    boolean has(int letter) {
        return letters.getGlyphId(letter) != 0;
    }

    /** How wide a text is at one point. */
    float width(String text) throws IOException {
        float units = 0;
        int last = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int glyph = letters.getGlyphId(letter);
            units += file.getAdvanceWidth(glyph) + kerning(last, glyph);
            last = glyph;
            at += Character.charCount(letter);
        }
        return units / em;
    }

    /** The text between its kerned pairs, with the shifts as a page's stream wants them: thousandths of an em, to the left. */
    Object[] kerned(String text) {
        List<Object> parts = new ArrayList<>();
        int last = 0;
        int begun = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int glyph = letters.getGlyphId(letter);
            int shift = kerning(last, glyph);
            if (shift != 0 && at > begun) {
                parts.add(text.substring(begun, at));
                parts.add(-shift * 1000 / em);
                begun = at;
            }
            last = glyph;
            at += Character.charCount(letter);
        }
        parts.add(text.substring(begun));
        return parts.toArray();
    }

    private int kerning(int left, int right) {
        return pairs == null || left == 0 ? 0 : pairs.getKerning(left, right);
    }
}
