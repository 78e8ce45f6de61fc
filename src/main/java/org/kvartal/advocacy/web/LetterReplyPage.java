package org.kvartal.advocacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Answers;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.Answers.ReplyPage;
import org.kvartal.advocacy.Answers.SignedLetter;
import org.kvartal.advocacy.Dispatches.Scan;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.kernel.Wording;
import org.kvartal.site.Form;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.PublicPage;
import org.kvartal.site.TooOften;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a letter's link leads to: the letter, and a form that answers it without an account. Looking changes nothing; before anything is sent the page shows what will
 * be public.
 *
 * @see "Decision record 0131, an authority answers by a link"
 */
@Controller
class LetterReplyPage {

    /** As people write a day who get no calendar from their browser. */
    private static final DateTimeFormatter POINTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);

    private static final Pace.Limit LOOKS = Pace.Limit.perHour(300);
    private static final Pace.Limit WORDS = Pace.Limit.perHour(60);

    private static final String[] FIELDS = {"choice", "words", "responsible", "promisedOn", "until", "passedTo"};

    private final Answers answers;
    private final Messages messages;
    private final Wording wording;
    private final Pace pace = new Pace();

    LetterReplyPage(Answers answers, Messages messages, Wording wording) {
        this.answers = answers;
        this.messages = messages;
        this.wording = wording;
    }

    @GetMapping(AdvocacyPages.REPLY + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return gone(language(wanted, Language.EN), token, tooOften, response, model);
        }
        Optional<ReplyPage> page = answers.look(token);
        if (page.isEmpty()) {
            return gone(language(wanted, Language.EN), token, null, response, model);
        }
        Language language = language(wanted, page.get().language());
        return show(language, token, page.get(), form(page.get()), Step.FORM, null, response, model);
    }

    /** The letter as it was signed. */
    @GetMapping(AdvocacyPages.REPLY + "/{token}/letter")
    Object letter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        SignedLetter letter;
        try {
            letter = answers.letter(token).orElseThrow(NotFound::new);
        } catch (Refused altered) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Language language = answers.look(token).map(ReplyPage::language).orElse(Language.EN);
            model.addAttribute("trouble", messages.text(language, altered));
            String title = messages.text(language, "advocacy.reply.altered");
            return page("advocacy/reply-gone", language, token, title, response, model);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(letter.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(letter.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(letter.content());
    }

    @PostMapping(AdvocacyPages.REPLY + "/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ReplyPage> page = answers.look(token);
        if (page.isEmpty()) {
            return gone(language(wanted, Language.EN), token, null, response, model);
        }
        Language language = language(wanted, page.get().language());
        Form form = Form.of(request, FIELDS);
        try {
            pace.count("say", Network.of(request.getRemoteAddr()).value(), WORDS);
            return switch (Form.field(request, "step")) {
                case "change" -> show(language, token, page.get(), form, Step.FORM, null, response, model);
                case "say" -> say(language, token, form, new Sent(request, file), response, model);
                default -> {
                    ReplyContent checked = answers.check(token, content(form, language));
                    yield show(language, token, page.get(), form, Step.LOOK, checked, response, model);
                }
            };
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    language,
                    token,
                    answers.look(token).orElse(page.get()),
                    form.refusing(refused.all(), messages, language),
                    Step.FORM,
                    null,
                    response,
                    model);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            return show(
                    language,
                    token,
                    page.get(),
                    form.troubled(tooOften, messages, language),
                    Step.FORM,
                    null,
                    response,
                    model);
        }
    }

    private String say(
            Language language, String token, Form form, Sent sent, HttpServletResponse response, Model model) {
        ReplyContent content = content(form, language);
        MultipartFile file = sent.file();
        Optional<ReplyPage> said;
        if (file == null || file.isEmpty()) {
            said = answers.say(token, sent.id(), content, null, sent.keepsFile());
        } else {
            String name = file.getOriginalFilename();
            try (InputStream bytes = file.getInputStream()) {
                said = answers.say(token, sent.id(), content, new Scan(name == null ? "" : name, bytes), false);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return said.map(page -> show(language, token, page, form(page), Step.SAID, page.last(), response, model))
                .orElseGet(() -> gone(language, token, null, response, model));
    }

    /** What comes with the second step beside the words: under which id they are said, so that a second click says nothing more, and the file. */
    private record Sent(
            ReplyId id, boolean keepsFile, @Nullable MultipartFile file) {

        Sent(HttpServletRequest request, @Nullable MultipartFile file) {
            this(id(Form.field(request, "id")), Form.field(request, "without").isEmpty(), file);
        }

        private static ReplyId id(String typed) {
            try {
                return ReplyId.of(typed);
            } catch (IllegalArgumentException none) {
                return ReplyId.next();
            }
        }
    }

    private static ReplyContent content(Form form, Language language) {
        ReplyChoice choice = Arrays.stream(ReplyChoice.values())
                .filter(one -> Code.of(one).equals(form.value("choice")))
                .findFirst()
                .orElseThrow(() -> Refused.at("choice", "advocacy.refused.choice"));
        return new ReplyContent(
                choice,
                language,
                form.value("words"),
                form.value("responsible"),
                day(form, "promisedOn"),
                day(form, "until"),
                form.value("passedTo"));
    }

    private static @Nullable LocalDate day(Form form, String field) {
        String typed = form.value(field).strip();
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDate.parse(typed, typed.contains(".") ? POINTED : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException noDay) {
            throw Refused.at(field, "advocacy.refused.day");
        }
    }

    /** What was said last, to be corrected. */
    private static Form form(ReplyPage page) {
        Map<String, String> typed = new LinkedHashMap<>();
        ReplyContent last = page.last();
        if (last != null) {
            typed.put("choice", Code.of(last.choice()));
            typed.put("words", last.words());
            typed.put("responsible", last.responsible());
            typed.put("promisedOn", text(last.promisedOn()));
            typed.put("until", text(last.until()));
            typed.put("passedTo", last.passedTo());
        }
        return Form.of(typed);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static Language language(@Nullable String wanted, Language otherwise) {
        return wanted == null ? otherwise : Language.of(wanted).orElse(otherwise);
    }

    private enum Step {
        FORM,
        /** Shows what will be public. */
        LOOK,
        SAID
    }

    private String show(
            Language language,
            String token,
            ReplyPage reply,
            Form form,
            Step step,
            @Nullable ReplyContent shown,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("reply", reply);
        model.addAttribute("form", form);
        model.addAttribute("step", step.name());
        model.addAttribute("shown", shown);
        model.addAttribute("choices", ReplyChoice.values());
        model.addAttribute("token", token);
        model.addAttribute("id", ReplyId.next());
        String title = reply.text().title().in(language);
        return page("advocacy/reply", language, token, reply.code() + " · " + title, response, model);
    }

    private String gone(
            Language language, String token, @Nullable TooOften tooOften, HttpServletResponse response, Model model) {
        if (tooOften == null) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("trouble", tooOften == null ? null : tooOften.words(messages, language));
        // An address that can't be one of ours is not repeated: it may be anything.
        String repeated = Secret.of(token).isPresent() ? token : "";
        String title = messages.text(language, "advocacy.reply.gone");
        return page("advocacy/reply-gone", language, repeated, title, response, model);
    }

    private String page(
            String template, Language language, String token, String title, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", PublicPage.bare(language, AdvocacyPages.REPLY + "/" + token, title));
        model.addAttribute("words", new AdvocacyWords(messages, wording, language));
        return template;
    }
}
