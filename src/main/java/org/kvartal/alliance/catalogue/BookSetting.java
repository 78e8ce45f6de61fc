package org.kvartal.alliance.catalogue;

import com.ibm.icu.text.Collator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.atlas.Outlines;
import org.kvartal.alliance.catalogue.CatalogueBook.ChangedMeanwhile;
import org.kvartal.alliance.catalogue.CatalogueBook.Progress;
import org.kvartal.alliance.wording.FacetGroup;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.House;
import org.kvartal.press.Block;
import org.kvartal.press.Bookmark;
import org.kvartal.press.Columns;
import org.kvartal.press.Plate;
import org.kvartal.press.Press;
import org.kvartal.press.Stretch;
import org.kvartal.press.Strip;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/**
 * One book while it is set. Entries are read and printed a few at a time, so that memory does not grow with their texts and pictures. The contents
 * are printed last, on pages that were kept free for them.
 */
final class BookSetting {

    private static final int AT_A_TIME = 40;

    /** A chapter of so many entries begins on a page of its own. */
    private static final int LARGE_CHAPTER = 8;

    /** With so many entries each index begins on a page of its own. */
    private static final int LARGE_INDEX = 60;

    private static final String PLACES = "by-place";
    private static final String SECTORS = "by-sector";
    private static final String NAMES = "by-name";

    private final Press press;
    private final Words words;
    private final Book book;
    private final Map<EntryId, Leaf> byId = new LinkedHashMap<>();
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Outlines outlines;
    private final Files files;
    private final House house;
    private final Progress progress;
    private final List<ContentsPart.Index> indexes = new ArrayList<>();
    private int done;

    BookSetting(
            Press press,
            Words words,
            Book book,
            Directory directory,
            Vocabulary vocabulary,
            Outlines outlines,
            Files files,
            House house,
            Progress progress) {
        this.press = press;
        this.words = words;
        this.book = book;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.outlines = outlines;
        this.files = files;
        this.house = house;
        this.progress = progress;
        book.leaves.forEach(leaf -> byId.put(leaf.id(), leaf));
    }

    /**
     * @param edition which one it is: "Edition of 1 December 2026"
     * @param leaves in the order of the book
     */
    record Book(String title, String edition, DirectoryFilter filter, List<Leaf> leaves, Collator order) {}

    void print() throws IOException {
        String count = words.text("alliance.catalogue.count", book.leaves.size());
        List<String> chosen = FacetGroup.chosen(book.filter, words).stream()
                .map(FacetGroup.Value::label)
                .toList();
        new Cover(press, outlines, language())
                .print(
                        press.sheet(),
                        house.name(),
                        words.text("alliance.catalogue.title"),
                        chosen,
                        List.of(count, book.edition),
                        book.leaves);
        new Imprint(press, words)
                .print(
                        press.sheet(),
                        book.title,
                        book.edition + ". " + count,
                        house.name(),
                        address(AlliancePages.inPublic(book.filter)));
        Tag contents = press.root().child("TOC");
        int front = press.pages();
        int kept = contentsPages();
        press.reserve(kept);
        RunningHeads heads = heads(press, press::sheet);
        entries(heads);
        indexes(heads);
        int[] next = {front};
        RunningHeads contentsHeads = heads(press, () -> press.reserved(++next[0]));
        contentsHeads.chapter(words.text("alliance.catalogue.contents"));
        new ContentsPart(press, words, two())
                .print(new Columns(Type.TWO, contentsHeads), book.leaves, indexes, contents);
        if (next[0] != front + kept) {
            throw new IllegalStateException("the contents take " + (next[0] - front) + " pages and not " + kept);
        }
    }

    /** How many pages the contents take is found out by setting them on paper that is thrown away. */
    private int contentsPages() throws IOException {
        try (Press scrap = new Press("", language(), Instant.EPOCH)) {
            List<ContentsPart.Index> titles = new ArrayList<>();
            for (String anchor : indexNames()) {
                titles.add(new ContentsPart.Index(words.text("alliance.catalogue." + anchor), anchor, 0));
            }
            new ContentsPart(scrap, words, two())
                    .print(new Columns(Type.TWO, heads(scrap, scrap::sheet)), book.leaves, titles, scrap.root());
            return scrap.pages();
        }
    }

    private void entries(RunningHeads heads) throws IOException {
        Columns columns = new Columns(Type.TWO, heads);
        Map<EntryKind, List<Leaf>> chapters = new LinkedHashMap<>();
        book.leaves.forEach(leaf ->
                chapters.computeIfAbsent(leaf.kind(), _ -> new ArrayList<>()).add(leaf));
        for (Map.Entry<EntryKind, List<Leaf>> chapter : chapters.entrySet()) {
            if (chapter.getValue().size() >= LARGE_CHAPTER) {
                columns.page();
            } else {
                columns.need(0.4f);
            }
            heads.chapter(words.kinds(chapter.getKey()));
            chapter(columns, chapter.getKey(), chapter.getValue());
        }
        columns.finish();
    }

    private void chapter(Columns columns, EntryKind kind, List<Leaf> leaves) throws IOException {
        Tag part = press.root().child("Sect");
        List<Strip> opening = new ArrayList<>();
        opening.add(Strip.room(22));
        opening.addAll(Strips.heading(press, List.of(own(words.kinds(kind), Type.CHAPTER)), two(), part.child("H1")));
        opening.addAll(Strips.heading(
                press,
                List.of(own(words.text("alliance.catalogue.count", leaves.size()), Type.CHAPTER_NOTE)),
                two(),
                part.child("P")));
        opening.add(Strip.room(2));
        Bookmark[] bookmark = new Bookmark[1];
        for (int from = 0; from < leaves.size(); from += AT_A_TIME) {
            List<Leaf> some = leaves.subList(from, Math.min(from + AT_A_TIME, leaves.size()));
            List<EntryDetail> details =
                    directory.details(some.stream().map(Leaf::id).toList());
            if (details.size() != some.size()) {
                throw new ChangedMeanwhile();
            }
            Map<FileId, StoredFile> pictures = files.cards(details.stream()
                    .map(detail -> detail.content().picture())
                    .filter(picture -> picture != null)
                    .map(Picture::file)
                    .toList());
            Words local = vocabulary.in(
                    words.language(),
                    details.stream()
                            .flatMap(detail -> Vocabulary.placesOf(detail).stream())
                            .toList());
            EntrySetting setting = new EntrySetting(press, local, byId, two());
            for (int at = 0; at < some.size(); at++) {
                EntryDetail detail = details.get(at);
                Leaf leaf = some.get(at);
                note(leaf, detail);
                Block block = setting.set(
                        detail,
                        leaf,
                        address(AlliancePages.inPublic(detail.card().slug())),
                        plate(detail, pictures),
                        part.child("Sect"));
                columns.add(from + at == 0 ? opened(opening, block, kind, bookmark) : marked(block, bookmark));
                progress.set(++done, book.leaves.size());
            }
        }
    }

    /** The chapter's title stands in one piece with its first entry. */
    private Block opened(List<Strip> opening, Block block, EntryKind kind, Bookmark[] chapter) {
        return block.behind(opening).on((sheet, y) -> {
            chapter[0] = sheet.bookmark(null, words.kinds(kind), y);
            sheet.bookmark(chapter[0], block.guide(), y);
            block.begun().on(sheet, y);
        });
    }

    private static Block marked(Block block, Bookmark[] chapter) {
        return block.on((sheet, y) -> {
            sheet.bookmark(chapter[0], block.guide(), y);
            block.begun().on(sheet, y);
        });
    }

    /** What the indexes need of an entry. */
    private static void note(Leaf leaf, EntryDetail detail) {
        detail.content().locations().stream().map(Location::place).forEach(place -> {
            if (place != null) {
                leaf.places().add(place);
            }
        });
        var names = detail.content().names();
        leaf.isAlso(names.own(), names.ownLanguage());
        names.translations().forEach((language, name) -> leaf.isAlso(name, language.code()));
        names.others().forEach(other -> leaf.isAlso(other, names.ownLanguage()));
        if (detail.latin() != null) {
            leaf.isAlso(detail.latin(), "en");
        }
    }

    private @Nullable Plate plate(EntryDetail detail, Map<FileId, StoredFile> pictures) throws IOException {
        Picture picture = detail.content().picture();
        StoredFile file = picture == null ? null : pictures.get(picture.file());
        if (file == null || !file.isPicture()) {
            return null;
        }
        Files.Content content = files.content(file.id(), true).orElse(null);
        if (content == null) {
            return null;
        }
        try (InputStream in = content.bytes().getInputStream()) {
            return press.plate(in.readAllBytes(), content.type());
        }
    }

    private void indexes(RunningHeads heads) throws IOException {
        boolean large = book.leaves.size() >= LARGE_INDEX;
        Columns columns = new Columns(Type.THREE, heads);
        IndexPart part = new IndexPart(press, words, book.order, Type.THREE.measure(Press.WIDTH), large);
        for (String name : indexNames()) {
            if (large) {
                columns.page();
            } else {
                columns.need(0.2f);
            }
            Tag tag = index(name, heads, columns);
            switch (name) {
                case PLACES -> part.print(columns, book.leaves, Leaf::places, place(), tag);
                case SECTORS ->
                    part.print(
                            columns,
                            book.leaves,
                            Leaf::sectors,
                            code -> new IndexPart.Heading(words.sector(code), null),
                            tag);
                default -> part.printNames(columns, book.leaves, tag);
            }
        }
        columns.finish();
    }

    /** Those that would not be empty. */
    private List<String> indexNames() {
        List<String> names = new ArrayList<>();
        if (book.leaves.stream().anyMatch(leaf -> !leaf.places().isEmpty())) {
            names.add(PLACES);
        }
        if (book.leaves.stream().anyMatch(leaf -> !leaf.sectors().isEmpty())) {
            names.add(SECTORS);
        }
        names.add(NAMES);
        return names;
    }

    private Function<String, IndexPart.Heading> place() {
        TreeSet<String> places = new TreeSet<>();
        book.leaves.forEach(leaf -> places.addAll(leaf.places()));
        Words local = vocabulary.in(words.language(), places);
        return code -> {
            var known = local.places().get(code);
            return new IndexPart.Heading(local.place(code), known == null ? null : local.place(known.country()));
        };
    }

    private Tag index(String name, RunningHeads heads, Columns columns) throws IOException {
        String title = words.text("alliance.catalogue." + name);
        heads.chapter(title);
        Tag part = press.root().child("Sect");
        List<Strip> strips = new ArrayList<>();
        strips.add(Strip.room(22));
        strips.addAll(Strips.heading(
                press, List.of(own(title, Type.INDEX_TITLE)), Type.THREE.measure(Press.WIDTH), part.child("H1")));
        columns.add(Block.of(strips).on((sheet, y) -> {
            sheet.name(name, y);
            sheet.bookmark(null, title, y);
            indexes.add(new ContentsPart.Index(title, name, sheet.number()));
        }));
        return part;
    }

    private RunningHeads heads(Press on, RunningHeads.Pages pages) {
        return new RunningHeads(on, pages, language(), book.title);
    }

    private float two() {
        return Type.TWO.measure(Press.WIDTH);
    }

    private String address(String path) {
        return house.address("/" + language() + path);
    }

    private String language() {
        return words.language().code();
    }

    private Stretch own(String text, Style style) {
        return Stretch.of(text, style, language());
    }
}
