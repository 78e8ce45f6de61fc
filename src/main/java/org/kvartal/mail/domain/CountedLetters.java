package org.kvartal.mail.domain;

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
    public Count count(String factKey) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE state IN ('WAITING', 'SENDING')) AS waiting,
                       count(*) FILTER (WHERE state = 'SENT') AS sent,
                       count(*) FILTER (WHERE state = 'DEAD') AS refused
                  FROM letter WHERE fact_key = :key
                """)
                .param("key", factKey)
                .query((row, _) -> new Count(row.getInt("waiting"), row.getInt("sent"), row.getInt("refused")))
                .single();
    }
}
