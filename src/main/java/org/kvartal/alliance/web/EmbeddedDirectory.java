package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryList;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.wording.FacetGroup;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/**
 * List and map of what a filter lets through, to stand in the pages of others: without the house's frame, and every link leads out into a
 * page of its own.
 *
 * @see "Decision record 0091, the directory in pages of others"
 */
@Controller
class EmbeddedDirectory {

    /** That of the public pages, but anybody may frame it and it sends no form. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Versions versions;
    private final PublicPages pages;
    private final House house;

    EmbeddedDirectory(Directory directory, Vocabulary vocabulary, Versions versions, House house, PublicPages pages) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.versions = versions;
        this.pages = pages;
        this.house = house;
    }

    /** The lines that somebody puts into a page of their own to show what a filter lets through. */
    static String lines(DirectoryFilter filter, Words words, House house) {
        String address = HtmlUtils.htmlEscape(house.address(path(filter, words)));
        String title = HtmlUtils.htmlEscape(words.text("alliance.directory.title") + " – " + house.name(), "UTF-8");
        return "<iframe src=\"" + address + "\" title=\"" + title
                + "\" width=\"100%\" height=\"520\" loading=\"lazy\" style=\"border: 0\"></iframe>";
    }

    /** Where they lead. */
    static String path(DirectoryFilter filter, Words words) {
        return "/" + words.language().code() + AlliancePages.embedded(filter);
    }

    @GetMapping(LANGUAGE + AlliancePages.EMBEDDED)
    ResponseEntity<byte[]> show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        ResponseEntity<byte[]> page = pages.answer(
                request,
                response,
                "alliance/embedded",
                versions.of("embedded", directory.version()),
                () -> model(language, DirectoryFilter.read(request.getParameterMap())));
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header("Content-Security-Policy", POLICY + (house.secure() ? "; upgrade-insecure-requests" : ""))
                .header("X-Robots-Tag", "noindex")
                .body(page.getBody());
    }

    private Map<String, Object> model(Language language, DirectoryFilter filter) {
        EntryList list = directory.search(filter, language, null, DirectoryPage.ROWS);
        Words words = vocabulary.in(
                language,
                Stream.concat(filter.places().stream(), list.entries().stream().flatMap(Vocabulary::placesOf))
                        .toList());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.unlisted(language, AlliancePages.embedded(filter), words.text("alliance.directory.title")));
        model.put("rows", DirectoryPage.rows(list.entries(), filter, words));
        model.put("total", directory.facets(filter).total());
        model.put(
                "chosen",
                FacetGroup.chosen(filter, words).stream()
                        .map(FacetGroup.Value::label)
                        .collect(Collectors.joining(" · ")));
        model.put("words", words);
        model.put("query", filter.write());
        String whole = "/" + language.code() + AlliancePages.inPublic(filter);
        model.put("whole", whole);
        if (list.next() != null) {
            model.put("further", whole + (filter.isAll() ? "?" : "&") + "after=" + list.next());
        }
        return model;
    }
}
