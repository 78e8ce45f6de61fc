package org.kvartal.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.kernel.Reader;

/**
 * Names what acts were done to, for the page that shows the trail. The module that owns the things implements it as a bean, and is asked once for a page.
 *
 * @see "Decision record 0061, the trail is written by ids and read by names"
 */
public interface AuditedThings {

    /** The kinds of subject that it names, which no other does: see {@link AuditSubject#kind}. */
    Set<String> kinds();

    /**
     * The things by the numbers of the acts, in a number of queries that does not depend on how many they are. What the reader may not see is left out, and so
     * is what is gone and can't be told from the act's own details: of both the page says that it is no longer there. A thing that the reader may know of and
     * may not open has no path.
     */
    Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts);

    /** The things of one kind that the acts were done to, for a query. */
    static UUID[] ids(List<AuditedAct> acts, String kind) {
        return acts.stream()
                .map(AuditedAct::subject)
                .filter(subject -> subject.kind().equals(kind))
                .map(AuditSubject::id)
                .distinct()
                .toArray(UUID[]::new);
    }
}
