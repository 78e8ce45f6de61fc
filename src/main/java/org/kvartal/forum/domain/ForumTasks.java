package org.kvartal.forum.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever facilitates owes: an agenda for a draft, a word to each proposal. */
@Component
class ForumTasks {

    private final Tasks tasks;
    private final JdbcClient jdbc;

    ForumTasks(Tasks tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** Somebody owes a draft its agenda. */
    void arrange(ForumSession session) {
        tasks.open(new TaskWish(
                draft(session.id()),
                ForumAudiences.of(session.series()),
                "forum.task.draft",
                List.of(session.code()),
                ForumPages.agenda(session.code()),
                Due.at(session.startsAt())));
    }

    /** The draft was opened or cancelled. */
    void arranged(SessionId session) {
        tasks.done(draft(session));
    }

    /** Somebody owes proposals a word, or no longer does. */
    void watchProposals(@Nullable SeriesId series) {
        String key = "forum.proposals:" + (series == null ? "house" : series);
        boolean waits = series == null
                ? jdbc.sql("SELECT EXISTS (SELECT FROM agenda_item WHERE series IS NULL AND state = 'PROPOSED')")
                        .query(Boolean.class)
                        .single()
                : jdbc.sql("SELECT EXISTS (SELECT FROM agenda_item WHERE series = :series AND state = 'PROPOSED')")
                        .param("series", series.value())
                        .query(Boolean.class)
                        .single();
        if (waits) {
            tasks.open(new TaskWish(
                    key,
                    ForumAudiences.of(series),
                    "forum.task.proposals",
                    List.of(),
                    ForumPages.backlog(series),
                    null));
        } else {
            tasks.done(key);
        }
    }

    private static String draft(SessionId session) {
        return "forum.draft:" + session;
    }
}
