package org.kvartal.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.kernel.Reader;

/**
 * Names what acts were done to, for the page that shows the trail. The module that owns the things implements it as a bean; where none does, the page tells
 * the act alone.
 */
public interface AuditedThings {

    /** The kinds of subject that it names: see {@link AuditSubject#kind}. */
    Set<String> kinds();

    /**
     * The things by the numbers of the acts, in a constant number of queries. What has no name, or is gone and can't be told from the act's own details, is left
     * out. The readers may read the trail; whether they may open a thing is asked by the thing's own page.
     */
    Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts);
}
