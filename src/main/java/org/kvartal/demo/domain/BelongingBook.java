package org.kvartal.demo.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.demo.domain.Belonging.Association;
import org.kvartal.demo.domain.Belonging.Body;
import org.kvartal.demo.domain.Belonging.Seat;
import org.kvartal.demo.domain.Belonging.Wish;
import org.kvartal.demo.domain.Story.Time;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.TermMode;

/** Reads who belongs from {@code demo/associations.yaml}, {@code bodies.yaml} and {@code applications.yaml}. */
final class BelongingBook {

    private static final Pattern DAYS = Pattern.compile("-(\\d{1,4})d");

    private BelongingBook() {}

    /** @throws IllegalArgumentException if something is missing or can't be understood */
    static Belonging read() {
        return new Belonging(
                StoryFiles.list("associations.yaml").stream()
                        .map(BelongingBook::association)
                        .toList(),
                StoryFiles.list("bodies.yaml").stream().map(BelongingBook::body).toList(),
                StoryFiles.list("applications.yaml").stream()
                        .map(BelongingBook::wish)
                        .toList());
    }

    private static Association association(Map<String, Object> of) {
        Map<String, Object> own = of.containsKey("own") ? StoryFiles.map(of.get("own")) : Map.of();
        return new Association(
                StoryFiles.text(of, "key"),
                StoryFiles.textOr(own, "name", ""),
                StoryFiles.textOr(own, "language", ""),
                StoryFiles.name(of),
                StoryFiles.localized(of.get("about")),
                StoryFiles.text(of, "city"),
                StoryFiles.words(of.get("sectors")),
                StoryFiles.textOr(of, "website", ""),
                StoryFiles.number(of, "founded"),
                StoryFiles.number(of, "size"),
                Time.of(StoryFiles.text(of, "since")),
                StoryFiles.text(of, "primary"),
                StoryFiles.words(of.get("deputies")),
                of.containsKey("written") ? written(StoryFiles.map(of.get("written"))) : Map.of());
    }

    private static Map<String, String> written(Map<String, Object> files) {
        return files.keySet().stream().collect(Collectors.toMap(key -> key, key -> StoryFiles.text(files, key)));
    }

    private static Body body(Map<String, Object> of) {
        return new Body(
                StoryFiles.text(of, "key"),
                BodyType.valueOf(constant(of, "type")),
                StoryFiles.localized(of.get("name")),
                StoryFiles.localized(of.get("purpose")),
                (String) of.get("sector"),
                Objects.requireNonNull(StoryFiles.number(of, "minimum")),
                StoryFiles.items(of.get("terms")).stream()
                        .map(BelongingBook::seat)
                        .toList());
    }

    private static Seat seat(Map<String, Object> of) {
        return new Seat(
                StoryFiles.text(of, "person"),
                BodyRole.valueOf(constant(of, "role")),
                TermMode.valueOf(constant(of, "mode")),
                days(StoryFiles.text(of, "from")),
                of.containsKey("to") ? (Integer) days(StoryFiles.text(of, "to")) : null,
                Boolean.TRUE.equals(of.get("shown")));
    }

    private static Wish wish(Map<String, Object> of) {
        @Nullable String association = (String) of.get("association");
        return new Wish(
                StoryFiles.text(of, "key"),
                StoryFiles.text(of, "person"),
                ApplicationKind.valueOf(constant(of, "kind")),
                StoryFiles.language(StoryFiles.text(of, "language")),
                of.containsKey("names") ? StoryFiles.wordings(of.get("names")) : Map.of(),
                Stream.of("position", "ownName", "place", "website", "description", "founded", "size")
                        .filter(of::containsKey)
                        .collect(Collectors.toMap(field -> field, field -> StoryFiles.text(of, field))),
                StoryFiles.words(of.get("sectors")),
                association);
    }

    private static String constant(Map<String, Object> of, String name) {
        return StoryFiles.text(of, name).toUpperCase(Locale.ROOT);
    }

    private static int days(String text) {
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            throw new IllegalArgumentException("not “-12d”: " + text);
        }
        return Integer.parseInt(days.group(1));
    }
}
