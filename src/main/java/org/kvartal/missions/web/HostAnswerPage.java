package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.HostPage;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.web.LinkPages.Visit;
import org.kvartal.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a host's link leads to: the one visit, and a form that accepts it, wishes another time or declines, without an account. Looking changes nothing. */
@Controller
class HostAnswerPage {

    private static final String[] FIELDS = {"choice", "day", "starts", "ends", "words"};

    private final Itinerary itinerary;
    private final LinkQuestion<HostPage> question;

    HostAnswerPage(Itinerary itinerary, LinkPages links) {
        this.itinerary = itinerary;
        this.question = new LinkQuestion<>(
                links,
                MissionPages.HOST,
                new LinkQuestion.Template<>("missions/host", "visit", HostAnswerPage::answered),
                itinerary::look,
                HostPage::language,
                HostAnswerPage::form,
                (visit, language) -> visit.code() + " · " + visit.mission().in(language));
    }

    @GetMapping(MissionPages.HOST + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.look(new Visit(token, wanted, request, response, model));
    }

    @PostMapping(MissionPages.HOST + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.answer(
                new Visit(token, wanted, request, response, model), Form.of(request, FIELDS), form -> say(token, form));
    }

    private Optional<HostPage> say(String token, Form form) {
        String words = form.value("words");
        return switch (form.value("choice")) {
            case "accepted" -> itinerary.accept(token, words);
            case "moved" ->
                itinerary.move(
                        token,
                        TypedWhen.day("day", form.value("day")),
                        TypedWhen.clock("starts", form.value("starts")),
                        TypedWhen.clock("ends", form.value("ends")),
                        words);
            case "declined" -> itinerary.decline(token, words);
            default -> throw Refused.at("choice", "missions.refused.choice");
        };
    }

    /** What was said last, to be corrected; the time that was planned where another may be wished. */
    private static Form form(HostPage page) {
        HostWish wish = page.wish();
        Map<String, String> typed = new LinkedHashMap<>();
        switch (page.state()) {
            case ACCEPTED -> typed.put("choice", "accepted");
            case MOVED -> typed.put("choice", "moved");
            case DECLINED -> typed.put("choice", "declined");
            case NOT_ASKED, ASKED -> {}
        }
        typed.put("day", (wish == null ? page.day() : wish.day()).toString());
        typed.put("starts", (wish == null ? page.starts() : wish.starts()).toString());
        typed.put("ends", (wish == null ? page.ends() : wish.ends()).toString());
        typed.put("words", page.said());
        return Form.of(typed);
    }

    private static void answered(HostPage page, Visit visit) {
        visit.model().addAttribute("answered", page.state() != HostState.ASKED && page.state() != HostState.NOT_ASKED);
    }
}
