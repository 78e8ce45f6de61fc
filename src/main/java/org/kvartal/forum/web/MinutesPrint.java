package org.kvartal.forum.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.press.Block;
import org.kvartal.press.Columns;
import org.kvartal.press.Columns.Layout;
import org.kvartal.press.Columns.Paper;
import org.kvartal.press.Cut;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;
import org.springframework.stereotype.Component;

/** Minutes in print: one column, with lines to sign at the end. What is internal is never printed: paper leaves the house. */
@Component
class MinutesPrint {

    private static final float TOP = 76;
    private static final float BOTTOM = 74;
    private static final float MARGIN = 72;
    private static final float FOOT = 40;
    private static final float SIGNED = 200;

    private static final Style TITLE = new Style(Cut.EXTRABOLD, 24, 28, Ink.BLACK);
    private static final Style FACT = new Style(Cut.REGULAR, 10, 14, Ink.SOFT);
    private static final Style HEADING = new Style(Cut.EXTRABOLD, 12.5f, 16, Ink.ACCENT);
    private static final Style TEXT = new Style(Cut.REGULAR, 10.5f, 15, Ink.BLACK);
    private static final Style SMALL = new Style(Cut.REGULAR, 8.5f, 12, Ink.SOFT);

    private final Messages messages;
    private final Wording wording;
    private final House house;

    MinutesPrint(Messages messages, Wording wording, House house) {
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    byte[] print(MinutesPage minutes, Language language) {
        String title = messages.text(
                language, "forum.minutes.of", minutes.session().title().in(language));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Press press = new Press(
                title,
                language.code(),
                Objects.requireNonNullElse(
                        minutes.edition().published(), minutes.edition().made()))) {
            new Setting(press, minutes, title, language).print();
            press.save(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /** A line of type. */
    private record Typed(Line line, Tag tag, boolean mayEnd) implements Strip {

        @Override
        public float height() {
            return line.leading();
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            sheet.line(line, x, y + line.leading() * 0.77f, tag);
        }
    }

    /** Where somebody signs. */
    private record Signature() implements Strip {

        @Override
        public float height() {
            return 30;
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            sheet.rule(x, y + height() - 4, SIGNED, 0.5f, Ink.BLACK);
        }

        @Override
        public boolean mayEnd() {
            return false;
        }
    }

    private final class Setting implements Paper {

        private final Press press;
        private final MinutesPage minutes;
        private final String title;
        private final Language language;
        private final float measure;

        Setting(Press press, MinutesPage minutes, String title, Language language) {
            this.press = press;
            this.minutes = minutes;
            this.title = title;
            this.language = language;
            this.measure = Press.WIDTH - 2 * MARGIN;
        }

        void print() throws IOException {
            Columns columns = new Columns(new Layout(TOP, BOTTOM, MARGIN, MARGIN, 1, 0), this);
            Tag head = press.root().child("H1");
            List<Strip> first = strips(Stretch.of(title, TITLE, language.code()), head, false);
            first.add(Strip.room(6));
            var session = minutes.session();
            first.addAll(strips(
                    own(
                            session.code() + ", " + wording.exact(session.startsAt(), language, session.zone()) + ", "
                                    + messages.text(
                                            language,
                                            "forum.minutes.state."
                                                    + Code.of(minutes.edition().state())),
                            FACT),
                    press.root().child("P"),
                    true));
            first.add(Strip.room(10));
            columns.add(Block.of(first));
            for (Paragraph paragraph : minutes.paragraphs()) {
                if (paragraph.reach() != Reach.FACILITATORS) {
                    columns.add(paragraph(paragraph));
                }
            }
            columns.add(signatures());
            columns.finish();
        }

        private Block paragraph(Paragraph paragraph) throws IOException {
            boolean heading = paragraph.kind() == ParagraphKind.ITEM;
            Tag tag = press.root().child(heading ? "H2" : "P");
            List<Strip> strips = new ArrayList<>();
            strips.add(Strip.room(heading ? 14 : 5));
            strips.addAll(strips(said(paragraph.text(), heading ? HEADING : TEXT), tag, !heading));
            return Block.of(strips);
        }

        private Block signatures() throws IOException {
            List<Strip> strips = new ArrayList<>();
            strips.add(Strip.room(30));
            for (String who : List.of("forum.minutes.signed-chair", "forum.minutes.signed-taker")) {
                strips.add(new Signature());
                strips.addAll(strips(
                        own(messages.text(language, who), SMALL), press.root().child("P"), true));
            }
            return Block.of(strips);
        }

        private List<Strip> strips(Stretch text, Tag tag, boolean mayEnd) throws IOException {
            List<Strip> strips = new ArrayList<>();
            for (Line line : press.paragraph(List.of(text), measure)) {
                strips.add(new Typed(line, tag, mayEnd));
            }
            return strips;
        }

        private Stretch said(LocalizedText text, Style style) {
            return Stretch.of(text.in(language), style, text.shownIn(language).code());
        }

        private Stretch own(String text, Style style) {
            return Stretch.of(text, style, language.code());
        }

        @Override
        public Sheet next() throws IOException {
            return press.sheet();
        }

        @Override
        public void full(Sheet sheet, String first, String last) throws IOException {
            float foot = sheet.height() - FOOT;
            Line left = press.line(own(house.name() + " · " + minutes.session().code(), SMALL));
            Line right = press.line(own(String.valueOf(sheet.number()), SMALL));
            sheet.line(left, MARGIN, foot, null);
            sheet.line(right, sheet.width() - MARGIN - right.width(), foot, null);
        }
    }
}
