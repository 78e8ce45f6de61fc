package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.site.Form;
import org.springframework.stereotype.Component;

/** Reads what was typed on one page of a form; the other pages' answers stay as they were. */
@Component
class Typing {

    /** How far a page's count of its saves may be ahead of what is kept: no page saves so often. */
    private static final long FAR_AHEAD = 100_000;

    private final Places places;

    Typing(Places places) {
        this.places = places;
    }

    /** @return with the sequence that the page tells */
    ApplicationForm read(HttpServletRequest request, Step step, ApplicationKind kind, ApplicationForm before) {
        return read(request, step, kind, before, sequence(request, before));
    }

    /** The same as a change to what is kept now, whenever the page was made. */
    ApplicationForm readAfter(HttpServletRequest request, Step step, ApplicationKind kind, ApplicationForm kept) {
        return read(request, step, kind, kept, kept.sequence() + 1);
    }

    private ApplicationForm read(
            HttpServletRequest request, Step step, ApplicationKind kind, ApplicationForm before, long sequence) {
        var answers = new Answers(request, field -> step.asks(field, kind));
        boolean asksCity = step.asks("city", kind) && request.getParameter("city") != null;
        String city = asksCity ? Answers.kept(Form.field(request, "city")) : before.city();
        @Nullable Place place = asksCity ? named(city) : null;
        return new ApplicationForm(
                sequence,
                answers.text("applicant", before.applicant()),
                answers.text("position", before.position()),
                answers.names(before.names()),
                answers.text("ownName", before.ownName()),
                answers.text("registrationScheme", before.registrationScheme()),
                answers.text("registrationNumber", before.registrationNumber()),
                asksCity ? place == null ? "" : place.code() : before.place(),
                place == null ? city : "",
                answers.sectors(before.sectors()),
                answers.text("website", before.website()),
                answers.text("description", before.description()),
                answers.text("founded", before.founded()),
                answers.text("size", before.size()),
                answers.text("association", before.association()),
                answers.wish(before.wish()));
    }

    /** What stands in the field for the city: the name of the place, or what was typed. */
    String city(ApplicationForm form, Language language) {
        return form.place().isEmpty()
                ? form.city()
                : places.find(form.place())
                        .map(place -> place.name().in(language))
                        .orElse(form.city());
    }

    /** The place of that name in any language of the house. */
    private @Nullable Place named(String typed) {
        String wanted = folded(typed);
        return wanted.isEmpty()
                ? null
                : places.all(Language.EN).stream()
                        .filter(place -> place.name().texts().values().stream()
                                .anyMatch(name -> folded(name).equals(wanted)))
                        .findFirst()
                        .orElse(null);
    }

    private static String folded(String name) {
        return PlainText.line(name).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static long sequence(HttpServletRequest request, ApplicationForm before) {
        long next = before.sequence() + 1;
        try {
            long told = Long.parseLong(Form.field(request, "sequence"));
            return told > 0 && told < next + FAR_AHEAD ? told : next;
        } catch (NumberFormatException notTold) {
            return next;
        }
    }

    /** What a request says, where the page asks for it. */
    private record Answers(HttpServletRequest request, Predicate<String> asked) {

        String text(String field, String before) {
            String typed = request.getParameter(field);
            return typed != null && asked.test(field) ? kept(typed) : before;
        }

        /** As it can be kept: ends of lines as they were typed, without NUL and halves of characters. */
        private static String kept(String sent) {
            String lines = sent.replace("\r\n", "\n").replace("\0", "");
            return new String(lines.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }

        Map<Language, String> names(Map<Language, String> before) {
            Map<Language, String> names = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                String field = "names." + language.code();
                String name = text(field, before.getOrDefault(language, ""));
                if (!name.isEmpty()) {
                    names.put(language, name);
                }
            }
            return names;
        }

        /** Boxes that nobody ticked are not sent at all. */
        List<String> sectors(List<String> before) {
            String[] ticked = request.getParameterValues("sectors");
            return !asked.test("sectors")
                    ? before
                    : ticked == null
                            ? List.of()
                            : Arrays.stream(ticked).map(Answers::kept).toList();
        }

        @Nullable RepresentationKind wish(@Nullable RepresentationKind before) {
            String chosen = request.getParameter("wish");
            return chosen == null || !asked.test("wish")
                    ? before
                    : Arrays.stream(RepresentationKind.values())
                            .filter(kind -> kind.name().equals(chosen))
                            .findFirst()
                            .orElse(null);
        }
    }
}
