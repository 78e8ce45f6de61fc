package org.kvartal.alliance.catalogue;

import com.ibm.icu.text.Collator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.atlas.Outlines;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.press.Press;
import org.springframework.stereotype.Component;

/**
 * Makes the book: cover, contents, entries by kind and name, indexes.
 *
 * @see "Decision record 0088, the printed catalogue"
 */
@Component
class CatalogueBook {

    private static final int SCANNED = 500;

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Outlines outlines;
    private final Files files;
    private final House house;

    CatalogueBook(Directory directory, Vocabulary vocabulary, Outlines outlines, Files files, House house) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.outlines = outlines;
        this.files = files;
        this.house = house;
    }

    /** Hears how far it is; may throw to end the work. */
    @FunctionalInterface
    interface Progress {

        void set(int done, int all);
    }

    record Made(int pages, int entries) {}

    /** Entries went out of the directory while the book was made: it would point to what is not in it. */
    static final class ChangedMeanwhile extends RuntimeException {

        ChangedMeanwhile() {
            super("entries went out of the directory meanwhile", null, false, false);
        }
    }

    /** @throws ChangedMeanwhile if it has to be begun again */
    Made make(DirectoryFilter filter, Language language, Instant madeAt, Path target, Progress progress)
            throws IOException {
        Collator order = Collator.getInstance(language.locale()).freeze();
        List<Leaf> leaves = scan(filter, language, order);
        Words words = vocabulary.in(language, filter.places());
        String edition = words.text("alliance.catalogue.edition", words.day(house.day(madeAt)));
        String title = house.name() + ". " + words.text("alliance.catalogue.title");
        progress.set(0, leaves.size());
        try (Press press = new Press(title + ". " + edition, language.code(), madeAt)) {
            BookSetting.Book book = new BookSetting.Book(title, edition, filter, leaves, order);
            new BookSetting(press, words, book, directory, vocabulary, outlines, files, house, progress).print();
            try (OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(target))) {
                press.save(out);
            }
            return new Made(press.pages(), leaves.size());
        }
    }

    private List<Leaf> scan(DirectoryFilter filter, Language language, Collator order) {
        List<Leaf> leaves = new ArrayList<>();
        @Nullable String after = null;
        do {
            EntryList list = directory.search(filter, language, after, SCANNED);
            list.entries().forEach(card -> leaves.add(new Leaf(card, language)));
            after = list.next();
        } while (after != null);
        leaves.sort(Comparator.comparing(Leaf::kind)
                .thenComparing(leaf -> leaf.name().text(), order)
                .thenComparing(leaf -> leaf.id().toString()));
        return leaves;
    }
}
