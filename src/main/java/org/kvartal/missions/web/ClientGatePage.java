package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.Countersignatures.GatePage;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.web.LinkPages.Visit;
import org.kvartal.site.Form;
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
    private final LinkQuestion<GatePage> question;

    ClientGatePage(Countersignatures countersignatures, LinkPages links) {
        this.countersignatures = countersignatures;
        this.question = new LinkQuestion<>(
                links,
                MissionPages.GATE,
                new LinkQuestion.Template<>("missions/gate", "gate", (_, _) -> {}),
                countersignatures::look,
                GatePage::language,
                _ -> Form.of(Map.of()),
                (gate, language) -> gate.code() + " · " + gate.project().in(language));
    }

    @GetMapping(MissionPages.GATE + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.look(new Visit(token, wanted, request, response, model));
    }

    @PostMapping(MissionPages.GATE + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.answer(
                new Visit(token, wanted, request, response, model), Form.of(request, FIELDS), form -> say(token, form));
    }

    private Optional<GatePage> say(String token, Form form) {
        return switch (form.value("choice")) {
            case "sign" -> countersignatures.sign(token);
            case "refuse" -> countersignatures.refuse(token, form.value("words"));
            default -> throw Refused.at("choice", "missions.refused.choice");
        };
    }
}
