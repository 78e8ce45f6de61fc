package org.kvartal.calendar.domain;

import java.util.List;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.OutsideState;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office owes: a decision about what was suggested, a look at what was changed after it was published. */
@Component
class EventTasks {

    private final Tasks tasks;
    private final EventHosts hosts;
    private final JdbcClient jdbc;

    EventTasks(Tasks tasks, EventHosts hosts, JdbcClient jdbc) {
        this.tasks = tasks;
        this.hosts = hosts;
        this.jdbc = jdbc;
    }

    /** Opens and closes them as the event stands now. */
    void settle(OutsideEvent event) {
        settle(event, "calendar.decide:", "calendar.task.decide", event.state() == OutsideState.SUGGESTED);
        settle(event, "calendar.look:", "calendar.task.look", event.unseen());
    }

    private void settle(OutsideEvent event, String key, String message, boolean open) {
        if (!open) {
            tasks.done(key + event.id());
            return;
        }
        LocalizedText title = event.title();
        long number = jdbc.sql("SELECT number FROM outside_event WHERE id = :id")
                .param("id", event.id())
                .query(Long.class)
                .single();
        tasks.open(new TaskWish(
                key + event.id(),
                hosts.deciders(),
                message,
                List.of(title.in(title.source())),
                CalendarPages.event(number),
                null));
    }
}
