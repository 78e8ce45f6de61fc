package org.kvartal.audit.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody did, and was done to them. The trail holds ids and stays; reasons go. */
@Component
class TrailRecords extends PersonalRecords {

    TrailRecords(JdbcClient jdbc) {
        super("audit", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("acts", """
                        SELECT e.at AS "when", e.act AS what, e.subject_kind AS kind, r.reason FROM audit_entry e
                          LEFT JOIN audit_reason r ON r.entry = e.number
                         WHERE e.actor_person = :person ORDER BY e.number
                        """), Map.entry("done-to-them", """
                        SELECT e.at AS "when", e.act AS what FROM audit_entry e
                         WHERE e.subject_kind = 'accounts.person' AND e.subject_id = :person AND e.actor_person IS DISTINCT FROM :person
                         ORDER BY e.number
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of();
    }

    @Override
    public boolean erase(Erased erased) {
        jdbc().sql("SELECT erase_audit_reasons(:person, :pattern, :address_pattern)")
                .params(erased.values())
                .query(Long.class)
                .single();
        return true;
    }
}
