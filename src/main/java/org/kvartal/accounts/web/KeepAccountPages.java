package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Erasures.Waiting;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is said once an account is closed, and the page behind the letter that keeps it after all. */
@Controller
class KeepAccountPages {

    private final Erasures erasures;
    private final Wording wording;
    private final House house;
    private final Pages pages;

    KeepAccountPages(Erasures erasures, Wording wording, House house, Pages pages) {
        this.erasures = erasures;
        this.wording = wording;
        this.house = house;
        this.pages = pages;
    }

    @GetMapping(AccountsPages.KEEP_ACCOUNT)
    String open(@RequestParam(required = false) @Nullable String token, Model model, HttpServletResponse response) {
        if (token == null) {
            model.addAttribute("days", Erasures.WAIT.toDays());
            return show("accounts/account-closed", "accounts.closed.title", model, response);
        }
        Optional<Waiting> waiting = erasures.look(token);
        if (waiting.isEmpty()) {
            return pages.linkOld("keep", AccountsPages.KEEP_ACCOUNT, model, response);
        }
        model.addAttribute("token", token);
        model.addAttribute("day", wording.day(waiting.get().due(), pages.language(), house.zone()));
        return show("accounts/keep-account", "accounts.keep.title", model, response);
    }

    @PostMapping(AccountsPages.KEEP_ACCOUNT)
    String keep(@RequestParam String token, Model model, HttpServletResponse response) {
        return erasures.keep(token)
                ? show("accounts/account-kept", "accounts.kept.title", model, response)
                : pages.linkOld("keep", AccountsPages.KEEP_ACCOUNT, model, response);
    }

    private String show(String view, String title, Model model, HttpServletResponse response) {
        return pages.showBare(view, AccountsPages.KEEP_ACCOUNT, title, model, response);
    }
}
