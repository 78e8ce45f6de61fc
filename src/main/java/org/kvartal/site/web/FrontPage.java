package org.kvartal.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.site.FrontPagePart;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.SitePages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What happens now, and how to join. */
@Controller
class FrontPage {

    private final House house;
    private final List<FrontPagePart> parts;
    private final PublicPages pages;
    private final Messages messages;

    FrontPage(House house, List<FrontPagePart> parts, PublicPages pages, Messages messages) {
        this.house = house;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(FrontPagePart::order))
                .toList();
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping(SitePages.LANGUAGE)
    ResponseEntity<byte[]> show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        StringBuilder version = new StringBuilder();
        List<FrontPagePart> shown = house.inUse(parts);
        shown.forEach(part -> version.append(part.version()).append(' '));
        return pages.answer(request, response, "site/front", version.toString(), () -> model(language, shown));
    }

    private Map<String, Object> model(Language language, List<FrontPagePart> shown) {
        Map<String, Object> model = new HashMap<>();
        shown.forEach(part -> model.putAll(part.model(language)));
        model.put("fragments", shown.stream().map(FrontPagePart::fragment).toList());
        model.put(
                "page",
                PublicPage.of(
                        language,
                        "",
                        messages.text(language, house.uses("forum") ? "site.front-title" : "site.front-title-talk"),
                        messages.text(language, lead())));
        return model;
    }

    /** Says no more than the house does. Who gives advice to authorities meets for it. */
    private String lead() {
        if (house.uses("advocacy")) {
            return "site.front-lead";
        }
        return house.uses("forum") ? "site.front-lead-meet" : "site.front-lead-talk";
    }
}
