package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.ClientPage;
import org.kvartal.missions.web.LinkPages.Visit;
import org.kvartal.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a client's link leads to: one row of the log, to be confirmed or corrected without an account. Looking changes nothing. */
@Controller
class ClientLogPage {

    private static final String[] FIELDS = {"choice", "words"};

    private final ProjectLog log;
    private final LinkQuestion<ClientPage> question;

    ClientLogPage(ProjectLog log, LinkPages links) {
        this.log = log;
        this.question = new LinkQuestion<>(
                links,
                MissionPages.LOG,
                new LinkQuestion.Template<>("missions/log", "row", (_, _) -> {}),
                log::look,
                ClientPage::language,
                _ -> Form.of(Map.of()),
                (row, language) -> row.code() + " · " + row.project().in(language));
    }

    @GetMapping(MissionPages.LOG + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.look(new Visit(token, wanted, request, response, model));
    }

    @PostMapping(MissionPages.LOG + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return question.answer(
                new Visit(token, wanted, request, response, model), Form.of(request, FIELDS), form -> say(token, form));
    }

    private Optional<ClientPage> say(String token, Form form) {
        return switch (form.value("choice")) {
            case "right" -> log.confirm(token);
            case "wrong" -> log.dispute(token, form.value("words"));
            default -> throw Refused.at("choice", "missions.refused.choice");
        };
    }
}
