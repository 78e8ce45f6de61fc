package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kvartal.accounts.Doors;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Joining;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the letter of welcome leads to: one press, and a new member is inside. */
@Controller
class WelcomePage {

    private final Joining joining;
    private final Doors doors;
    private final ApplicantCookie cookie;
    private final JoinPages pages;

    WelcomePage(Joining joining, Doors doors, ApplicantCookie cookie, JoinPages pages) {
        this.joining = joining;
        this.doors = doors;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.WELCOME)
    String look(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<Joining.Welcome> welcome = joining.lookWelcome(token);
        if (welcome.isEmpty()) {
            return pages.gone(language, MembershipPages.WELCOME, "welcome", model, response);
        }
        model.addAttribute("welcome", welcome.get());
        model.addAttribute("token", token);
        return pages.show(
                "membership/welcome",
                language,
                MembershipPages.WELCOME + "?token=" + token,
                pages.text(language, "membership.join.welcome.title"),
                model,
                response);
    }

    @PostMapping(LANGUAGE + MembershipPages.WELCOME)
    String come(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PersonId> person = joining.welcome(token);
        if (person.isEmpty()) {
            return pages.gone(language, MembershipPages.WELCOME, "welcome", model, response);
        }
        try {
            doors.letIn(person.get(), request, response);
        } catch (Refused keptOut) {
            return pages.keptOut(language, MembershipPages.WELCOME, keptOut, model, response);
        }
        cookie.clear(response);
        return "redirect:" + ShellPages.HOME;
    }
}
