package org.kvartal.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Language;

/** Names the associations in whose name acts were done. The module that owns the mandates implements it as a bean. */
public interface ActedFor {

    /** The names by the ids that stand in {@link AuditedAct#onBehalfOf}, in one query; unknown ids are left out. */
    Map<UUID, String> names(Collection<UUID> associations, Language language);
}
