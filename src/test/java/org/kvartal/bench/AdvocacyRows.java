package org.kvartal.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recommendations, letters and measures as years of sessions would have left them, written as rows. Ids follow from numbers, so that each statement knows what the others wrote; {@code i} is a recommendation,
 * {@code k} one of its letters, {@code m} a measure.
 */
public final class AdvocacyRows {

    static final int LETTERS_EACH = 4;
    static final int MEASURES_EACH = 2;

    /** Of the oldest recommendations so many are retired and no others. */
    public static final int RETIRED = 10;

    /** Of the oldest measures so many are of a strategy that has none since, and each third of the rest is of one that goes on. */
    static final int OF_THE_OLD_STRATEGY = 20;

    public static final String OLD_STRATEGY = "Culture until 2022";
    static final String STRATEGY = "Culture until 2030";

    static final int FIRST_YEAR = 2021;
    static final int YEARS = 6;

    private static final String ADDRESSEES = """
            INSERT INTO addressee (id, entry, unit, post, email, address, language, zone, reply_days, made_at, version)
            SELECT md5('addressee ' || o)::uuid, a, 'Department ' || o, 'Director', 'office' || o || '@example.org', '', 'en',
                   'Europe/Sofia', 30, now() - interval '6 years', 0
              FROM unnest(:authorities::uuid[]) WITH ORDINALITY AS t (a, o)""";

    private static final String WORDS_OF_THE_ROOM = """
            INSERT INTO room_word (outcome, kind, session, item, text, heard_at)
            SELECT md5('outcome ' || i)::uuid, 'RECOMMENDATION', md5('session ' || i / 5)::uuid, md5('item ' || i)::uuid,
                   jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', (:texts::text[])[1 + i % 50])),
                   now() - (:all - i + 100) * interval '6 years' / :all
              FROM generate_series(1, :all) AS i""";

    private static final String RECOMMENDATIONS = """
            INSERT INTO recommendation (id, year, number, state, title, problem, affected, proposal, by_when, author, outcome,
                   made_at, proposed_at, public_at, adopted_at, frozen, hash, active_at, ended_at, retired_as, reason, changed_at, version)
            SELECT md5('recommendation ' || i)::uuid, :first + (i - 1) / y.each, (i - 1) % y.each + 1, s.state,
                   jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', 'One form instead of five, part ' || i,
                       'RU', 'Одна форма вместо пяти, часть ' || i, 'BG', 'Един формуляр вместо пет, част ' || i)),
                   t.text, t.text, t.text, CASE WHEN i % 3 = 0 THEN current_date + i % 300 END, md5('author ' || i % 40)::uuid,
                   CASE WHEN s.adopted THEN md5('outcome ' || i)::uuid END,
                   d.at, d.at, d.at, CASE WHEN s.adopted THEN d.at END,
                   CASE WHEN s.adopted THEN t.text::text END, CASE WHEN s.adopted THEN sha256(convert_to(t.text::text, 'UTF8')) END,
                   CASE WHEN s.state IN ('ACTIVE', 'CLOSED') THEN d.at END,
                   CASE WHEN s.state IN ('RETIRED', 'CLOSED') THEN d.at END,
                   CASE WHEN s.state = 'RETIRED' THEN 'OVERTAKEN' END, '', d.at, i % 7
              FROM generate_series(1, :all) AS i,
                   LATERAL (SELECT (:all + :years - 1) / :years AS each) AS y,
                   LATERAL (SELECT CASE WHEN i <= :retired THEN 'RETIRED' WHEN i % 10 = 1 THEN 'ADOPTED' WHEN i % 10 = 2 THEN 'CLOSED'
                                        WHEN i % 40 = 3 THEN 'IN_CONSULTATION' ELSE 'ACTIVE' END) AS c (state),
                   LATERAL (SELECT c.state, c.state IN ('ADOPTED', 'ACTIVE', 'CLOSED') AS adopted) AS s,
                   LATERAL (SELECT jsonb_build_object('source', 'EN', 'texts',
                                       jsonb_build_object('EN', (:texts::text[])[1 + i % 50])) AS text) AS t,
                   LATERAL (SELECT now() - (:all - i + 100) * interval '6 years' / :all AS at) AS d""";

    private static final String ENDORSEMENTS = """
            INSERT INTO endorsement (recommendation, person, association, country, given_at)
            SELECT md5('recommendation ' || i)::uuid, md5('person ' || i || ' ' || e)::uuid,
                   CASE WHEN e > 5 THEN md5('association ' || i || ' ' || e)::uuid END, CASE WHEN e > 5 THEN 'BG' END, now()
              FROM generate_series(1, :all) AS i, generate_series(1, 7) AS e""";

    private static final String LETTERS = """
            INSERT INTO dispatch (id, recommendation, addressee, state, way, language, zone, reply_days, covering, prepared_by, prepared_at,
                   signed_by, signed_at, alone, letter_hash, sent_at, sent_on, reply_by, registry, bounced, position, note,
                   classified_by, classified_at, closed_at, changed_at, version,
                   to_entry, to_unit, to_post, to_holder, to_email, to_address)
            SELECT md5('letter ' || i || ' ' || k)::uuid, md5('recommendation ' || i)::uuid, md5('addressee ' || a.o)::uuid,
                   s.state, 'MAIL', 'en', 'Europe/Sofia', 30, (:texts::text[])[1 + i % 50], md5('first officer')::uuid, d.at,
                   CASE WHEN s.signed THEN md5('second officer')::uuid END, CASE WHEN s.signed THEN d.at END, false,
                   CASE WHEN s.signed THEN sha256('letter') END, CASE WHEN s.sent THEN d.at END,
                   CASE WHEN s.sent THEN d.at::date END,
                   CASE WHEN s.sent THEN CASE WHEN i % 2 = 0 THEN current_date + 30 ELSE current_date - 30 END END, '', '',
                   CASE WHEN s.state IN ('ANSWERED', 'CLOSED')
                        THEN (ARRAY['ACCEPTED', 'PARTLY', 'NOTED', 'REFUSED', 'NO_REPLY'])[1 + (i + k) % 5] END, '',
                   CASE WHEN s.state IN ('ANSWERED', 'CLOSED') THEN md5('second officer')::uuid END,
                   CASE WHEN s.state IN ('ANSWERED', 'CLOSED') THEN d.at END,
                   CASE WHEN s.state = 'CLOSED' THEN d.at END, d.at, 3,
                   (:authorities::uuid[])[a.o], 'Department ' || a.o, 'Director', '', 'office' || a.o || '@example.org', ''
              FROM generate_series(1, :all) AS i, generate_series(0, :letters - 1) AS k,
                   LATERAL (SELECT (i * :letters + k) % cardinality(:authorities::uuid[]) + 1 AS o) AS a,
                   LATERAL (SELECT (ARRAY['PREPARED', 'SIGNED', 'SENT', 'SENT', 'NEEDS_CLASSIFICATION', 'ANSWERED', 'ANSWERED',
                                          'CLOSED'])[1 + (i + 3 * k) % 8] AS state) AS c,
                   LATERAL (SELECT c.state, c.state <> 'PREPARED' AS signed, c.state NOT IN ('PREPARED', 'SIGNED') AS sent) AS s,
                   LATERAL (SELECT now() - (:all - i + 50) * interval '6 years' / :all AS at) AS d""";

    private static final String REPLIES = """
            INSERT INTO dispatch_reply (id, dispatch, number, way, choice, language, words, responsible, promised_on, passed_to,
                   their_number, our_number, received_on, recorded_at, corrected)
            SELECT md5('reply ' || d.id)::uuid, d.id, 1, 'LINK',
                   CASE WHEN d.position IN ('ACCEPTED', 'PARTLY', 'REFUSED') THEN d.position ELSE 'NOTED' END, 'en',
                   (:texts::text[])[2], 'Ada Ledger', CASE WHEN d.position = 'ACCEPTED' THEN current_date + 90 END, '', '', '',
                   d.sent_on, d.sent_at, false
              FROM dispatch d
             WHERE d.state IN ('NEEDS_CLASSIFICATION', 'ANSWERED', 'CLOSED') AND d.position IS DISTINCT FROM 'NO_REPLY'""";

    private static final String MEASURES = """
            INSERT INTO measure (id, year, number, state, held_from, title, about, owner_entry, implementer, starts, due, progress, schedule,
                   strategy, external, reported_by, reported_at, verified_by, verified_at, verdict, reason, made_at, changed_at, version)
            SELECT md5('measure ' || m)::uuid, :first + (m - 1) / y.each, (m - 1) % y.each + 1, s.state,
                   CASE WHEN s.state = 'ON_HOLD' THEN 'IN_PROGRESS' END,
                   jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', 'Draw up the form, part ' || m,
                       'RU', 'Составить форму, часть ' || m, 'BG', 'Да се състави формулярът, част ' || m)),
                   jsonb_build_object('source', 'EN', 'texts', jsonb_build_object('EN', (:texts::text[])[1 + m % 50])),
                   (:authorities::uuid[])[1 + m % cardinality(:authorities::uuid[])], 'The unit for forms', current_date - 100,
                   current_date + 200, m % 101, 'MONTHLY',
                   CASE WHEN m <= :old THEN :oldStrategy WHEN m % 3 = 0 THEN :strategy ELSE '' END, '',
                   CASE WHEN s.done THEN md5('first officer')::uuid END, CASE WHEN s.done THEN now() END,
                   CASE WHEN s.state = 'VERIFIED_IMPLEMENTED' THEN md5('second officer')::uuid END,
                   CASE WHEN s.state = 'VERIFIED_IMPLEMENTED' THEN now() END, '', '', now(), now(), m % 7
              FROM generate_series(1, :measures) AS m,
                   LATERAL (SELECT (:measures + :years - 1) / :years AS each) AS y,
                   LATERAL (SELECT (ARRAY['PLANNED', 'COMMITTED', 'IN_PROGRESS', 'IN_PROGRESS', 'REPORTED_DONE', 'VERIFIED_IMPLEMENTED',
                                          'ON_HOLD', 'CANCELLED'])[1 + m % 8] AS state) AS c,
                   LATERAL (SELECT c.state, c.state IN ('REPORTED_DONE', 'VERIFIED_IMPLEMENTED') AS done) AS s""";

    private static final String TIES = """
            INSERT INTO measure_of (measure, recommendation)
            SELECT md5('measure ' || m)::uuid, md5('recommendation ' || (m - 1) / :each + 1)::uuid
              FROM generate_series(1, :measures) AS m""";

    private static final String REPORTS = """
            INSERT INTO progress_report (id, measure, state, author, language, text, progress, made_at, published_at, published_by)
            SELECT md5('report ' || m || ' ' || r)::uuid, md5('measure ' || m)::uuid, 'PUBLISHED', md5('first officer')::uuid, 'en',
                   (:texts::text[])[1 + (m + r) % 50], 10 * r, now() - (3 - r) * interval '30 days', now() - (3 - r) * interval '30 days',
                   md5('first officer')::uuid
              FROM generate_series(1, :measures) AS m, generate_series(1, 2) AS r""";

    private static final String REPORT_DAYS = """
            INSERT INTO report_day (measure, due_on, report)
            SELECT md5('measure ' || m)::uuid, current_date + 30 * (r - 2), CASE WHEN r <= 2 THEN md5('report ' || m || ' ' || r)::uuid END
              FROM generate_series(1, :measures) AS m, generate_series(1, 6) AS r""";

    private static final String EVIDENCE = """
            INSERT INTO measure_evidence (id, measure, link, about, added_by, added_at)
            SELECT md5('evidence ' || m)::uuid, md5('measure ' || m)::uuid, 'https://www.example.org/' || m, 'What was printed',
                   md5('first officer')::uuid, now()
              FROM generate_series(1, :measures) AS m""";

    private static final String TRAILS = """
            INSERT INTO trace_link (from_kind, from_id, relation, to_kind, to_id, actor_house, at)
            SELECT 'recommendation', recommendation, 'SENT_AS', 'dispatch', id, 'bench', sent_at FROM dispatch WHERE sent_at IS NOT NULL
            UNION ALL SELECT 'dispatch', dispatch, 'ANSWERED_BY', 'reply', id, 'bench', recorded_at FROM dispatch_reply
            UNION ALL SELECT 'recommendation', recommendation, 'CARRIED_OUT_BY', 'measure', measure, 'bench', now() FROM measure_of
            UNION ALL SELECT 'measure', measure, 'REPORTED_BY', 'report', id, 'bench', made_at FROM progress_report""";

    private static final String CODES = """
            INSERT INTO advocacy_code (kind, year, last)
            SELECT 'R', year, max(number) FROM recommendation GROUP BY year
            UNION ALL SELECT 'M', year, max(number) FROM measure GROUP BY year""";

    /** In an order in which each finds what it points to; each takes some of the same parameters. */
    private static final List<String> ALL = List.of(
            ADDRESSEES,
            WORDS_OF_THE_ROOM,
            RECOMMENDATIONS,
            ENDORSEMENTS,
            LETTERS,
            REPLIES,
            MEASURES,
            TIES,
            REPORTS,
            REPORT_DAYS,
            EVIDENCE,
            TRAILS,
            CODES);

    private AdvocacyRows() {}

    /**
     * Writes them into a house that has none, in one transaction of the caller.
     *
     * @param authorities entries of the directory, more than four
     * @param texts what they say, fifty
     */
    public static void write(JdbcClient jdbc, int recommendations, UUID[] authorities, String[] texts) {
        ALL.forEach(statement -> jdbc.sql(statement)
                .param("all", recommendations)
                .param("measures", recommendations * MEASURES_EACH)
                .param("first", FIRST_YEAR)
                .param("years", YEARS)
                .param("letters", LETTERS_EACH)
                .param("each", MEASURES_EACH)
                .param("retired", RETIRED)
                .param("old", OF_THE_OLD_STRATEGY)
                .param("oldStrategy", OLD_STRATEGY)
                .param("strategy", STRATEGY)
                .param("authorities", authorities)
                .param("texts", texts)
                .update());
    }

    /** The year and number of the so-manieth of that many, as they stand in the address of a page of a list. */
    static String key(int place, int all) {
        return year(place, all) + "-" + number(place, all);
    }

    /** The code of the so-manieth of that many. */
    public static String code(char kind, int place, int all) {
        return "%c-%d-%03d".formatted(kind, year(place, all), number(place, all));
    }

    public static int year(int place, int all) {
        return FIRST_YEAR + (place - 1) / each(all);
    }

    public static int number(int place, int all) {
        return (place - 1) % each(all) + 1;
    }

    /** How many a year has. */
    private static int each(int all) {
        return (all + YEARS - 1) / YEARS;
    }
}
