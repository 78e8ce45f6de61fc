package org.kvartal.trace;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** Shows things of one kind in trails. The module that owns them implements it as a bean. */
public interface TraceSubject {

    /** The kind that it shows, which no other does: see {@link TraceNode#kind}. */
    String kind();

    /**
     * The things by their ids, in a number of queries that does not depend on how many they are. What the asker may not know of is left out.
     *
     * @param language of the reader
     */
    Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language);
}
