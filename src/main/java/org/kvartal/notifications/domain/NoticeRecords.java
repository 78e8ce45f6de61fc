package org.kvartal.notifications.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told, what they want to be told and what they follow: it is theirs alone. */
@Component
class NoticeRecords extends PersonalRecords {

    NoticeRecords(JdbcClient jdbc) {
        super("notifications", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("notices", """
                        SELECT told_at AS "when", kind AS what, read_at AS read FROM notice WHERE person = :person ORDER BY told_at
                        """), Map.entry("wishes", """
                        SELECT preset AS choice, groups AS "for", letter_day AS day, letter_hour AS hours, seen_at AS seen
                          FROM notice_wish WHERE person = :person
                        """), Map.entry("following", """
                        SELECT since, place AS what, attention AS choice, rhythm AS "when" FROM following
                         WHERE person = :person ORDER BY since
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM notice WHERE person = :person
                """, """
                DELETE FROM notice_wish WHERE person = :person
                """, """
                DELETE FROM following WHERE person = :person
                """, """
                UPDATE telling SET people = array_remove(people, :person) WHERE :person = ANY (people)
                """);
    }
}
