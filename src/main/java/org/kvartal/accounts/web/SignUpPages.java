package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.domain.PasswordRule;
import org.kvartal.accounts.domain.SignUpForm;
import org.kvartal.accounts.domain.SignUps;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.Form;
import org.kvartal.site.SitePages;
import org.kvartal.site.TooOften;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing up: say who you are, look into your mail, confirm. */
@Controller
class SignUpPages {

    private static final String SENT = AccountsPages.SIGN_UP + "/sent";

    private final House house;
    private final SignUps signUps;
    private final HouseDoors doors;
    private final Visitors visitors;
    private final Pages pages;

    SignUpPages(House house, SignUps signUps, HouseDoors doors, Visitors visitors, Pages pages) {
        this.house = house;
        this.signUps = signUps;
        this.doors = doors;
        this.visitors = visitors;
        this.pages = pages;
    }

    @GetMapping(SitePages.LANGUAGE + AccountsPages.SIGN_UP)
    String form(Model model, HttpServletResponse response) {
        return form(Form.of(Map.of("language", pages.language().code())), model, response);
    }

    @PostMapping(SitePages.LANGUAGE + AccountsPages.SIGN_UP)
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        SignUpForm typed = pages.signUpForm(request);
        Form form = Pages.form(typed);
        List<Refused> problems = typed.problems();
        if (!problems.isEmpty()) {
            pages.refuse(response);
            return form(form.refusing(problems, pages.messages(), pages.language()), model, response);
        }
        try {
            UUID signUp = signUps.begin(typed, visitors.network(request));
            return "redirect:/" + pages.language().code() + SENT + "?id=" + signUp;
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return form(form.troubled(tooOften, pages.messages(), pages.language()), model, response);
        }
    }

    @GetMapping(SitePages.LANGUAGE + SENT)
    String sent(
            @RequestParam UUID id,
            @RequestParam(defaultValue = "false") boolean again,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("again", again);
        return sent(id, signUps.pending(id), Form.of(Map.of()), request, model, response);
    }

    @PostMapping(SitePages.LANGUAGE + SENT)
    String resend(@RequestParam UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            Optional<SignUps.PendingSignUp> pending = signUps.resend(id, visitors.network(request));
            return pending.isPresent()
                    ? "redirect:/" + pages.language().code() + SENT + "?again=true&id=" + id
                    : sent(id, pending, Form.of(Map.of()), request, model, response);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            Form form = Form.of(Map.of()).troubled(tooOften, pages.messages(), pages.language());
            return sent(id, signUps.pending(id), form, request, model, response);
        }
    }

    @GetMapping(AccountsPages.CONFIRM)
    String look(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        Optional<SignUps.PendingSignUp> signUp = signUps.look(token);
        if (signUp.isEmpty()) {
            return pages.linkOld("confirm", AccountsPages.CONFIRM, model, response);
        }
        model.addAttribute("token", token);
        model.addAttribute("signUp", signUp.get());
        return pages.showBare(
                "accounts/confirm",
                AccountsPages.CONFIRM + "?token=" + token,
                "accounts.confirm.title",
                model,
                response);
    }

    @PostMapping(AccountsPages.CONFIRM)
    String confirm(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PersonId> person;
        try {
            person = signUps.confirm(token);
        } catch (Refused addressTakenMeanwhile) {
            person = Optional.empty();
        }
        if (person.isEmpty()) {
            return pages.linkOld("confirm", AccountsPages.CONFIRM, model, response);
        }
        doors.letIn(person.get(), request, response);
        return "redirect:" + ShellPages.HOME;
    }

    private String form(Form form, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        model.addAttribute("spoken", house.languages());
        model.addAttribute("shortest", PasswordRule.MIN_LENGTH);
        return pages.show("accounts/sign-up", AccountsPages.SIGN_UP, "accounts.sign-up.title", model, response);
    }

    private String sent(
            UUID id,
            Optional<SignUps.PendingSignUp> signUp,
            Form form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("letters", pages.letters(request));
        model.addAttribute("form", form);
        model.addAttribute("signUp", signUp.orElse(null));
        model.addAttribute("hours", SignUps.LIFE.toHours());
        return pages.show("accounts/sent", SENT + "?id=" + id, "accounts.sent.title", model, response);
    }
}
