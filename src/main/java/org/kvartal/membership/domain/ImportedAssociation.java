package org.kvartal.membership.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;

/**
 * A row of the table of associations, read.
 *
 * @param name null where no name can be read
 * @param language in which letters go out, and the description is written
 * @param representative who is to be the primary representative, null where the row names nobody
 */
record ImportedAssociation(
        int line,
        MemberKind kind,
        @Nullable LocalizedText name,
        @Nullable Registration registration,
        @Nullable String place,
        String city,
        List<String> sectors,
        String website,
        String description,
        Language language,
        @Nullable Named representative,
        List<RowProblem> problems) {

    static final String ID = "id";
    static final String KIND = "kind";
    static final String CITY = "city";
    static final String SECTORS = "sectors";
    static final String WEBSITE = "website";
    static final String DESCRIPTION = "description";
    static final String REGISTER = "register";
    static final String NUMBER = "registration-number";
    static final String REPRESENTATIVE = "representative";
    static final String EMAIL = "email";
    static final String LANGUAGE = "language";

    /** For countries with one register for all who may join, the country is enough. */
    private static final Map<String, String> REGISTERS = Map.of("BG", "BG-EIK", "RU", "RU-OGRN");

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    /** Somebody who is to be invited. */
    record Named(String name, EmailAddress email) {}

    static String nameIn(Language language) {
        return "name-" + language.code();
    }

    static ImportedAssociation read(ImportRow row, ImportVocabulary.Words words) {
        ImportCells cells = new ImportCells(row, words);
        cells.requireId();
        Language given = cells.language();
        LocalizedText name = name(cells, given);
        Language language = given != null ? given : name != null ? name.source() : Language.EN;
        String description = cells.read(
                DESCRIPTION, "", () -> Typed.block(DESCRIPTION, cells.text(DESCRIPTION), Entered.DESCRIPTION_LENGTH));
        return new ImportedAssociation(
                cells.line(),
                kind(cells, words),
                name,
                registration(cells),
                cells.place(),
                cells.city(),
                cells.sectors(),
                cells.read(WEBSITE, "", () -> Typed.link(WEBSITE, cells.text(WEBSITE), Entered.WEBSITE_LENGTH)),
                description,
                language,
                representative(cells),
                cells.problems());
    }

    private static @Nullable LocalizedText name(ImportCells cells, @Nullable Language first) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String column = nameIn(language);
            if (cells.has(column)) {
                String name = cells.read(
                        column, "", () -> Typed.requiredLine(column, cells.text(column), Entered.NAME_LENGTH));
                if (!name.isEmpty()) {
                    names.put(language, name);
                }
            }
        }
        if (names.isEmpty()) {
            if (cells.problems().stream()
                    .noneMatch(problem -> String.valueOf(problem.column()).startsWith("name-"))) {
                cells.wrong(nameIn(first == null ? Language.EN : first), "membership.import.problem.name");
            }
            return null;
        }
        return new LocalizedText(
                first != null && names.containsKey(first)
                        ? first
                        : names.keySet().iterator().next(),
                names);
    }

    private static MemberKind kind(ImportCells cells, ImportVocabulary.Words words) {
        if (!cells.has(KIND)) {
            return MemberKind.ASSOCIATION;
        }
        return words.kind(cells.text(KIND)).orElseGet(() -> {
            cells.wrong(KIND, "membership.import.problem.kind");
            return MemberKind.ASSOCIATION;
        });
    }

    private static @Nullable Registration registration(ImportCells cells) {
        if (!cells.has(REGISTER) && !cells.has(NUMBER)) {
            return null;
        }
        String typed = PlainText.line(cells.text(REGISTER));
        String scheme = COUNTRY.matcher(typed).matches()
                ? REGISTERS.getOrDefault(typed.toUpperCase(Locale.ROOT), typed)
                : typed;
        try {
            return Registration.of(scheme, cells.text(NUMBER));
        } catch (Refused refused) {
            cells.wrong("registrationNumber".equals(refused.field()) ? NUMBER : REGISTER, refused.key());
            return null;
        }
    }

    private static @Nullable Named representative(ImportCells cells) {
        if (!cells.has(REPRESENTATIVE) && !cells.has(EMAIL)) {
            return null;
        }
        if (!cells.has(EMAIL)) {
            cells.wrong(EMAIL, "membership.import.problem.no-address");
            return null;
        }
        EmailAddress email = cells.email();
        if (!cells.has(REPRESENTATIVE)) {
            cells.wrong(REPRESENTATIVE, "membership.import.problem.no-name");
            return null;
        }
        String name =
                cells.read(REPRESENTATIVE, "", () -> Entered.personName(REPRESENTATIVE, cells.text(REPRESENTATIVE)));
        return email == null || name.isEmpty() ? null : new Named(name, email);
    }

    LocalizedText requiredName() {
        return Objects.requireNonNull(name);
    }

    NewMember member(MemberId id) {
        return new NewMember(
                id,
                kind,
                requiredName(),
                null,
                "",
                registration,
                place,
                city,
                sectors,
                website,
                description.isEmpty() ? null : LocalizedText.of(language, description),
                null,
                null,
                null,
                false);
    }

    /** The invitation of its primary representative. */
    static NewMandate mandate(MemberId association, Named person, Language language) {
        return new NewMandate(
                MandateId.next(),
                association,
                person.name(),
                person.email().value(),
                language,
                RepresentationKind.PRIMARY,
                null,
                null);
    }
}
