package org.kvartal.seminars.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.press.CodePicture;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.GuestPlace;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.site.Form;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.PublicPage;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link in a letter to a participant without an account leads to: their place and why it is so, and what they can do about it. Looking changes nothing; whoever has
 * the link can do what its letter offers and nothing else.
 */
@Controller
class PlacePage {

    private static final Pace.Limit LOOKS = Pace.Limit.perHour(300);
    private static final Pace.Limit ACTS = Pace.Limit.perHour(60);

    private final Registrations registrations;
    private final SeminarFeedback feedback;
    private final Certificates certificates;
    private final Materials materials;
    private final Places places;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Pace pace = new Pace();

    PlacePage(
            Registrations registrations,
            SeminarFeedback feedback,
            Certificates certificates,
            Materials materials,
            Places places,
            Messages messages,
            Wording wording,
            House house) {
        this.registrations = registrations;
        this.feedback = feedback;
        this.certificates = certificates;
        this.materials = materials;
        this.places = places;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    /** @param done what was done just now, to be said */
    @GetMapping(SeminarPages.PLACE + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return gone(
                    language(wanted, Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))),
                    token,
                    tooOften,
                    response,
                    model);
        }
        Optional<GuestPlace> found = registrations.look(token);
        if (found.isEmpty()) {
            return gone(
                    language(wanted, Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))),
                    token,
                    null,
                    response,
                    model);
        }
        return show(
                language(wanted, found.get().language()),
                token,
                found.get(),
                Form.of(Map.of()),
                Done.of(done),
                response,
                model);
    }

    /** What is said after an act; the place itself says the rest. */
    private enum Done {
        CONFIRM,
        ACCEPT,
        WITHDRAW,
        JUDGE;

        static @Nullable Done of(String code) {
            for (Done one : values()) {
                if (one.code().equals(code)) {
                    return one;
                }
            }
            return null;
        }

        String code() {
            return Code.of(this);
        }
    }

    @PostMapping(SeminarPages.PLACE + "/{token}")
    Object act(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<GuestPlace> found = registrations.look(token);
        Language language = language(
                wanted,
                found.map(GuestPlace::language)
                        .orElseGet(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
        if (found.isEmpty()) {
            return gone(language, token, null, response, model);
        }
        GuestPlace place = found.get();
        Done act = Done.of(Form.field(request, "act"));
        Form form = Form.of(typed(request, place.seminar()));
        try {
            pace.count("act", Network.of(request.getRemoteAddr()).value(), ACTS);
            if (act == null || !did(act, token, place, form)) {
                return act == null
                        ? show(language, token, place, form, null, response, model)
                        : gone(language, token, null, response, model);
            }
            return PublicDownloads.to(SeminarPages.place(token, language) + "&done=" + act.code());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(language, token, place, form.refusing(refused, messages, language), response, model);
        } catch (NotFound over) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Refused why = Refused.because("seminars.refused.registration-state");
            return again(language, token, place, form.refusing(why, messages, language), response, model);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return again(language, token, place, form.troubled(tooOften, messages, language), response, model);
        }
    }

    /** As it is now: somebody else may have done something meanwhile. */
    private String again(
            Language language, String token, GuestPlace before, Form form, HttpServletResponse response, Model model) {
        GuestPlace now = registrations.look(token).orElse(before);
        return show(language, token, now, form, null, response, model);
    }

    /** Whether the link still worked. */
    private boolean did(Done act, String token, GuestPlace place, Form form) {
        return switch (act) {
            case CONFIRM ->
                registrations.confirm(token, answers(place.seminar(), form)).isPresent();
            case ACCEPT -> registrations.accept(token).isPresent();
            case WITHDRAW -> registrations.withdraw(token).isPresent();
            case JUDGE ->
                feedback.give(token, day(form.value("day"), place.seminar()), points(form), form.value("words"));
        };
    }

    private static int points(Form form) {
        String typed = form.value("points");
        if (!typed.matches("[1-5]")) {
            throw Refused.at("points", "kernel.refused.missing");
        }
        return Integer.parseInt(typed);
    }

    /** Null for the whole. */
    private static @Nullable DayId day(String typed, SeminarPage seminar) {
        if (typed.isEmpty()) {
            return null;
        }
        return seminar.days().stream()
                .map(day -> day.id())
                .filter(id -> id.toString().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Map<String, String> typed(HttpServletRequest request, SeminarPage seminar) {
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of("day", "points", "words")) {
            typed.put(field, Form.field(request, field));
        }
        for (Question question : seminar.questions()) {
            typed.put(field(question), Form.field(request, field(question)));
        }
        return typed;
    }

    private static Map<QuestionId, String> answers(SeminarPage seminar, Form form) {
        Map<QuestionId, String> answers = new HashMap<>();
        for (Question question : seminar.questions()) {
            answers.put(question.id(), form.value(field(question)));
        }
        return answers;
    }

    private static String field(Question question) {
        return "answer." + question.id();
    }

    /** The certificate, as it was printed. */
    @GetMapping(SeminarPages.PLACE + "/{token}/certificate")
    ResponseEntity<Void> certificate(@PathVariable String token, HttpServletRequest request) {
        pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        return PublicDownloads.to(certificates.open(token).orElseThrow(NotFound::new));
    }

    @GetMapping(SeminarPages.PLACE + "/{token}/materials/{material:[0-9a-f-]{36}}")
    ResponseEntity<Void> material(
            @PathVariable String token, @PathVariable String material, HttpServletRequest request) {
        pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        return PublicDownloads.to(
                materials.open(token, PublicDownloads.materialOf(material)).orElseThrow(NotFound::new));
    }

    private static Language language(@Nullable String wanted, Language otherwise) {
        return wanted == null ? otherwise : Language.of(wanted).orElse(otherwise);
    }

    private String show(
            Language language,
            String token,
            GuestPlace found,
            Form form,
            @Nullable Done done,
            HttpServletResponse response,
            Model model) {
        SeminarPage seminar = found.seminar();
        Place place = found.place();
        String city = seminar.card().city();
        model.addAttribute("guest", found);
        model.addAttribute("place", place);
        model.addAttribute("one", seminar);
        model.addAttribute("form", form);
        model.addAttribute("done", done == null ? null : done.code());
        model.addAttribute("token", token);
        model.addAttribute("link", SeminarPages.place(token, language));
        model.addAttribute("city", city == null ? null : places.find(city).orElse(null));
        model.addAttribute("plan", DayPlan.of(seminar.days(), seminar.parts()));
        model.addAttribute("cancelled", seminar.card().state() == SeminarState.CANCELLED);
        model.addAttribute(
                "ticket",
                place.ticket() == null || !seminar.card().state().open()
                        ? null
                        : CodePicture.of(
                                house.address(SeminarPages.ticket(seminar.card().slug(), place.ticket()))));
        model.addAttribute("certificate", certified(token, place));
        model.addAttribute("takesPart", place.state().takesPart());
        String title = seminar.card().title().in(language);
        return page("seminars/place", language, token, title, response, model);
    }

    private boolean certified(String token, Place place) {
        return place.state() == RegistrationState.COMPLETED
                && certificates.open(token).isPresent();
    }

    private String gone(
            Language language, String token, @Nullable TooOften tooOften, HttpServletResponse response, Model model) {
        if (tooOften == null) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("trouble", tooOften == null ? null : tooOften.words(messages, language));
        // An address that can't be one of ours is not repeated: it may be anything.
        String repeated = Secret.of(token).isPresent() ? token : "";
        return page(
                "seminars/place-gone",
                language,
                repeated,
                messages.text(language, "seminars.place-page.gone"),
                response,
                model);
    }

    private String page(
            String template, Language language, String token, String title, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", PublicPage.bare(language, SeminarPages.PLACE + "/" + token, title));
        model.addAttribute("words", new SeminarWords(messages, wording, language, house.zone()));
        return template;
    }
}
