package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.util.List;
import org.kvartal.alliance.wording.Words;
import org.kvartal.press.Cut;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/** The page behind the cover: what the book is, how to read it, what others may do with it, and where it is on the web. */
final class Imprint {

    private static final float MEASURE = 300;
    private static final float CODE = 76;
    private static final float BOTTOM = 74;
    private static final float APART = 7;

    private final Press press;
    private final Words words;

    Imprint(Press press, Words words) {
        this.press = press;
        this.words = words;
    }

    /** @param address of the same entries on the web */
    void print(Sheet sheet, String title, String edition, String house, String address) throws IOException {
        Tag part = press.root().child("Sect");
        List<Stretch> paragraphs = List.of(
                own(title, Type.FACT.in(Cut.SEMIBOLD)),
                own(edition, Type.FACT),
                own(words.text("alliance.catalogue.about", house), Type.FACT),
                own(words.text("alliance.catalogue.order"), Type.FACT),
                own(words.text("alliance.catalogue.rights"), Type.FACT),
                own(words.text("alliance.catalogue.type"), Type.FACT),
                new Stretch(address, Type.FACT.in(Cut.SEMIBOLD), "en", address));
        float height = 0;
        for (Stretch paragraph : paragraphs) {
            height += APART
                    + Type.FACT.leading()
                            * press.paragraph(List.of(paragraph), MEASURE).size();
        }
        float y = sheet.height() - BOTTOM - height;
        Tag code = part.child("Figure").showing(address);
        sheet.qrCode(address, Type.OUTER, y - CODE - 14, CODE, code);
        sheet.link(code, address, Type.OUTER, y - CODE - 14, CODE, CODE, address);
        for (Stretch paragraph : paragraphs) {
            Tag tag = part.child("P");
            for (Line line : press.paragraph(List.of(paragraph), MEASURE)) {
                sheet.line(line, Type.OUTER, y + Strips.baseline(line), tag);
                y += line.leading();
            }
            y += APART;
        }
        sheet.close();
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, words.language().code());
    }
}
