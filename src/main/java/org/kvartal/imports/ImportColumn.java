package org.kvartal.imports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that a file may have. Its heading in each language, an example and, where one helps, a hint are texts of the kind:
 * see {@link ImportKind#texts()}.
 *
 * @param code its lasting name, by which a heading is recognised too: {@code registry-number}
 * @param required whether a file without this column is refused; whether a cell may be empty is for {@link ImportKind#judge} to say
 * @param alsoNamed further headings that people's files have, in any language, case and punctuation
 */
public record ImportColumn(String code, boolean required, List<String> alsoNamed) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ImportColumn {
        if (code.length() > 40 || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code of a column: " + code);
        }
        alsoNamed = List.copyOf(alsoNamed);
    }

    public static ImportColumn required(String code, String... alsoNamed) {
        return new ImportColumn(code, true, List.of(alsoNamed));
    }

    public static ImportColumn optional(String code, String... alsoNamed) {
        return new ImportColumn(code, false, List.of(alsoNamed));
    }
}
