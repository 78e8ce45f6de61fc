package org.kvartal.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts afresh what a thread holds, against what its writers were told and against its own counters. */
final class Recount {

    private final JdbcClient jdbc;

    Recount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the writers know.
     *
     * @param acknowledged the posts they were given a number for
     * @param attempted these and those whose answer never came
     */
    record Claim(ThreadId thread, List<Acknowledged> acknowledged, List<PostId> attempted) {}

    record Acknowledged(PostId post, int number) {}

    /**
     * @param lost acknowledged, and not there under that number
     * @param foreign there, and written by nobody (the first post is the trial's own)
     * @param halfWritten without text, markup or author, or without the row that its thread's counters speak of
     * @param gaps numbers that are missing or given twice
     * @param countersOff counters of the thread that differ from a count
     */
    record Verdict(int posts, int lost, int foreign, int halfWritten, int gaps, int countersOff) {

        boolean clean() {
            return lost == 0 && foreign == 0 && halfWritten == 0 && gaps == 0 && countersOff == 0;
        }
    }

    private record Row(UUID id, int number, long revision, boolean whole) {

        static Row of(ResultSet row, int place) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getInt("number"),
                    row.getLong("revision"),
                    row.getBoolean("whole"));
        }
    }

    Verdict of(Claim claim) {
        List<Row> rows =
                jdbc.sql("""
                        SELECT id, number, revision, text <> '' AND html <> '' AND excerpt <> '' AS whole
                        FROM post WHERE thread = ? ORDER BY number
                        """).param(claim.thread.value()).query(Row::of).list();
        Map<UUID, Integer> numbers = new HashMap<>();
        int gaps = 0;
        int halfWritten = 0;
        long highestRevision = 0;
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            numbers.put(row.id, row.number);
            gaps += row.number == place + 1 ? 0 : 1;
            halfWritten += row.whole ? 0 : 1;
            highestRevision = Math.max(highestRevision, row.revision);
        }
        int lost = 0;
        for (Acknowledged acknowledged : claim.acknowledged) {
            Integer number = numbers.get(acknowledged.post.value());
            lost += number != null && number == acknowledged.number ? 0 : 1;
        }
        for (PostId attempted : claim.attempted) {
            numbers.remove(attempted.value());
        }
        int foreign = Math.max(0, numbers.size() - 1);
        int countersOff = jdbc.sql("""
                        SELECT (thread.last_number <> :posts)::int
                             + (thread.revision <> :revision)::int
                             + (thread.last_post_at <> (SELECT max(posted_at) FROM post WHERE post.thread = thread.id))::int
                             + (SELECT count(*) FROM reading
                                WHERE reading.thread = thread.id AND last_read_number > thread.last_number)::int
                        FROM thread WHERE id = :thread
                        """)
                .param("posts", rows.size())
                .param("revision", highestRevision)
                .param("thread", claim.thread.value())
                .query(Integer.class)
                .single();
        return new Verdict(rows.size(), lost, foreign, halfWritten, gaps, countersOff);
    }
}
