package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Tag;

/** Makes strips of lines of type. */
final class Strips {

    /** The fewest lines of a paragraph that stand in a column by themselves. */
    private static final int FEWEST = 3;

    private Strips() {}

    /** A line of type; its base line lies where capitals of its leading stand as high above as below. */
    record Type(Line line, float indent, @Nullable Tag tag, boolean mayEnd) implements Strip {

        @Override
        public float height() {
            return line.leading();
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            sheet.line(line, x + indent, y + baseline(line), tag);
        }

        /** The same, in one piece with what comes next. */
        Type joined() {
            return new Type(line, indent, tag, false);
        }
    }

    static float baseline(Line line) {
        return line.leading() * 0.77f;
    }

    /** A paragraph that may be parted where enough of it stands on both sides. */
    static List<Type> paragraph(Press press, List<Stretch> text, float measure, Tag tag) throws IOException {
        List<Line> lines = press.paragraph(text, measure);
        List<Type> strips = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            boolean last = number == lines.size() - 1;
            boolean mayEnd = last || (number >= FEWEST - 1 && lines.size() - 1 - number >= FEWEST);
            strips.add(new Type(lines.get(number), 0, tag, mayEnd));
        }
        return strips;
    }

    /** A paragraph that stays in one piece, together with what comes next. */
    static List<Strip> heading(Press press, List<Stretch> text, float measure, @Nullable Tag tag) throws IOException {
        List<Strip> strips = new ArrayList<>();
        for (Line line : press.paragraph(text, measure)) {
            strips.add(new Type(line, 0, tag, false));
        }
        return strips;
    }

    /** A hair line between two neighbours, with room around it. */
    static Strip rule(float above, float below, float measure) {
        return new Strip() {
            @Override
            public float height() {
                return above + below;
            }

            @Override
            public void print(Sheet sheet, float x, float y) throws IOException {
                sheet.rule(x, y + above, measure, 0.5f, Ink.LINE);
            }

            @Override
            public boolean mayEnd() {
                return false;
            }

            @Override
            public boolean isRoom() {
                return true;
            }
        };
    }
}
