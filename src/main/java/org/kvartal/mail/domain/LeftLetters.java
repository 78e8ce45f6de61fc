package org.kvartal.mail.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kvartal.kernel.AfterRestore;
import org.kvartal.kernel.Columns;
import org.kvartal.mail.LetterRefused;
import org.kvartal.mail.WaitingLetters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters that nobody sends any more. Those that waited when a backup was made may have been sent since: a restored house gives them up. */
@Component
class LeftLetters implements WaitingLetters, AfterRestore {

    /** What a letter's reason begins with, then; no mail server has said it. */
    static final String RESTORED = "the house was restored";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LeftLetters(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE state IN ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int giveUp() {
        return giveUp(RESTORED + ", and this letter waited until letters left it again");
    }

    private int giveUp(String reason) {
        List<String> facts = jdbc.sql("""
                UPDATE letter
                   SET state = 'DEAD',
                       settled_at = :now,
                       last_error = :reason,
                       arguments = CASE WHEN secret THEN NULL ELSE arguments END,
                       button = CASE WHEN secret THEN NULL ELSE button END
                 WHERE state IN ('WAITING', 'SENDING')
                RETURNING fact_key
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("reason", reason)
                .query((row, _) -> row.getString("fact_key"))
                .list();
        facts.forEach(fact -> events.publishEvent(new LetterRefused(fact, reason)));
        return facts.size();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Instant keptAt) {
        giveUp(RESTORED + " from a backup of " + keptAt + ", in which this letter waited");
    }
}
