package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads tables, lists and texts from {@code demo/}. */
final class StoryFiles {

    private StoryFiles() {}

    static InputStream picture(String name) throws IOException {
        return new ClassPathResource("demo/pictures/" + name).getInputStream();
    }

    static InputStream paper(String name) throws IOException {
        return new ClassPathResource("demo/papers/" + name).getInputStream();
    }

    /** The items of a file that is one list. */
    static List<Map<String, Object>> list(String name) {
        return items(yaml(new ClassPathResource("demo/" + name)));
    }

    /** A file that is one map. */
    static Map<String, Object> file(String name) {
        return map(yaml(new ClassPathResource("demo/" + name)));
    }

    /** The words of a list; none where it is missing. */
    static List<String> words(@Nullable Object list) {
        return list instanceof List<?> present
                ? present.stream().map(String::valueOf).toList()
                : List.of();
    }

    static @Nullable Integer number(Map<String, ?> of, String name) {
        return of.get(name) instanceof Number number ? (Integer) number.intValue() : null;
    }

    static String textOr(Map<String, ?> of, String name, String otherwise) {
        Object value = of.get(name);
        return value == null ? otherwise : value.toString();
    }

    static LocalizedText localized(@Nullable Object texts) {
        return new LocalizedText(Language.EN, wordings(texts));
    }

    /** The name of a thing, whose official one is in its {@code language}, else in English. */
    static LocalizedText name(Map<String, ?> of) {
        return new LocalizedText(language(textOr(of, "language", Language.EN.code())), wordings(of.get("name")));
    }

    static Map<Language, String> wordings(@Nullable Object texts) {
        Map<Language, String> wordings = new EnumMap<>(Language.class);
        map(texts).forEach((language, wording) -> wordings.put(language(language), String.valueOf(wording)));
        return wordings;
    }

    static Language language(String code) {
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
