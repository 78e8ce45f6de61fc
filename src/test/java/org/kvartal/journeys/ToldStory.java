package org.kvartal.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration, which is told on a thread of its own while the house already answers. */
@TestComponent
class ToldStory {

    /** Many times what it takes, for a machine that starts a browser meanwhile. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    ToldStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the last of it is there. */
    void heard() {
        await().atMost(AT_MOST)
                .until(() -> jdbc.sql("SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL")
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
