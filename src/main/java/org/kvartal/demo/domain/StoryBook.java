package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Role;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.demo.domain.Story.Line;
import org.kvartal.demo.domain.Story.Place;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.demo.domain.Story.Time;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Reaction;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the story from {@code demo/}, whose README says how the files are written. */
final class StoryBook {

    private StoryBook() {}

    /** @throws IllegalStateException naming the file, if one can't be understood */
    static Story read() {
        Map<String, ZoneId> zones = table("facts/cities.csv").stream()
                .collect(Collectors.toMap(row -> text(row, "code"), row -> ZoneId.of(text(row, "time_zone"))));
        Map<String, Figure> people = new LinkedHashMap<>();
        for (Map<String, String> row : table("people.csv")) {
            Figure person = character(row, zones);
            people.put(person.key(), person);
        }
        List<Place> spaces = items(yaml(new ClassPathResource("demo/spaces.yaml"))).stream()
                .map(StoryBook::place)
                .toList();
        return new Story(people, spaces, talks());
    }

    static InputStream picture(String name) throws IOException {
        return new ClassPathResource("demo/pictures/" + name).getInputStream();
    }

    private static Figure character(Map<String, String> row, Map<String, ZoneId> zones) {
        String email = text(row, "email");
        return new Figure(
                text(row, "key"),
                text(row, "name"),
                language(text(row, "language")),
                Objects.requireNonNull(zones.get(text(row, "city")), () -> "no such city: " + row),
                Arrays.stream(text(row, "roles").split(" "))
                        .filter(role -> !role.isEmpty())
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .toList(),
                email.isEmpty() ? null : new SignIn(email, text(row, "password")));
    }

    private static Place place(Map<String, Object> space) {
        return new Place(
                text(space, "key"),
                localized(space.get("name")),
                localized(space.get("description")),
                Visibility.valueOf(text(space, "audience").toUpperCase(Locale.ROOT)));
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
            Map<String, Object> talk = map(yaml(resource));
            Language language = language(text(talk, "language"));
            List<Line> posts = items(talk.get("posts")).stream()
                    .map(post -> line(post, language))
                    .toList();
            return new Talk(key(resource), text(talk, "space"), language, text(talk, "title"), posts);
        } catch (RuntimeException e) {
            throw new IllegalStateException("demo/threads/" + resource.getFilename() + ": " + e.getMessage(), e);
        }
    }

    private static Line line(Map<String, Object> post, Language otherwise) {
        Map<Reaction, List<String>> reactions = new EnumMap<>(Reaction.class);
        if (post.containsKey("reactions")) {
            map(post.get("reactions"))
                    .forEach((reaction, people) -> reactions.put(
                            Reaction.valueOf(reaction.toUpperCase(Locale.ROOT)),
                            ((List<?>) people).stream().map(String::valueOf).toList()));
        }
        return new Line(
                text(post, "by"),
                Time.of(text(post, "at")),
                post.containsKey("language") ? language(text(post, "language")) : otherwise,
                text(post, "text").strip(),
                reactions);
    }

    static LocalizedText localized(@Nullable Object texts) {
        Map<Language, String> wordings = new EnumMap<>(Language.class);
        map(texts).forEach((language, wording) -> wordings.put(language(language), String.valueOf(wording)));
        return new LocalizedText(Language.EN, wordings);
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(() -> new IllegalArgumentException("no such language: " + code));
    }

    static Object yaml(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, Object>> items(@Nullable Object list) {
        List<Map<String, Object>> items = new ArrayList<>();
        if (list instanceof List<?> present) {
            present.forEach(item -> items.add(map(item)));
        }
        return items;
    }

    static Map<String, Object> map(@Nullable Object object) {
        if (!(object instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a map was expected: " + object);
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    static String text(Map<String, ?> of, String name) {
        Object value = of.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing: " + of);
        }
        return value.toString();
    }

    /** A table without quoted cells. */
    static List<Map<String, String>> table(String name) {
        try (InputStream in = new ClassPathResource("demo/" + name).getInputStream()) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] head = lines.getFirst().split(",", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < head.length; i++) {
                            row.put(head[i], cells[i]);
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
