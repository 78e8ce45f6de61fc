package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kvartal.accounts.Doors;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the letter to somebody whom the office brought in leads to: what waits for them, and one press. */
@Controller
class InvitationPage {

    private final ImportInvitations invitations;
    private final Doors doors;
    private final JoinPages pages;

    InvitationPage(ImportInvitations invitations, Doors doors, JoinPages pages) {
        this.invitations = invitations;
        this.doors = doors;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.INVITATION)
    String look(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<ImportInvitations.Invited> invited = invitations.look(token);
        if (invited.isEmpty()) {
            return gone(language, model, response);
        }
        model.addAttribute("invited", invited.get());
        model.addAttribute("token", token);
        return pages.show(
                "membership/invitation",
                language,
                MembershipPages.INVITATION + "?token=" + token,
                pages.text(
                        language,
                        "membership.join.invitation.title",
                        invited.get().name()),
                model,
                response);
    }

    @PostMapping(LANGUAGE + MembershipPages.INVITATION)
    String accept(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Optional<PersonId> person = invitations.accept(token);
            if (person.isEmpty()) {
                return gone(language, model, response);
            }
            doors.letIn(person.get(), request, response);
            return "redirect:" + ShellPages.HOME;
        } catch (Refused keptOut) {
            return pages.keptOut(language, MembershipPages.INVITATION, keptOut, model, response);
        }
    }

    private String gone(Language language, Model model, HttpServletResponse response) {
        return pages.gone(language, MembershipPages.INVITATION, "invitation", model, response);
    }
}
