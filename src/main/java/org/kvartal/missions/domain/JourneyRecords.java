package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.kvartal.missions.MissionPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects, agreements and results are records of several people and stay; who travelled, with whom to call, goes. */
@Component
class JourneyRecords extends PersonalRecords {

    JourneyRecords(JdbcClient jdbc) {
        super("missions", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("projects", """
                        SELECT p.made_at AS "when", 'P-' || p.year || '-' || lpad(p.number::text, 3, '0') AS number, p.title, p.state FROM mentor_project p
                         WHERE p.consultant = :person OR p.coordinator = :person OR lower(p.contact_email) = :address ORDER BY p.made_at
                        """),
                Map.entry("log", """
                        SELECT l.written_at AS "when", p.title AS project, l.held_on AS day, l.present, l.topics AS text, l.agreed AS answer, l.next AS comment
                          FROM log_row l JOIN mentor_project p ON p.id = l.project WHERE l.author = :person ORDER BY l.written_at
                        """),
                Map.entry("objections", """
                        SELECT l.settled_at AS "when", p.title AS project, l.objection AS text FROM log_row l
                          JOIN mentor_project p ON p.id = l.project WHERE l.settled_by = :person ORDER BY l.settled_at
                        """),
                Map.entry("gates", """
                        SELECT g.asked_at AS "when", CASE WHEN g.asked_by = :person THEN g.asked END AS text,
                               CASE WHEN g.decided_by = :person THEN g.decided END AS answer, g.verdict AS choice
                          FROM gate_decision g WHERE g.asked_by = :person OR g.decided_by = :person ORDER BY g.asked_at
                        """),
                Map.entry("missions", """
                        SELECT made_at AS "when", 'D-' || year || '-' || lpad(number::text, 3, '0') AS number, title, state FROM mission
                         WHERE coordinator = :person ORDER BY made_at
                        """),
                Map.entry("travels", """
                        SELECT m.title, m.starts AS since, m.ends AS until, t.name, t.part AS role, t.role AS comment, t.email AS address, t.phone,
                               t.languages AS language, t.needs AS text, t.document AS day, e.name AS contact, e.phone AS emergency
                          FROM traveller t JOIN delegation d ON d.id = t.delegation JOIN mission m ON m.id = d.mission
                          LEFT JOIN traveller_emergency e ON e.traveller = t.id WHERE lower(t.email) = :address ORDER BY m.starts
                        """),
                Map.entry("delegations", """
                        SELECT d.made_at AS "when", m.title, d.name AS "for", d.head AS name, d.email AS address FROM delegation d
                          JOIN mission m ON m.id = d.mission WHERE lower(d.email) = :address ORDER BY d.made_at
                        """),
                Map.entry("hosted", """
                        SELECT s.day, m.title, s.host_name AS name, s.host_email AS address, s.host_phone AS phone, s.said AS text FROM mission_slot s
                          JOIN mission m ON m.id = s.mission WHERE lower(s.host_email) = :address ORDER BY s.day
                        """),
                Map.entry("results", """
                        SELECT c.reported_at AS "when", r.kind, r.text, r.link FROM result_claim c JOIN mission_result r ON r.id = c.result
                         WHERE c.reported_by = :person ORDER BY c.reported_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM traveller WHERE lower(email) = :address
                """, """
                UPDATE traveller_emergency SET name = :plain, phone = '' WHERE name ~ :pattern
                """, """
                UPDATE delegation SET head = :plain, email = '' WHERE lower(email) = :address
                """, """
                UPDATE mission_slot SET host_name = :plain, host_email = '', host_phone = '' WHERE lower(host_email) = :address
                """, """
                UPDATE mentor_project SET contact_name = :plain, contact_email = '' WHERE lower(contact_email) = :address
                """, """
                UPDATE log_row SET present = regexp_replace(present, :pattern, :new_plain, 'g') WHERE present ~ :pattern
                """);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        List<Sight> sights = new ArrayList<>();
        if (has(subject, "SELECT FROM traveller WHERE lower(email) = :address")) {
            sights.add(Sight.of("missions.own.travels-sight", null));
        }
        if (has(subject, "SELECT FROM mentor_project WHERE consultant = :person OR lower(contact_email) = :address")) {
            sights.add(Sight.of("missions.own.projects-sight", "/app/" + MissionPages.PROJECTS));
        }
        return sights;
    }

    @Override
    public List<Burden> burdens(Subject subject) {
        long missions = count(
                subject,
                "SELECT count(*) FROM mission WHERE coordinator = :person AND state NOT IN ('DONE', 'TERMINATED')");
        long projects = count(subject, """
                SELECT count(*) FROM mentor_project
                 WHERE (consultant = :person OR coordinator = :person) AND state IN ('RUNNING', 'PAUSED', 'CLOSING')
                """);
        List<Burden> burdens = new ArrayList<>();
        if (missions > 0) {
            burdens.add(Burden.of("missions.own.missions-burden", "/app/" + MissionPages.MISSIONS, missions));
        }
        if (projects > 0) {
            burdens.add(Burden.of("missions.own.projects-burden", "/app/" + MissionPages.PROJECTS, projects));
        }
        return burdens;
    }
}
