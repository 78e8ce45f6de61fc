package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.Directory.Facets;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.wording.FacetGroup;
import org.kvartal.alliance.wording.FirstLetter;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public directory: list and map of what a filter lets through; the address is the filter. */
@Controller
class DirectoryPage {

    static final int ROWS = 40;

    private final Directory directory;
    private final Catalogues catalogues;
    private final Vocabulary vocabulary;
    private final House house;
    private final Versions versions;
    private final PublicPages pages;

    DirectoryPage(
            Directory directory,
            Catalogues catalogues,
            Vocabulary vocabulary,
            House house,
            Versions versions,
            PublicPages pages) {
        this.versions = versions;
        this.directory = directory;
        this.catalogues = catalogues;
        this.vocabulary = vocabulary;
        this.house = house;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + AlliancePages.PUBLIC_DIRECTORY)
    ResponseEntity<byte[]> show(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response) {
        String version = versions.of("directory", directory.version(), catalogues.version());
        return pages.answer(
                request,
                response,
                "alliance/directory",
                version,
                () -> model(language, DirectoryFilter.read(request.getParameterMap()), after));
    }

    private Map<String, Object> model(Language language, DirectoryFilter filter, @Nullable String after) {
        EntryList list = directory.search(filter, language, after, ROWS);
        Facets facets = directory.facets(filter);
        Words words = vocabulary.in(
                language,
                Stream.concat(
                                Stream.concat(facets.places().keySet().stream(), filter.places().stream()),
                                list.entries().stream().flatMap(Vocabulary::placesOf))
                        .toList());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page(language, filter, words, facets));
        model.put("filter", filter);
        model.put("rows", rows(list.entries(), filter, words));
        model.put("facets", facets);
        model.put("kinds", FacetGroup.kinds(filter, facets, words));
        model.put("groups", FacetGroup.of(filter, facets, words));
        model.put("chosen", FacetGroup.chosen(filter, words));
        model.put("membersPath", FacetGroup.path(words, filter.withMembersToggled()));
        model.put("hidden", hidden(filter));
        model.put("longest", DirectoryFilter.TEXT_LENGTH);
        model.put("words", words);
        model.put("query", filter.write());
        model.put("print", AlliancePages.catalogueOf(filter));
        model.put("embed", EmbeddedDirectory.lines(filter, words, house));
        model.put("embedPath", EmbeddedDirectory.path(filter, words));
        catalogues.last(language).ifPresent(last -> model.put("catalogue", CataloguePage.described(last, words)));
        if (list.next() != null) {
            model.put("more", list.next());
        }
        if (after != null) {
            model.put("continued", true);
        }
        return model;
    }

    /** Search engines keep the whole list and the lists of one kind, sector or place; other filters are endless. */
    private static PublicPage page(Language language, DirectoryFilter filter, Words words, Facets facets) {
        boolean plain = filter.text().isEmpty()
                && filter.box() == null
                && !filter.members()
                && filter.languages().isEmpty()
                && filter.kinds().size()
                                + filter.sectors().size()
                                + filter.places().size()
                        <= 1;
        String title = words.text("alliance.directory.title");
        String chosen = plain && !filter.isAll()
                ? FacetGroup.chosen(filter, words).getFirst().label()
                : null;
        return new PublicPage(
                language,
                AlliancePages.inPublic(filter),
                chosen == null ? title : chosen + " – " + title,
                words.text("alliance.directory.lead"),
                null,
                null,
                null,
                plain && facets.total() > 0,
                false);
    }

    static List<Row> rows(List<EntryCard> entries, DirectoryFilter filter, Words words) {
        List<Row> rows = new ArrayList<>();
        String last = "";
        for (EntryCard entry : entries) {
            String letter = filter.text().isEmpty() ? FirstLetter.of(words.name(entry.names()), words.language()) : "";
            rows.add(new Row(entry, letter.equals(last) ? "" : letter));
            last = letter;
        }
        return rows;
    }

    /** What the search form keeps of the filter. */
    private static List<Map.Entry<String, String>> hidden(DirectoryFilter filter) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        filter.kinds().forEach(kind -> fields.add(Map.entry("kind", Code.of(kind))));
        filter.sectors().forEach(sector -> fields.add(Map.entry("sector", sector)));
        filter.places().forEach(place -> fields.add(Map.entry("place", place)));
        filter.languages().forEach(tag -> fields.add(Map.entry("language", tag)));
        if (filter.members()) {
            fields.add(Map.entry("member", "yes"));
        }
        if (filter.box() != null) {
            fields.add(Map.entry("box", filter.box().write()));
        }
        return fields;
    }

    /** @param letter with which a new part of the alphabet begins, else empty */
    record Row(EntryCard card, String letter) {}
}
