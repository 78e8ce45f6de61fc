package org.kvartal.alliance.wording;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryKind;

/**
 * A facet as a page shows it: plain links, each to the list with one value more or less.
 *
 * @param name as addresses call it
 * @param chosen how many values are chosen
 */
public record FacetGroup(String name, String title, List<Value> values, int chosen) {

    /**
     * @param path the full path of the list with this value toggled
     * @param level 1 for what stands below another value
     */
    public record Value(String label, String path, long count, boolean chosen, int level) {}

    public static List<FacetGroup> of(DirectoryFilter filter, Facets facets, Words words) {
        return List.of(sectors(filter, facets, words), places(filter, facets, words), languages(filter, facets, words));
    }

    /** The kinds, in their own order. */
    public static FacetGroup kinds(DirectoryFilter filter, Facets facets, Words words) {
        List<Value> values = facets.kinds().entrySet().stream()
                .map(kind -> new Value(
                        words.kinds(kind.getKey()),
                        path(words, filter.toggled(kind.getKey())),
                        kind.getValue(),
                        filter.kinds().contains(kind.getKey()),
                        0))
                .toList();
        return new FacetGroup(
                "kind",
                words.text("alliance.facet.kind"),
                values,
                filter.kinds().size());
    }

    /** Each sector with those below it behind it. */
    private static FacetGroup sectors(DirectoryFilter filter, Facets facets, Words words) {
        Map<String, Long> counts = facets.sectors();
        Comparator<String> byName = Comparator.comparing(words::sector, collator(words));
        List<Value> values = new ArrayList<>();
        counts.keySet().stream()
                .filter(code -> !counts.containsKey(parent(words, code)))
                .sorted(byName)
                .forEach(code -> addSector(code, 0, filter, counts, words, byName, values));
        return new FacetGroup(
                "sector",
                words.text("alliance.facet.sector"),
                values,
                filter.sectors().size());
    }

    private static void addSector(
            String code,
            int level,
            DirectoryFilter filter,
            Map<String, Long> counts,
            Words words,
            Comparator<String> byName,
            List<Value> values) {
        values.add(new Value(
                words.sector(code),
                path(words, filter.withSectorToggled(code)),
                counts.getOrDefault(code, 0L),
                filter.sectors().contains(code),
                level));
        counts.keySet().stream()
                .filter(other -> code.equals(parent(words, other)))
                .sorted(byName)
                .forEach(other -> addSector(other, Math.min(level + 1, 2), filter, counts, words, byName, values));
    }

    private static String parent(Words words, String code) {
        var sector = words.sectors().get(code);
        String parent = sector == null ? null : sector.parent();
        return parent == null ? "" : parent;
    }

    /** Each country with its cities behind it. */
    private static FacetGroup places(DirectoryFilter filter, Facets facets, Words words) {
        Map<String, Long> counts = facets.places();
        Comparator<String> byName = Comparator.comparing(words::place, collator(words));
        List<Value> values = new ArrayList<>();
        counts.keySet().stream().filter(Words::isCountry).sorted(byName).forEach(country -> {
            values.add(place(country, 0, filter, counts, words));
            counts.keySet().stream()
                    .filter(code -> country.equals(words.countryOf(code)))
                    .sorted(byName)
                    .forEach(code -> values.add(place(code, 1, filter, counts, words)));
        });
        counts.keySet().stream()
                .filter(code -> !Words.isCountry(code)
                        && !counts.containsKey(Objects.requireNonNullElse(words.countryOf(code), "")))
                .forEach(code -> values.add(place(code, 0, filter, counts, words)));
        return new FacetGroup(
                "place",
                words.text("alliance.facet.place"),
                values,
                filter.places().size());
    }

    private static Value place(String code, int level, DirectoryFilter filter, Map<String, Long> counts, Words words) {
        return new Value(
                words.place(code),
                path(words, filter.withPlaceToggled(code)),
                counts.getOrDefault(code, 0L),
                filter.places().contains(code),
                level);
    }

    /** The most spoken first. */
    private static FacetGroup languages(DirectoryFilter filter, Facets facets, Words words) {
        List<Value> values = facets.languages().entrySet().stream()
                .map(language -> new Value(
                        words.languageName(language.getKey()),
                        path(words, filter.withLanguageToggled(language.getKey())),
                        language.getValue(),
                        filter.languages().contains(language.getKey()),
                        0))
                .toList();
        return new FacetGroup(
                "language",
                words.text("alliance.facet.language"),
                values,
                filter.languages().size());
    }

    /** What is chosen, each as a link to the list without it. */
    public static List<Value> chosen(DirectoryFilter filter, Words words) {
        List<Value> chosen = new ArrayList<>();
        if (!filter.text().isEmpty()) {
            chosen.add(gone(words.text("alliance.facet.words", filter.text()), filter.withText(""), words));
        }
        for (EntryKind kind : filter.kinds()) {
            chosen.add(gone(words.kinds(kind), filter.toggled(kind), words));
        }
        filter.sectors().forEach(code -> chosen.add(gone(words.sector(code), filter.withSectorToggled(code), words)));
        filter.places().forEach(code -> chosen.add(gone(words.place(code), filter.withPlaceToggled(code), words)));
        filter.languages()
                .forEach(tag -> chosen.add(gone(words.languageName(tag), filter.withLanguageToggled(tag), words)));
        if (filter.members()) {
            chosen.add(gone(words.text("alliance.facet.members"), filter.withMembersToggled(), words));
        }
        if (filter.box() != null) {
            chosen.add(gone(words.text("alliance.facet.box"), filter.within(null), words));
        }
        return chosen;
    }

    private static Value gone(String label, DirectoryFilter without, Words words) {
        return new Value(label, path(words, without), 0, true, 0);
    }

    public static String path(Words words, DirectoryFilter filter) {
        return "/" + words.language().code() + AlliancePages.inPublic(filter);
    }

    private static Comparator<Object> collator(Words words) {
        return Collator.getInstance(words.language().locale());
    }
}
