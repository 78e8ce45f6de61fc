package org.kvartal.seminars.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.seminars.SeminarPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the seminars, registrations and certificates that stand in the audit trail. */
@Component
class AuditedSeminars implements AuditedThings {

    private final JdbcClient jdbc;
    private final SeminarSight sight;

    AuditedSeminars(JdbcClient jdbc, SeminarSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    private record Named(LocalizedText title, String more, String slug) {}

    @Override
    public Set<String> kinds() {
        return Set.of(SeminarTrail.SEMINAR, SeminarTrail.REGISTRATION, SeminarTrail.CERTIFICATE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean opens = sight.reads(reader.asker());
        Map<UUID, Named> named = new HashMap<>();
        read(
                acts,
                SeminarTrail.SEMINAR,
                "SELECT id, title, '' AS more, slug FROM seminar WHERE id = ANY (:ids)",
                named);
        read(acts, SeminarTrail.REGISTRATION, """
            SELECT r.id, s.title, '' AS more, s.slug FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
             WHERE r.id = ANY (:ids)""", named);
        read(acts, SeminarTrail.CERTIFICATE, """
            SELECT c.id, s.title, c.facts ->> 'number' AS more, s.slug
              FROM seminar_certificate c JOIN seminar s ON s.id = c.seminar WHERE c.id = ANY (:ids)""", named);
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            Named one = named.get(act.subject().id());
            if (one != null && kinds().contains(act.subject().kind())) {
                String title = one.title().in(reader.language());
                things.put(
                        act.number(),
                        new AuditedThing(
                                one.more().isEmpty() ? title : title + " · " + one.more(),
                                one.title().shownIn(reader.language()),
                                opens ? SeminarPages.desk(one.slug()) : null));
            }
        }
        return things;
    }

    private void read(List<AuditedAct> acts, String kind, String sql, Map<UUID, Named> into) {
        UUID[] ids = AuditedThings.ids(acts, kind);
        if (ids.length > 0) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                into.put(
                        Columns.id(row, "id"),
                        new Named(Stored.text(row, "title"), row.getString("more"), row.getString("slug")));
            });
        }
    }
}
