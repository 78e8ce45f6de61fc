package org.kvartal.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.press.Columns.Layout;
import org.kvartal.press.Columns.Paper;

class ColumnsTests {

    private static final float TOP = 76;
    private static final float BOTTOM = 74;

    @Test
    void whatNoColumnCanHoldIsPartedAllTheSame() throws IOException {
        List<Float> feet = new ArrayList<>();
        List<String> pages = new ArrayList<>();

        try (Press press = new Press("Book", "en", Instant.EPOCH)) {
            Columns columns = new Columns(new Layout(TOP, BOTTOM, 60, 66, 2, 22), new Sheets(press, pages));
            columns.add(Block.of(Collections.nCopies(5, new Inseparable(feet))));
            columns.add(Block.of(Collections.nCopies(200, new Inseparable(feet))));
            columns.finish();
        }

        assertThat(feet).hasSize(205).allMatch(foot -> foot <= 842 - BOTTOM);
        assertThat(pages).hasSize(3);
    }

    /** A line that may not stand without the next. */
    private record Inseparable(List<Float> feet) implements Strip {

        @Override
        public float height() {
            return 12;
        }

        @Override
        public void print(Sheet sheet, float x, float y) {
            feet.add(y + height());
        }

        @Override
        public boolean mayEnd() {
            return false;
        }
    }

    private record Sheets(Press press, List<String> pages) implements Paper {

        @Override
        public Sheet next() throws IOException {
            return press.sheet();
        }

        @Override
        public void full(Sheet sheet, String first, String last) {
            pages.add(first);
        }
    }
}
