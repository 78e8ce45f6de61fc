package org.kvartal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the database what became of a room, and looks for whatever would tell how somebody voted in secret. */
@Component
final class RoomCount {

    private static final int ALL = 1_000_000;

    private final JdbcClient jdbc;

    RoomCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Question(SessionId session, BallotId ballot) {}

    /**
     * @param rows of all who came, {@code people} of them different
     * @param associations that are represented and count
     * @param voters who have voted, by rows; {@code differentVoters} of them different
     */
    record Counted(
            int rows,
            int people,
            int associations,
            int hands,
            int handsOfOne,
            int voters,
            int differentVoters,
            int papers,
            int yes,
            int no) {}

    Counted count(Question question) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM attendance WHERE session = :session AND left_at IS NULL) AS "rows",
                       (SELECT count(DISTINCT person) FROM attendance
                         WHERE session = :session AND left_at IS NULL) AS people,
                       (SELECT count(DISTINCT on_behalf_of) FROM attendance
                         WHERE session = :session AND left_at IS NULL AND counts) AS associations,
                       (SELECT count(*) FROM raised_hand WHERE session = :session AND state = 'WAITING') AS hands,
                       (SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM raised_hand
                         WHERE session = :session AND state = 'WAITING' GROUP BY person) h) AS hands_of_one,
                       (SELECT count(*) FROM ballot_voter WHERE ballot = :ballot) AS voters,
                       (SELECT count(DISTINCT person) FROM ballot_voter WHERE ballot = :ballot) AS different_voters,
                       (SELECT count(*) FROM ballot_paper WHERE ballot = :ballot) AS papers,
                       (SELECT count(*) FROM ballot_paper WHERE ballot = :ballot AND choice = 'YES') AS yes,
                       (SELECT count(*) FROM ballot_paper WHERE ballot = :ballot AND choice = 'NO') AS no
                """)
                .param("session", question.session.value())
                .param("ballot", question.ballot.value())
                .query(Counted.class)
                .single();
    }

    /** How many voters the owner of the database could join with their paper now by the transaction that wrote both. */
    int joined(BallotId ballot) {
        return jdbc.sql("""
                WITH voter AS (SELECT xmin::text AS mark FROM ballot_voter WHERE ballot = :ballot
                                GROUP BY 1 HAVING count(*) = 1),
                     paper AS (SELECT xmin::text AS mark FROM ballot_paper WHERE ballot = :ballot
                                GROUP BY 1 HAVING count(*) = 1)
                SELECT count(*) FROM voter JOIN paper USING (mark)""")
                .param("ballot", ballot.value())
                .query(Integer.class)
                .single();
    }

    /**
     * What an intruder would look at once the vote is closed.
     *
     * @param voters in the order in which they stand in their table
     * @param papers the choices in the order in which they stand in theirs; {@code byId} in the order of their ids
     * @param joined how many of both the transactions join
     * @param times columns of the two tables that hold a time or a number that counts
     * @param keys foreign keys between the two
     * @param together rows of any table that name both one of the voters and a choice
     * @param trail rows of the audit trail by one of the voters about the vote
     */
    record Traces(
            List<PersonId> voters,
            List<String> papers,
            List<String> byId,
            int joined,
            int times,
            int keys,
            List<String> together,
            int trail) {}

    Traces traces(BallotId ballot) {
        Map<String, Object> of = Map.of("ballot", ballot.value());
        List<PersonId> voters = jdbc.sql("SELECT person FROM ballot_voter WHERE ballot = :ballot ORDER BY ctid")
                .params(of)
                .query((row, _) -> Columns.person(row, "person"))
                .list();
        return new Traces(
                voters,
                choices(ballot, "ctid"),
                choices(ballot, "id"),
                joined(ballot),
                jdbc.sql("""
                        SELECT count(*) FROM information_schema.columns
                         WHERE table_schema = current_schema() AND table_name IN ('ballot_voter', 'ballot_paper')
                           AND data_type NOT IN ('uuid', 'text')""").query(Integer.class).single(),
                jdbc.sql("""
                        SELECT count(*) FROM pg_constraint
                         WHERE contype = 'f' AND (conrelid, confrelid) IN (
                               ('ballot_voter'::regclass, 'ballot_paper'::regclass),
                               ('ballot_paper'::regclass, 'ballot_voter'::regclass))""").query(Integer.class).single(),
                together(ballot),
                jdbc.sql("""
                        SELECT count(*) FROM audit_entry
                         WHERE actor_person IN (SELECT person FROM ballot_voter WHERE ballot = :ballot)
                           AND (subject_id = :ballot OR details::text LIKE '%' || :ballot || '%')""").params(of).query(Integer.class).single());
    }

    private List<String> choices(BallotId ballot, String order) {
        return jdbc.sql("SELECT choice FROM ballot_paper WHERE ballot = :ballot ORDER BY " + order)
                .param("ballot", ballot.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whatever its columns are called: a row that names one of the voters and says a choice. */
    private List<String> together(BallotId ballot) {
        List<String> found = new ArrayList<>();
        List<String> tables = jdbc.sql("""
                SELECT quote_ident(table_name) FROM information_schema.tables
                 WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                   AND has_table_privilege(quote_ident(table_name), 'SELECT')""").query((row, _) -> row.getString(1)).list();
        for (String table : tables) {
            int rows = jdbc.sql("""
                    SELECT count(*) FROM (SELECT t::text AS row FROM %s t LIMIT %d) r
                     WHERE row ~ '\\m(YES|NO|ABSTAIN)\\M'
                       AND EXISTS (SELECT FROM ballot_voter v
                                    WHERE v.ballot = :ballot AND strpos(row, v.person::text) > 0)""".formatted(table, ALL))
                    .param("ballot", ballot.value())
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table + " " + rows);
            }
        }
        return found;
    }

    /** The item that is spoken of, by its title in all languages, and for how many seconds, as the database has it. */
    record Spoken(String title, double seconds) {}

    Spoken spoken(SessionId session) {
        return jdbc.sql("""
                SELECT i.title::text AS title,
                       (SELECT sum(extract(epoch FROM coalesce(s.ended_at, clock_timestamp()) - s.began_at))
                          FROM item_span s WHERE s.item = i.id) AS seconds
                  FROM agenda_item i WHERE i.session = :session AND i.state = 'CURRENT'""")
                .param("session", session.value())
                .query(Spoken.class)
                .single();
    }
}
