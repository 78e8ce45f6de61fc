package org.kvartal.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Doors;
import org.kvartal.administration.domain.FirstStart;
import org.kvartal.administration.domain.FirstStart.ChosenMark;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.ZoneNames;
import org.kvartal.site.Form;
import org.kvartal.site.PublicPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The one page behind the link that a house prints which nobody keeps yet. */
@Controller
class FirstStartPage {

    private static final List<String> CAN_BE_GIVEN = List.of(
            "kvartal.name",
            "kvartal.base-url",
            "kvartal.languages",
            "kvartal.zone",
            "spring.mail.host",
            "kvartal.mail.from");

    private final FirstStart start;
    private final Doors doors;
    private final House house;
    private final Messages messages;
    private final CurrentReader currentReader;
    private final Clock clock;

    FirstStartPage(
            FirstStart start, Doors doors, House house, Messages messages, CurrentReader currentReader, Clock clock) {
        this.start = start;
        this.doors = doors;
        this.house = house;
        this.messages = messages;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    @GetMapping(AccountsPages.SET_UP)
    String form(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return start.works(token)
                ? form(token, FirstStartForm.empty(request, house, language()), response, model)
                : old(response, model);
    }

    @PostMapping(AccountsPages.SET_UP)
    String begin(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable MultipartFile mark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        FirstStartForm typed = FirstStartForm.of(request, language());
        ChosenMark picture = mark == null || mark.isEmpty()
                ? null
                : new ChosenMark(Optional.ofNullable(mark.getOriginalFilename()).orElse("mark"), mark);
        try {
            Optional<PersonId> person = start.begin(token, typed.beginning(house.zone()), picture);
            if (person.isEmpty()) {
                return old(response, model);
            }
            doors.letIn(person.get(), request, response);
            return "redirect:" + ShellPages.HOME;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Form form = typed.form().refusing(refused.all(), messages, language());
            return form(token, new FirstStartForm(form, typed.languages()), response, model);
        }
    }

    private String form(String token, FirstStartForm typed, HttpServletResponse response, Model model) {
        Language language = language();
        ZoneNames zones = ZoneNames.in(language, clock.instant());
        ZoneId chosen = typed.zone(FirstStartForm.proposed(ZoneId.systemDefault(), house.zone()));
        model.addAttribute("token", token);
        model.addAttribute("form", typed.form());
        model.addAttribute("chosen", typed.languages());
        model.addAttribute("spoken", Language.values());
        model.addAttribute("proposedColour", FirstStartForm.PROPOSED);
        model.addAttribute("shortest", start.shortestPassword());
        model.addAttribute("zone", chosen.getId());
        model.addAttribute(
                "zones",
                zones.with(chosen).stream()
                        .map(zone -> Map.entry(zone.getId(), zones.label(zone)))
                        .toList());
        model.addAttribute("given", CAN_BE_GIVEN.stream().filter(start::isGiven).toList());
        return show("administration/set-up", "administration.begin.title", token, response, model);
    }

    private String old(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("what", "first");
        return show("accounts/link-old", "accounts.link-old.title", "", response, model);
    }

    private String show(String template, String title, String token, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "page",
                PublicPage.bare(
                        language(),
                        AccountsPages.SET_UP + (token.isEmpty() ? "" : "?token=" + token),
                        messages.text(language(), title)));
        return template;
    }

    private Language language() {
        return currentReader.get().language();
    }
}
