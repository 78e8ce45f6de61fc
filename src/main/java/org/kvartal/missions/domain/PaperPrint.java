package org.kvartal.missions.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.kvartal.missions.domain.Paper.Part;
import org.kvartal.press.Cut;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;
import org.springframework.stereotype.Component;

/** Prints day sheets, brief books and statements of hours: A4, as many pages as they need, tagged, with the house's typeface. */
@Component
class PaperPrint {

    private static final float LEFT = 62;
    private static final float TOP = 64;
    private static final float BOTTOM = 64;
    private static final float MEASURE = Press.WIDTH - 2 * LEFT;

    /** A heading does not stand alone at the end of a page. */
    private static final float COMPANY = 60;

    /** Above a chapter that begins below another; where less is left of the page than that, it begins a new one. */
    private static final float CHAPTER_ABOVE = 20;

    private static final float CHAPTER_ROOM = 150;

    private static final Style HOUSE = new Style(Cut.SEMIBOLD, 9.5f, 14, Ink.SOFT);
    private static final Style TITLE = new Style(Cut.EXTRABOLD, 20, 24, Ink.BLACK);
    private static final Style CHAPTER = new Style(Cut.EXTRABOLD, 14, 18, Ink.ACCENT);
    private static final Style HEADING = new Style(Cut.SEMIBOLD, 11.5f, 16, Ink.BLACK);
    private static final Style STRONG = new Style(Cut.SEMIBOLD, 10.2f, 14.4f, Ink.BLACK);
    private static final Style WARNING = new Style(Cut.SEMIBOLD, 10.2f, 14.4f, Ink.ACCENT);
    private static final Style TEXT = new Style(Cut.REGULAR, 10.2f, 14.4f, Ink.BLACK);
    private static final Style SMALL = new Style(Cut.REGULAR, 8.6f, 12, Ink.SOFT);

    byte[] print(Paper paper, Instant at) {
        try (Press press = new Press(paper.title(), paper.language().code(), at)) {
            Page page = new Page(press, paper);
            page.paragraph("P", paper.house(), HOUSE, paper.language().code(), 6);
            page.paragraph("H1", paper.title(), TITLE, paper.language().code(), 12);
            boolean first = true;
            for (Part part : paper.parts()) {
                page.part(part, first);
                first = false;
            }
            page.end();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            press.save(bytes);
            return bytes.toByteArray();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Where the next line goes. */
    private static final class Page {

        private final Press press;
        private final Paper paper;
        private Sheet sheet;
        private float y = TOP;

        Page(Press press, Paper paper) throws IOException {
            this.press = press;
            this.paper = paper;
            this.sheet = press.sheet();
        }

        void part(Part part, boolean first) throws IOException {
            switch (part.kind()) {
                case CHAPTER -> {
                    if (!first) {
                        y += CHAPTER_ABOVE;
                        if (y + CHAPTER_ROOM > sheet.height() - BOTTOM) {
                            next();
                        }
                    }
                    sheet.bookmark(null, part.words(), y);
                    paragraph("H2", part.words(), CHAPTER, part.language(), 8);
                }
                case HEADING -> {
                    y += 6;
                    if (y + COMPANY > sheet.height() - BOTTOM) {
                        next();
                    }
                    paragraph("H3", part.words(), HEADING, part.language(), 2);
                }
                case WARNING -> block(part, WARNING, 4);
                case STRONG -> block(part, STRONG, 2);
                case TEXT -> block(part, TEXT, 4);
                case SMALL -> block(part, SMALL, 3);
            }
        }

        private void block(Part part, Style style, float below) throws IOException {
            for (String paragraph : part.words().split("\n", -1)) {
                paragraph("P", paragraph, style, part.language(), below);
            }
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
            y += below;
        }

        private void next() throws IOException {
            end();
            sheet = press.sheet();
            y = TOP;
        }

        void end() throws IOException {
            String foot = paper.foot() + " · " + sheet.number();
            sheet.line(
                    press.line(Stretch.of(foot, SMALL, paper.language().code())),
                    LEFT,
                    sheet.height() - BOTTOM / 2,
                    null);
            sheet.close();
        }
    }
}
