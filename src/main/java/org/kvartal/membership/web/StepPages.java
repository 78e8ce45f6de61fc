package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining;
import org.kvartal.membership.MembershipPages;
import org.kvartal.site.Form;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;

/**
 * The pages of a form, one after the other. Whatever is pressed keeps what was typed; only going on asks whether the page is complete, and only
 * for what stands on it.
 */
@Controller
class StepPages {

    private static final String STEP =
            MembershipPages.APPLICATION + "/{step:you|association|role|organisation|work|papers}";

    private final Joining joining;
    private final Applicants applicants;
    private final Typing typing;
    private final StepView view;
    private final StatuteUpload statute;
    private final JoinPages pages;

    StepPages(
            Joining joining,
            Applicants applicants,
            Typing typing,
            StepView view,
            StatuteUpload statute,
            JoinPages pages) {
        this.joining = joining;
        this.applicants = applicants;
        this.typing = typing;
        this.view = view;
        this.statute = statute;
        this.pages = pages;
    }

    /**
     * @param check whether to say what lacks on the page
     * @param large whether a file has just been too large to be read at all
     */
    @GetMapping(LANGUAGE + STEP)
    String show(
            @PathVariable Language language,
            @PathVariable("step") String code,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(required = false) @Nullable String large,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = editable(request);
        if (opened.isEmpty()) {
            return JoinPages.to(language, MembershipPages.APPLICATION);
        }
        Joining.ApplicationPage page = opened.get().page();
        Step step = step(code, page.kind());
        List<Refused> problems = large != null
                ? List.of(Refused.at("statute", "membership.join.statute-large"))
                : check != null ? step.lacks(page.lacks(), page.kind()) : List.of();
        return view.show(step, language, page, page.form(), problems, request, response, model);
    }

    @PostMapping(LANGUAGE + STEP)
    String send(
            @PathVariable Language language,
            @PathVariable("step") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = editable(request);
        if (opened.isEmpty()) {
            return JoinPages.to(language, MembershipPages.APPLICATION);
        }
        String key = opened.get().key();
        ApplicationKind kind = opened.get().page().kind();
        Step step = step(code, kind);
        List<Refused> problems = new ArrayList<>();
        if (step == Step.PAPERS) {
            // First of all, since reading a field of a form that is too large fails without a word.
            statute.receive(key, request).ifPresent(problems::add);
        }
        Saved saved = save(key, step, kind, opened.get().page().form(), request);
        if (saved.problem() != null) {
            problems.add(saved.problem());
        }
        Joining.ApplicationPage page = joining.look(key).orElseThrow(NotFound::new);
        String wish = Form.field(request, "go");
        if (problems.isEmpty() && wish.equals("next")) {
            problems.addAll(step.lacks(page.lacks(), kind));
        }
        if (!problems.isEmpty()) {
            pages.refuse(response);
            return view.show(step, language, page, saved.typed(), problems, request, response, model);
        }
        return JoinPages.to(language, MembershipPages.APPLICATION + next(step, kind, wish));
    }

    /**
     * @param typed what the page shows again where something has to be mended
     * @param problem why it was not kept, null where it was
     */
    private record Saved(ApplicationForm typed, @Nullable Refused problem) {}

    private Saved save(
            String key, Step step, ApplicationKind kind, ApplicationForm before, HttpServletRequest request) {
        ApplicationForm typed = typing.read(request, step, kind, before);
        try {
            ApplicationForm kept = joining.save(key, typed);
            boolean untouched = Form.field(request, "from").equals(step.mark(kept, kind));
            if (!step.same(kept, typed, kind) && untouched) {
                typed = typing.readAfter(request, step, kind, kept);
                kept = joining.save(key, typed);
            }
            return new Saved(
                    typed, step.same(kept, typed, kind) ? null : Refused.because("membership.join.changed-elsewhere"));
        } catch (Refused tooLong) {
            return new Saved(typed, tooLong);
        }
    }

    /** Keeps what is being typed, as the page's script sends it. */
    @PostMapping(path = LANGUAGE + STEP + "/kept", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Kept> keep(
            @PathVariable Language language, @PathVariable("step") String code, HttpServletRequest request) {
        Opened opened = applicants.open(request).orElseThrow(NotFound::new);
        ApplicationKind kind = opened.page().kind();
        Step step = step(code, kind);
        ApplicationForm typed = typing.read(request, step, kind, opened.page().form());
        try {
            ApplicationForm kept = joining.save(opened.key(), typed);
            return answer(new Kept(kept.sequence(), step.same(kept, typed, kind), null));
        } catch (Refused refused) {
            return answer(new Kept(typed.sequence(), false, pages.messages().text(language, refused)));
        }
    }

    /**
     * @param sequence of what is kept now
     * @param kept whether that is what was sent
     * @param problem why nothing was kept, null where something was
     */
    record Kept(long sequence, boolean kept, @Nullable String problem) {}

    private static ResponseEntity<Kept> answer(Kept kept) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(kept);
    }

    /** A file beyond what the house reads at all. */
    @ExceptionHandler(MultipartException.class)
    String tooLarge(HttpServletRequest request) {
        return "redirect:" + request.getRequestURI() + "?large";
    }

    private static String next(Step step, ApplicationKind kind, String wish) {
        List<Step> steps = Step.of(kind);
        int at = steps.indexOf(step);
        return switch (wish) {
            case "next" -> at + 1 < steps.size() ? "/" + steps.get(at + 1).code() : SummaryPage.END;
            case "back" -> at > 0 ? "/" + steps.get(at - 1).code() : "";
            case "stay" -> "/" + step.code();
            default -> "?note=kept";
        };
    }

    private static Step step(String code, ApplicationKind kind) {
        return Step.of(code, kind).orElseThrow(NotFound::new);
    }

    private Optional<Opened> editable(HttpServletRequest request) {
        return applicants.open(request).filter(opened -> opened.page().mayEdit());
    }
}
