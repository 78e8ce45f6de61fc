package org.kvartal.alliance.catalogue;

import com.ibm.icu.text.Collator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.wording.FirstLetter;
import org.kvartal.alliance.wording.Words;
import org.kvartal.press.Block;
import org.kvartal.press.Columns;
import org.kvartal.press.Press;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/** An index: headings with names below them, each with its page, everything in the order of the reader's alphabet. */
final class IndexPart {

    private static final float INDENT = 8;

    private final Press press;
    private final Words words;
    private final Collator order;
    private final float measure;
    private final boolean guided;

    /** @param guided whether the heads of its pages say from which heading to which they go */
    IndexPart(Press press, Words words, Collator order, float measure, boolean guided) {
        this.press = press;
        this.words = words;
        this.order = order;
        this.measure = measure;
        this.guided = guided;
    }

    /** @param other whether it is not the name under which the entry stands */
    private record Item(Leaf.Name name, Leaf leaf, boolean other) {}

    /** @param note what tells headings of one name apart, such as a city's country */
    record Heading(String text, @Nullable String note) {}

    /** Entries under what each of them names. */
    void print(
            Columns columns,
            List<Leaf> leaves,
            Function<Leaf, ? extends Iterable<String>> codes,
            Function<String, Heading> heading,
            Tag part)
            throws IOException {
        Map<String, List<Item>> byCode = new TreeMap<>();
        for (Leaf leaf : leaves) {
            for (String code : codes.apply(leaf)) {
                byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(new Item(leaf.name(), leaf, false));
            }
        }
        Comparator<String> byHeading = Comparator.<String, String>comparing(
                        code -> heading.apply(code).text(), order)
                .thenComparing(Comparator.naturalOrder());
        for (String code : byCode.keySet().stream().sorted(byHeading).toList()) {
            List<Item> items = byCode.getOrDefault(code, new ArrayList<>());
            items.sort(byName());
            print(columns, heading.apply(code), items, part);
        }
    }

    private Comparator<Item> byName() {
        return Comparator.comparing((Item item) -> item.name().text(), order)
                .thenComparingInt(item -> item.leaf().page());
    }

    /** All names of all entries, under their first letters. */
    void printNames(Columns columns, List<Leaf> leaves, Tag part) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Leaf leaf : leaves) {
            items.add(new Item(leaf.name(), leaf, false));
            leaf.others().forEach(other -> items.add(new Item(other, leaf, true)));
        }
        items.sort(byName());
        List<Item> letter = new ArrayList<>();
        String last = "";
        for (Item item : items) {
            String initial = FirstLetter.of(item.name().text(), words.language());
            if (!initial.equals(last) && !letter.isEmpty()) {
                print(columns, new Heading(last, null), letter, part);
                letter.clear();
            }
            last = initial;
            letter.add(item);
        }
        if (!letter.isEmpty()) {
            print(columns, new Heading(last, null), letter, part);
        }
    }

    private void print(Columns columns, Heading heading, List<Item> items, Tag part) throws IOException {
        Tag section = part.child("Sect");
        List<Stretch> title = new ArrayList<>();
        title.add(own(heading.text(), Type.INDEX_PART));
        if (heading.note() != null) {
            title.add(own(" " + heading.note(), Type.HEAD));
        }
        List<Strip> head = new ArrayList<>();
        head.add(Strip.room(7));
        head.addAll(Strips.heading(press, title, measure, section.child("H3")));
        boolean first = true;
        for (Item item : items) {
            List<Strip> strips = new ArrayList<>(first ? head : List.of());
            strips.addAll(line(item, section.child("P")));
            columns.add(new Block(strips, true, guided ? heading.text() : "", List.of(), (_, _) -> {}));
            first = false;
        }
    }

    /** Its second line stands further right. */
    private List<Strip> line(Item item, Tag tag) throws IOException {
        Style style = item.other() ? Type.INDEX_OTHER : Type.INDEX;
        List<Stretch> text = List.of(
                new Stretch(
                        item.name().text(),
                        style,
                        item.name().language(),
                        item.leaf().link()),
                own(",\u00A0" + item.leaf().page(), Type.INDEX_PAGE));
        List<Strip> strips = new ArrayList<>();
        var lines = press.paragraph(text, measure - INDENT);
        for (int at = 0; at < lines.size(); at++) {
            strips.add(new Strips.Type(lines.get(at), at == 0 ? 0 : INDENT, tag, at == lines.size() - 1));
        }
        return strips;
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, words.language().code());
    }
}
