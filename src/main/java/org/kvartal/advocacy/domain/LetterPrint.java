package org.kvartal.advocacy.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.kvartal.press.Cut;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;
import org.springframework.stereotype.Component;

/** Prints letters: A4, as many pages as they need, tagged, with the house's typeface. */
@Component
class LetterPrint {

    private static final float LEFT = 74;
    private static final float TOP = 80;
    private static final float BOTTOM = 80;
    private static final float MEASURE = Press.WIDTH - 2 * LEFT;
    private static final float CODE_SIDE = 84;
    private static final float PAGE_SIDE = 56;

    private static final Style HEAD = new Style(Cut.EXTRABOLD, 12, 15, Ink.BLACK);
    private static final Style TEXT = new Style(Cut.REGULAR, 10.4f, 14.6f, Ink.BLACK);
    private static final Style STRONG = new Style(Cut.SEMIBOLD, 10.4f, 14.6f, Ink.BLACK);
    private static final Style TITLE = new Style(Cut.EXTRABOLD, 17, 20, Ink.BLACK);
    private static final Style REFERENCE = new Style(Cut.SEMIBOLD, 10.4f, 14, Ink.ACCENT);
    private static final Style SECTION = new Style(Cut.SEMIBOLD, 10.4f, 16, Ink.ACCENT);
    private static final Style FOOT = new Style(Cut.REGULAR, 8, 10, Ink.SOFT);

    byte[] print(PaperLetter letter, Instant at) throws IOException {
        String tag = letter.language().code();
        try (Press press = new Press(letter.code() + " · " + letter.title(), tag, at)) {
            Page page = new Page(press, letter);
            page.paragraph("P", letter.house(), HEAD, tag, 4);
            page.paragraph("P", letter.date(), TEXT, tag, 18);
            for (String line : letter.to()) {
                page.paragraph("P", line, STRONG, tag, 0);
            }
            page.room(20);
            page.paragraph("P", letter.code(), REFERENCE, tag, 2);
            page.paragraph("H1", letter.title(), TITLE, tag, 12);
            page.paragraph("P", letter.salutation(), TEXT, tag, 8);
            page.block(letter.covering(), TEXT, tag);
            for (PaperLetter.Section section : letter.sections()) {
                page.paragraph("H2", section.heading(), SECTION, tag, 0);
                page.block(section.words(), TEXT, section.language().code());
            }
            page.paragraph("P", letter.support(), TEXT, tag, 8);
            page.paragraph("P", letter.replyBy(), STRONG, tag, 14);
            if (letter.link() != null) {
                page.code(letter.link(), letter.linkNote(), CODE_SIDE);
            }
            for (String line : letter.signatures()) {
                page.paragraph("P", line, TEXT, tag, 3);
            }
            page.room(10);
            page.code(letter.page(), letter.pageNote(), PAGE_SIDE);
            page.paragraph("P", letter.page(), FOOT, tag, 0);
            page.end();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            press.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Where the next line goes. */
    private static final class Page {

        private final Press press;
        private final PaperLetter letter;
        private Sheet sheet;
        private float y = TOP;

        Page(Press press, PaperLetter letter) throws IOException {
            this.press = press;
            this.letter = letter;
            this.sheet = press.sheet();
        }

        void room(float height) {
            y += height;
        }

        void block(String text, Style style, String language) throws IOException {
            for (String paragraph : text.split("\n", -1)) {
                if (!paragraph.isBlank()) {
                    paragraph("P", paragraph, style, language, 6);
                }
            }
            room(4);
        }

        void paragraph(String kind, String text, Style style, String language, float below) throws IOException {
            if (text.isBlank()) {
                return;
            }
            Tag tag = press.root().child(kind).in(language);
            for (Line line : press.paragraph(List.of(Stretch.of(text, style, language)), MEASURE)) {
                if (y + line.leading() > sheet.height() - BOTTOM) {
                    next();
                }
                sheet.line(line, LEFT, y + line.leading() * 0.77f, tag);
                y += line.leading();
            }
            room(below);
        }

        /** What stands below it goes to the next page with it. */
        void code(String link, String note, float side) throws IOException {
            if (y + side + 3 * FOOT.leading() > sheet.height() - BOTTOM) {
                next();
            }
            Tag figure = press.root().child("Figure").showing(note);
            sheet.qrCode(link, LEFT, y, side, figure);
            sheet.link(figure, link, LEFT, y, side, side, note);
            y += side + 6;
            paragraph("P", note, FOOT, letter.language().code(), link.equals(letter.link()) ? 14 : 2);
        }

        private void next() throws IOException {
            end();
            sheet = press.sheet();
            y = TOP;
        }

        void end() throws IOException {
            String foot = letter.house() + " · " + letter.code() + " · " + sheet.number();
            sheet.line(
                    press.line(Stretch.of(foot, FOOT, letter.language().code())),
                    LEFT,
                    sheet.height() - BOTTOM / 2,
                    null);
            sheet.close();
        }
    }
}
