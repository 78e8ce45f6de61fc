package org.kvartal.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Projects, missions and agreements as years of work would have left them, written as rows. Ids follow from numbers, so that each statement knows what the others wrote;
 * {@code i} is a project, {@code m} a mission, {@code a} an agreement. Each looks the same in a house of any size.
 */
final class MissionRows {

    /** Projects that a consultant has. */
    static final int EACH = 20;

    /** Projects of the client, and missions on which their delegation goes. */
    static final int OF_CLIENT = 5;

    static final int MEETINGS = 50;
    static final int VISITS = 25;

    /** The first projects were all in a year before the others, so that a table of that year is as long in any house. */
    static final int PILOTS = 5;

    static final int PILOT_YEAR = AdvocacyRows.FIRST_YEAR - 1;

    private static String text(String words) {
        return "jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', %s))".formatted(words);
    }

    /** The day on which the so-manieth of so many began. */
    private static final String DAY = "make_date(y.year, 1, 1) + (y.number - 1) * 330 / y.each";

    private static String numbered(String place, String all) {
        return """
                LATERAL (SELECT (%2$s + :years - 1) / :years AS each) AS e,
                LATERAL (SELECT :first + (%1$s - 1) / e.each AS year, (%1$s - 1) %% e.each + 1 AS number, e.each) AS y""".formatted(place, all);
    }

    private static final String PROJECTS = """
            INSERT INTO mentor_project (id, year, number, state, held_from, title, goal, client_member, client_entry, contact_name,
                   contact_email, contact_language, consultant, coordinator, starts, ends, last_contact, silent_since, reason, made_at,
                   changed_at, version)
            SELECT md5('project ' || i)::uuid, y.year, y.number, s.state, CASE WHEN s.state = 'PAUSED' THEN 'RUNNING' END,
            """ + text("'A workshop that pays its way, part ' || i") + ", "
            + text("(:texts::text[])[1 + i % 50]") + """
                   , CASE WHEN c.own THEN :client::uuid WHEN i % 2 = 0 THEN (:members::uuid[])[1 + i / 2 % 40] END,
                   CASE WHEN NOT c.own AND i % 2 = 1 THEN (:entries::uuid[])[1 + i / 2 % 40] END,
                   'Ada Client', 'client' || i || '@example.org', 'en',
                   (:consultants::uuid[])[1 + i % cardinality(:consultants::uuid[])], :officer, d.starts, d.starts + 365,
                   d.starts + 350, CASE WHEN i % 2 = 0 THEN current_date - 40 ELSE current_date - 5 END,
                   CASE WHEN s.state = 'TERMINATED' THEN 'It was not worth while.' ELSE '' END, d.starts, d.starts, i % 7
              FROM generate_series(1, :projects) AS i,""" + numbered("i", ":projects") + """
                   , LATERAL (SELECT CASE WHEN i <= :pilots THEN make_date(:pilot, 1, 1) ELSE\s""" + DAY + """
                    END AS starts) AS d,
                   LATERAL (SELECT CASE WHEN i <= 2 THEN 'TERMINATED' WHEN i <= :projects * 7 / 10 THEN 'ARCHIVED'
                                        WHEN i % 6 = 0 THEN 'PAUSED' ELSE 'RUNNING' END AS state) AS s,
                   LATERAL (SELECT i % (:projects / :ofClient) = :projects / :ofClient / 2 AS own) AS c""";

    private static final String STAGES = """
            INSERT INTO project_stage (id, project, place, state, title, due, gate, version)
            SELECT md5('stage ' || p.id || ' ' || k)::uuid, p.id, k,
                   CASE WHEN p.state NOT IN ('RUNNING', 'PAUSED') OR k = 1 THEN 'DONE' WHEN k = 2 THEN 'CURRENT' ELSE 'AHEAD' END,
            """ + text("'Stage ' || k") + """
                   , p.starts + 90 * k, k % 2 = 0, 1
              FROM mentor_project p, generate_series(1, 4) AS k""";

    private static final String GATES = """
            INSERT INTO gate_decision (id, stage, asked_by, asked_at, asked, verdict, decided_by, decided_at, decided)
            SELECT md5('gate ' || s.id)::uuid, s.id, p.consultant, s.due, 'All that was planned is there.', 'GO', :officer, s.due, 'It is.'
              FROM project_stage s JOIN mentor_project p ON p.id = s.project WHERE s.gate AND s.state = 'DONE'""";

    private static final String ITEMS = """
            INSERT INTO plan_item (id, stage, kind, text, due, percent, from_tasks, comment, done_at, done_by, link, opened, made_at)
            SELECT md5('item ' || s.id || ' ' || k)::uuid, s.id, t.kind,\s""" + text("(:texts::text[])[1 + k]") + """
                   , CASE WHEN t.kind = 'TASK' THEN s.due - 10 * k END, 0, t.kind = 'GOAL', '',
                   CASE WHEN t.kind <> 'GOAL' AND s.state = 'DONE' THEN s.due END,
                   CASE WHEN t.kind <> 'GOAL' AND s.state = 'DONE' THEN :officer::uuid END,
                   CASE WHEN t.kind = 'DELIVERABLE' THEN 'https://www.example.org/plan' ELSE '' END, t.kind = 'TASK', s.due - 90
              FROM project_stage s, generate_series(1, 8) AS k,
                   LATERAL (SELECT CASE WHEN k <= 2 THEN 'GOAL' WHEN k <= 7 THEN 'TASK' ELSE 'DELIVERABLE' END AS kind) AS t""";

    private static final String LOG = """
            INSERT INTO log_row (id, project, state, held_on, minutes, present, topics, agreed, next, language, author, asked_at,
                   settled_at, objection, written_at, version)
            SELECT md5('row ' || p.id || ' ' || k)::uuid, p.id, s.state, p.starts + 7 * k, 30 + k, 'Ada Client',
                   (:texts::text[])[1 + k % 50], (:texts::text[])[1 + (k + 7) % 50], 'To go on', 'en', p.consultant, p.starts + 7 * k,
                   CASE WHEN s.state <> 'NOTED' THEN p.starts + 7 * k + 1 END, '', p.starts + 7 * k, 1
              FROM mentor_project p, generate_series(1, :meetings) AS k,
                   LATERAL (SELECT CASE WHEN k % 20 = 0 THEN 'NOTED' WHEN k % 10 = 0 THEN 'ASSUMED' ELSE 'CONFIRMED' END AS state) AS s""";

    private static final String MISSIONS = """
            INSERT INTO mission (id, year, number, kind, state, title, about, starts, ends, zone, coordinator, shown, monthly, reason,
                   made_at, changed_at, version)
            SELECT md5('mission ' || m)::uuid, y.year, y.number, CASE WHEN m % 2 = 0 THEN 'DELEGATION' ELSE 'BUSINESS_MISSION' END,
                   CASE WHEN m > :missions * 9 / 10 THEN 'PLANNING' WHEN m % 20 = 5 THEN 'TERMINATED' ELSE 'DONE' END,
            """ + text("'Looms of three cities, part ' || m") + ", "
            + text("(:texts::text[])[1 + m % 50]") + """
                   , d.starts, d.starts + 4, 'Europe/Sofia', :officer, true, false,
                   CASE WHEN m % 20 = 5 THEN 'Nobody had time.' ELSE '' END, d.starts, d.starts, m % 7
              FROM generate_series(1, :missions) AS m,""" + numbered("m", ":missions") + """
                   , LATERAL (SELECT\s""" + DAY + " AS starts) AS d";

    private static final String GOALS = """
            INSERT INTO mission_goal (mission, place, text, target, reached)
            SELECT id, k,\s""" + text("'Goal ' || k") + ", 10, 5 FROM mission, generate_series(1, 2) AS k";

    private static final String DELEGATIONS = """
            INSERT INTO delegation (id, mission, name, member, entry, head, email, language, filled_at, made_at)
            SELECT md5('delegation ' || m || ' ' || k)::uuid, md5('mission ' || m)::uuid, 'Delegation ' || k,
                   CASE WHEN k = 1 THEN CASE WHEN :missions - m < 3 * :ofClient AND (:missions - m) % 3 = 0 THEN :client::uuid
                                             ELSE (:members::uuid[])[1 + m % 40] END END,
                   CASE WHEN k = 2 THEN (:entries::uuid[])[1 + m % 40] END, 'Ada Head', 'head' || m || '@example.org', 'en', now(), now()
              FROM generate_series(1, :missions) AS m, generate_series(1, 2) AS k""";

    private static final String TRAVELLERS = """
            INSERT INTO traveller (id, delegation, place, name, part, role, email, phone, languages, needs, document)
            SELECT md5('traveller ' || d.id || ' ' || k)::uuid, d.id, k, 'Traveller ' || k, CASE WHEN k = 1 THEN 'HEAD' ELSE 'DELEGATE' END,
                   'Weaver', '', '', 'en', '', current_date + 2000
              FROM delegation d, generate_series(1, 5) AS k""";

    private static final String SLOTS = """
            INSERT INTO mission_slot (id, mission, day, starts, ends, zone, entry, place, purpose, transport, note, host_name, host_email,
                   host_language, host_state, asked_at, said, changed_at, version)
            SELECT md5('slot ' || m || ' ' || k)::uuid, i.id, i.starts + k / 5, make_time(9 + 2 * (k % 5), 0, 0),
                   make_time(10 + 2 * (k % 5), 0, 0), 'Europe/Sofia', (:entries::uuid[])[1 + (7 * m + k) % 40], '',
                   (:texts::text[])[1 + k % 50], 'By bus', '', 'Ivo Host', 'host' || k || '@example.org', 'bg',
                   (ARRAY['ACCEPTED', 'ACCEPTED', 'ASKED', 'DECLINED', 'NOT_ASKED'])[1 + k % 5], now(), '', now(), 1
              FROM generate_series(:missions - :visited + 1, :missions) AS m JOIN mission i ON i.id = md5('mission ' || m)::uuid,
                   generate_series(0, :visits - 1) AS k""";

    private static final String WHO = """
            INSERT INTO slot_who (slot, delegation)
            SELECT md5('slot ' || m || ' ' || k)::uuid, md5('delegation ' || m || ' 1')::uuid
              FROM generate_series(:missions - :visited + 1, :missions) AS m, generate_series(0, :visits - 1, 2) AS k""";

    private static final String AGREEMENTS = """
            INSERT INTO agreement (id, year, number, state, kind, title, summary, starts, ends, file, hash, project, mission, reason,
                   in_force_at, ended_on, made_at, changed_at, version)
            SELECT md5('agreement ' || a)::uuid, y.year, y.number, s.state, (ARRAY['MOU', 'CONTRACT', 'TWINNING', 'GRANT'])[1 + a % 4],
            """ + text("'To work together, part ' || a") + """
                   , CASE WHEN s.state <> 'DRAFT' THEN\s"""
            + text("(:texts::text[])[1 + a % 50]") + """
                    END, d.starts, d.starts + 1000, CASE WHEN s.state <> 'DRAFT' THEN md5('paper ' || a)::uuid END,
                   CASE WHEN s.state <> 'DRAFT' THEN sha256('paper') END,
                   CASE WHEN a % 2 = 1 THEN md5('project ' || 1 + a % :projects)::uuid END,
                   CASE WHEN a % 2 = 0 THEN md5('mission ' || 1 + a % :missions)::uuid END,
                   CASE WHEN s.state = 'ENDED' THEN 'It was over.' ELSE '' END, CASE WHEN s.state <> 'DRAFT' THEN d.starts END,
                   CASE WHEN s.state = 'ENDED' THEN d.starts + 100 END, d.starts, d.starts, a % 7
              FROM generate_series(1, :agreements) AS a,""" + numbered("a", ":agreements") + """
                   , LATERAL (SELECT\s""" + DAY + """
                    AS starts) AS d,
                   LATERAL (SELECT CASE WHEN a % 10 = 1 THEN 'DRAFT' WHEN a % 10 = 2 THEN 'ENDED' ELSE 'IN_FORCE' END AS state) AS s""";

    private static final String PARTIES = """
            INSERT INTO agreement_party (agreement, place, member, entry, name, signer, signed_on, recorded_by)
            SELECT md5('agreement ' || a)::uuid, k, CASE WHEN k = 1 THEN (:members::uuid[])[1 + a % 40] END,
                   CASE WHEN k = 2 THEN (:entries::uuid[])[1 + a % 40] END, '', CASE WHEN a % 10 <> 1 THEN 'Ada Signer' ELSE '' END,
                   CASE WHEN a % 10 <> 1 THEN current_date - 100 END, CASE WHEN a % 10 <> 1 THEN :officer::uuid END
              FROM generate_series(1, :agreements) AS a, generate_series(1, 2) AS k""";

    private static final String RESULTS = """
            INSERT INTO mission_result (id, kind, state, value, text, language, happened_on, link, verified_by, verified_at, verdict, made_at,
                   version)
            SELECT md5('result ' || o.id)::uuid, (ARRAY['JOBS', 'MONEY', 'EVENTS', 'PRODUCTS'])[1 + o.number % 4],
                   CASE WHEN o.number % 2 = 0 THEN 'VERIFIED' ELSE 'REPORTED' END, 3, (:texts::text[])[1 + o.number % 50], 'en', o.day,
                   'https://www.example.org/result', CASE WHEN o.number % 2 = 0 THEN :officer::uuid END,
                   CASE WHEN o.number % 2 = 0 THEN now() END, '', now(), 1
              FROM (SELECT id, number, starts + 200 AS day FROM mentor_project
                    UNION ALL SELECT id, number, starts + 10 FROM mission WHERE state = 'DONE') AS o""";

    private static final String CLAIMS = """
            INSERT INTO result_claim (result, subject, reported_by, reported_at)
            SELECT md5('result ' || id)::uuid, id, consultant, now() FROM mentor_project
            UNION ALL SELECT md5('result ' || id)::uuid, id, coordinator, now() FROM mission WHERE state = 'DONE'""";

    private static final String FOLLOW_UPS = """
            INSERT INTO follow_up (id, subject, kind, day, due, opened, done_at, done_by, words)
            SELECT md5('look ' || o.id || ' ' || k)::uuid, o.id, o.kind, 90 * k, o.ends + 90 * k, true, now(), :officer, 'They go on.'
              FROM (SELECT id, 'PROJECT' AS kind, ends FROM mentor_project WHERE state = 'ARCHIVED'
                    UNION ALL SELECT id, 'MISSION', ends FROM mission WHERE state = 'DONE') AS o, generate_series(1, 2) AS k""";

    private static final String TRAILS = """
            INSERT INTO trace_link (from_kind, from_id, relation, to_kind, to_id, actor_house, at)
            SELECT 'project', id, 'BECAME', 'result', md5('result ' || id)::uuid, 'bench', now() FROM mentor_project
            UNION ALL SELECT 'mission', id, 'BECAME', 'result', md5('result ' || id)::uuid, 'bench', now() FROM mission WHERE state = 'DONE'""";

    private static final String CODES = """
            INSERT INTO missions_code (kind, year, last)
            SELECT 'P', year, max(number) FROM mentor_project GROUP BY year
            UNION ALL SELECT 'D', year, max(number) FROM mission GROUP BY year
            UNION ALL SELECT 'A', year, max(number) FROM agreement GROUP BY year""";

    /** In an order in which each finds what it points to; each takes some of the same parameters. */
    private static final List<String> ALL = List.of(
            PROJECTS,
            STAGES,
            GATES,
            ITEMS,
            LOG,
            MISSIONS,
            GOALS,
            DELEGATIONS,
            TRAVELLERS,
            SLOTS,
            WHO,
            AGREEMENTS,
            PARTIES,
            RESULTS,
            CLAIMS,
            FOLLOW_UPS,
            TRAILS,
            CODES);

    /** What was filled, to be analysed. */
    static final List<String> TABLES = List.of(
            "mentor_project",
            "project_stage",
            "gate_decision",
            "plan_item",
            "log_row",
            "mission",
            "mission_goal",
            "delegation",
            "traveller",
            "mission_slot",
            "slot_who",
            "agreement",
            "agreement_party",
            "mission_result",
            "result_claim",
            "follow_up",
            "trace_link");

    private MissionRows() {}

    /**
     * Writes them into a house that has none, in one transaction of the caller.
     *
     * @param parameters {@code projects}, {@code missions} of which the last {@code visited} have visits, and {@code agreements}: how many;
     *     {@code consultants}, {@code members} and {@code entries}: of the last two 40 each; {@code officer}, {@code client}, fifty {@code texts}
     */
    static void write(JdbcClient jdbc, Map<String, Object> parameters) {
        ALL.forEach(statement -> jdbc.sql(statement)
                .params(parameters)
                .param("first", AdvocacyRows.FIRST_YEAR)
                .param("years", AdvocacyRows.YEARS)
                .param("pilots", PILOTS)
                .param("pilot", PILOT_YEAR)
                .param("ofClient", OF_CLIENT)
                .param("meetings", MEETINGS)
                .param("visits", VISITS)
                .update());
    }
}
