package org.kvartal.accounts.domain;

import java.util.Locale;
import java.util.stream.Stream;
import org.kvartal.accounts.DisplayName;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PlainText;

/** What is typed to find people by their names: each word stands somewhere in the name, capital or not, ё or е. */
final class NameSearch {

    /** The condition in a statement whose table of people is {@code p} and whose parameter {@code patterns} is ours. */
    static final String CONDITION = "replace(lower(p.name), 'ё', 'е') LIKE ALL (:patterns)";

    private static final int MOST_WORDS = 8;

    private NameSearch() {}

    /** What {@code patterns} is for what was typed; nothing typed finds everybody. */
    static String[] patterns(String typed) {
        String text = PlainText.line(typed);
        String words = text.length() > DisplayName.MAX_LENGTH ? text.substring(0, DisplayName.MAX_LENGTH) : text;
        return Stream.of(words.toLowerCase(Locale.ROOT).replace('ё', 'е').split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(Columns::containing)
                .toArray(String[]::new);
    }
}
