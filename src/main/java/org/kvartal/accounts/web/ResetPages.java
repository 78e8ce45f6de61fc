package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.domain.PasswordRule;
import org.kvartal.accounts.domain.Passwords;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for who forgot the old one: ask for a letter, follow its link, set it. */
@Controller
class ResetPages {

    private final Passwords passwords;
    private final HouseDoors doors;
    private final Visitors visitors;
    private final Pages pages;

    ResetPages(Passwords passwords, HouseDoors doors, Visitors visitors, Pages pages) {
        this.passwords = passwords;
        this.doors = doors;
        this.visitors = visitors;
        this.pages = pages;
    }

    // What a form carries is not asked for by the mappings: they would read it for every form that is sent anywhere.

    @GetMapping(AccountsPages.RESET)
    String open(@RequestParam(required = false) @Nullable String token, Model model, HttpServletResponse response) {
        return token == null ? ask(Form.of(Map.of()), null, model, response) : look(token, model, response);
    }

    @PostMapping(AccountsPages.RESET)
    String answer(
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return token == null ? send(request, response, model) : set(token, request, response, model);
    }

    /** The answer is the page itself: a redirect would carry the address into the browser's history. */
    private String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        String email = Form.field(request, "email");
        Form form = Form.of(Map.of("email", email));
        try {
            passwords.forgotten(email, visitors.network(request));
            model.addAttribute("letters", pages.letters(request));
            return ask(form, email.strip(), model, response);
        } catch (Refused refused) {
            pages.refuse(response);
            return ask(form.refusing(refused, pages.messages(), pages.language()), null, model, response);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return ask(form.troubled(tooOften, pages.messages(), pages.language()), null, model, response);
        }
    }

    private String look(String token, Model model, HttpServletResponse response) {
        return passwords.look(token) == Passwords.Link.WORKS
                ? set(token, Form.of(Map.of()), model, response)
                : refuse(token, model, response);
    }

    private String set(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<PersonId> person;
        try {
            person = passwords.reset(token, Form.field(request, "password"));
        } catch (Refused refused) {
            pages.refuse(response);
            Form form = Form.of(Map.of()).refusing(refused, pages.messages(), pages.language());
            return set(token, form, model, response);
        }
        if (person.isEmpty()) {
            return refuse(token, model, response);
        }
        doors.letIn(person.get(), request, response);
        return "redirect:" + ShellPages.HOME;
    }

    private String ask(Form form, @Nullable String sentTo, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        model.addAttribute("sentTo", sentTo);
        model.addAttribute("minutes", Passwords.LIFE.toMinutes());
        return pages.showBare(
                "accounts/reset",
                AccountsPages.RESET,
                sentTo == null ? "accounts.reset.title" : "accounts.reset.sent-title",
                model,
                response);
    }

    private String set(String token, Form form, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        model.addAttribute("token", token);
        model.addAttribute("shortest", PasswordRule.MIN_LENGTH);
        return pages.showBare(
                "accounts/new-password",
                AccountsPages.RESET + "?token=" + token,
                "accounts.reset.title",
                model,
                response);
    }

    private String refuse(String token, Model model, HttpServletResponse response) {
        if (passwords.look(token) == Passwords.Link.SUSPENDED) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return pages.showBare(
                    "accounts/suspended", AccountsPages.RESET, "accounts.suspended.title", model, response);
        }
        return pages.linkOld("reset", AccountsPages.RESET, model, response);
    }
}
