package org.kvartal.membership.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.Begun;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MembershipPages;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The first page of a form: who applies, and where letters go. From then on the form is kept, and the letter leads back to it. */
@Controller
class BeginPage {

    private final Joining joining;
    private final JustBegun justBegun;
    private final Applicants applicants;
    private final ApplicantCookie cookie;
    private final Typing typing;
    private final CurrentReader reader;
    private final People people;
    private final Correspondence correspondence;
    private final JoinPages pages;

    BeginPage(
            Joining joining,
            JustBegun justBegun,
            Applicants applicants,
            ApplicantCookie cookie,
            Typing typing,
            CurrentReader reader,
            People people,
            Correspondence correspondence,
            JoinPages pages) {
        this.joining = joining;
        this.justBegun = justBegun;
        this.applicants = applicants;
        this.cookie = cookie;
        this.typing = typing;
        this.reader = reader;
        this.people = people;
        this.correspondence = correspondence;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + Choice.PATH)
    String show(
            @PathVariable Language language,
            @PathVariable String choice,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(Choice.of(choice), language, known(language, request), request, response, model);
    }

    @PostMapping(LANGUAGE + Choice.PATH)
    String begin(
            @PathVariable Language language,
            @PathVariable("choice") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Choice choice = Choice.of(code);
        Form sheet = Form.of(request, "id", "kind", "applicant", "position", "email", "language");
        Optional<ApplicationKind> kind = choice.kind(sheet.value("kind"));
        List<Refused> problems = new ArrayList<>();
        if (kind.isEmpty()) {
            problems.add(Refused.at("kind", "membership.refused.choose"));
        }
        if (sheet.value("applicant").isBlank()) {
            problems.add(Refused.at("applicant", "kernel.refused.missing"));
        }
        if (choice.organisation() && sheet.value("position").isBlank()) {
            problems.add(Refused.at("position", "kernel.refused.missing"));
        }
        try {
            EmailAddress.of(sheet.value("email"));
        } catch (Refused noAddress) {
            problems.add(noAddress);
        }
        if (!problems.isEmpty()) {
            pages.refuse(response);
            return show(
                    choice, language, sheet.refusing(problems, pages.messages(), language), request, response, model);
        }
        try {
            Begun begun = begin(kind.orElseThrow(), language, sheet, request);
            keepPosition(begun, request);
            cookie.set(response, begun);
            Step second = Step.of(kind.orElseThrow()).get(1);
            return JoinPages.to(language, MembershipPages.APPLICATION + "/" + second.code());
        } catch (Refused refused) {
            pages.refuse(response);
            return show(
                    choice, language, sheet.refusing(refused, pages.messages(), language), request, response, model);
        } catch (TooOften tooOften) {
            String words = pages.slow(response, tooOften, language);
            return show(choice, language, sheet.troubled(words), request, response, model);
        } catch (Forbidden sentBefore) {
            // The form was sent long ago, perhaps from a page that Back has shown again: the letter leads on.
            return JoinPages.to(language, MembershipPages.LOST_LINK);
        }
    }

    private Begun begin(ApplicationKind kind, Language language, Form sheet, HttpServletRequest request) {
        ApplicationId id = id(sheet.value("id"));
        Optional<Opened> here = applicants.open(request);
        if (here.isPresent() && here.get().page().id().equals(id)) {
            return new Begun(id, here.get().key());
        }
        return justBegun.once(
                id,
                kind,
                sheet.value("email"),
                () -> joining.begin(
                        reader.get().asker(),
                        new NewApplication(
                                id,
                                kind,
                                sheet.value("applicant"),
                                sheet.value("email"),
                                Language.of(sheet.value("language")).orElse(language)),
                        request.getRemoteAddr()));
    }

    /** What stands on the first page beside what begins an application. */
    private void keepPosition(Begun begun, HttpServletRequest request) {
        joining.look(begun.key())
                .filter(page -> page.mayEdit() && page.form().position().isEmpty())
                .ifPresent(page -> joining.save(begun.key(), typing.read(request, Step.YOU, page.kind(), page.form())));
    }

    /** What the house knows already of whoever is signed in, or has just begun in this browser with a wrong address. */
    private Form known(Language language, HttpServletRequest request) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("language", language.code());
        known.put("id", ApplicationId.next().toString());
        Asker asker = reader.get().asker();
        asker.person().flatMap(people::card).map(PersonCard::name).ifPresent(name -> known.put("applicant", name));
        asker.person()
                .flatMap(correspondence::recipient)
                .map(Recipient::address)
                .ifPresent(address -> known.put("email", address));
        applicants
                .open(request)
                .map(Opened::page)
                .filter(page -> !page.confirmed())
                .ifPresent(page -> {
                    known.putIfAbsent("applicant", page.form().applicant());
                    known.putIfAbsent("position", page.form().position());
                });
        return Form.of(known);
    }

    private String show(
            Choice choice,
            Language language,
            Form sheet,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("sheet", sheet);
        model.addAttribute("steps", Step.of(choice.kinds().getFirst()).size() + 1);
        model.addAttribute(
                "begun",
                applicants
                        .open(request)
                        .map(Opened::page)
                        .filter(page -> page.state().open() && choice.kinds().contains(page.kind()))
                        .orElse(null));
        return pages.show(
                "membership/begin",
                language,
                choice.path(),
                pages.text(language, "membership.join.begin." + choice.code() + ".title"),
                model,
                response);
    }

    private static ApplicationId id(String text) {
        try {
            return ApplicationId.of(text);
        } catch (IllegalArgumentException mangled) {
            return ApplicationId.next();
        }
    }
}
