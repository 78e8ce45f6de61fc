package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** Reads the cells of one row by the rules that forms have, and collects what is wrong instead of stopping at the first. */
final class ImportCells {

    private final ImportRow row;
    private final ImportVocabulary.Words words;
    private final List<RowProblem> problems = new ArrayList<>();

    ImportCells(ImportRow row, ImportVocabulary.Words words) {
        this.row = row;
        this.words = words;
    }

    int line() {
        return row.line();
    }

    boolean has(String column) {
        return row.has(column);
    }

    String text(String column) {
        return row.cell(column);
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    void wrong(String column, String key, Object... arguments) {
        problems.add(RowProblem.at(column, key, arguments));
    }

    /** What the rule makes of a column, or something else where it refuses. */
    <T> T read(String column, T otherwise, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            problems.add(
                    new RowProblem(column, refused.key(), RowProblem.of(refused).arguments()));
            return otherwise;
        }
    }

    /** The same where there may be nothing. */
    <T> @Nullable T readOrNull(String column, Supplier<@Nullable T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            problems.add(
                    new RowProblem(column, refused.key(), RowProblem.of(refused).arguments()));
            return null;
        }
    }

    /** Every row has something by which it is recognised next time. */
    void requireId() {
        if (!has("id")) {
            wrong("id", "membership.import.problem.id");
        }
    }

    @Nullable Language language() {
        if (!has("language")) {
            return null;
        }
        Language language = words.language(text("language")).orElse(null);
        if (language == null) {
            wrong("language", "membership.import.problem.language");
        }
        return language;
    }

    List<String> sectors() {
        List<String> unknown = new ArrayList<>();
        List<String> sectors = words.sectors(text("sectors"), unknown);
        unknown.forEach(word -> wrong("sectors", "membership.import.problem.sector", word));
        return read(
                "sectors", List.<String>of(), () -> Entered.sectors("sectors", sectors, words.sectorCodes(), false));
    }

    @Nullable String place() {
        return words.place(text("city"));
    }

    /** The city in words, where it is not in the list. */
    String city() {
        return place() != null ? "" : read("city", "", () -> Typed.line("city", text("city"), Entered.LINE_LENGTH));
    }

    @Nullable EmailAddress email() {
        return has("email") ? readOrNull("email", () -> EmailAddress.of(text("email"))) : null;
    }
}
