package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.press.Block;
import org.kvartal.press.Plate;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/** Sets an entry: its name, its picture, its description, the facts with the code that leads to its page, and when it was checked. */
final class EntrySetting {

    private static final float PICTURE_HEIGHT = 132;

    /** A picture may become so much smaller, where its entry finds room in a column then. */
    private static final float SMALLEST = 0.6f;

    /** Print shows no pixel larger than this, in points. */
    private static final float PIXEL = 0.6f;

    /** Between two paragraphs of a description. */
    private static final float BETWEEN = 3;

    private static final float CODE = 52;
    private static final float CODE_GAP = 12;
    private static final float BELOW_CODE = CODE + 3;

    private final Press press;
    private final Words words;
    private final Map<EntryId, Leaf> leaves;
    private final float measure;

    EntrySetting(Press press, Words words, Map<EntryId, Leaf> leaves, float measure) {
        this.press = press;
        this.words = words;
        this.leaves = leaves;
        this.measure = measure;
    }

    /** @param address of the entry's page */
    Block set(EntryDetail entry, Leaf leaf, String address, @Nullable Plate picture, Tag part) throws IOException {
        List<Strip> strips = new ArrayList<>();
        strips.add(Strips.rule(11, 10, measure));
        head(strips, entry, leaf, part);
        EntryContent content = entry.content();
        EntryContent.Picture described = content.picture();
        if (picture != null && described != null) {
            picture(strips, picture, described, part);
        }
        LocalizedText description = content.description();
        if (description != null) {
            description(strips, description, part);
        }
        strips.add(Strip.room(6));
        facts(strips, entry, address, part);
        return new Block(strips, true, leaf.name().text(), again(leaf), (sheet, y) -> {
            leaf.begins(sheet.number());
            sheet.name(leaf.anchor(), y - 4);
        });
    }

    /** Its name once more, small, above what did not find room below it. */
    private List<Strip> again(Leaf leaf) throws IOException {
        Stretch name =
                Stretch.of(leaf.name().text() + " …", Type.AGAIN, leaf.name().language());
        List<Strip> strips = new ArrayList<>(Strips.heading(press, List.of(name), measure, null));
        strips.add(Strip.room(4));
        return strips;
    }

    private void head(List<Strip> strips, EntryDetail entry, Leaf leaf, Tag part) throws IOException {
        Tag heading = part.child("H2").in(leaf.name().language());
        strips.addAll(Strips.heading(
                press,
                List.of(Stretch.of(leaf.name().text(), Type.NAME, leaf.name().language())),
                measure,
                heading));
        Names names = entry.content().names();
        if (!names.own().equals(leaf.name().text())) {
            strips.addAll(Strips.heading(
                    press,
                    List.of(Stretch.of(names.own(), Type.OWN_NAME, names.ownLanguage())),
                    measure,
                    part.child("P").in(names.ownLanguage())));
        }
        EntryCard card = entry.card();
        List<String> line = new ArrayList<>();
        if (card.place() != null && !card.kind().territory()) {
            line.add(words.placeAndCountry(card.place()));
        }
        if (card.member()) {
            line.add(words.text("alliance.directory.member"));
        }
        if (card.status() != Status.ACTIVE) {
            line.add(words.status(card.status()));
        }
        if (!line.isEmpty()) {
            strips.add(Strip.room(1.5f));
            strips.addAll(Strips.heading(
                    press, List.of(own(String.join(" · ", line), Type.PLACE)), measure, part.child("P")));
        }
    }

    private void description(List<Strip> strips, LocalizedText text, Tag part) throws IOException {
        Language language = words.language();
        String tag = text.shownIn(language).code();
        float above = 5;
        for (String line :
                text.in(language).lines().filter(line -> !line.isBlank()).toList()) {
            strips.add(Strip.room(above));
            strips.addAll(Strips.paragraph(
                    press, List.of(Stretch.of(line.strip(), Type.TEXT, tag)), measure, part.child("P")));
            above = BETWEEN;
        }
    }

    private void picture(List<Strip> strips, Plate plate, EntryContent.Picture described, Tag part) throws IOException {
        float width = Math.min(measure, plate.width() * PIXEL);
        float height = width * plate.height() / plate.width();
        if (height > PICTURE_HEIGHT) {
            width *= PICTURE_HEIGHT / height;
            height = PICTURE_HEIGHT;
        }
        LocalizedText text = described.text();
        Tag figure = part.child("Figure").showing(text == null ? "" : text.in(words.language()));
        if (text != null) {
            figure.in(text.shownIn(words.language()).code());
        }
        strips.add(Strip.room(5));
        strips.add(new Pictured(plate, width, height, figure));
        if (described.credit() != null) {
            strips.add(Strip.room(1.5f));
            strips.addAll(Strips.heading(
                    press,
                    List.of(own(words.text("alliance.entry.picture-by", described.credit()), Type.NOTE)),
                    measure,
                    part.child("Caption")));
        }
    }

    private record Pictured(Plate plate, float width, float high, Tag tag) implements Strip {

        @Override
        public float give() {
            return high * (1 - SMALLEST);
        }

        @Override
        public Strip less(float height) {
            float lower = high - height;
            return new Pictured(plate, width * lower / high, lower, tag);
        }

        @Override
        public float height() {
            return high;
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            sheet.picture(plate, x, y, width, high, tag);
        }

        @Override
        public boolean mayEnd() {
            return false;
        }
    }

    private void facts(List<Strip> strips, EntryDetail entry, String address, Tag part) throws IOException {
        Tag list = part.child("L");
        float narrow = measure - CODE - CODE_GAP;
        strips.add(new Coded(address, measure - CODE, part.child("Figure").showing(address)));
        float height = 0;
        List<Strip> lines = new ArrayList<>();
        for (List<Stretch> fact : new FactLines(words, leaves).of(entry)) {
            // Below the code the facts have the whole measure, and a column may end between them.
            boolean beside = height < BELOW_CODE;
            Tag item = list.child("LI").child("LBody");
            for (Strips.Type line : Strips.paragraph(press, fact, beside ? narrow : measure, item)) {
                height += line.height();
                lines.add(height < BELOW_CODE ? line.joined() : line);
            }
            lines.add(Strip.room(1.6f));
            height += 1.6f;
        }
        // What closes the entry does not stand alone.
        if (lines.size() > 1 && lines.get(lines.size() - 2) instanceof Strips.Type last) {
            lines.set(lines.size() - 2, last.joined());
        }
        lines.add(Strip.room(3));
        String closing = words.licence(entry.content().licence());
        if (entry.card().checkedOn() != null) {
            closing =
                    words.text("alliance.entry.checked", words.day(entry.card().checkedOn())) + " · " + closing;
        }
        Strips.heading(press, List.of(own(closing, Type.NOTE)), narrow, part.child("P"))
                .forEach(lines::add);
        strips.addAll(lines);
        float all = 0;
        for (Strip line : lines) {
            all += line.height();
        }
        strips.add(new End(Math.max(0, CODE - all)));
    }

    /** The code that leads to the entry's page; it takes no height, since the facts stand beside it. */
    private record Coded(String address, float indent, Tag tag) implements Strip {

        @Override
        public float height() {
            return 0;
        }

        @Override
        public void print(Sheet sheet, float x, float y) throws IOException {
            sheet.qrCode(address, x + indent, y + 2, CODE, tag);
            sheet.link(tag, address, x + indent, y + 2, CODE, CODE, address);
        }

        @Override
        public boolean mayEnd() {
            return false;
        }
    }

    /** What is left beside the code. */
    private record End(float height) implements Strip {

        @Override
        public void print(Sheet sheet, float x, float y) {}
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, words.language().code());
    }
}
