package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.Joining.ApplicationPage;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Places;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.Sectors;
import org.kvartal.site.Form;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows one page of a form. */
@Component
class StepView {

    private static final int FOUND = 12;
    private static final Set<String> FOLDED =
            Set.of("ownName", "founded", "size", "registrationScheme", "registrationNumber");

    private final Sectors sectors;
    private final Places places;
    private final Members members;
    private final Typing typing;
    private final JoinPages pages;
    private final House house;

    StepView(Sectors sectors, Places places, Members members, Typing typing, JoinPages pages, House house) {
        this.sectors = sectors;
        this.places = places;
        this.members = members;
        this.typing = typing;
        this.pages = pages;
        this.house = house;
    }

    String show(
            Step step,
            Language language,
            ApplicationPage mine,
            ApplicationForm typed,
            List<Refused> problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Step> steps = Step.of(mine.kind());
        model.addAttribute("mine", mine);
        model.addAttribute("step", step);
        model.addAttribute("number", steps.indexOf(step) + 1);
        model.addAttribute("steps", steps.size() + 1);
        model.addAttribute("form", typed);
        model.addAttribute(
                "sheet", Form.of(values(typed, language)).refusing(shown(problems), pages.messages(), language));
        model.addAttribute("sequence", mine.form().sequence() + 1);
        model.addAttribute("from", step.mark(mine.form(), mine.kind()));
        model.addAttribute("choice", Choice.of(mine.kind()));
        switch (step) {
            case YOU, PAPERS -> {}
            case ORGANISATION -> {
                model.addAttribute("translated", translated(typed, mine.language(), problems));
                model.addAttribute("unfolded", unfolded(typed, problems));
                model.addAttribute("namesIn", languages(mine.language()));
                model.addAttribute("places", places.all(language));
            }
            case WORK -> {
                model.addAttribute("unfolded", unfolded(typed, problems));
                model.addAttribute("sectors", sectors.all());
                model.addAttribute("places", places.all(language));
            }
            case ASSOCIATION -> search(language, Form.field(request, "q"), typed, mine, model);
            case ROLE -> model.addAttribute("wishes", RepresentationKind.values());
        }
        return pages.show(
                "membership/step-" + step.code(),
                language,
                MembershipPages.APPLICATION + "/" + step.code(),
                pages.text(
                        language,
                        "membership.join.step." + step.code() + "."
                                + Choice.of(mine.kind()).code()),
                model,
                response);
    }

    /** A city has one field, whether it is in the list of places or not. */
    static List<Refused> shown(List<Refused> problems) {
        return problems.stream()
                .map(one -> "place".equals(one.field()) ? Refused.at("city", one.key(), one.arguments()) : one)
                .toList();
    }

    /** What stands in the fields of all pages. */
    Map<String, String> values(ApplicationForm form, Language language) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("applicant", form.applicant());
        values.put("position", form.position());
        form.names().forEach((spoken, name) -> values.put("names." + spoken.code(), name));
        values.put("ownName", form.ownName());
        values.put("registrationScheme", form.registrationScheme());
        values.put("registrationNumber", form.registrationNumber());
        values.put("city", typing.city(form, language));
        values.put("website", form.website());
        values.put("description", form.description());
        values.put("founded", form.founded());
        values.put("size", form.size());
        values.put("association", form.association());
        return values;
    }

    private static boolean translated(ApplicationForm form, Language first, List<Refused> problems) {
        return form.names().keySet().stream().anyMatch(spoken -> spoken != first)
                || problems.stream()
                        .map(Refused::field)
                        .filter(Objects::nonNull)
                        .anyMatch(field -> field.startsWith("names.") && !field.equals("names." + first.code()));
    }

    /** Whether to show what most leave out. */
    private static boolean unfolded(ApplicationForm form, List<Refused> problems) {
        return !(form.ownName() + form.founded() + form.size() + form.registrationScheme() + form.registrationNumber())
                        .isEmpty()
                || problems.stream()
                        .map(Refused::field)
                        .filter(Objects::nonNull)
                        .anyMatch(FOLDED::contains);
    }

    /** The applicant's own language first: it alone is asked for. */
    private List<Language> languages(Language first) {
        List<Language> languages = new ArrayList<>(house.languages());
        languages.remove(first);
        languages.addFirst(first);
        return languages;
    }

    private void search(Language language, String sought, ApplicationForm typed, ApplicationPage mine, Model model) {
        @Nullable MemberCard chosen = mine.association();
        List<MemberCard> found = new ArrayList<>();
        boolean resembling = false;
        if (!sought.isBlank()) {
            MemberList list = members.search(
                    Asker.guest(),
                    new MemberSearch(sought, null, null, MemberKind.ORGANISATIONS),
                    language,
                    null,
                    FOUND + 1);
            found.addAll(list.members());
            resembling = list.resembling();
        }
        model.addAttribute("sought", sought);
        model.addAttribute("more", found.size() > FOUND);
        model.addAttribute("resembling", resembling && !found.isEmpty());
        model.addAttribute("nothing", !sought.isBlank() && found.isEmpty());
        List<MemberCard> shown = new ArrayList<>(found.subList(0, Math.min(FOUND, found.size())));
        if (chosen != null && shown.stream().noneMatch(card -> Objects.equals(card.id(), chosen.id()))) {
            shown.addFirst(chosen);
        }
        model.addAttribute("found", shown);
        model.addAttribute("taken", typed.association());
        model.addAttribute(
                "cities",
                places.find(shown.stream()
                        .map(MemberCard::city)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
    }
}
