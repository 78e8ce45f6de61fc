package org.kvartal.press;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills columns with blocks, from the left to the right and page after page. */
public final class Columns {

    /** A block that could stand whole in the next column leaves at most this part of a column empty. */
    private static final float EMPTIEST = 0.34f;

    private final Layout layout;
    private final Paper paper;
    private @Nullable Sheet sheet;
    private int column;
    private float y;
    private boolean fresh;
    private @Nullable String first;
    private String last = "";

    public Columns(Layout layout, Paper paper) {
        this.layout = layout;
        this.paper = paper;
    }

    /**
     * Where columns stand.
     *
     * @param inner margin at the back of the book, points
     * @param outer margin at its other side, points
     */
    public record Layout(float top, float bottom, float inner, float outer, int columns, float gap) {

        public float measure(float width) {
            return (width - inner - outer - (columns - 1) * gap) / columns;
        }

        /** Where the text begins on a page of that number: right pages have the back of the book at their left. */
        public float left(int page) {
            return page % 2 == 1 ? inner : outer;
        }
    }

    /** Gives pages and takes them back full. */
    public interface Paper {

        Sheet next() throws IOException;

        /** @param first what the first and the last block on it are called in its head, empty where none begins on it */
        void full(Sheet sheet, String first, String last) throws IOException;
    }

    /** Prints a block where there is room for it. What may not be parted is parted all the same where no column can hold it. */
    public void add(Block wanted) throws IOException {
        Sheet on = begin();
        float rest = bottom(on) - y;
        float high = column(on);
        Block block = wanted.whole() && !fresh ? wanted.in(rest) : wanted;
        if (!fresh && block.whole() && block.height() > rest && block.height() <= high && rest <= EMPTIEST * high) {
            turn();
        }
        boolean told = false;
        List<Strip> strips = block.strips();
        for (int at = 0; at < strips.size(); ) {
            int end = at;
            float height = 0;
            // What may not be parted.
            do {
                height += strips.get(end).height();
                end++;
            } while (end < strips.size() && !strips.get(end - 1).mayEnd());
            if (!fresh && y + height > bottom(begin()) + 0.1f) {
                turn();
                if (told) {
                    again(block);
                }
            }
            boolean tooHigh = y + height > bottom(begin()) + 0.1f;
            for (; at < end; at++) {
                Strip strip = strips.get(at);
                if (tooHigh && !fresh && y + strip.height() > bottom(begin()) + 0.1f) {
                    turn();
                    if (told) {
                        again(block);
                    }
                }
                Sheet now = begin();
                if (strip.isRoom() && fresh) {
                    continue;
                }
                if (!told && !strip.isRoom()) {
                    told = true;
                    block.begun().on(now, y);
                    if (!block.guide().isEmpty()) {
                        first = first == null ? block.guide() : first;
                        last = block.guide();
                    }
                }
                strip.print(now, x(now), y);
                y += strip.height();
                fresh = false;
            }
        }
    }

    private void again(Block block) throws IOException {
        Sheet on = begin();
        for (Strip strip : block.again()) {
            strip.print(on, x(on), y);
            y += strip.height();
        }
    }

    /** What follows begins on a new page, unless nothing stands on this one. */
    public void page() throws IOException {
        if (sheet != null && (column > 0 || !fresh)) {
            finish();
        }
    }

    /** What follows begins in a new column where less than this part of one is left. */
    public void need(float part) throws IOException {
        if (sheet != null && !fresh && bottom(sheet) - y < part * column(sheet)) {
            turn();
        }
    }

    /** The last page is full. */
    public void finish() throws IOException {
        if (sheet != null) {
            paper.full(sheet, first == null ? "" : first, last);
            sheet.close();
            sheet = null;
        }
    }

    private Sheet begin() throws IOException {
        Sheet now = sheet;
        if (now == null) {
            now = paper.next();
            sheet = now;
            column = 0;
            y = layout.top();
            fresh = true;
            first = null;
        }
        return now;
    }

    private void turn() throws IOException {
        if (column + 1 < layout.columns()) {
            column++;
            y = layout.top();
            fresh = true;
        } else {
            finish();
            begin();
        }
    }

    private float x(Sheet on) {
        return layout.left(on.number()) + column * (layout.measure(on.width()) + layout.gap());
    }

    private float bottom(Sheet on) {
        return on.height() - layout.bottom();
    }

    private float column(Sheet on) {
        return bottom(on) - layout.top();
    }
}
