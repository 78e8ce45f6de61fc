package org.kvartal.tasks.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskAudiences;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is open; what is done leaves the table. */
@Component
class OpenTasks implements Tasks {

    /** No page needs more rows at once, whoever asks. */
    private static final int MOST_ROWS = 500;

    private final House house;
    private final JdbcClient jdbc;
    private final ObjectProvider<TaskAudiences> audiences;
    private final ObjectProvider<AwaitedSource> awaited;
    private final Messages messages;
    private final Clock clock;

    /**
     * @param audiences looked up when asked: those who know the audiences may open tasks themselves
     * @param awaited likewise
     */
    OpenTasks(
            House house,
            JdbcClient jdbc,
            ObjectProvider<TaskAudiences> audiences,
            ObjectProvider<AwaitedSource> awaited,
            Messages messages,
            Clock clock) {
        this.house = house;
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.awaited = awaited;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(TaskWish wish) {
        requireTexts(wish);
        jdbc.sql("""
                INSERT INTO task (key, audience, message_key, arguments, path, due_at, due_zone, opened_at)
                VALUES (:key, :audience, :message, :arguments, :path, :due, :zone, :now)
                ON CONFLICT (key) DO NOTHING
                """)
                .param("key", wish.key())
                .param("audience", wish.audience())
                .param("message", wish.messageKey())
                .param("arguments", wish.arguments().toArray(String[]::new))
                .param("path", wish.path())
                .param(
                        "due",
                        Columns.momentOrNull(
                                wish.due() == null ? null : wish.due().over()))
                .param("zone", wish.due() instanceof Due.Day day ? day.zone().getId() : null)
                .param("now", Columns.moment(clock.instant()))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(String key) {
        jdbc.sql("DELETE FROM task WHERE key = :key").param("key", key).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TaskLine> owed(Asker asker, int limit) {
        String[] mine = audiences(asker);
        return mine.length == 0
                ? List.of()
                : jdbc.sql("""
                        SELECT * FROM task
                         WHERE audience = ANY (:mine) AND split_part(message_key, '.', 1) <> ALL (:resting)
                         ORDER BY opened_at, key LIMIT :limit
                        """)
                        .param("mine", mine)
                        .param("resting", house.resting().toArray(String[]::new))
                        .param("limit", Math.clamp(limit, 1, MOST_ROWS))
                        .query(OpenTasks::line)
                        .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long count(Asker asker) {
        String[] mine = audiences(asker);
        return mine.length == 0
                ? 0
                : jdbc.sql("""
                        SELECT count(*) FROM task
                         WHERE audience = ANY (:mine) AND split_part(message_key, '.', 1) <> ALL (:resting)
                        """)
                        .param("mine", mine)
                        .param("resting", house.resting().toArray(String[]::new))
                        .query(Long.class)
                        .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AwaitedLine> awaited(Reader reader, int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        return house.inUse(awaited).stream()
                .flatMap(source -> source.awaited(reader, most).stream())
                .sorted(Comparator.comparing(AwaitedLine::since).thenComparing(AwaitedLine::path))
                .limit(most)
                .toList();
    }

    private String[] audiences(Asker asker) {
        Set<String> mine =
                audiences.stream().flatMap(source -> source.of(asker).stream()).collect(Collectors.toSet());
        return mine.toArray(String[]::new);
    }

    /** A missing text is the author's mistake: it is told to them, not to whoever owes the task. */
    private void requireTexts(TaskWish wish) {
        for (Language language : Language.values()) {
            if (!messages.has(language, wish.messageKey())) {
                throw new IllegalArgumentException("no text " + wish.messageKey() + " in " + language.code());
            }
        }
    }

    private static TaskLine line(ResultSet row, int index) throws SQLException {
        Array arguments = Objects.requireNonNull(row.getArray("arguments"));
        return new TaskLine(
                row.getString("key"),
                row.getString("message_key"),
                List.of((String[]) arguments.getArray()),
                row.getString("path"),
                Columns.moment(row, "opened_at"),
                due(row));
    }

    private static @Nullable Due due(ResultSet row) throws SQLException {
        Instant over = Columns.momentOrNull(row, "due_at");
        if (over == null) {
            return null;
        }
        String place = row.getString("due_zone");
        if (place == null) {
            return Due.at(over);
        }
        ZoneId zone = ZoneId.of(place);
        return Due.on(LocalDate.ofInstant(over, zone).minusDays(1), zone);
    }
}
