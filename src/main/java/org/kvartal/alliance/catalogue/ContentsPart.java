package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.wording.Words;
import org.kvartal.press.Block;
import org.kvartal.press.Columns;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/** The list of contents: chapters with their entries, and the indexes. Its lines break alike whatever the page numbers are. */
final class ContentsPart {

    private static final float NUMBER = 24;

    private final Press press;
    private final Words words;
    private final float measure;

    ContentsPart(Press press, Words words, float measure) {
        this.press = press;
        this.words = words;
        this.measure = measure;
    }

    /** @param page the index's first, 0 where it is not known yet */
    record Index(String title, String anchor, int page) {}

    void print(Columns columns, List<Leaf> leaves, List<Index> indexes, Tag contents) throws IOException {
        String title = words.text("alliance.catalogue.contents");
        columns.add(Block.of(Strips.heading(press, List.of(own(title, Type.CHAPTER)), measure, contents.child("H1")))
                .on((sheet, y) -> sheet.bookmark(null, title, y)));
        EntryKind kind = null;
        for (Leaf leaf : leaves) {
            List<Strip> strips = new ArrayList<>();
            if (leaf.kind() != kind) {
                kind = leaf.kind();
                strips.add(Strip.room(10));
                strips.addAll(Strips.heading(
                        press, List.of(own(words.kinds(kind), Type.CONTENTS_PART)), measure, contents.child("P")));
            }
            strips.addAll(line(
                    new Stretch(leaf.name().text(), Type.CONTENTS, leaf.name().language(), leaf.link()),
                    leaf.page(),
                    contents.child("TOCI").child("Reference")));
            columns.add(Block.of(strips));
        }
        boolean first = true;
        for (Index index : indexes) {
            List<Strip> strips = new ArrayList<>();
            strips.add(Strip.room(first ? 12 : 0));
            strips.addAll(line(
                    new Stretch(
                            index.title(), Type.CONTENTS_PART, words.language().code(), "#" + index.anchor()),
                    index.page(),
                    contents.child("TOCI").child("Reference")));
            columns.add(Block.of(strips));
            first = false;
        }
        columns.finish();
    }

    private List<Strip> line(Stretch name, int page, Tag tag) throws IOException {
        List<Line> lines = press.paragraph(List.of(name), measure - NUMBER);
        Line number = press.line(own(page == 0 ? "0" : String.valueOf(page), Type.CONTENTS));
        List<Strip> strips = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            boolean last = at == lines.size() - 1;
            strips.add(new Entry(lines.get(at), last ? number : null, measure, tag, last));
        }
        return strips;
    }

    private record Entry(Line line, @Nullable Line number, float measure, Tag tag, boolean mayEnd) implements Strip {

        private static final float DOT = 4;

        @Override
        public float height() {
            return line.leading();
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            float baseline = y + Strips.baseline(line);
            sheet.line(line, x, baseline, tag);
            if (number != null) {
                float end = measure - number.width();
                sheet.line(number, x + end, baseline, tag);
                for (float dot = measure - NUMBER / 2; dot > line.width() + DOT; dot -= DOT) {
                    if (dot < end - DOT) {
                        sheet.fill(x + dot, baseline - 0.8f, 0.8f, 0.8f, Ink.LINE, null);
                    }
                }
            }
        }
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, words.language().code());
    }
}
