package org.kvartal.discussions.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts stay, with the name that their writer chose; drafts, reading marks and reactions go. */
@Component
class TalkRecords extends PersonalRecords {

    TalkRecords(JdbcClient jdbc) {
        super("discussions", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("threads", """
                        SELECT t.started_at AS "when", t.number, t.title, t.language FROM thread t WHERE t.author = :person ORDER BY t.number
                        """),
                Map.entry("posts", """
                        SELECT p.posted_at AS "when", t.number AS thread, t.title, p.number, p.text, p.edited_at AS changed, p.deleted_at AS ended
                          FROM post p JOIN thread t ON t.id = p.thread WHERE p.author = :person ORDER BY p.posted_at, p.id
                        """),
                Map.entry("earlier-wordings", """
                        SELECT e.written_at AS "when", t.number AS thread, p.number, e.text
                          FROM post_edit e JOIN post p ON p.id = e.post JOIN thread t ON t.id = p.thread
                         WHERE e.written_by = :person ORDER BY e.written_at
                        """),
                Map.entry("drafts", """
                        SELECT saved_at AS "when", title, text, language FROM draft WHERE person = :person ORDER BY saved_at
                        """),
                Map.entry("reactions", """
                        SELECT r.at AS "when", r.kind, t.number AS thread, p.number FROM reaction r JOIN post p ON p.id = r.post
                          JOIN thread t ON t.id = p.thread WHERE r.person = :person ORDER BY r.at
                        """),
                Map.entry("read", """
                        SELECT r.last_read_at AS "when", t.number AS thread, r.last_read_number AS number, r.seconds FROM reading r
                          JOIN thread t ON t.id = r.thread WHERE r.person = :person ORDER BY r.last_read_at
                        """),
                Map.entry("needs", """
                        SELECT n.stated_at AS "when", t.number AS thread, n.concerned AS text FROM need n JOIN thread t ON t.id = n.thread
                         WHERE n.stated_by = :person ORDER BY n.stated_at
                        """),
                Map.entry("supported-needs", """
                        SELECT s.at AS "when", t.number AS thread, t.title FROM need_support s JOIN thread t ON t.id = s.thread
                         WHERE s.person = :person ORDER BY s.at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM draft WHERE person = :person
                """, """
                DELETE FROM addressed WHERE person = :person
                """, """
                DELETE FROM reading WHERE person = :person
                """, """
                UPDATE thread SET revision = revision + 1
                 WHERE id IN (SELECT p.thread FROM post p JOIN reaction r ON r.post = p.id WHERE r.person = :person)
                """, """
                UPDATE post p SET revision = t.revision FROM thread t
                 WHERE t.id = p.thread AND p.id IN (SELECT r.post FROM reaction r WHERE r.person = :person)
                """, """
                DELETE FROM reaction WHERE person = :person
                """);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        return List.of(
                Sight.of("discussions.own.posts-sight", "/app/" + DiscussionsPages.THREADS),
                Sight.of("discussions.own.drafts-sight", null));
    }
}
