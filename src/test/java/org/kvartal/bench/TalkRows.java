package org.kvartal.bench;

import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Threads and posts as twenty years of talk would have left them, written as rows. Ids follow from numbers, so that each statement knows what the others wrote; {@code p} is a person, {@code t} a thread,
 * {@code n} one of its posts.
 */
final class TalkRows {

    /** So many posts each thread has, in a house of any size. */
    static final int POSTS_EACH = 50;

    /** Each so many threads one is a need, and each so many posts one has a reaction. */
    private static final int NEEDS = 5;

    private static final int REACTIONS = 10;

    /** Of the newest threads so many have been read in part by everybody who can sign in. */
    private static final int READ_IN_PART = 25;

    private static final String PEOPLE = """
            INSERT INTO person (id, version, name, language, zone, joined_at)
            SELECT md5('person ' || p)::uuid, 0, (ARRAY['Anna', 'Иван', 'Мария', 'Boris', 'Елена', 'Стефан'])[1 + p % 6] || ' ' || p,
                   (ARRAY['en', 'ru', 'bg'])[1 + p % 3], 'Europe/Sofia', now() - interval '7 years'
              FROM generate_series(1, :people) AS p""";

    private static final String MEMBERS = """
            INSERT INTO role_grant (id, person, role, scope_kind, scope_id, from_at)
            SELECT md5('grant ' || id)::uuid, id, 'MEMBER', 'platform', '', now() - interval '7 years' FROM person""";

    private static final String THREADS = """
            INSERT INTO thread (id, space, title, language, author, started_at, last_number, revision, last_post_at)
            SELECT md5('thread ' || t)::uuid, (:spaces::uuid[])[1 + t % cardinality(:spaces::uuid[])],
                   (:titles::text[])[1 + t % 3] || ' ' || t, (ARRAY['en', 'ru', 'bg'])[1 + t % 3],
                   md5('person ' || 1 + t % :people)::uuid, d.at, :each, :each, d.at + :each * interval '7 minutes'
              FROM generate_series(1, :threads) AS t, LATERAL (SELECT now() - (:threads - t + 10) * interval '6 years' / :threads AS at) AS d
             ORDER BY t""";

    private static final String POSTS = """
            INSERT INTO post (id, thread, number, author, language, text, html, renderer, excerpt, posted_at, revision, version)
            SELECT md5('post ' || t || ' ' || n)::uuid, md5('thread ' || t)::uuid, n, md5('person ' || 1 + (t * 31 + n * 17) % :people)::uuid,
                   (ARRAY['en', 'ru', 'bg'])[1 + w.w % 3], (:texts::text[])[w.w], (:htmls::text[])[w.w], :renderer, (:excerpts::text[])[w.w],
                   h.started_at + n * interval '7 minutes', n, 0
              FROM generate_series(:from, :to) AS t JOIN thread h ON h.id = md5('thread ' || t)::uuid,
                   generate_series(1, :each) AS n, LATERAL (SELECT 1 + (t * 7 + n) % cardinality(:texts::text[]) AS w) AS w""";

    private static final String NEEDS_OF_THREADS = """
            INSERT INTO need (thread, concerned, language, place_words, since_year, stated_by, stated_at, people, associations, version)
            SELECT id, 'Small studios', 'en', 'Sofia', 2021, author, started_at, 1, 0, 0
              FROM (SELECT md5('thread ' || t)::uuid AS id FROM generate_series(:needs, :threads, :needs) AS t) AS n JOIN thread USING (id)""";

    private static final String SUPPORT = """
            INSERT INTO need_support (thread, person, at) SELECT thread, stated_by, stated_at FROM need""";

    private static final String REACTED = """
            INSERT INTO reaction (post, kind, person, at)
            SELECT md5('post ' || t || ' ' || n)::uuid, :kind, md5('person ' || 1 + (t + n) % :people)::uuid, now()
              FROM generate_series(1, :threads) AS t, generate_series(1, :each, :reactions) AS n""";

    private static final String READING = """
            INSERT INTO reading (person, thread, last_read_number, last_read_at)
            SELECT r, md5('thread ' || t)::uuid, :each / 2, now()
              FROM unnest(:readers::uuid[]) AS r, generate_series(:threads - :partly + 1, :threads) AS t""";

    /** Threads whose posts are written in one transaction. */
    static final int AT_A_TIME = 2_000;

    private TalkRows() {}

    /** What the posts say: the same few dozen texts in each house. */
    record Wordings(List<String> titles, List<String> texts) {

        private String[] htmls() {
            return texts.stream().map(text -> Markdown.render(text).html()).toArray(String[]::new);
        }

        private String[] excerpts() {
            return texts.stream().map(text -> Markdown.excerpt(text, 180)).toArray(String[]::new);
        }
    }

    static void writePeople(JdbcClient jdbc, int people) {
        jdbc.sql(PEOPLE).param("people", people).update();
        jdbc.sql(MEMBERS).update();
    }

    static void writeThreads(JdbcClient jdbc, TalkFilling.Order order, UUID[] spaces, Wordings wordings) {
        jdbc.sql(THREADS)
                .param("spaces", spaces)
                .param("titles", wordings.titles.toArray(String[]::new))
                .param("people", order.people())
                .param("threads", order.threads())
                .param("each", POSTS_EACH)
                .update();
    }

    static void writePosts(JdbcClient jdbc, TalkFilling.Order order, int from, Wordings wordings) {
        jdbc.sql(POSTS)
                .param("from", from)
                .param("to", Math.min(from + AT_A_TIME - 1, order.threads()))
                .param("each", POSTS_EACH)
                .param("people", order.people())
                .param("texts", wordings.texts.toArray(String[]::new))
                .param("htmls", wordings.htmls())
                .param("excerpts", wordings.excerpts())
                .param("renderer", Markdown.VERSION)
                .update();
    }

    static void writeWhatPeopleDid(JdbcClient jdbc, TalkFilling.Order order, String reaction, UUID[] readers) {
        jdbc.sql(NEEDS_OF_THREADS)
                .param("needs", NEEDS)
                .param("threads", order.threads())
                .update();
        jdbc.sql(SUPPORT).update();
        jdbc.sql(REACTED)
                .param("kind", reaction)
                .param("people", order.people())
                .param("threads", order.threads())
                .param("each", POSTS_EACH)
                .param("reactions", REACTIONS)
                .update();
        jdbc.sql(READING)
                .param("each", POSTS_EACH)
                .param("readers", readers)
                .param("threads", order.threads())
                .param("partly", READ_IN_PART)
                .update();
    }
}
