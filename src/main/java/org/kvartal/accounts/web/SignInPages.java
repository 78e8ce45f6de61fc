package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.accounts.domain.Attempts;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.Form;
import org.kvartal.site.SitePages;
import org.kvartal.site.TooOften;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and on to where one wanted to go; signing out. */
@Controller
class SignInPages {

    private final SignIns signIns;
    private final SignOuts signOuts;
    private final Attempts attempts;
    private final HouseDoors doors;
    private final SignInCookies cookies;
    private final Visitors visitors;
    private final ObjectProvider<TrialAccounts> trials;
    private final Pages pages;
    private final Wording wording;
    private final House house;

    SignInPages(
            SignIns signIns,
            SignOuts signOuts,
            Attempts attempts,
            HouseDoors doors,
            SignInCookies cookies,
            Visitors visitors,
            ObjectProvider<TrialAccounts> trials,
            Pages pages,
            Wording wording,
            House house) {
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.attempts = attempts;
        this.doors = doors;
        this.cookies = cookies;
        this.visitors = visitors;
        this.trials = trials;
        this.pages = pages;
        this.wording = wording;
        this.house = house;
    }

    @GetMapping(AccountsPages.SIGN_IN)
    String form(
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        if (cookies.signIn(request).flatMap(signIns::recognise).isPresent()) {
            return "redirect:" + SafePath.or(wanted, ShellPages.HOME);
        }
        return form(wanted, Form.of(Map.of()), model, response);
    }

    /** The address as one would guess it from the other public pages. */
    @GetMapping(SitePages.LANGUAGE + AccountsPages.SIGN_IN)
    String form(@PathVariable Language language) {
        return "redirect:" + AccountsPages.signIn(language);
    }

    @PostMapping(AccountsPages.SIGN_IN)
    String signIn(
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String email = Form.field(request, "email");
        boolean remember = request.getParameter("remember") != null;
        Form form = Form.of(remember ? Map.of("email", email, "remember", "true") : Map.of("email", email));
        try {
            return switch (attempts.make(email, Form.field(request, "password"), remember, visitors.of(request))) {
                case Attempts.Attempt.Succeeded(SignIns.Started started) -> {
                    doors.enter(started, request, response);
                    yield "redirect:" + SafePath.or(wanted, ShellPages.HOME);
                }
                case Attempts.Attempt.Unconfirmed(var signUp) ->
                    "redirect:/" + pages.language().code() + AccountsPages.SIGN_UP + "/sent?id=" + signUp;
                case Attempts.Attempt.Suspended() ->
                    refuse(wanted, form, "accounts.sign-in.suspended", model, response);
                case Attempts.Attempt.Leaving(Instant due) -> leaving(wanted, form, due, model, response);
                case Attempts.Attempt.Failed() -> refuse(wanted, form, "accounts.sign-in.wrong", model, response);
            };
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return form(wanted, form.troubled(tooOften, pages.messages(), pages.language()), model, response);
        }
    }

    @PostMapping(AccountsPages.SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Language language = pages.language();
        cookies.signIn(request).ifPresent(signOuts::end);
        cookies.leave(response, language);
        return "redirect:/" + language.code();
    }

    private String refuse(String wanted, Form form, String key, Model model, HttpServletResponse response) {
        pages.refuse(response);
        return form(wanted, form.troubled(pages.messages().text(pages.language(), key)), model, response);
    }

    private String leaving(String wanted, Form form, Instant due, Model model, HttpServletResponse response) {
        pages.refuse(response);
        String words = pages.messages()
                .text(pages.language(), "accounts.sign-in.leaving", wording.day(due, pages.language(), house.zone()));
        return form(wanted, form.troubled(words), model, response);
    }

    private String form(String wanted, Form form, Model model, HttpServletResponse response) {
        String goOn = SafePath.or(wanted, "");
        model.addAttribute("form", form);
        model.addAttribute("goOn", goOn);
        model.addAttribute("days", SignIns.LIFE.toDays());
        model.addAttribute(
                "trials", trials.stream().flatMap(t -> t.accounts().stream()).toList());
        String path = goOn.isEmpty() ? AccountsPages.SIGN_IN : AccountsPages.signInThen(goOn);
        return pages.showBare("accounts/sign-in", path, "accounts.sign-in.title", model, response);
    }
}
