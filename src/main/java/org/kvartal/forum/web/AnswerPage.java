package org.kvartal.forum.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Answer;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.Invitations.Invitation;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberId;
import org.kvartal.site.Form;
import org.kvartal.site.PublicPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an invitation's link leads to: whether one comes, without signing in. Looking changes nothing. */
@Controller
class AnswerPage {

    private final Invitations invitations;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    AnswerPage(Invitations invitations, Messages messages, Wording wording, House house) {
        this.invitations = invitations;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    @GetMapping(LANGUAGE + ForumPages.ANSWER)
    String look(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        return invitations
                .look(token)
                .map(invitation -> show(language, token, invitation, null, false, response, model))
                .orElseGet(() -> gone(language, response, model));
    }

    @PostMapping(LANGUAGE + ForumPages.ANSWER)
    String answer(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Invitation> invitation = invitations.look(token);
        if (invitation.isEmpty()) {
            return gone(language, response, model);
        }
        try {
            Reply reply = reply(request);
            return invitations
                    .answer(token, reply)
                    .map(answered -> show(language, token, answered, null, true, response, model))
                    .orElseGet(() -> gone(language, response, model));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String why = messages.text(language, refused);
            return show(language, token, invitation.get(), why, false, response, model);
        } catch (Forbidden mandateEnded) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String why = messages.text(language, "forum.refused.mandate");
            return show(language, token, invitation.get(), why, false, response, model);
        }
    }

    private static Reply reply(HttpServletRequest request) {
        Answer answer = switch (Form.field(request, "answer")) {
            case "yes" -> Answer.YES;
            case "maybe" -> Answer.MAYBE;
            case "no" -> Answer.NO;
            default -> throw Refused.at("answer", "forum.refused.answer");
        };
        Way way = Form.field(request, "way").equals("remote") ? Way.REMOTE : Way.ROOM;
        String association = Form.field(request, "onBehalfOf");
        try {
            return new Reply(answer, way, association.isEmpty() ? null : new MemberId(UUID.fromString(association)));
        } catch (IllegalArgumentException mangled) {
            throw Refused.because("forum.refused.mandate");
        }
    }

    /** @param trouble what is wrong, null where nothing is */
    private String show(
            Language language,
            String token,
            Invitation invitation,
            @Nullable String trouble,
            boolean answered,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("invitation", invitation);
        model.addAttribute("token", token);
        model.addAttribute("trouble", trouble);
        model.addAttribute("answered", answered);
        model.addAttribute("answers", Answer.values());
        model.addAttribute("ways", Way.values());
        model.addAttribute("open", invitation.session().state() == SessionState.OPEN);
        String title = messages.text(language, answered ? "forum.answer.thanks" : "forum.answer.title");
        return page("forum/answer", language, ForumPages.ANSWER + "?token=" + token, title, response, model);
    }

    private String gone(Language language, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return page(
                "forum/link-old",
                language,
                ForumPages.ANSWER,
                messages.text(language, "forum.answer.old"),
                response,
                model);
    }

    private String page(
            String template, Language language, String path, String title, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", PublicPage.unlisted(language, path, title));
        model.addAttribute("words", new ForumWords(messages, wording, language, house.zone()));
        return template;
    }
}
