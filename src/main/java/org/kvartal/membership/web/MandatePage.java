package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kvartal.accounts.Doors;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an invitation to represent an organisation leads to: who invites and what it means, and yes or no. */
@Controller
class MandatePage {

    private final Mandates mandates;
    private final Doors doors;
    private final JoinPages pages;

    MandatePage(Mandates mandates, Doors doors, JoinPages pages) {
        this.mandates = mandates;
        this.doors = doors;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.MANDATE)
    String look(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        return mandates.look(token)
                .map(invitation -> show(language, token, invitation, model, response))
                .orElseGet(() -> gone(language, model, response));
    }

    @PostMapping(LANGUAGE + MembershipPages.MANDATE)
    String answer(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case "yes" -> accept(language, token, request, response, model);
            case "no" -> refuse(language, token, response, model);
            default -> look(language, token, response, model);
        };
    }

    private String accept(
            Language language, String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            Optional<PersonId> person = mandates.accept(token);
            if (person.isEmpty()) {
                return gone(language, model, response);
            }
            doors.letIn(person.get(), request, response);
            return "redirect:" + ShellPages.HOME;
        } catch (Refused keptOut) {
            return pages.keptOut(language, MembershipPages.MANDATE, keptOut, model, response);
        }
    }

    private String refuse(Language language, String token, HttpServletResponse response, Model model) {
        Optional<Mandates.Invitation> invitation = mandates.look(token);
        if (invitation.isEmpty()) {
            return gone(language, model, response);
        }
        mandates.refuse(token);
        model.addAttribute("invitation", invitation.get());
        return pages.show(
                "membership/mandate-refused",
                language,
                MembershipPages.MANDATE,
                pages.text(language, "membership.join.mandate.refused-title"),
                model,
                response);
    }

    private String show(
            Language language,
            String token,
            Mandates.Invitation invitation,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("invitation", invitation);
        model.addAttribute("token", token);
        return pages.show(
                "membership/mandate",
                language,
                MembershipPages.MANDATE + "?token=" + token,
                pages.text(
                        language,
                        "membership.join.mandate.title",
                        invitation.associationName().in(language)),
                model,
                response);
    }

    private String gone(Language language, Model model, HttpServletResponse response) {
        return pages.gone(language, MembershipPages.MANDATE, "mandate", model, response);
    }
}
