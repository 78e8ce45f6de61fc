package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.ApplicationPage;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.TooOften;
import org.kvartal.shell.ShellPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an application stands: what happened, whose turn it is, what blocks, and what the applicant can do. */
@Controller
class StandingPage {

    private static final String PATH = LANGUAGE + MembershipPages.APPLICATION;

    /** What a page may say of what was pressed before it. */
    private static final Set<String> NOTES = Set.of("kept", "sent", "letter", "appealed", "withdrawn");

    private final Joining joining;
    private final Applicants applicants;
    private final ApplicantCookie cookie;
    private final JoinPages pages;

    StandingPage(Joining joining, Applicants applicants, ApplicantCookie cookie, JoinPages pages) {
        this.joining = joining;
        this.applicants = applicants;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = applicants.open(request);
        if (opened.isEmpty()) {
            return JoinPages.to(language, MembershipPages.LOST_LINK);
        }
        model.addAttribute("note", note != null && NOTES.contains(note) ? note : null);
        return show(language, opened.get().page(), Sheet.of(request, "text"), request, response, model);
    }

    /** Posts the letter that confirms the address and leads back. */
    @PostMapping(PATH + "/letter")
    String letter(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Opened opened = open(request);
        try {
            joining.sendLink(opened.key(), request.getRemoteAddr());
            return JoinPages.to(language, MembershipPages.APPLICATION + "?note=letter");
        } catch (TooOften tooOften) {
            Sheet sheet = Sheet.of(request, "text").troubled(pages.slow(response, tooOften, language));
            return show(language, opened.page(), sheet, request, response, model);
        }
    }

    @GetMapping(PATH + "/withdraw")
    String askWithdraw(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Opened> opened =
                applicants.open(request).filter(found -> found.page().mayWithdraw());
        if (opened.isEmpty()) {
            return JoinPages.to(language, MembershipPages.APPLICATION);
        }
        return pages.show(
                "membership/withdraw",
                language,
                MembershipPages.APPLICATION + "/withdraw",
                pages.text(language, "membership.join.withdraw.title"),
                model,
                response);
    }

    @PostMapping(PATH + "/withdraw")
    String withdraw(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Opened opened = open(request);
        try {
            joining.withdraw(opened.key());
            return JoinPages.to(language, MembershipPages.APPLICATION + "?note=withdrawn");
        } catch (Refused decidedMeanwhile) {
            return refused(language, decidedMeanwhile, request, response, model);
        }
    }

    @PostMapping(PATH + "/appeal")
    String appeal(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Opened opened = open(request);
        try {
            joining.appeal(opened.key(), JoinPages.field(request, "text"));
            return JoinPages.to(language, MembershipPages.APPLICATION + "?note=appealed");
        } catch (Refused refused) {
            return refused(language, refused, request, response, model);
        }
    }

    /** The applicant's own look at the statute that they attached. */
    @GetMapping(PATH + "/statute")
    ResponseEntity<Void> statute(@PathVariable Language language, HttpServletRequest request) {
        String address = joining.statute(open(request).key()).orElseThrow(NotFound::new);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Leaves nothing of the application in this browser; the letter leads back to it. */
    @PostMapping(PATH + "/forget")
    String forget(@PathVariable Language language, HttpServletResponse response) {
        cookie.clear(response);
        return JoinPages.to(language, MembershipPages.LOST_LINK + "?forgotten");
    }

    private String refused(
            Language language, Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        pages.refuse(response);
        Sheet sheet = Sheet.of(request, "text").refusing(refused, pages.messages(), language);
        return show(language, open(request).page(), sheet, request, response, model);
    }

    private String show(
            Language language,
            ApplicationPage mine,
            Sheet sheet,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Standing standing = Standing.of(mine);
        List<Step> steps = Step.of(mine.kind());
        model.addAttribute("mine", mine);
        model.addAttribute("standing", standing);
        List<Refused> barriers = SummaryPage.barriers(mine);
        model.addAttribute("sheet", sheet.refusing(barriers, pages.messages(), language));
        model.addAttribute("barred", !barriers.isEmpty());
        model.addAttribute("choice", Choice.of(mine.kind()));
        model.addAttribute("letters", pages.letters(language, request));
        model.addAttribute("days", Joining.LINK_DAYS);
        model.addAttribute(
                "parts",
                steps.stream()
                        .map(step -> new Part(
                                step, step.lacks(mine.lacks(), mine.kind()).isEmpty()))
                        .toList());
        model.addAttribute(
                "goOn",
                steps.stream()
                        .filter(step -> !step.lacks(mine.lacks(), mine.kind()).isEmpty())
                        .findFirst()
                        .map(step -> "/" + step.code())
                        .orElse(SummaryPage.END));
        model.addAttribute("signIn", AccountsPages.signInThen(ShellPages.HOME) + "&language=" + language.code());
        model.addAttribute("reset", AccountsPages.reset(language));
        return pages.show(
                "membership/standing",
                language,
                MembershipPages.APPLICATION,
                pages.text(language, "membership.join.standing." + standing.code() + ".title"),
                model,
                response);
    }

    /** A page of the form, and whether nothing lacks on it. */
    record Part(Step step, boolean complete) {}

    private Opened open(HttpServletRequest request) {
        return applicants.open(request).orElseThrow(NotFound::new);
    }
}
