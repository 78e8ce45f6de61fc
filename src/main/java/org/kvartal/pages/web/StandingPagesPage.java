package org.kvartal.pages.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.pages.StandingPages.WrittenPage;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the house says about itself. */
@Controller
class StandingPagesPage {

    /** Of a description in search results and link previews, in characters. */
    private static final int SUMMARY = 160;

    private final StandingPages standing;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    StandingPagesPage(StandingPages standing, PublicPages pages, Messages messages, Wording wording, House house) {
        this.standing = standing;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    @GetMapping(LANGUAGE + "/about")
    ResponseEntity<byte[]> about(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        return show(StandingPage.ABOUT, language, request, response);
    }

    @GetMapping(LANGUAGE + "/contacts")
    ResponseEntity<byte[]> contacts(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        return show(StandingPage.CONTACTS, language, request, response);
    }

    @GetMapping(LANGUAGE + "/privacy")
    ResponseEntity<byte[]> privacy(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        return show(StandingPage.PRIVACY, language, request, response);
    }

    private ResponseEntity<byte[]> show(
            StandingPage page, Language language, HttpServletRequest request, HttpServletResponse response) {
        WrittenPage written = standing.find(page).orElseThrow(NotFound::new);
        return pages.answer(
                request, response, "pages/standing", String.valueOf(written.version()), () -> model(written, language));
    }

    private Map<String, Object> model(WrittenPage written, Language language) {
        String source = written.text().in(language);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                        language,
                        written.page().path(),
                        messages.text(language, "pages.page." + Code.of(written.page())),
                        Markdown.excerpt(source, SUMMARY)));
        model.put("shown", written.text().shownIn(language));
        model.put("html", Markdown.render(source));
        model.put("changed", written.changed());
        model.put("when", new When(wording, language, house.zone()));
        return model;
    }
}
