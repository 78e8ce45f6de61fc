package org.kvartal.alliance.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Language;

/** What the contents and the indexes need to know of an entry while the book is made: little, since there are many. */
final class Leaf {

    private final EntryId id;
    private final EntryKind kind;
    private final Name name;
    private final List<Name> others = new ArrayList<>();
    private final List<String> sectors;
    private final SortedSet<String> places = new TreeSet<>();
    private final @Nullable Coordinates at;
    private int page;

    Leaf(EntryCard card, Language language) {
        id = card.id();
        kind = card.kind();
        name = new Name(card.names().in(language), card.names().shownIn(language));
        sectors = card.sectors();
        at = card.coordinates();
        if (card.place() != null) {
            places.add(card.place());
        }
    }

    /** @param language BCP 47 tag */
    record Name(String text, String language) {}

    EntryId id() {
        return id;
    }

    EntryKind kind() {
        return kind;
    }

    /** The name under which the reader looks for it. */
    Name name() {
        return name;
    }

    /** Under what else it may be looked for. */
    List<Name> others() {
        return others;
    }

    List<String> sectors() {
        return sectors;
    }

    SortedSet<String> places() {
        return places;
    }

    @Nullable Coordinates at() {
        return at;
    }

    /** The name of its place in the document. */
    String anchor() {
        return "entry-" + id;
    }

    /** Where links to it lead. */
    String link() {
        return "#" + anchor();
    }

    /** The page on which it begins, 0 before it is printed. */
    int page() {
        return page;
    }

    void begins(int number) {
        page = number;
    }

    /** A name that people may look for, unless it is there already. */
    void isAlso(String text, String language) {
        if (!text.equals(name.text())
                && others.stream().noneMatch(other -> other.text().equals(text))) {
            others.add(new Name(text, language));
        }
    }
}
