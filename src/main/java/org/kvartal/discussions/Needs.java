package org.kvartal.discussions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;

/**
 * Threads that are needs: problems that people and associations stand behind, each once and counted apart.
 *
 * <p>The author of a thread and moderators say that it is one. Whoever is signed in stands behind it where they may read it: as themselves, or for an association
 * under a mandate that runs at that moment. Support that was given for an association stays when the mandate has ended, and is taken back by whoever
 * speaks for it then.
 *
 * <p>What the asker may not know of is {@link org.kvartal.kernel.NotFound}; what they may know of and not do is {@link org.kvartal.kernel.Forbidden}.
 *
 * @see "Decision record 0097, a need is a thread that people stand behind"
 */
public interface Needs {

    /** The most associations that a card names. */
    int NAMED = 60;

    /**
     * Says that a thread is a need. The same again is nothing.
     *
     * @throws org.kvartal.kernel.Refused at {@code where} or {@code since}; without a field where somebody else has said something different meanwhile
     */
    void state(Asker by, ThreadId thread, NeedFacts facts);

    /**
     * Changes what a need says of itself. Where somebody stands behind it already, pages say that it was changed.
     *
     * @param version the one that the editor began from
     * @throws org.kvartal.kernel.Refused at {@code where} or {@code since}; without a field where it was changed or taken back meanwhile
     */
    void change(Asker by, ThreadId thread, long version, NeedFacts facts);

    /**
     * Makes a thread an ordinary one again.
     *
     * @throws org.kvartal.kernel.Refused if somebody stands behind the need
     */
    void takeBack(Asker by, ThreadId thread);

    /**
     * Stands behind a need. The same again is nothing.
     *
     * @param onBehalfOf the association for which the asker speaks, null for themselves
     * @throws org.kvartal.kernel.Refused if it is no need any more
     */
    void support(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf);

    /**
     * No longer stands behind a need.
     *
     * @param onBehalfOf the association for which the asker speaks, null for themselves
     */
    void withdraw(Asker by, ThreadId thread, @Nullable MemberId onBehalfOf);

    /** Those of the threads that are needs and that the asker may read, in a constant number of queries. */
    Map<ThreadId, NeedCard> cards(Asker asker, Collection<ThreadId> threads);

    /** Everybody who stands behind a need, for themselves or for an association: whom it concerns what becomes of it. It is shown to nobody. */
    Set<PersonId> supporters(ThreadId thread);

    /**
     * The people who stand behind a need as themselves, the newest first. Visitors learn their number only.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such thread that the asker may read
     */
    PeopleBehind people(Asker asker, ThreadId thread, int limit);

    /**
     * @param shown those who show their name to the asker
     * @param others how many more there are
     */
    record PeopleBehind(List<PersonCard> shown, int others) {}
}
