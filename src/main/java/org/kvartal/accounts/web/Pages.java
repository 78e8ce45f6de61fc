package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.domain.SignUpForm;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.CaughtLetters;
import org.kvartal.mail.MailPages;
import org.kvartal.site.Form;
import org.kvartal.site.PublicPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of joining and signing in have in common. None of them is kept by a browser or by anything in between. */
@Component
class Pages {

    private final Messages messages;
    private final CurrentReader currentReader;
    private final House house;
    private final ObjectProvider<CaughtLetters> caught;

    Pages(Messages messages, CurrentReader currentReader, House house, ObjectProvider<CaughtLetters> caught) {
        this.messages = messages;
        this.currentReader = currentReader;
        this.house = house;
        this.caught = caught;
    }

    Messages messages() {
        return messages;
    }

    Language language() {
        return currentReader.get().language();
    }

    /** Shows a template on an address with a language prefix. */
    String show(String template, String path, String titleKey, Model model, HttpServletResponse response) {
        return show(template, PublicPage.unlisted(language(), path, title(titleKey)), model, response);
    }

    /** Shows a template on an address without one. */
    String showBare(String template, String path, String titleKey, Model model, HttpServletResponse response) {
        return show(template, PublicPage.bare(language(), path, title(titleKey)), model, response);
    }

    /** Where a page that tells of a letter can lead whoever tries the house; null where letters are really sent. */
    @Nullable String letters(HttpServletRequest request) {
        return caught.stream().anyMatch(letters -> letters.areShownTo(request))
                ? "/" + language().code() + MailPages.LETTERS
                : null;
    }

    /**
     * Says that a letter's link no longer works.
     *
     * @param what the link was for: the last part of the keys that say what to do now
     */
    String linkOld(String what, String path, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("what", what);
        return showBare("accounts/link-old", path, "accounts.link-old.title", model, response);
    }

    /** Says that something has to be mended; the page stays. */
    void refuse(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /** What was typed into a form of somebody new; the zone is the browser's where it told one. */
    SignUpForm signUpForm(HttpServletRequest request) {
        return new SignUpForm(
                Form.field(request, "name"),
                Form.field(request, "email"),
                Form.field(request, "password"),
                Language.of(request.getParameter("language")).orElseGet(this::language),
                zone(request.getParameter("zone")));
    }

    /** The form of somebody new as it is shown again. */
    static Form form(SignUpForm typed) {
        return Form.of(Map.of(
                "name", typed.name(),
                "email", typed.email(),
                "language", typed.language().code()));
    }

    private String show(String template, PublicPage page, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("page", page);
        return template;
    }

    private String title(String key) {
        return messages.text(language(), key);
    }

    private ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank() || !ZoneId.getAvailableZoneIds().contains(name)) {
            return house.zone();
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return house.zone();
        }
    }
}
