package org.kvartal.alliance.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.DirectoryFilter.Box;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.alliance.RelationKind;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;

/**
 * What a request asks for. A program can't see that it was misunderstood, so everything that is not understood is refused, where the pages
 * for people leave it out.
 */
final class Wish {

    /** Without {@code limit}. */
    static final int USUAL = 100;

    static final Set<String> FILTER = ordered("q", "kind", "sector", "place", "language", "member", "box");

    private static final Set<String> REPEATED = Set.of("kind", "sector", "place", "language");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String YES = "yes";

    private final Map<String, String[]> parameters;

    private Wish(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads a request.
     *
     * @param known the parameters that the address takes
     * @throws Refusal if there is another, one twice that stands once, or too many
     */
    static Wish read(Map<String, String[]> parameters, Set<String> known) {
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refusal.of(shown(name), "unknown-parameter", shown(name), String.join(", ", known));
            }
            if (values.length > 1 && !REPEATED.contains(name)) {
                throw Refusal.of(name, "twice", name);
            }
            if (values.length > DirectoryFilter.MOST_VALUES) {
                throw Refusal.of(name, "too-many", name, DirectoryFilter.MOST_VALUES);
            }
        });
        return new Wish(parameters);
    }

    /** @throws Refusal if one of the values is none that there is */
    DirectoryFilter filter(Codes codes) {
        String text = one("q").orElse("");
        if (text.length() > DirectoryFilter.TEXT_LENGTH) {
            throw Refusal.of("q", "long-text", DirectoryFilter.TEXT_LENGTH);
        }
        one("member").filter(value -> !value.equals(YES)).ifPresent(value -> {
            throw Refusal.of("member", "value", "member", shown(value), YES);
        });
        one("box").filter(value -> Box.read(value).isEmpty()).ifPresent(value -> {
            throw Refusal.of("box", "box", shown(value));
        });
        check("kind", Arrays.stream(EntryKind.values()).map(Code::of).toList());
        check("sector", codes.sectors().keySet(), AlliancePages.API + "/sectors");
        for (String place : all("place")) {
            if (!codes.places().containsKey(place)
                    && !(COUNTRY.matcher(place).matches()
                            && Arrays.asList(Locale.getISOCountries()).contains(place))) {
                throw Refusal.of("place", "code", "place", shown(place), AlliancePages.API + "/places");
            }
        }
        for (String language : all("language")) {
            if (!DirectoryFilter.isCode(language)) {
                throw Refusal.of("language", "tag", shown(language));
            }
        }
        return DirectoryFilter.read(parameters);
    }

    /** @throws Refusal if one of them is none */
    Set<RelationKind> relationKinds() {
        Map<String, RelationKind> byCode =
                Arrays.stream(RelationKind.values()).collect(Collectors.toMap(Code::of, kind -> kind));
        check("kind", Arrays.stream(RelationKind.values()).map(Code::of).toList());
        EnumSet<RelationKind> kinds = EnumSet.noneOf(RelationKind.class);
        all("kind").forEach(code -> kinds.add(byCode.get(code)));
        return kinds;
    }

    /**
     * How many are wanted at once; null for all there are.
     *
     * @throws Refusal if that is no number from one to {@link OpenDirectory#MOST}
     */
    @Nullable Integer limit() {
        String value = one("limit").orElse(Integer.toString(USUAL));
        if (value.equals("all")) {
            return null;
        }
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (number < 1 || number > OpenDirectory.MOST) {
            throw Refusal.of("limit", "limit", shown(value), OpenDirectory.MOST);
        }
        return number;
    }

    /** @throws Refusal if it is none that an answer gave */
    Optional<UUID> after() {
        return one("after").map(value -> {
            if (!ID.matcher(value).matches()) {
                throw Refusal.of("after", "after", shown(value));
            }
            return UUID.fromString(value);
        });
    }

    /** The language of names and labels where a format has one alone. */
    Language language() {
        String code = one("lang").orElse(Language.EN.code());
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("lang", "value", "lang", shown(code), "en, ru, bg"));
    }

    /** Whether a table begins with the mark by which some programs recognise UTF-8. */
    boolean mark() {
        String value = one("bom").orElse("");
        if (!value.isEmpty() && !value.equals(YES)) {
            throw Refusal.of("bom", "value", "bom", shown(value), YES);
        }
        return !value.isEmpty();
    }

    private void check(String name, Collection<String> codes) {
        for (String value : all(name)) {
            if (!codes.contains(value)) {
                throw Refusal.of(name, "value", name, shown(value), String.join(", ", codes));
            }
        }
    }

    private void check(String name, Collection<String> codes, String list) {
        for (String value : all(name)) {
            if (!codes.contains(value)) {
                throw Refusal.of(name, "code", name, shown(value), list);
            }
        }
    }

    private Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    private List<String> all(String name) {
        String[] values = parameters.get(name);
        return values == null ? List.of() : List.of(values);
    }

    /** What was sent, as far as it can be shown. */
    private static String shown(String value) {
        String line = PlainText.line(value.length() > 200 ? value.substring(0, 200) : value);
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    static Set<String> with(Set<String> names, String... others) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(List.of(others));
        return all;
    }
}
