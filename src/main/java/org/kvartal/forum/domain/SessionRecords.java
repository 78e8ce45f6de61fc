package org.kvartal.forum.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.forum.ForumPages;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was present, spoke and voted stands in the records of the house and stays there under the name that they chose; notes, half-written outcomes and answers go. */
@Component
class SessionRecords extends PersonalRecords {

    SessionRecords(JdbcClient jdbc) {
        super("forum", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("attendance", """
                        SELECT a.came_at AS "when", 'S-' || s.year || '-' || lpad(s.number::text, 2, '0') AS session, s.title, a.way AS kind, a.left_at AS until
                          FROM attendance a JOIN forum_session s ON s.id = a.session WHERE a.person = :person ORDER BY a.came_at
                        """),
                Map.entry("answers", """
                        SELECT a.answered_at AS "when", s.title AS session, a.answer, a.way AS kind FROM session_answer a
                          JOIN forum_session s ON s.id = a.session WHERE a.person = :person ORDER BY a.answered_at
                        """),
                Map.entry("invitations", """
                        SELECT i.posted_at AS "when", s.title AS session FROM session_invitation i
                          JOIN forum_session s ON s.id = i.session WHERE i.person = :person ORDER BY s.starts_at
                        """),
                Map.entry("items", """
                        SELECT i.proposed_at AS "when", i.title, i.context AS text, i.expected AS comment, i.state, i.reason FROM agenda_item i
                         WHERE i.proposer = :person ORDER BY i.proposed_at
                        """),
                Map.entry("votes", """
                        SELECT v.cast_at AS "when", b.question AS what, v.choice FROM ballot_vote v JOIN ballot b ON b.id = v.ballot
                         WHERE v.person = :person ORDER BY v.cast_at
                        """),
                Map.entry("secret-votes", """
                        SELECT b.opened_at AS "when", b.question AS what FROM ballot_voter v JOIN ballot b ON b.id = v.ballot
                         WHERE v.person = :person ORDER BY b.opened_at
                        """),
                Map.entry("spoke", """
                        SELECT h.raised_at AS "when", s.title AS session, h.state FROM raised_hand h JOIN forum_session s ON s.id = h.session
                         WHERE h.person = :person ORDER BY h.raised_at
                        """),
                Map.entry("tasks", """
                        SELECT o.made_at AS "when", o.text, o.due AS until, o.report AS comment, o.done_at AS ended FROM outcome o
                         WHERE o.person = :person ORDER BY o.made_at
                        """),
                Map.entry("notes", """
                        SELECT n.changed_at AS "when", i.title, n.text FROM item_note n JOIN agenda_item i ON i.id = n.item
                         WHERE n.person = :person ORDER BY n.changed_at
                        """),
                Map.entry("half-written", """
                        SELECT d.changed_at AS "when", d.kind, d.text FROM outcome_draft d WHERE d.writer = :person ORDER BY d.changed_at
                        """),
                Map.entry("suggestions", """
                        SELECT g.made_at AS "when", s.title AS session, g.text, g.why AS reason, g.state FROM minutes_suggestion g
                          JOIN forum_session s ON s.id = g.session WHERE g.person = :person ORDER BY g.made_at
                        """),
                Map.entry("reopenings", """
                        SELECT r.asked_at AS "when", s.title AS session, r.reason FROM session_reopening r
                          JOIN forum_session s ON s.id = r.session WHERE r.asked_by = :person ORDER BY r.asked_at
                        """),
                Map.entry("facilitates", """
                        SELECT f.named_at AS "when", s.name AS "for" FROM forum_facilitator f JOIN forum_series s ON s.id = f.series
                         WHERE f.person = :person ORDER BY f.named_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM item_note WHERE person = :person
                """, """
                DELETE FROM outcome_draft WHERE writer = :person
                """, """
                UPDATE outcome_draft SET person = NULL WHERE person = :person
                """, """
                DELETE FROM session_try WHERE person = :person
                """, """
                DELETE FROM session_invitation WHERE person = :person
                """, """
                DELETE FROM session_answer WHERE person = :person
                """, """
                DELETE FROM forum_facilitator WHERE person = :person
                """, """
                DELETE FROM outcome_need WHERE person = :person AND thread IS NULL
                """, """
                UPDATE raised_hand SET state = 'LOWERED', ended_at = now() WHERE person = :person AND state = 'WAITING'
                """, """
                UPDATE attendance SET guest = :plain || ' ' || left(id::text, 8) WHERE guest ~ :pattern
                """, renamed("minutes_paragraph", "text", PRESENT));
    }

    /** Sessions of whose record they are a part. */
    private static final String PRESENT = """
            session IN (SELECT a.session FROM attendance a WHERE a.person = :person
                        UNION SELECT h.session FROM raised_hand h WHERE h.person = :person
                        UNION SELECT i.session FROM agenda_item i WHERE i.presenter = :person OR i.proposer = :person
                        UNION SELECT i.session FROM outcome o JOIN agenda_item i ON i.id = o.item WHERE o.person = :person
                        UNION SELECT b.session FROM ballot b JOIN ballot_vote v ON v.ballot = b.id WHERE v.person = :person)
            """;

    @Override
    public List<Sight> sights(Subject subject) {
        List<Sight> sights = new ArrayList<>();
        if (has(subject, "SELECT FROM attendance WHERE person = :person")) {
            sights.add(Sight.of("forum.own.attendance-sight", "/app/" + ForumPages.SESSIONS));
        }
        if (has(subject, "SELECT FROM ballot_vote WHERE person = :person")) {
            sights.add(Sight.of("forum.own.votes-sight", null));
        }
        if (has(subject, "SELECT FROM ballot_voter WHERE person = :person")) {
            sights.add(Sight.of("forum.own.secret-sight", null));
        }
        return sights;
    }

    @Override
    public List<Burden> burdens(Subject subject) {
        long facilitates = count(subject, "SELECT count(*) FROM forum_facilitator WHERE person = :person");
        long owed = count(
                subject,
                "SELECT count(*) FROM outcome WHERE person = :person AND state = 'CONFIRMED' AND done_at IS NULL");
        List<Burden> burdens = new ArrayList<>();
        if (facilitates > 0) {
            burdens.add(Burden.of("forum.own.facilitates-burden", "/app/" + ForumPages.SESSIONS, facilitates));
        }
        if (owed > 0) {
            burdens.add(Burden.of("forum.own.tasks-burden", "/app/" + ForumPages.SESSIONS, owed));
        }
        return burdens;
    }
}
