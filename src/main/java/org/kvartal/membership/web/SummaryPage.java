package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.ApplicationPage;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The last page of a form: everything once more, the consent, and Send. */
@Controller
class SummaryPage {

    /** Below the path of the application. */
    static final String END = "/summary";

    private static final String PATH = MembershipPages.APPLICATION + END;

    private final Joining joining;
    private final Applicants applicants;
    private final StepView view;
    private final Sectors sectors;
    private final JoinPages pages;

    SummaryPage(Joining joining, Applicants applicants, StepView view, Sectors sectors, JoinPages pages) {
        this.joining = joining;
        this.applicants = applicants;
        this.view = view;
        this.sectors = sectors;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + PATH)
    String show(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        return editable(request)
                .map(opened -> show(language, opened.page(), List.of(), response, model))
                .orElseGet(() -> JoinPages.to(language, MembershipPages.APPLICATION));
    }

    @PostMapping(LANGUAGE + PATH)
    String send(
            @PathVariable Language language, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Opened> opened = editable(request);
        if (opened.isEmpty()) {
            return JoinPages.to(language, MembershipPages.APPLICATION);
        }
        if (!JoinPages.field(request, "consent").equals("true")) {
            pages.refuse(response);
            return show(
                    language,
                    opened.get().page(),
                    List.of(Refused.at("consent", "membership.join.consent-missing")),
                    response,
                    model);
        }
        List<Refused> lacks;
        try {
            lacks = joining.submit(opened.get().key());
        } catch (Refused answeredMeanwhile) {
            return JoinPages.to(language, MembershipPages.APPLICATION);
        }
        if (!lacks.isEmpty()) {
            pages.refuse(response);
            return show(language, opened.get().page(), List.of(), response, model);
        }
        return JoinPages.to(language, MembershipPages.APPLICATION + "?note=sent");
    }

    /** @param lacking the first thing that lacks in it, null where nothing does */
    record Part(Step step, @Nullable String lacking) {}

    private String show(
            Language language,
            ApplicationPage mine,
            List<Refused> problems,
            HttpServletResponse response,
            Model model) {
        List<Part> parts = Step.of(mine.kind()).stream()
                .map(step -> new Part(
                        step,
                        step.lacks(mine.lacks(), mine.kind()).stream()
                                .findFirst()
                                .map(lack -> pages.messages().text(language, lack))
                                .orElse(null)))
                .toList();
        model.addAttribute("mine", mine);
        model.addAttribute("parts", parts);
        model.addAttribute("barred", !barriers(mine).isEmpty());
        model.addAttribute("complete", mine.lacks().isEmpty());
        model.addAttribute(
                "sheet",
                Sheet.of(view.values(mine.form(), language))
                        .refusing(problems, pages.messages(), language)
                        .refusing(barriers(mine), pages.messages(), language));
        model.addAttribute(
                "sectors",
                sectors.all().stream()
                        .filter(sector -> mine.form().sectors().contains(sector.code()))
                        .map(Sector::name)
                        .toList());
        model.addAttribute("steps", parts.size() + 1);
        model.addAttribute("last", parts.getLast().step().code());
        model.addAttribute("choice", Choice.of(mine.kind()));
        return pages.show(
                "membership/summary",
                language,
                PATH,
                pages.text(language, "membership.join.summary.title"),
                model,
                response);
    }

    /** Why the applicant can't send it at all, whatever stands in it. */
    static List<Refused> barriers(ApplicationPage mine) {
        return mine.lacks().stream().filter(lack -> lack.field() == null).toList();
    }

    private Optional<Opened> editable(HttpServletRequest request) {
        return applicants.open(request).filter(opened -> opened.page().mayEdit());
    }
}
