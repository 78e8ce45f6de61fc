package org.kvartal.trace.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has said to come from what: ids that stay. */
@Component
class TraceRecords extends PersonalRecords {

    TraceRecords(JdbcClient jdbc) {
        super("trace", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("links", """
                        SELECT at AS "when", from_kind AS what, relation AS kind, to_kind AS "for" FROM trace_link
                         WHERE actor_person = :person ORDER BY at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of();
    }
}
