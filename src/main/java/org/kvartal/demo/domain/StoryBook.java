package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Role;
import org.kvartal.demo.domain.Story.Backed;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.demo.domain.Story.Line;
import org.kvartal.demo.domain.Story.Place;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.demo.domain.Story.Time;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.Reaction;
import org.kvartal.kernel.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the story from {@code demo/}, whose README says how the files are written. */
final class StoryBook {

    private StoryBook() {}

    /** @throws IllegalStateException naming the file, if one can't be understood */
    static Story read() {
        Map<String, ZoneId> zones = StoryFiles.table("facts/cities.csv").stream()
                .collect(Collectors.toMap(
                        row -> StoryFiles.text(row, "code"), row -> ZoneId.of(StoryFiles.text(row, "time_zone"))));
        Map<String, Figure> people = new LinkedHashMap<>();
        for (Map<String, String> row : StoryFiles.table("people.csv")) {
            Figure person = character(row, zones);
            people.put(person.key(), person);
        }
        List<Place> spaces =
                StoryFiles.list("spaces.yaml").stream().map(StoryBook::place).toList();
        return new Story(people, spaces, talks());
    }

    private static Figure character(Map<String, String> row, Map<String, ZoneId> zones) {
        String email = StoryFiles.text(row, "email");
        String password = StoryFiles.text(row, "password");
        return new Figure(
                StoryFiles.text(row, "key"),
                StoryFiles.text(row, "name"),
                StoryFiles.language(StoryFiles.text(row, "language")),
                Objects.requireNonNull(zones.get(StoryFiles.text(row, "city")), () -> "no such city: " + row),
                StoryFiles.text(row, "city"),
                StoryFiles.text(row, "sector"),
                Arrays.stream(StoryFiles.text(row, "roles").split(" "))
                        .filter(role -> !role.isEmpty())
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .toList(),
                email.isEmpty() ? null : new SignIn(email, password.isEmpty() ? null : password));
    }

    private static Place place(Map<String, Object> space) {
        return new Place(
                StoryFiles.text(space, "key"),
                StoryFiles.localized(space.get("name")),
                StoryFiles.localized(space.get("description")),
                Visibility.valueOf(StoryFiles.text(space, "audience").toUpperCase(Locale.ROOT)));
    }

    private static List<Talk> talks() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:demo/threads/*.yaml"))
                    .sorted(Comparator.comparing(StoryBook::key))
                    .map(StoryBook::talk)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Resource resource) {
        return Objects.requireNonNull(resource.getFilename()).replace(".yaml", "");
    }

    private static Talk talk(Resource resource) {
        try {
            Map<String, Object> talk = StoryFiles.map(StoryFiles.yaml(resource));
            Language language = StoryFiles.language(StoryFiles.text(talk, "language"));
            List<Line> posts = StoryFiles.items(talk.get("posts")).stream()
                    .map(post -> line(post, language))
                    .toList();
            return new Talk(
                    key(resource),
                    StoryFiles.text(talk, "space"),
                    language,
                    StoryFiles.text(talk, "title"),
                    posts,
                    talk.containsKey("need") ? need(StoryFiles.map(talk.get("need")), language) : null);
        } catch (RuntimeException e) {
            throw new IllegalStateException("demo/threads/" + resource.getFilename() + ": " + e.getMessage(), e);
        }
    }

    private static Backed need(Map<String, Object> need, Language language) {
        Map<String, String> associations = new LinkedHashMap<>();
        StoryFiles.map(need.get("associations"))
                .forEach((association, person) -> associations.put(association, String.valueOf(person)));
        String place = StoryFiles.textOr(need, "place", "");
        return new Backed(
                NeedFacts.typed(
                        StoryFiles.text(need, "concerned"),
                        language,
                        place.isEmpty() ? null : place,
                        StoryFiles.textOr(need, "where", ""),
                        StoryFiles.text(need, "since"),
                        StoryFiles.textOr(need, "many", "")),
                StoryFiles.words(need.get("people")),
                associations);
    }

    private static Line line(Map<String, Object> post, Language otherwise) {
        Map<Reaction, List<String>> reactions = new EnumMap<>(Reaction.class);
        if (post.containsKey("reactions")) {
            StoryFiles.map(post.get("reactions"))
                    .forEach((reaction, people) -> reactions.put(
                            Reaction.valueOf(reaction.toUpperCase(Locale.ROOT)),
                            ((List<?>) people).stream().map(String::valueOf).toList()));
        }
        return new Line(
                StoryFiles.text(post, "by"),
                Time.of(StoryFiles.text(post, "at")),
                post.containsKey("language") ? StoryFiles.language(StoryFiles.text(post, "language")) : otherwise,
                StoryFiles.text(post, "text").strip(),
                reactions);
    }
}
