package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Joining;
import org.kvartal.membership.MembershipPages;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way back to an application: by the letter's link, or by another letter for whoever has lost it. */
@Controller
class ResumePages {

    private final Joining joining;
    private final ApplicantCookie cookie;
    private final JoinPages pages;

    ResumePages(Joining joining, ApplicantCookie cookie, JoinPages pages) {
        this.joining = joining;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.RESUME)
    String look(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<Joining.Letterhead> letterhead = joining.lookBack(token);
        if (letterhead.isEmpty()) {
            return pages.gone(language, MembershipPages.RESUME, "resume", model, response);
        }
        model.addAttribute("letterhead", letterhead.get());
        model.addAttribute("choice", Choice.of(letterhead.get().kind()));
        model.addAttribute("token", token);
        return pages.show(
                "membership/resume",
                language,
                MembershipPages.RESUME + "?token=" + token,
                pages.text(language, "membership.join.resume.title"),
                model,
                response);
    }

    @PostMapping(LANGUAGE + MembershipPages.RESUME)
    String comeBack(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<Joining.Begun> begun = joining.comeBack(token);
        if (begun.isEmpty()) {
            return pages.gone(language, MembershipPages.RESUME, "resume", model, response);
        }
        cookie.set(response, begun.get());
        return JoinPages.to(language, MembershipPages.APPLICATION);
    }

    /** @param forgotten whether this browser has just been told to forget an application */
    @GetMapping(LANGUAGE + MembershipPages.LOST_LINK)
    String lost(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String forgotten,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("forgotten", forgotten != null);
        return lost(language, Form.of(Map.of()), null, response, model);
    }

    /** The answer is the page itself: a redirect would carry the address into the browser's history. */
    @PostMapping(LANGUAGE + MembershipPages.LOST_LINK)
    String send(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form sheet = Form.of(request, "email");
        try {
            joining.sendLink(sheet.value("email"), language, request.getRemoteAddr());
            model.addAttribute("letters", pages.letters(language, request));
            return lost(language, sheet, sheet.value("email").strip(), response, model);
        } catch (Refused refused) {
            pages.refuse(response);
            return lost(language, sheet.refusing(refused, pages.messages(), language), null, response, model);
        } catch (TooOften tooOften) {
            return lost(language, sheet.troubled(pages.slow(response, tooOften, language)), null, response, model);
        }
    }

    private String lost(
            Language language, Form sheet, @Nullable String sentTo, HttpServletResponse response, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("sentTo", sentTo);
        model.addAttribute("days", Joining.LINK_DAYS);
        return pages.show(
                "membership/lost-link",
                language,
                MembershipPages.LOST_LINK,
                pages.text(language, sentTo == null ? "membership.join.lost.title" : "membership.join.lost.sent-title"),
                model,
                response);
    }
}
