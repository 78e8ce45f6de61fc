package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.HostPage;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.MissionPages;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpStatus;
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
    private final LinkPages links;
    private final Messages messages;

    HostAnswerPage(Itinerary itinerary, LinkPages links, Messages messages) {
        this.itinerary = itinerary;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping(MissionPages.HOST + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            links.look(request);
        } catch (TooOften tooOften) {
            return gone(wanted, token, tooOften, response, model);
        }
        Optional<HostPage> page = itinerary.look(token);
        if (page.isEmpty()) {
            return gone(wanted, token, null, response, model);
        }
        return show(wanted, token, page.get(), form(page.get()), false, response, model);
    }

    @PostMapping(MissionPages.HOST + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request, FIELDS);
        try {
            links.say(request);
            Optional<HostPage> said = say(token, form);
            return said.isEmpty()
                    ? gone(wanted, token, null, response, model)
                    : show(wanted, token, said.get(), form(said.get()), true, response, model);
        } catch (Refused refused) {
            Optional<HostPage> page = itinerary.look(token);
            if (page.isEmpty()) {
                return gone(wanted, token, null, response, model);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = LinkPages.language(wanted, page.get().language());
            return show(
                    wanted,
                    token,
                    page.get(),
                    form.refusing(refused.all(), messages, language),
                    false,
                    response,
                    model);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            Optional<HostPage> page = itinerary.look(token);
            return page.isEmpty()
                    ? gone(wanted, token, tooOften, response, model)
                    : show(
                            wanted,
                            token,
                            page.get(),
                            form.troubled(
                                    tooOften,
                                    messages,
                                    LinkPages.language(wanted, page.get().language())),
                            false,
                            response,
                            model);
        }
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

    private String gone(
            @Nullable String wanted,
            String token,
            @Nullable TooOften tooOften,
            HttpServletResponse response,
            Model model) {
        return links.gone(MissionPages.HOST, LinkPages.language(wanted, Language.EN), token, tooOften, response, model);
    }

    private String show(
            @Nullable String wanted,
            String token,
            HostPage visit,
            Form form,
            boolean said,
            HttpServletResponse response,
            Model model) {
        Language language = LinkPages.language(wanted, visit.language());
        model.addAttribute("visit", visit);
        model.addAttribute("form", form);
        model.addAttribute("said", said);
        model.addAttribute("answered", visit.state() != HostState.ASKED && visit.state() != HostState.NOT_ASKED);
        model.addAttribute("token", token);
        return links.page(
                "missions/host",
                language,
                MissionPages.HOST + "/" + token,
                visit.code() + " · " + visit.mission().in(language),
                response,
                model);
    }
}
