package org.kvartal.seminars.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.Certificates.VerifiedCertificate;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.PublicPage;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the code on a certificate leads to: all that is printed on it, word for word, and whether it still holds. Whoever has the paper in their hands compares the two.
 *
 * @see "Decision record 0141, a certificate says what its page says"
 */
@Controller
class VerifyPage {

    private static final String API = "/api/v1/certificates/{code}";
    private static final Pace.Limit LOOKS = Pace.Limit.perHour(120);
    private static final int LONGEST = 80;

    private final Certificates certificates;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Pace pace = new Pace();

    VerifyPage(Certificates certificates, Messages messages, Wording wording, House house) {
        this.certificates = certificates;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    /** Where a code is typed that no camera has read. */
    @GetMapping(SeminarPages.VERIFY)
    String ask(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Language language = language(wanted, request);
        String typed = typed(code);
        if (typed.matches(SeminarPages.CERTIFICATE_CODE)) {
            return "redirect:" + SeminarPages.verify(typed) + "?language=" + language.code();
        }
        model.addAttribute("typed", code.length() > LONGEST ? "" : code);
        model.addAttribute("wrong", !code.isBlank());
        return page("seminars/verify-ask", language, SeminarPages.VERIFY, "seminars.verify.ask", response, model);
    }

    /** As it is printed, without what people put between. */
    private static String typed(String code) {
        return code.length() > LONGEST
                ? ""
                : code.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    @GetMapping(SeminarPages.VERIFY + "/{code}")
    String verify(
            @PathVariable String code,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Language language = language(wanted, request);
        try {
            pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            model.addAttribute("trouble", tooOften.words(messages, language));
            return page(
                    "seminars/verify-none", language, SeminarPages.VERIFY, "seminars.verify.later", response, model);
        }
        Optional<VerifiedCertificate> found = certificates.verify(typed(code));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("trouble", null);
            return page(
                    "seminars/verify-none", language, SeminarPages.VERIFY, "seminars.verify.unknown", response, model);
        }
        VerifiedCertificate certificate = found.get();
        model.addAttribute("one", certificate);
        model.addAttribute("facts", certificate.facts());
        model.addAttribute("valid", certificate.state() == CertificateState.ISSUED);
        model.addAttribute(
                "printed",
                new SeminarWords(messages, wording, certificate.facts().language(), house.zone()));
        return page(
                "seminars/verify",
                language,
                SeminarPages.verify(certificate.code()),
                "seminars.verify.title",
                response,
                model);
    }

    /** The same for other programs; what is unknown is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenCertificate(
            String state,
            String number,
            String holder,
            String seminar,
            BigDecimal hours,
            List<String> topics,
            LocalDate firstDay,
            LocalDate lastDay,
            String place,
            String house,
            String signer,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            String language,
            String sha256,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable String replacedBy,
            String page) {}

    @GetMapping(API)
    ResponseEntity<OpenCertificate> open(@PathVariable String code, HttpServletRequest request) {
        pace.count("look", Network.of(request.getRemoteAddr()).value(), LOOKS);
        VerifiedCertificate certificate = certificates.verify(typed(code)).orElseThrow(NotFound::new);
        Facts facts = certificate.facts();
        String next = certificate.replacedBy();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .body(new OpenCertificate(
                        Code.of(certificate.state()),
                        facts.number(),
                        facts.holder(),
                        facts.seminar().in(facts.language()),
                        facts.hours(),
                        facts.topics().stream()
                                .map(topic -> topic.in(facts.language()))
                                .toList(),
                        facts.firstDay(),
                        facts.lastDay(),
                        facts.place(),
                        facts.house(),
                        facts.signer(),
                        facts.issuedOn(),
                        facts.validUntil(),
                        facts.language().code(),
                        certificate.hash(),
                        certificate.endedAt(),
                        certificate.reason().isEmpty() ? null : certificate.reason(),
                        next == null ? null : house.address(SeminarPages.verify(next)),
                        house.address(SeminarPages.verify(certificate.code()))));
    }

    private static Language language(@Nullable String wanted, HttpServletRequest request) {
        Language accepted = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return wanted == null ? accepted : Language.of(wanted).orElse(accepted);
    }

    private String page(
            String template, Language language, String path, String title, HttpServletResponse response, Model model) {
        // What was revoked a minute ago must not be shown as it was.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("page", PublicPage.bare(language, path, messages.text(language, title)));
        model.addAttribute("words", new SeminarWords(messages, wording, language, house.zone()));
        return template;
    }
}
