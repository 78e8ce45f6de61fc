package org.kvartal.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/** Knows whose events stand in the calendar, and who may speak for whom. The module that owns the mandates implements it. */
public interface EventHosts {

    /** The organisations for which the asker may enter events now; none for guests. One query. */
    List<Host> of(Asker asker);

    /** Whether the asker may enter events for it now. */
    boolean mayEnterFor(Asker asker, UUID organisation);

    /** What is known of organisations, in one query; unknown ids are left out. */
    Map<UUID, Host> named(Collection<UUID> organisations);

    /** Whether the asker decides what is published, and enters events of the house itself. */
    boolean decides(Asker asker);

    /** Whom the tasks of those wait for that {@link #decides decide}, made by {@link org.kvartal.tasks.Audience}. */
    String deciders();

    /**
     * An organisation.
     *
     * @param path its page in the workspace, the full path; null where it has none
     */
    record Host(UUID id, LocalizedText name, @Nullable String path) {}
}
