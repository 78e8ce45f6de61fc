package org.kvartal.missions.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.web.LinkPages.Visit;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpStatus;

/**
 * One thing behind a letter's link, about which its page asks and one form answers. What was typed stays where it is refused or somebody sends too much.
 *
 * @param path of its pages, before the token
 * @param template shows it under that template's name for it, with {@code form} and {@code said}
 * @param standing what the token leads to today
 * @param language that of whoever was written to
 * @param fresh the form before anything is typed, or after an answer
 * @param title of its page
 */
record LinkQuestion<T>(
        LinkPages links,
        String path,
        Template<T> template,
        Function<String, Optional<T>> standing,
        Function<T, Language> language,
        Function<T, Form> fresh,
        Title<T> title) {

    /** @param shows adds what only this page shows */
    record Template<T>(String name, String thing, Shows<T> shows) {}

    /** What only one page shows. */
    interface Shows<T> {
        void add(T thing, Visit visit);
    }

    /** How a page is called in a language. */
    interface Title<T> {
        String in(T thing, Language language);
    }

    /** Looking changes nothing. */
    String look(Visit visit) {
        try {
            links.look(visit.request());
        } catch (TooOften tooOften) {
            return gone(visit, tooOften);
        }
        return standing.apply(visit.token())
                .map(thing -> show(visit, thing, fresh.apply(thing), false))
                .orElseGet(() -> gone(visit, null));
    }

    /** @param say does what the form says; empty where the link works no more */
    String answer(Visit visit, Form form, Function<Form, Optional<T>> say) {
        try {
            links.say(visit.request());
            return say.apply(form)
                    .map(thing -> show(visit, thing, fresh.apply(thing), true))
                    .orElseGet(() -> gone(visit, null));
        } catch (Refused refused) {
            return again(visit, null, thing -> {
                visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return form.refusing(refused.all(), links.messages(), spoken(visit, thing));
            });
        } catch (TooOften tooOften) {
            return again(visit, tooOften, thing -> {
                tooOften.answer(visit.response());
                return form.troubled(tooOften, links.messages(), spoken(visit, thing));
            });
        }
    }

    private String again(Visit visit, @Nullable TooOften tooOften, Function<T, Form> typed) {
        return standing.apply(visit.token())
                .map(thing -> show(visit, thing, typed.apply(thing), false))
                .orElseGet(() -> gone(visit, tooOften));
    }

    private Language spoken(Visit visit, T thing) {
        return LinkPages.language(visit.wanted(), language.apply(thing));
    }

    private String gone(Visit visit, @Nullable TooOften tooOften) {
        return links.gone(
                path,
                LinkPages.language(visit.wanted(), Language.EN),
                visit.token(),
                tooOften,
                visit.response(),
                visit.model());
    }

    private String show(Visit visit, T thing, Form form, boolean said) {
        Language reader = spoken(visit, thing);
        visit.model().addAttribute(template.thing(), thing);
        visit.model().addAttribute("form", form);
        visit.model().addAttribute("said", said);
        visit.model().addAttribute("token", visit.token());
        template.shows().add(thing, visit);
        return links.page(
                template.name(),
                reader,
                path + "/" + visit.token(),
                title.in(thing, reader),
                visit.response(),
                visit.model());
    }
}
