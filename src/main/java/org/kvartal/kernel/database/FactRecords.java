package org.kvartal.kernel.database;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts that were told name people where the module that told them did: those that all have heard go. */
@Component
class FactRecords extends PersonalRecords {

    FactRecords(JdbcClient jdbc) {
        super("facts", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of();
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM event_publication_archive WHERE serialized_event ~ :pattern OR serialized_event ~* :address_pattern
                """, """
                DELETE FROM event_publication
                 WHERE completion_date IS NOT NULL AND (serialized_event ~ :pattern OR serialized_event ~* :address_pattern)
                """);
    }

    @Override
    public boolean erase(Erased erased) {
        super.erase(erased);
        return !jdbc().sql("""
                SELECT EXISTS (SELECT FROM event_publication
                                WHERE serialized_event ~ :pattern OR serialized_event ~* :address_pattern)
                """).params(erased.values()).query(Boolean.class).single();
    }
}
