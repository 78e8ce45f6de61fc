package org.kvartal.alliance.ui;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;

/** Says in a reader's language what the history keeps in codes. */
record DifferenceWords(DeskWords words) {

    private static final Pattern WORDING = Pattern.compile("(?<=^|; | · )(en|ru|bg): ", Pattern.MULTILINE);

    /** How a field is called; those of one language say which. */
    String field(String field) {
        String[] parts = field.split("\\.", 2);
        Optional<Language> language = parts.length > 1
                ? Language.of(parts[1]).filter(one -> one.code().equals(parts[1]))
                : Optional.empty();
        String name = language.isPresent() ? parts[0] : field;
        String label = words.text("alliance.field."
                + name.replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        return language.map(one -> words.text("alliance.form.in-language", label, one.ownName()))
                .orElse(label);
    }

    /** What stood or stands in a field. */
    String value(String field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "status" -> words.text("alliance.status." + Code.of(value));
            case "licence" -> words.text("alliance.licence." + Code.of(value));
            case "sectors" -> listed(value, words::sector);
            case "areas" -> listed(value, words::place);
            case "languages", "names.ownLanguage" -> listed(value, words::languageName);
            case "picture" -> words.text("alliance.form.picture");
            case "locations" -> spoken(value.lines().map(this::location).collect(Collectors.joining("\n")));
            case "picture.text", "contacts" -> spoken(value);
            default -> value;
        };
    }

    /** Wordings in several languages, each behind the name of its language. */
    private static String spoken(String value) {
        return WORDING.matcher(value)
                .replaceAll(found -> Language.of(found.group(1))
                        .map(language -> Matcher.quoteReplacement(language.ownName() + ": "))
                        .orElse("$0"));
    }

    private static String listed(String value, UnaryOperator<String> word) {
        return Arrays.stream(value.split(", ")).map(word).collect(Collectors.joining(", "));
    }

    private String location(String line) {
        return Arrays.stream(line.split(" · "))
                .map(part -> Arrays.stream(part.split(", ")).map(this::piece).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    }

    private String piece(String piece) {
        return named(LocationKind.values(), piece, "location")
                .or(() -> named(Access.values(), piece, "access"))
                .or(() -> span(piece))
                .orElseGet(() -> words.place(piece));
    }

    private Optional<String> named(Enum<?>[] values, String piece, String group) {
        return Stream.of(values)
                .filter(one -> one.name().equals(piece))
                .findFirst()
                .map(one -> words.word(group, one));
    }

    private Optional<String> span(String piece) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> piece.startsWith(day.name() + " "))
                .findFirst()
                .map(day -> day.getDisplayName(
                                TextStyle.SHORT_STANDALONE, words.language().locale())
                        + piece.substring(day.name().length()));
    }
}
