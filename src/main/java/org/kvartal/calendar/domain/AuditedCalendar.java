package org.kvartal.calendar.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventHosts;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the entered events that stand in the audit trail, for those who may know of them; and the feeds, which are their actors' own. */
@Component
class AuditedCalendar implements AuditedThings {

    private final JdbcClient jdbc;
    private final EventHosts hosts;
    private final Messages messages;

    AuditedCalendar(JdbcClient jdbc, EventHosts hosts, Messages messages) {
        this.jdbc = jdbc;
        this.hosts = hosts;
        this.messages = messages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeptOutsideEvents.EVENT, KeptSubscriptions.FEED);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<UUID, AuditedThing> named = new HashMap<>();
        jdbc.sql("SELECT e.id, e.number, e.title FROM outside_event e WHERE e.id = ANY (:ids) AND" + Sight.SEEN)
                .param("ids", AuditedThings.ids(acts, KeptOutsideEvents.EVENT))
                .params(Sight.of(reader.asker(), hosts).values())
                .query(row -> {
                    LocalizedText title = LocalizedText.stored(row.getString("title"));
                    named.put(
                            Columns.id(row, "id"),
                            new AuditedThing(
                                    title.in(reader.language()),
                                    title.shownIn(reader.language()),
                                    CalendarPages.event(row.getLong("number"))));
                });
        jdbc.sql("SELECT person FROM calendar_feed WHERE person = ANY (:ids)")
                .param("ids", AuditedThings.ids(acts, KeptSubscriptions.FEED))
                .query(row -> {
                    named.put(
                            Columns.id(row, "person"),
                            new AuditedThing(
                                    messages.text(reader.language(), "calendar.trail.feed"),
                                    null,
                                    ShellPages.path(CalendarPages.CALENDAR)));
                });
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }
}
