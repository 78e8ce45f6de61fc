package org.kvartal.membership.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;

/** One of the few pages that a form has: what is asked on it, by the names of the form's fields. */
enum Step {
    YOU("you"),
    ASSOCIATION("association"),
    ROLE("role"),
    ORGANISATION("organisation"),
    WORK("work"),
    PAPERS("papers");

    private static final String NAMES = "names";

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** The steps of a form, in their order. The first page of joining is the first of them. */
    static List<Step> of(ApplicationKind kind) {
        return switch (kind) {
            case PERSON -> List.of(YOU, WORK);
            case ASSOCIATION -> List.of(YOU, ORGANISATION, WORK, PAPERS);
            case AUTHORITY, AGENCY -> List.of(YOU, ORGANISATION, WORK);
            case REPRESENTATIVE -> List.of(YOU, ASSOCIATION, ROLE);
        };
    }

    static Optional<Step> of(String code, ApplicationKind kind) {
        return of(kind).stream().filter(step -> step.code.equals(code)).findFirst();
    }

    /** As it stands in addresses and in the keys of messages. */
    public String code() {
        return code;
    }

    /** What is asked on it. */
    List<String> fields(ApplicationKind kind) {
        return switch (this) {
            case YOU -> kind.organisation() ? List.of("applicant", "position") : List.of("applicant");
            case ASSOCIATION -> List.of("association");
            case ROLE -> List.of("position", "wish");
            case ORGANISATION ->
                kind.needsStatute()
                        ? List.of(NAMES, "ownName", "place", "city", "founded", "size")
                        : List.of(NAMES, "ownName", "place", "city", "registrationScheme", "registrationNumber");
            case WORK ->
                kind == ApplicationKind.PERSON
                        ? List.of("place", "city", "sectors", "description", "website", "ownName")
                        : List.of("sectors", "description", "website");
            case PAPERS -> List.of("registrationScheme", "registrationNumber", "statute");
        };
    }

    boolean asks(String field, ApplicationKind kind) {
        int dot = field.indexOf('.');
        return fields(kind).contains(dot < 0 ? field : field.substring(0, dot));
    }

    /** Of what lacks in the whole form, what lacks here. */
    List<Refused> lacks(List<Refused> all, ApplicationKind kind) {
        return all.stream()
                .filter(lack -> lack.field() != null && asks(lack.field(), kind))
                .toList();
    }

    /** What stands on this page, told briefly, to know again whether it has changed. */
    String mark(ApplicationForm form, ApplicationKind kind) {
        return Integer.toHexString(values(form, kind).hashCode());
    }

    /** Whether the same stands on this page in both. */
    boolean same(ApplicationForm one, ApplicationForm other, ApplicationKind kind) {
        return values(one, kind).equals(values(other, kind));
    }

    private List<Object> values(ApplicationForm form, ApplicationKind kind) {
        return fields(kind).stream().map(field -> value(form, field)).toList();
    }

    private static Object value(ApplicationForm form, String field) {
        return switch (field) {
            case "applicant" -> form.applicant();
            case "position" -> form.position();
            case NAMES ->
                Arrays.stream(Language.values())
                        .map(language -> form.names().getOrDefault(language, ""))
                        .toList();
            case "ownName" -> form.ownName();
            case "registrationScheme" -> form.registrationScheme();
            case "registrationNumber" -> form.registrationNumber();
            case "place" -> form.place();
            case "city" -> form.city();
            case "sectors" -> form.sectors();
            case "website" -> form.website();
            case "description" -> form.description();
            case "founded" -> form.founded();
            case "size" -> form.size();
            case "association" -> form.association();
            case "wish" -> String.valueOf(form.wish());
            case "statute" -> "";
            default -> throw new IllegalArgumentException("no such field: " + field);
        };
    }
}
