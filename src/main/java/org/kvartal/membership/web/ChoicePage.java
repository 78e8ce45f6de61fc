package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Joining;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Verdict;
import org.kvartal.site.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where joining begins: as what somebody wants to. Whoever has begun already is led back first. */
@Controller
class ChoicePage {

    private final Joining joining;
    private final Applicants applicants;
    private final ApplicantCookie cookie;
    private final CurrentReader reader;
    private final JoinPages pages;

    ChoicePage(Joining joining, Applicants applicants, ApplicantCookie cookie, CurrentReader reader, JoinPages pages) {
        this.joining = joining;
        this.applicants = applicants;
        this.cookie = cookie;
        this.reader = reader;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + MembershipPages.JOIN)
    String show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Opened> here = applicants.open(request);
        Verdict verdict = joining.verdict(reader.get().asker());
        model.addAttribute("choices", List.of(Choice.PERSON, Choice.ASSOCIATION, Choice.REPRESENTATIVE));
        model.addAttribute("begun", here.map(Opened::page).orElse(null));
        model.addAttribute("own", here.isEmpty() && hasApplication(verdict));
        model.addAttribute("member", verdict instanceof Verdict.Member);
        model.addAttribute("signUp", AccountsPages.signUp(language));
        return pages.show(
                "membership/join",
                PublicPage.of(
                        language,
                        MembershipPages.JOIN,
                        pages.text(language, "membership.join.title"),
                        pages.text(language, "membership.join.lead")),
                model,
                response);
    }

    /** Opens their own application to somebody who is signed in, in a browser that has no key of it yet. */
    @PostMapping(LANGUAGE + MembershipPages.JOIN)
    String own(@PathVariable Language language, HttpServletResponse response) {
        Optional<Joining.Begun> begun = joining.comeBack(reader.get().asker());
        begun.ifPresent(found -> cookie.set(response, found));
        return JoinPages.to(language, begun.isPresent() ? MembershipPages.APPLICATION : MembershipPages.JOIN);
    }

    private static boolean hasApplication(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Draft _, Verdict.WaitingForUs _, Verdict.WaitingForYou _ -> true;
            case Verdict.Cannot cannot -> cannot.reason() == Verdict.Reason.DECLINED;
            case Verdict.CanApply _, Verdict.Member _ -> false;
        };
    }
}
