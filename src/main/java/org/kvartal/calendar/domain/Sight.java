package org.kvartal.calendar.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.kernel.Asker;

/**
 * What an asker may know of entered events, read afresh at each question: everybody of what is public or was; of the rest those who decide, those who speak for the host, and
 * whoever entered it.
 *
 * @param decides whether they see everything
 * @param hosts for whom they speak
 * @param person who they are, null for nobody
 */
record Sight(boolean decides, Set<UUID> hosts, @Nullable UUID person) {

    /** Of an event {@code e}; takes {@link #values}. */
    static final String SEEN = " (e.state IN ('PUBLISHED', 'CANCELLED') OR :decides OR e.host = ANY (:hosts)"
            + " OR e.entered_by = :person) ";

    static Sight of(Asker asker, EventHosts hosts) {
        if (asker instanceof Asker.Guest) {
            return new Sight(false, Set.of(), null);
        }
        return new Sight(
                hosts.decides(asker),
                hosts.of(asker).stream().map(Host::id).collect(Collectors.toUnmodifiableSet()),
                asker.person().map(person -> person.value()).orElse(null));
    }

    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("decides", decides);
        values.put("hosts", hosts.toArray(UUID[]::new));
        values.put("person", person == null ? NOBODY : person);
        return values;
    }

    /** Whether they may change an event of that host. */
    boolean mayChange(@Nullable UUID host) {
        return decides || (host != null && hosts.contains(host));
    }

    private static final UUID NOBODY = new UUID(0, 0);
}
