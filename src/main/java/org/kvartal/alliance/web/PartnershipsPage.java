package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.Partnership;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Language;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Partner cities and agreements, on the map and as a list. */
@Controller
class PartnershipsPage {

    /** More than any house has signed; a page of them all is what people look for. */
    static final int MOST = 500;

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Versions versions;
    private final PublicPages pages;

    PartnershipsPage(Directory directory, Vocabulary vocabulary, Versions versions, PublicPages pages) {
        this.versions = versions;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + AlliancePages.PARTNERSHIPS)
    ResponseEntity<byte[]> show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        return pages.answer(
                request,
                response,
                "alliance/partnerships",
                versions.of("partnerships", directory.version()),
                () -> model(language));
    }

    private Map<String, Object> model(Language language) {
        List<Partnership> all = directory.partnerships(MOST);
        Words words = vocabulary.in(
                language,
                all.stream()
                        .flatMap(one -> Stream.concat(Vocabulary.placesOf(one.one()), Vocabulary.placesOf(one.other())))
                        .toList());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                        language,
                        AlliancePages.PARTNERSHIPS,
                        words.text("alliance.partnerships.title"),
                        words.text("alliance.partnerships.lead")));
        model.put("lasting", all.stream().filter(one -> !one.ended()).toList());
        model.put("ended", all.stream().filter(Partnership::ended).toList());
        model.put("words", words);
        return model;
    }
}
