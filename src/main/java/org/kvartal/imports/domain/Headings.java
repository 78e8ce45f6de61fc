package org.kvartal.imports.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportKind;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/**
 * What the columns of a kind may be called: by code, by their heading in any language, by their further names; without regard to case,
 * punctuation, white space and the dots of ё.
 */
final class Headings {

    private final ImportKind kind;
    private final Messages messages;
    private final Map<String, String> codes = new HashMap<>();

    Headings(ImportKind kind, Messages messages) {
        this.kind = kind;
        this.messages = messages;
        for (ImportColumn column : kind.columns()) {
            call(column.code(), column.code());
        }
        for (ImportColumn column : kind.columns()) {
            for (Language language : Language.values()) {
                call(heading(column.code(), language), column.code());
            }
            column.alsoNamed().forEach(name -> call(name, column.code()));
        }
    }

    /** How a column is called in that language. */
    String heading(String code, Language language) {
        return messages.text(language, kind.texts() + ".column." + code);
    }

    /** How many cells of a line name a column. */
    int recognised(List<String> line) {
        return (int)
                line.stream().map(Headings::plain).filter(codes::containsKey).count();
    }

    /**
     * Finds the places of the columns.
     *
     * @throws Refused at {@code file} if a required column is missing or one is there twice; columns are named in that language
     */
    Heading read(List<String> line, Language language) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> unused = new ArrayList<>();
        for (int place = 0; place < line.size(); place++) {
            String name = PlainText.line(line.get(place));
            String code = codes.get(plain(name));
            if (code != null) {
                if (places.putIfAbsent(code, place) != null) {
                    throw Refused.at("file", "imports.refused.column-twice", heading(code, language));
                }
            } else if (!name.isEmpty()) {
                unused.add(name.length() <= 80 ? name : name.substring(0, 80) + "…");
            }
        }
        List<String> missing = kind.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.code()))
                .map(column -> "“" + heading(column.code(), language) + "”")
                .toList();
        if (!missing.isEmpty() || places.isEmpty()) {
            throw Refused.at("file", "imports.refused.columns", missing.size(), String.join(", ", missing));
        }
        return new Heading(List.copyOf(places.keySet()), List.copyOf(places.values()), unused, line.size());
    }

    private void call(String name, String code) {
        codes.putIfAbsent(plain(name), code);
    }

    /** A name without what people write in one way or another. */
    private static String plain(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> letters.appendCodePoint(letter == 'ё' ? 'е' : letter));
        return letters.toString();
    }

    /**
     * The heading of one file.
     *
     * @param columns the codes of its columns
     * @param places in which cell of a line each stands, from 0
     * @param unused what no column is called
     * @param width how many cells the heading has
     */
    record Heading(List<String> columns, List<Integer> places, List<String> unused, int width) {}
}
