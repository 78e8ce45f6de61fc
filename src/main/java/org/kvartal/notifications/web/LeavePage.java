package org.kvartal.notifications.web;

import com.ibm.icu.text.ListFormatter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.notifications.domain.Leaving;
import org.kvartal.notifications.domain.Leaving.Ending;
import org.kvartal.site.PublicPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody ends letters from a letter: the page has one button, and mail programs press it by themselves with no page, cookie or
 * origin. A scanner that opens the address ends nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one-click unsubscribe</a>
 */
@Controller
class LeavePage {

    private static final String PATH = NotificationsPages.LEAVE + "/{token}";

    private final Leaving leaving;
    private final Messages messages;
    private final CurrentReader currentReader;

    LeavePage(Leaving leaving, Messages messages, CurrentReader currentReader) {
        this.leaving = leaving;
        this.messages = messages;
        this.currentReader = currentReader;
    }

    @GetMapping(PATH)
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(leaving.look(token), token, "ask", model, response);
    }

    @PostMapping(PATH)
    String end(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(leaving.end(token), token, "done", model, response);
    }

    private String page(Optional<Ending> ending, String token, String step, Model model, HttpServletResponse response) {
        Language language =
                ending.map(Ending::language).orElseGet(() -> currentReader.get().language());
        String state = ending.isPresent() ? step : "unknown";
        if (ending.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "strict-origin");
        Set<String> groups = ending.map(Ending::groups).orElse(Set.of());
        String what = groups.isEmpty()
                ? messages.text(language, "notifications.leave.together")
                : ListFormatter.getInstance(language.locale())
                        .format(groups.stream()
                                .sorted()
                                .map(group -> messages.text(language, group + ".notices"))
                                .toList());
        // An address that is none of ours is not repeated: it may be anything.
        String path = NotificationsPages.LEAVE + (ending.isPresent() ? "/" + token : "");
        String title = messages.text(language, "notifications.leave." + state);
        model.addAttribute("page", PublicPage.bare(language, path, title));
        model.addAttribute("path", path);
        model.addAttribute("asks", state.equals("ask"));
        model.addAttribute("done", state.equals("done"));
        model.addAttribute("text", messages.text(language, "notifications.leave." + state + "-text", what));
        model.addAttribute("press", messages.text(language, "notifications.leave.press"));
        model.addAttribute("settings", messages.text(language, "notifications.leave.settings"));
        return "notifications/leave";
    }
}
