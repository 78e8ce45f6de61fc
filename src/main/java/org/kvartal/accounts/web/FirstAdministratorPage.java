package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.domain.FirstAdministrator;
import org.kvartal.accounts.domain.PasswordRule;
import org.kvartal.accounts.domain.SignUpForm;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link that a house prints which nobody keeps yet. */
@Controller
class FirstAdministratorPage {

    private final FirstAdministrator first;
    private final HouseDoors doors;
    private final Pages pages;

    FirstAdministratorPage(FirstAdministrator first, HouseDoors doors, Pages pages) {
        this.first = first;
        this.doors = doors;
        this.pages = pages;
    }

    @GetMapping(AccountsPages.FIRST_ADMINISTRATOR)
    String form(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return first.works(token)
                ? form(token, Form.of(Map.of("language", pages.language().code())), model, response)
                : pages.linkOld("first", AccountsPages.FIRST_ADMINISTRATOR, model, response);
    }

    @PostMapping(AccountsPages.FIRST_ADMINISTRATOR)
    String make(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignUpForm typed = pages.signUpForm(request);
        Form form = Pages.form(typed);
        List<Refused> problems = typed.problems();
        if (!problems.isEmpty()) {
            pages.refuse(response);
            return form(token, form.refusing(problems, pages.messages(), pages.language()), model, response);
        }
        try {
            Optional<PersonId> person = first.make(token, typed);
            if (person.isEmpty()) {
                return pages.linkOld("first", AccountsPages.FIRST_ADMINISTRATOR, model, response);
            }
            doors.letIn(person.get(), request, response);
            return "redirect:" + ShellPages.HOME;
        } catch (Refused refused) {
            pages.refuse(response);
            return form(token, form.refusing(refused, pages.messages(), pages.language()), model, response);
        }
    }

    private String form(String token, Form form, Model model, HttpServletResponse response) {
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("spoken", Language.values());
        model.addAttribute("shortest", PasswordRule.MIN_LENGTH);
        return pages.showBare(
                "accounts/first-administrator",
                AccountsPages.FIRST_ADMINISTRATOR + "?token=" + token,
                "accounts.first.title",
                model,
                response);
    }
}
