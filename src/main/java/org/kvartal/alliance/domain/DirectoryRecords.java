package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody entered or suggested about organisations stays with these; what names them there is taken out. */
@Component
class DirectoryRecords extends PersonalRecords {

    DirectoryRecords(JdbcClient jdbc) {
        super("alliance", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("suggestions", """
                        SELECT r.made_at AS "when", e.slug AS "for", r.note AS text, r.content, r.state, r.reason FROM entry_revision r
                          JOIN entry e ON e.id = r.entry WHERE r.made_by = :person ORDER BY r.made_at
                        """),
                Map.entry("entries", """
                        SELECT made_at AS "when", slug AS "for", state FROM entry WHERE made_by = :person ORDER BY made_at
                        """),
                Map.entry("drafts", """
                        SELECT at AS "when", content AS text, note AS comment FROM entry_draft WHERE person = :person ORDER BY at
                        """),
                Map.entry("changes", """
                        SELECT c.at AS "when", e.slug AS "for", c.field AS what, c.after AS text FROM entry_change c
                          JOIN entry e ON e.id = c.entry WHERE c.by = :person ORDER BY c.number
                        """),
                Map.entry("catalogues", """
                        SELECT wanted_at AS "when", filter AS what, language, state FROM catalogue_edition
                         WHERE wanted_by = :person ORDER BY wanted_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM entry_draft WHERE person = :person
                """, """
                UPDATE directory SET revision = revision + 1
                 WHERE EXISTS (SELECT FROM entry WHERE content::text ~ :pattern OR content::text ~* :address_pattern)
                """, """
                UPDATE entry SET revision = (SELECT revision FROM directory), version = version + 1,
                       content = regexp_replace(regexp_replace(content::text, :pattern, :new_plain, 'g'), :address_pattern, '', 'gi')::jsonb
                 WHERE content::text ~ :pattern OR content::text ~* :address_pattern
                """, """
                UPDATE entry_revision SET content = regexp_replace(regexp_replace(content::text, :pattern, :new_plain, 'g'), :address_pattern, '', 'gi')::jsonb,
                       base = regexp_replace(regexp_replace(base::text, :pattern, :new_plain, 'g'), :address_pattern, '', 'gi')::jsonb
                 WHERE content::text ~ :pattern OR content::text ~* :address_pattern OR base::text ~ :pattern OR base::text ~* :address_pattern
                """, """
                DELETE FROM entry_change
                 WHERE before ~ :pattern OR before ~* :address_pattern OR after ~ :pattern OR after ~* :address_pattern
                """);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        return has(subject, "SELECT FROM entry_revision WHERE made_by = :person")
                ? List.of(Sight.of("alliance.own.suggestions-sight", null))
                : List.of();
    }
}
