package org.kvartal.alliance.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Language;

/**
 * Which public entries have which value of each facet, and in which order each alphabet has them, at one revision of the directory: a set of bits per
 * value, one bit per entry. Counting and listing by it cost microseconds whatever is chosen, where the database would read every entry for each page.
 */
final class PublicIndex {

    /** What one entry has. */
    record Line(
            UUID id, String kind, List<String> sectors, List<String> places, List<String> languages, boolean member) {}

    private final long revision;
    private final Map<UUID, Integer> bits = new HashMap<>();
    private final BitSet all = new BitSet();
    private final BitSet members = new BitSet();
    private final Map<String, BitSet> kinds = new HashMap<>();
    private final Map<String, BitSet> sectors = new HashMap<>();
    private final Map<String, BitSet> places = new HashMap<>();
    private final Map<String, BitSet> languages = new HashMap<>();
    private final Map<Language, UUID[]> orders;

    /** @param orders all of the entries by their names, for each language */
    PublicIndex(long revision, Collection<Line> lines, Map<Language, UUID[]> orders) {
        this.revision = revision;
        this.orders = orders;
        for (Line line : lines) {
            int bit = bits.size();
            bits.put(line.id(), bit);
            all.set(bit);
            members.set(bit, line.member());
            set(kinds, line.kind(), bit);
            line.sectors().forEach(sector -> set(sectors, sector, bit));
            line.places().forEach(place -> set(places, place, bit));
            line.languages().forEach(language -> set(languages, language, bit));
        }
    }

    private static void set(Map<String, BitSet> values, String value, int bit) {
        values.computeIfAbsent(value, _ -> new BitSet()).set(bit);
    }

    long revision() {
        return revision;
    }

    /** @param base the entries that have the filter's text and lie within its box, as far as they are known here; null for all */
    Facets count(DirectoryFilter filter, @Nullable Collection<UUID> base) {
        List<String> chosenKinds = filter.kinds().stream().map(Enum::name).toList();
        BitSet hits = base == null ? all : bits(base);
        BitSet k = chosen(kinds, chosenKinds);
        BitSet s = chosen(sectors, filter.sectors());
        BitSet p = chosen(places, filter.places());
        BitSet l = chosen(languages, filter.languages());
        BitSet m = filter.members() ? members : all;
        SequencedMap<EntryKind, Long> byKind = new LinkedHashMap<>();
        Map<EntryKind, Long> inOrder = new EnumMap<>(EntryKind.class);
        numbers(kinds, both(hits, s, p, l, m), chosenKinds)
                .forEach((kind, number) -> inOrder.put(EntryKind.valueOf(kind), number));
        byKind.putAll(inOrder);
        return new Facets(
                both(hits, k, s, p, l, m).cardinality(),
                byKind,
                numbers(sectors, both(hits, k, p, l, m), filter.sectors()),
                numbers(places, both(hits, k, s, l, m), filter.places()),
                numbers(languages, both(hits, k, s, p, m), filter.languages()),
                both(hits, k, s, p, l, members).cardinality());
    }

    boolean holds(UUID entry) {
        return bits.containsKey(entry);
    }

    /**
     * Entries that the filter lets through, by their names.
     *
     * @param base as for {@link #count}
     * @param after the entry behind which to begin, which stands here; null for the beginning
     */
    List<UUID> list(
            DirectoryFilter filter,
            @Nullable Collection<UUID> base,
            Language language,
            @Nullable UUID after,
            int most) {
        BitSet wanted = both(
                base == null ? all : bits(base),
                chosen(kinds, filter.kinds().stream().map(Enum::name).toList()),
                chosen(sectors, filter.sectors()),
                chosen(places, filter.places()),
                chosen(languages, filter.languages()),
                filter.members() ? members : all);
        List<UUID> list = new ArrayList<>();
        boolean begun = after == null;
        for (UUID entry : orders.getOrDefault(language, new UUID[0])) {
            if (begun && wanted.get(bits.getOrDefault(entry, bits.size()))) {
                list.add(entry);
                if (list.size() == most) {
                    break;
                }
            }
            begun |= entry.equals(after);
        }
        return list;
    }

    private BitSet bits(Collection<UUID> entries) {
        BitSet set = new BitSet();
        for (UUID entry : entries) {
            Integer bit = bits.get(entry);
            if (bit != null) {
                set.set(bit);
            }
        }
        return set;
    }

    private BitSet chosen(Map<String, BitSet> values, Collection<String> chosen) {
        if (chosen.isEmpty()) {
            return all;
        }
        BitSet any = new BitSet();
        chosen.forEach(value -> any.or(values.getOrDefault(value, new BitSet())));
        return any;
    }

    private static BitSet both(BitSet first, BitSet... others) {
        BitSet result = (BitSet) first.clone();
        for (BitSet other : others) {
            result.and(other);
        }
        return result;
    }

    /** How many of these have each value, the most frequent first; what is chosen stays, with 0 where nobody has it. */
    private static SequencedMap<String, Long> numbers(
            Map<String, BitSet> values, BitSet within, Collection<String> chosen) {
        List<Map.Entry<String, Long>> numbers = new ArrayList<>();
        values.forEach((value, having) -> {
            long number = both(having, within).cardinality();
            if (number > 0) {
                numbers.add(Map.entry(value, number));
            }
        });
        numbers.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        SequencedMap<String, Long> ordered = new LinkedHashMap<>();
        numbers.forEach(number -> ordered.put(number.getKey(), number.getValue()));
        chosen.forEach(value -> ordered.putIfAbsent(value, 0L));
        return ordered;
    }
}
