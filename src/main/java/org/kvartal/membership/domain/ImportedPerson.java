package org.kvartal.membership.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Language;
import org.kvartal.membership.RepresentationKind;

/**
 * A row of the table of people, read. Who has an association becomes its representative; who has none, a member themselves.
 *
 * @param association what the table of associations calls it, or its number in a register; empty for a member
 * @param language null where the row does not say
 */
record ImportedPerson(
        int line,
        String name,
        @Nullable EmailAddress email,
        @Nullable Language language,
        @Nullable String place,
        String city,
        List<String> sectors,
        String association,
        RepresentationKind role,
        List<RowProblem> problems) {

    static final String ID = "id";
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String LANGUAGE = "language";
    static final String CITY = "city";
    static final String SECTORS = "sectors";
    static final String ASSOCIATION = "association";
    static final String ROLE = "role";

    static ImportedPerson read(ImportRow row, ImportVocabulary.Words words) {
        ImportCells cells = new ImportCells(row, words);
        cells.requireId();
        String name = cells.read(NAME, "", () -> Entered.personName(NAME, cells.text(NAME)));
        String association = cells.text(ASSOCIATION);
        if (association.isEmpty() && cells.has(ROLE)) {
            cells.wrong(ASSOCIATION, "membership.import.problem.role-alone");
        }
        if (!association.isEmpty() && !cells.has(EMAIL)) {
            cells.wrong(EMAIL, "membership.import.problem.no-address");
        }
        return new ImportedPerson(
                cells.line(),
                name,
                cells.email(),
                cells.language(),
                cells.place(),
                cells.city(),
                cells.sectors(),
                association,
                role(cells, words),
                cells.problems());
    }

    private static RepresentationKind role(ImportCells cells, ImportVocabulary.Words words) {
        if (!cells.has(ROLE)) {
            return RepresentationKind.DEPUTY;
        }
        return words.role(cells.text(ROLE)).orElseGet(() -> {
            cells.wrong(ROLE, "membership.import.problem.role");
            return RepresentationKind.DEPUTY;
        });
    }

    boolean represents() {
        return !association.isEmpty();
    }

    Language inLanguage(Language otherwise) {
        return language == null ? otherwise : language;
    }
}
