package org.kvartal.tasks.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for somebody goes with them; what waits for others about them is named anew. */
@Component
class TaskRecords extends PersonalRecords {

    TaskRecords(JdbcClient jdbc) {
        super("tasks", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("tasks", """
                        SELECT opened_at AS "when", message_key AS what, arguments AS text, due_at AS until FROM task
                         WHERE audience = 'person:' || :person ORDER BY opened_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM task WHERE audience = 'person:' || :person
                """, """
                UPDATE task SET arguments = ARRAY(SELECT regexp_replace(a, :pattern, :new_plain, 'g') FROM unnest(arguments) WITH ORDINALITY AS t (a, n) ORDER BY n)
                 WHERE EXISTS (SELECT FROM unnest(arguments) AS a WHERE a ~ :pattern)
                """);
    }

    @Override
    public List<Burden> burdens(Subject subject) {
        long open = count(subject, "SELECT count(*) FROM task WHERE audience = 'person:' || :person");
        return open == 0 ? List.of() : List.of(Burden.of("tasks.own.burden", "/app", open));
    }
}
