package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.mail.CaughtLetters;
import org.kvartal.mail.MailPages;
import org.kvartal.site.PublicPage;
import org.kvartal.site.TooOften;
import org.kvartal.site.When;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the pages of joining have in common. They are one person's: nothing in between keeps them, and what is pressed on them tells no other
 * page their address, which may hold a token.
 */
@Component
class JoinPages {

    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final ObjectProvider<CaughtLetters> caught;

    JoinPages(Messages messages, Wording wording, House house, ObjectProvider<CaughtLetters> caught) {
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.caught = caught;
    }

    Messages messages() {
        return messages;
    }

    String text(Language language, String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    When when(Language language) {
        return new When(wording, language, house.zone());
    }

    Words words(Language language) {
        return new Words(messages, language);
    }

    /** Shows a template that search engines do not list. */
    String show(
            String template, Language language, String path, String title, Model model, HttpServletResponse response) {
        return show(template, PublicPage.unlisted(language, path, title), model, response);
    }

    String show(String template, PublicPage page, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", page);
        model.addAttribute("when", when(page.language()));
        model.addAttribute("words", words(page.language()));
        return template;
    }

    /** The page that takes the place of one whose link no longer works. */
    String gone(Language language, String path, String what, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("what", what);
        return show(
                "membership/link-old",
                language,
                path,
                text(language, "membership.join.link-old.title"),
                model,
                response);
    }

    /** Tells somebody whom a letter has proved to be who they are why they can't come in. */
    String keptOut(Language language, String path, Refused reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("reason", messages.text(language, reason));
        return show(
                "membership/kept-out",
                language,
                path,
                text(language, "membership.join.kept-out.title"),
                model,
                response);
    }

    /** Says that something has to be mended; the page stays. */
    void refuse(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /**
     * Says that it was tried too often, and when it may be tried again.
     *
     * @return what is said to whoever has to wait
     */
    String slow(HttpServletResponse response, TooOften tooOften, Language language) {
        tooOften.answer(response);
        return tooOften.words(messages, language);
    }

    /** Where a page that tells of a letter can lead whoever tries the house; null where letters are really sent. */
    @Nullable String letters(Language language, HttpServletRequest request) {
        return caught.stream().anyMatch(letters -> letters.areShownTo(request))
                ? "/" + language.code() + MailPages.LETTERS
                : null;
    }

    /** Leads on to an address below the language. */
    static String to(Language language, String path) {
        return "redirect:/" + language.code() + path;
    }
}
