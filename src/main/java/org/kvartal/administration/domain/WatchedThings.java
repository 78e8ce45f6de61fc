package org.kvartal.administration.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.administration.HouseWatch;
import org.kvartal.administration.WatchPages;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.FailedJobs;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names letters, facts and jobs that somebody has sent or run again, for the trail. */
@Component
class WatchedThings implements AuditedThings {

    private final JdbcClient jdbc;
    private final FailedJobs jobs;
    private final HouseWatch watch;
    private final Messages messages;

    WatchedThings(JdbcClient jdbc, FailedJobs jobs, HouseWatch watch, Messages messages) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.watch = watch;
        this.messages = messages;
    }

    /** A job has a name and no id. */
    static UUID id(String job) {
        return UUID.nameUUIDFromBytes(job.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeptWatch.LETTER, KeptWatch.FACT, KeptWatch.JOB);
    }

    @Override
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<UUID, String> names = new HashMap<>();
        UUID[] letters = AuditedThings.ids(acts, KeptWatch.LETTER);
        UUID[] facts = AuditedThings.ids(acts, KeptWatch.FACT);
        if (letters.length > 0) {
            // What it is about may be told to whoever may see it among the others that were given up, and to nobody
            // else.
            boolean known = watch.mayWatch(reader.asker());
            String word = messages.text(reader.language(), "administration.letter");
            names.putAll(names("SELECT id, subject FROM letter WHERE id = ANY (:ids)", "subject", letters));
            if (!known) {
                names.replaceAll((_, _) -> word);
            }
        }
        if (facts.length > 0) {
            names.putAll(
                    names("SELECT id, listener_id FROM event_publication WHERE id = ANY (:ids)", "listener_id", facts));
        }
        if (AuditedThings.ids(acts, KeptWatch.JOB).length > 0) {
            names.putAll(jobs.recurring().stream()
                    .collect(Collectors.toMap(WatchedThings::id, Function.identity(), (one, _) -> one)));
        }
        String path = watch.mayWatch(reader.asker()) ? WatchPages.WATCH : null;
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            String name = names.get(act.subject().id());
            if (name != null) {
                things.put(act.number(), new AuditedThing(name, null, path));
            }
        }
        return things;
    }

    private Map<UUID, String> names(String query, String column, UUID[] ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(query).param("ids", ids).query(row -> {
            names.put(Columns.id(row, "id"), row.getString(column));
        });
        return names;
    }
}
