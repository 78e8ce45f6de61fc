package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.Countersignatures.GatePage;
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

/** Where a client countersigns one decision at a gate, or says why not, without an account. Looking changes nothing. */
@Controller
class ClientGatePage {

    private static final String[] FIELDS = {"choice", "words"};

    private final Countersignatures countersignatures;
    private final LinkPages links;
    private final Messages messages;

    ClientGatePage(Countersignatures countersignatures, LinkPages links, Messages messages) {
        this.countersignatures = countersignatures;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping(MissionPages.GATE + "/{token}")
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
        return countersignatures
                .look(token)
                .map(page -> show(wanted, token, page, Form.of(Map.of()), false, response, model))
                .orElseGet(() -> gone(wanted, token, null, response, model));
    }

    @PostMapping(MissionPages.GATE + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request, FIELDS);
        try {
            links.say(request);
            return say(token, form)
                    .map(page -> show(wanted, token, page, form, true, response, model))
                    .orElseGet(() -> gone(wanted, token, null, response, model));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return countersignatures
                    .look(token)
                    .map(page -> show(
                            wanted,
                            token,
                            page,
                            form.refusing(refused.all(), messages, LinkPages.language(wanted, page.language())),
                            false,
                            response,
                            model))
                    .orElseGet(() -> gone(wanted, token, null, response, model));
        } catch (TooOften tooOften) {
            return gone(wanted, token, tooOften, response, model);
        }
    }

    private Optional<GatePage> say(String token, Form form) {
        return switch (form.value("choice")) {
            case "sign" -> countersignatures.sign(token);
            case "refuse" -> countersignatures.refuse(token, form.value("words"));
            default -> throw Refused.at("choice", "missions.refused.choice");
        };
    }

    private String gone(
            @Nullable String wanted,
            String token,
            @Nullable TooOften tooOften,
            HttpServletResponse response,
            Model model) {
        return links.gone(MissionPages.GATE, LinkPages.language(wanted, Language.EN), token, tooOften, response, model);
    }

    private String show(
            @Nullable String wanted,
            String token,
            GatePage gate,
            Form form,
            boolean said,
            HttpServletResponse response,
            Model model) {
        Language language = LinkPages.language(wanted, gate.language());
        model.addAttribute("gate", gate);
        model.addAttribute("form", form);
        model.addAttribute("said", said);
        model.addAttribute("token", token);
        return links.page(
                "missions/gate",
                language,
                MissionPages.GATE + "/" + token,
                gate.code() + " · " + gate.project().in(language),
                response,
                model);
    }
}
