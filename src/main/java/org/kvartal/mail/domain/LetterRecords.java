package org.kvartal.mail.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to somebody, and those to others that name them: the first go, the others keep no words once they are sent. */
@Component
class LetterRecords extends PersonalRecords {

    LetterRecords(JdbcClient jdbc) {
        super("mail", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("letters", """
                        SELECT posted_at AS "when", subject, CASE WHEN secret THEN NULL ELSE arguments END AS text, sections AS content, state
                          FROM letter WHERE lower(address) = :address ORDER BY posted_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM letter
                 WHERE lower(address) = :address AND NOT (template = 'accounts.letter.erased' AND state IN ('WAITING', 'SENDING'))
                """, """
                UPDATE letter SET arguments = NULL, sections = NULL, subject = ''
                 WHERE state IN ('SENT', 'DEAD') AND (subject ~ :pattern OR arguments::text ~ :pattern OR arguments::text ~* :address_pattern
                                                      OR sections::text ~ :pattern)
                """, """
                UPDATE letter SET last_error = NULL WHERE last_error ~* :address_pattern
                """, """
                DELETE FROM caught_letter WHERE lower(recipient) = :address
                """);
    }

    /** A letter on its way still has its words, and the last one still has its address. */
    @Override
    public boolean erase(Erased erased) {
        super.erase(erased);
        return !jdbc().sql("""
                SELECT EXISTS (SELECT FROM letter
                                WHERE lower(address) = :address OR subject ~ :pattern OR arguments::text ~ :pattern
                                   OR arguments::text ~* :address_pattern OR sections::text ~ :pattern)
                """).params(erased.values()).query(Boolean.class).single();
    }
}
