package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Secret;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Sectors;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bodies of the house as plain pages, with those people who agreed to be shown. */
@Controller
class PublicBodies {

    private final Bodies bodies;
    private final Sectors sectors;
    private final PublicPages publicPages;
    private final StructuredBody structured;
    private final JoinPages pages;

    PublicBodies(Bodies bodies, Sectors sectors, PublicPages publicPages, StructuredBody structured, JoinPages pages) {
        this.bodies = bodies;
        this.sectors = sectors;
        this.publicPages = publicPages;
        this.structured = structured;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.PUBLIC_BODIES)
    ResponseEntity<byte[]> list(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        List<BodyCard> all = bodies.all(Asker.guest());
        return publicPages.answer(request, response, "membership/bodies", version(all), () -> {
            Map<BodyType, List<BodyCard>> byType = new EnumMap<>(BodyType.class);
            all.forEach(card ->
                    byType.computeIfAbsent(card.type(), _ -> new ArrayList<>()).add(card));
            Map<String, Object> model = new HashMap<>();
            model.put(
                    "page",
                    PublicPage.of(
                            language,
                            MembershipPages.PUBLIC_BODIES,
                            pages.text(language, "membership.bodies.title"),
                            pages.text(language, "membership.bodies.lead")));
            model.put("byType", byType);
            return model;
        });
    }

    /** @param on the day that is shown, such as {@code 2026-03-01}; today without one */
    @GetMapping(LANGUAGE + MembershipPages.PUBLIC_BODIES + "/{slug:[a-z0-9-]{1,100}}")
    ResponseEntity<byte[]> body(
            @PathVariable Language language,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String on,
            HttpServletRequest request,
            HttpServletResponse response) {
        @Nullable LocalDate day = on == null || on.isBlank() ? null : day(on);
        BodyPage body = bodies.find(Asker.guest(), slug, day).orElseThrow(NotFound::new);
        return publicPages.answer(request, response, "membership/body", version(body), () -> {
            BodyCard card = body.card();
            String path = MembershipPages.publicBody(slug);
            LocalizedText purpose = card.purpose();
            PublicPage page = day == null
                    ? PublicPage.of(
                                    language,
                                    path,
                                    card.name().in(language),
                                    purpose == null ? null : PlainText.line(purpose.in(language)))
                            .withJsonLd(structured.json(body, language))
                    : PublicPage.unlisted(
                            language, path + "?on=" + day, card.name().in(language));
            Map<String, Object> model = new HashMap<>();
            model.put("page", page);
            model.put("body", body);
            model.put("past", day != null);
            model.put("when", pages.when(language));
            model.put("words", pages.words(language));
            if (card.sector() != null) {
                sectors.find(card.sector()).ifPresent(sector -> model.put("sector", sector.name()));
            }
            return model;
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException mangled) {
            throw new NotFound();
        }
    }

    private static String version(Object shown) {
        return HexFormat.of().formatHex(Secret.sha256(shown.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
