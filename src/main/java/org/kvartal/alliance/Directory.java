package org.kvartal.alliance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;

/**
 * What the directory shows to anybody: confirmed entries, without what is not for everybody. Each answer takes a constant number of
 * queries.
 */
public interface Directory {

    /** The most points that a map gets one by one; beyond, neighbours come as one mark with their number. */
    int MOST_POINTS = 2_000;

    /** Changes with every change of anything that is shown here. */
    long version();

    /**
     * A stretch of the entries that a filter lets through. Without a text they stand by name, sorted as the language sorts; with one, those
     * that fit it better come first.
     *
     * @param after the {@link EntryList#next} of the stretch before; null or mangled for the beginning
     */
    EntryList search(DirectoryFilter filter, Language language, @Nullable String after, int limit);

    /**
     * How many entries each value of each facet would leave, given what is chosen in the other facets. Values that no entry has are
     * left out, except chosen ones.
     */
    Facets facets(DirectoryFilter filter);

    /**
     * What a map shows of the entries that a filter lets through: each location by itself, or neighbours together where they are more than
     * {@link #MOST_POINTS}.
     *
     * @param zoom of a web map: at 0 the world is 256 pixels wide, with each step twice as wide
     */
    MapView map(DirectoryFilter filter, int zoom);

    /**
     * The entry at an address. Those who keep an entry (stewards, owners, whoever suggested it) find it before it is public too.
     *
     * @throws org.kvartal.kernel.NotFound if there is none that the asker may see
     */
    Look look(Asker asker, String slug);

    /** {@link EntryDetail#revision()} of the public entry at exactly this address, for whoever keeps its page; empty where none stands there. One light query. */
    OptionalLong revision(String slug);

    /** Public entries whole, in the order asked for; others are left out. */
    List<EntryDetail> details(Collection<EntryId> entries);

    /** Cards of public entries by the last parts of their addresses, in one query; others are left out. */
    Map<String, EntryCard> at(Collection<String> slugs);

    /** Cards of public entries; others are left out. */
    Map<EntryId, EntryCard> cards(Collection<EntryId> entries);

    /** Cards of the public entries that stand for these members, in one query; members without one are left out. */
    Map<MemberId, EntryCard> standing(Collection<MemberId> members);

    /** Partner cities and agreements between public entries: those that last first, then by their beginning, newest first. */
    List<Partnership> partnerships(int limit);

    Numbers numbers();

    /** What was published last, newest first. */
    List<EntryCard> newest(int limit);

    /** Public entries in a lasting order, for the sitemap. */
    List<PublicEntry> listPublic(long offset, int limit);

    /** @param next the key to go on after, null at the end */
    record EntryList(List<EntryCard> entries, @Nullable String next) {}

    /**
     * @param total how many entries the whole filter lets through
     * @param sectors by code; an entry counts once for each of its sectors and for those above
     * @param places by code; countries by their two capital letters stand beside the cities
     * @param languages by BCP 47 tag
     */
    record Facets(
            long total,
            SequencedMap<EntryKind, Long> kinds,
            SequencedMap<String, Long> sectors,
            SequencedMap<String, Long> places,
            SequencedMap<String, Long> languages,
            long members) {}

    /**
     * @param shown how many locations the marks stand for
     * @param offMap how many of the entries stand nowhere on the map
     */
    record MapView(List<MapMark> marks, long shown, long offMap) {

        /** Whether neighbours stand together, since there are too many to show each by itself. */
        public boolean clustered() {
            return shown > MOST_POINTS;
        }
    }

    /** Something on a map. */
    sealed interface MapMark {

        Coordinates at();

        /** One entry. */
        record Single(Coordinates at, EntryId id, String slug, EntryKind kind, EntryContent.Names names)
                implements MapMark {}

        /** Several that are near each other; {@code at} is their middle. */
        record Cluster(Coordinates at, long number) implements MapMark {}
    }

    /** What stands at an address. */
    sealed interface Look {

        record Found(EntryDetail entry) implements Look {}

        /** It has another address now. */
        record Moved(String slug) implements Look {}

        /** It was public once and is not any more. */
        record Gone() implements Look {}
    }

    /**
     * An entry whole.
     *
     * @param content without contacts of people who did not agree to be shown
     * @param latin the official name in Latin letters, null where it is so already
     * @param relations both directions, lasting ones first
     * @param revision changes with everything that its page shows
     */
    record EntryDetail(
            EntryCard card,
            EntryContent content,
            @Nullable String latin,
            List<RelationLine> relations,
            @Nullable Instant publishedAt,
            long revision) {}

    /**
     * A relation as seen from one of its ends.
     *
     * @param outward whether it goes from the entry that is looked at to the other; of no meaning where the kind is mutual
     * @param about what it is about or under which programme
     * @param source where it is known from: a web address, or words
     * @param ended whether it is over; such relations stay readable
     */
    record RelationLine(
            RelationId id,
            RelationKind kind,
            boolean outward,
            EntryCard other,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about,
            @Nullable String source,
            boolean ended) {}

    /** A relation that is a partnership, as seen from outside. */
    record Partnership(
            RelationId id,
            RelationKind kind,
            EntryCard one,
            EntryCard other,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about,
            @Nullable String source,
            boolean ended) {}

    /** How much there is. */
    record Numbers(long entries, long places, long countries, long partnerships) {}

    record PublicEntry(String slug, Instant changedAt) {}
}
