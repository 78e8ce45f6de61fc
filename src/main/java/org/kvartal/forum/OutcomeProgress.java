package org.kvartal.forum;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** What became of outcomes, as the module says that made something of them. Modules above implement it; the next session begins with what they say. */
public interface OutcomeProgress {

    /** What became of these, as far as the asker may know; outcomes of which it made nothing are left out. A constant number of queries. */
    Map<OutcomeId, Progress> of(Asker asker, Collection<OutcomeId> outcomes, Language language);

    /** The same as everybody who belongs to the house may know it: read once for a wall and for all phones in a room. A constant number of queries. */
    Map<OutcomeId, Progress> forMembers(Collection<OutcomeId> outcomes, Language language);

    /**
     * @param words how it stands, in the language that was asked for
     * @param path where more is to be read, null for nowhere
     * @param settled whether nothing more is expected
     */
    record Progress(String words, @Nullable String path, boolean settled) {}
}
