package org.kvartal.membership.domain;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what an applicant types, every few keystrokes, by one guarded statement: an older save never overwrites a newer one. */
@Component
class TypedForms {

    /** Beyond what a field takes, so that a text is kept while it is still being shortened. */
    private static final int LINE = 1_000;

    private static final int BLOCK = 2 * Entered.DESCRIPTION_LENGTH;
    private static final int SECTORS = 40;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TypedForms(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ApplicationForm save(ApplicationId application, ApplicationForm typed) {
        ApplicationForm form = storable(typed);
        record Kept(boolean editable, ApplicationForm form) {}
        Kept kept = jdbc.sql("""
                WITH saved AS (
                    UPDATE application SET form = :form::jsonb, sequence = :sequence
                     WHERE id = :id AND sequence < :sequence AND state IN ('DRAFT', 'MORE_INFO')
                    RETURNING state, form)
                SELECT state, form FROM saved
                UNION ALL
                SELECT state, form FROM application WHERE id = :id AND NOT EXISTS (SELECT FROM saved)""")
                .param("id", application.value())
                .param("form", json.writeValueAsString(form))
                .param("sequence", form.sequence())
                .query((row, _) -> new Kept(
                        List.of("DRAFT", "MORE_INFO").contains(row.getString("state")),
                        json.readValue(row.getString("form"), ApplicationForm.class)))
                .single();
        if (!kept.editable()) {
            throw Refused.because("membership.refused.not-editable");
        }
        return kept.form();
    }

    private static ApplicationForm storable(ApplicationForm form) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        form.names().forEach((language, name) -> names.put(language, text("names." + language.code(), name, LINE)));
        if (form.sectors().size() > SECTORS) {
            throw Refused.at("sectors", "membership.refused.sectors-many", Entered.MOST_SECTORS);
        }
        return new ApplicationForm(
                form.sequence(),
                text("applicant", form.applicant(), LINE),
                text("position", form.position(), LINE),
                names,
                text("ownName", form.ownName(), LINE),
                text("registrationScheme", form.registrationScheme(), LINE),
                text("registrationNumber", form.registrationNumber(), LINE),
                text("place", form.place(), LINE),
                text("city", form.city(), LINE),
                form.sectors().stream().map(code -> text("sectors", code, LINE)).toList(),
                text("website", form.website(), LINE),
                text("description", form.description(), BLOCK),
                text("founded", form.founded(), LINE),
                text("size", form.size(), LINE),
                text("association", form.association(), LINE),
                form.wish());
    }

    /** As typed, without what no database keeps: NUL and halves of characters. */
    private static String text(String field, String typed, int most) {
        if (typed.length() > most) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        return new String(typed.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
