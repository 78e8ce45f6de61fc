package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Secret;
import org.kvartal.kernel.Wording;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.PublicPage;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages behind a letter's link have in common: nobody keeps them, nobody lists them, and a link that works no more says so. */
@Component
class LinkPages {

    private static final Pace.Limit LOOKS = Pace.Limit.perHour(300);
    private static final Pace.Limit WORDS = Pace.Limit.perHour(60);

    private final Messages messages;
    private final Wording wording;
    private final Pace pace = new Pace();

    LinkPages(Messages messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /**
     * One request for a page behind a link.
     *
     * @param wanted the language that was asked for, whatever it is
     */
    record Visit(
            String token,
            @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {}

    Messages messages() {
        return messages;
    }

    /** @throws TooOften if somebody tries many */
    void look(HttpServletRequest request) {
        pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
    }

    /** @throws TooOften if somebody sends much */
    void say(HttpServletRequest request) {
        pace.count("say", Network.of(request.getRemoteAddr()).value(), WORDS);
    }

    static Language language(@Nullable String wanted, Language otherwise) {
        return wanted == null ? otherwise : Language.of(wanted).orElse(otherwise);
    }

    /** @param tooOften null where the link works no more */
    String gone(
            String path,
            Language language,
            String token,
            @Nullable TooOften tooOften,
            HttpServletResponse response,
            Model model) {
        if (tooOften == null) {
            response.setStatus(HttpStatus.GONE.value());
        } else {
            tooOften.answer(response);
        }
        model.addAttribute("trouble", tooOften == null ? null : tooOften.words(messages, language));
        // An address that can't be one of ours is not repeated: it may be anything.
        String repeated = Secret.of(token).isPresent() ? token : "";
        return page(
                "missions/link-gone",
                language,
                path + "/" + repeated,
                messages.text(language, "missions.link.gone"),
                response,
                model);
    }

    String page(
            String template, Language language, String path, String title, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", PublicPage.bare(language, path, title));
        model.addAttribute("words", new TripWords(messages, wording, language));
        return template;
    }
}
