package org.kvartal.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.RequestNumber;
import org.kvartal.site.PublicPage;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in the reader's language what went wrong, and what they can do. */
@Controller
class ProblemPage implements ErrorController {

    private static final Set<Integer> KNOWN = Set.of(403, 404, 410, 413, 429, 500, 503, 507);

    private final Messages messages;
    private final House house;

    ProblemPage(Messages messages, House house) {
        this.messages = messages;
        this.house = house;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    String show(HttpServletRequest request, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        int told = KNOWN.contains(status) ? status : status >= 500 ? 500 : status == 401 ? 403 : 404;
        Language language = PathLanguage.of(request, house);
        model.addAttribute("status", status);
        model.addAttribute("told", told);
        // What is the house's fault is told under a number by which the log can be searched.
        model.addAttribute("number", told == 500 ? RequestNumber.current().orElse(null) : null);
        model.addAttribute(
                "page", PublicPage.unlisted(language, "", messages.text(language, "site.problem-" + told + "-title")));
        return "site/problem";
    }
}
