package org.kvartal.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.mail.GivenUpLetters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters in their table that nobody tries to send any more. */
@Component
class DeadLetters implements GivenUpLetters {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What servers mean by their numbers.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463, Enhanced Mail System Status Codes</a>
     */
    private static final Pattern NO_ADDRESS = Pattern.compile(
            "\\b5\\.1\\.[0-36]\\b|\\b5\\.2\\.1\\b|addressexception|user unknown|no such user|unknown user");

    private static final Pattern FULL = Pattern.compile("\\b5\\.2\\.2\\b|\\b552\\b|mailbox full|quota");
    private static final Pattern UNWANTED = Pattern.compile("\\b5\\.7\\.\\d+\\b|spam|blocked|blacklist|policy");
    private static final Pattern UNREACHABLE =
            Pattern.compile("connect|timed? ?out|timeout|unknownhost|\\b4\\d\\d\\b|\\b4\\.\\d\\.\\d\\b|eof");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeadLetters(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Counts counts() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM letter WHERE state IN ('WAITING', 'SENDING')) AS waiting,
                       (SELECT min(posted_at) FROM letter WHERE state IN ('WAITING', 'SENDING')) AS since,
                       (SELECT count(*) FROM letter WHERE state IN ('SENT', 'DEAD') AND state = 'SENT' AND settled_at > :day) AS sent,
                       (SELECT count(*) FROM letter WHERE state = 'DEAD' AND put_aside_at IS NULL) AS given_up
                """)
                .param("day", Columns.moment(clock.instant().minus(DAY)))
                .query((row, _) -> new Counts(
                        row.getLong("waiting"),
                        Columns.momentOrNull(row, "since"),
                        row.getLong("sent"),
                        row.getLong("given_up")))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<GivenUp> newest(@Nullable Place after, int limit) {
        return jdbc.sql("""
                SELECT id, address, subject, settled_at, attempts, last_error, arguments IS NOT NULL AS repeatable FROM letter
                 WHERE state = 'DEAD' AND put_aside_at IS NULL
                   AND (:first OR (settled_at, id) < (:at, :id))
                 ORDER BY settled_at DESC, id DESC LIMIT :limit
                """)
                .param("first", after == null)
                .param("at", Columns.moment(after == null ? clock.instant() : after.at()))
                .param("id", after == null ? Ids.next() : after.id())
                .param("limit", limit)
                .query((row, _) -> {
                    String said = Objects.requireNonNullElse(row.getString("last_error"), "");
                    Cause cause = cause(said);
                    return new GivenUp(
                            Columns.id(row, "id"),
                            row.getString("address"),
                            row.getString("subject"),
                            Columns.moment(row, "settled_at"),
                            row.getInt("attempts"),
                            cause,
                            cause == Cause.RESTORED || cause == Cause.UNWRITTEN ? "" : said,
                            row.getBoolean("repeatable"));
                })
                .list();
    }

    @Override
    @Transactional
    public boolean sendAgain(UUID id) {
        boolean waits = jdbc.sql("""
                UPDATE letter SET state = 'WAITING', attempts = 0, due_at = :now, settled_at = NULL
                 WHERE id = :id AND state = 'DEAD' AND put_aside_at IS NULL AND arguments IS NOT NULL
                """)
                        .param("now", Columns.moment(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
        if (waits) {
            AfterCommit.run(() -> events.publishEvent(new Outbox.LetterPosted()));
        }
        return waits;
    }

    @Override
    @Transactional
    public boolean putAside(UUID id) {
        return jdbc.sql(
                                "UPDATE letter SET put_aside_at = :now WHERE id = :id AND state = 'DEAD' AND put_aside_at IS NULL")
                        .param("now", Columns.moment(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    static Cause cause(String said) {
        if (said.startsWith(LeftLetters.RESTORED)) {
            return Cause.RESTORED;
        }
        if (said.equals(Delivery.UNWRITTEN)) {
            return Cause.UNWRITTEN;
        }
        String words = said.toLowerCase(Locale.ROOT);
        if (NO_ADDRESS.matcher(words).find()) {
            return Cause.NO_SUCH_ADDRESS;
        }
        if (FULL.matcher(words).find()) {
            return Cause.FULL;
        }
        if (UNWANTED.matcher(words).find()) {
            return Cause.UNWANTED;
        }
        return UNREACHABLE.matcher(words).find() ? Cause.UNREACHABLE : Cause.REFUSED;
    }
}
