package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Submission;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.Icon;
import org.kvartal.shell.RelativeTime;

/** An application as a letter on paper, in one of the versions in which it was sent. What differs from the version before is marked. */
class ApplicationLetter extends Article {

    private final Dossier dossier;
    private final Names names;
    private final Words words;

    /** @param before the version that was sent before, null for the first */
    ApplicationLetter(Dossier dossier, Submission shown, @Nullable Submission before, Names names, Words words) {
        this.dossier = dossier;
        this.names = names;
        this.words = words;
        addClassName("paper");
        ApplicationForm form = shown.form();
        add(head(shown));
        ApplicationKind kind = dossier.row().kind();
        if (kind.organisation()) {
            add(title(form));
        }
        if (!form.description().isBlank()) {
            Paragraph text = new Paragraph(form.description());
            text.addClassName("paper-text");
            text.getElement().setAttribute("lang", dossier.language().code());
            if (before != null && !before.form().description().equals(form.description())) {
                text.addClassName("changed");
                add(changed());
            }
            add(text);
        }
        facts(form, before == null ? null : before.form());
        statute();
    }

    private Div head(Submission shown) {
        Span name = new Span(shown.form().applicant());
        name.addClassName("paper-who");
        Div from = new Div(name);
        if (!shown.form().position().isBlank()) {
            from.add(new Span(shown.form().position()));
        }
        Anchor mail = new Anchor("mailto:" + dossier.email(), dossier.email());
        mail.setRouterIgnore(true);
        from.add(mail);
        from.addClassName("paper-from");
        Div head = new Div(from, new RelativeTime(shown.at(), words.wording(), words.reader()));
        head.addClassName("paper-head");
        return head;
    }

    /** The official name in the language in which the applicant writes, or in whichever there is. */
    private H2 title(ApplicationForm form) {
        Language language = nameLanguage(form);
        H2 title = new H2(form.names().getOrDefault(language, dossier.row().name()));
        title.getElement().setAttribute("lang", language.code());
        return title;
    }

    private Language nameLanguage(ApplicationForm form) {
        return form.names().containsKey(dossier.language()) || form.names().isEmpty()
                ? dossier.language()
                : form.names().keySet().stream().sorted().findFirst().orElseThrow();
    }

    private void facts(ApplicationForm form, @Nullable ApplicationForm before) {
        FactList facts = new FactList();
        MemberCard association = dossier.association();
        if (association != null) {
            facts.fact(
                    words.text("membership.app.represents"),
                    new Anchor(MembershipPages.member(association.number()), words.shown(association.name())));
        }
        if (form.wish() != null) {
            facts.fact(words.text("membership.join.mandate.as"), new Span(words.of("representation", form.wish())));
        }
        Map<String, String> earlier = before == null ? Map.of() : said(before);
        said(form).forEach((field, text) -> {
            boolean differs = before != null && !text.equals(earlier.getOrDefault(field, ""));
            if (!text.isEmpty() || differs || wrong(field) != null) {
                List<Component> said = new ArrayList<>(List.of(value(field, text)));
                if (differs) {
                    String was = earlier.getOrDefault(field, "");
                    Span old = new Span(
                            was.isEmpty()
                                    ? words.text("membership.app.was-empty")
                                    : words.text("membership.app.was", was));
                    old.addClassName("fact-was");
                    said.add(old);
                }
                String problem = wrong(field);
                if (problem != null) {
                    Span error = new Span(Icon.ALERT.small(), new Span(problem));
                    error.addClassName("error-text");
                    said.add(error);
                }
                Div row = facts.fact(label(field), said.toArray(Component[]::new));
                if (differs) {
                    row.addClassName("changed");
                }
            }
        });
        if (!facts.isEmpty()) {
            add(facts);
        }
    }

    /** What a form says, by fields. */
    private Map<String, String> said(ApplicationForm form) {
        Map<String, String> said = new LinkedHashMap<>();
        Language first = nameLanguage(form);
        for (Language language : Language.values()) {
            if (language != first && dossier.row().kind().organisation()) {
                said.put("names." + language.code(), form.names().getOrDefault(language, ""));
            }
        }
        said.put("ownName", form.ownName());
        said.put("city", names.city(form.place(), form.city(), words));
        said.put("sectors", names.sectors(form.sectors(), words));
        said.put("website", form.website());
        said.put("founded", form.founded());
        said.put("size", form.size());
        said.put("registrationNumber", (form.registrationScheme() + " " + form.registrationNumber()).strip());
        return said;
    }

    private String label(String field) {
        return switch (field) {
            case "ownName" -> words.text("membership.join.field.own-name");
            case "registrationNumber" -> words.text("membership.app.registered");
            default ->
                field.startsWith("names.")
                        ? words.text("membership.join.field.name-" + field.substring(6))
                        : words.text("membership.join.field." + field);
        };
    }

    private static Component value(String field, String text) {
        if (field.equals("website") && !text.isEmpty()) {
            return FactList.website(text);
        }
        Span value = new Span(text);
        if (field.startsWith("names.")) {
            value.getElement().setAttribute("lang", field.substring(6));
        }
        return value;
    }

    /** What does not fit in a field any more, since rules or lists have changed. */
    private @Nullable String wrong(String field) {
        return dossier.problems().stream()
                .filter(problem -> problem.field() != null && shownAt(problem).equals(field))
                .map(words::refusal)
                .findFirst()
                .orElse(null);
    }

    private static String shownAt(Refused problem) {
        return switch (Objects.requireNonNull(problem.field())) {
            case "place" -> "city";
            case "registrationScheme" -> "registrationNumber";
            case String field -> field;
        };
    }

    private void statute() {
        StoredFile statute = dossier.statute();
        if (statute != null) {
            Anchor file = new Anchor(FilePages.file(statute.id()));
            Span name = new Span(statute.name());
            name.addClassName("file-name");
            file.add(Icon.FILE.create(), new Span(words.text("membership.join.field.statute") + ":"), name);
            file.addClassName("file");
            file.setTarget("_blank");
            file.setRouterIgnore(true);
            add(file);
        }
    }

    private Span changed() {
        Span changed = new Span(words.text("membership.app.text-changed"));
        changed.addClassName("fact-was");
        return changed;
    }
}
