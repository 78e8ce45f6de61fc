package org.kvartal.advocacy.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in the name of the house stays, and so does who stood behind it; who only listened is forgotten. */
@Component
class VoiceRecords extends PersonalRecords {

    VoiceRecords(JdbcClient jdbc) {
        super("advocacy", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("recommendations", """
                        SELECT made_at AS "when", 'R-' || year || '-' || lpad(number::text, 3, '0') AS number, title, problem AS text, proposal AS answer, state
                          FROM recommendation WHERE author = :person ORDER BY made_at
                        """),
                Map.entry("endorsements", """
                        SELECT e.given_at AS "when", r.title, e.country AS place FROM endorsement e
                          JOIN recommendation r ON r.id = e.recommendation WHERE e.person = :person ORDER BY e.given_at
                        """),
                Map.entry("follows", """
                        SELECT since AS "when" FROM advocacy_follower WHERE person = :person ORDER BY since
                        """),
                Map.entry("reports", """
                        SELECT r.made_at AS "when", m.title, r.text, r.state FROM progress_report r JOIN measure m ON m.id = r.measure
                         WHERE r.author = :person ORDER BY r.made_at
                        """),
                Map.entry("verdicts", """
                        SELECT verified_at AS "when", title, verdict AS text FROM measure WHERE verified_by = :person ORDER BY verified_at
                        """),
                Map.entry("letters", """
                        SELECT prepared_at AS "when", covering AS text, state FROM dispatch WHERE prepared_by = :person ORDER BY prepared_at
                        """),
                Map.entry("clarifications", """
                        SELECT said_at AS "when", text FROM dispatch_clarification WHERE said_by = :person ORDER BY said_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM advocacy_follower WHERE person = :person
                """);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        return has(subject, "SELECT FROM endorsement WHERE person = :person")
                ? List.of(Sight.of("advocacy.own.endorsements-sight", "/app/" + AdvocacyPages.ADVOCACY))
                : List.of();
    }
}
