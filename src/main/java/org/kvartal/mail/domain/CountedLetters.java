package org.kvartal.mail.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kvartal.mail.Deliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts letters by what became of them. */
@Component
class CountedLetters implements Deliveries {

    private final JdbcClient jdbc;

    CountedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Count> counts(Collection<String> factKeys) {
        Map<String, Count> counts = new HashMap<>();
        if (factKeys.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                SELECT fact_key,
                       count(*) FILTER (WHERE state IN ('WAITING', 'SENDING')) AS waiting,
                       count(*) FILTER (WHERE state = 'SENT') AS sent,
                       count(*) FILTER (WHERE state = 'DEAD') AS refused
                  FROM letter WHERE fact_key = ANY (:keys) GROUP BY fact_key
                """).param("keys", factKeys.toArray(String[]::new)).query(row -> {
            counts.put(
                    row.getString("fact_key"),
                    new Count(row.getInt("waiting"), row.getInt("sent"), row.getInt("refused")));
        });
        return counts;
    }
}
