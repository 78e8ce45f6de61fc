package org.kvartal.alliance.catalogue;

import java.io.IOException;
import org.kvartal.press.Columns.Paper;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;

/** What stands around the text of a page: the chapter and what the page holds above, its number at the outer edge below. */
final class RunningHeads implements Paper {

    private static final float HEAD = 46;
    private static final float FOOT = 40;

    private final Press press;
    private final Pages pages;
    private final String language;
    private final String book;
    private String chapter = "";

    /** @param book what stands at the foot of each page */
    RunningHeads(Press press, Pages pages, String language, String book) {
        this.press = press;
        this.pages = pages;
        this.language = language;
        this.book = book;
    }

    /** Where pages come from. */
    @FunctionalInterface
    interface Pages {

        Sheet next() throws IOException;
    }

    /** Says which part of the book the following pages belong to. */
    void chapter(String title) {
        chapter = title;
    }

    @Override
    public Sheet next() throws IOException {
        return pages.next();
    }

    @Override
    public void full(Sheet sheet, String first, String last) throws IOException {
        float left = sheet.number() % 2 == 1 ? Type.INNER : Type.OUTER;
        float width = sheet.width() - Type.INNER - Type.OUTER;
        boolean right = sheet.number() % 2 == 1;
        Line part = shortened(chapter, Type.HEAD, width / 3);
        String guided = first.equals(last) ? first : first + " – " + last;
        Line guide = first.isEmpty() ? press.line() : guide(first, last, guided, width - part.width() - 24);
        outer(sheet, guide, left, width, HEAD, right);
        outer(sheet, part, left, width, HEAD, !right);
        sheet.rule(left, HEAD + 7, width, 0.5f, Ink.LINE);
        float foot = sheet.height() - FOOT;
        outer(sheet, press.line(own(String.valueOf(sheet.number()), Type.FOLIO)), left, width, foot, right);
        outer(sheet, press.line(own(book, Type.HEAD)), left, width, foot, !right);
    }

    private static void outer(Sheet sheet, Line line, float left, float width, float y, boolean atRight)
            throws IOException {
        sheet.line(line, atRight ? left + width - line.width() : left, y, null);
    }

    private Line guide(String first, String last, String whole, float width) throws IOException {
        Line line = press.line(own(whole, Type.HEAD));
        if (line.width() <= width) {
            return line;
        }
        if (first.equals(last)) {
            return shortened(first, Type.HEAD, width);
        }
        float half = width / 2 - 10;
        return press.line(own(cut(first, half) + " – " + cut(last, half), Type.HEAD));
    }

    private Line shortened(String text, Style style, float width) throws IOException {
        Line line = press.line(own(text, style));
        return line.width() <= width ? line : press.line(own(cut(text, width), style));
    }

    private String cut(String text, float width) throws IOException {
        if (press.line(own(text, Type.HEAD)).width() <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1
                && press.line(own(text.substring(0, end) + "…", Type.HEAD)).width() > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, language);
    }
}
