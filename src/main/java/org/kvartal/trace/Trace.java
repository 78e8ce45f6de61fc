package org.kvartal.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/**
 * The memory of what became of what. A link is stated once and never changes; modules that make something of something say so here, and every page of the chain
 * shows the same trail.
 *
 * @see "Decision record 0098, a trail is walked by one statement"
 */
public interface Trace {

    /** The most things of one trail. */
    int MOST = 200;

    /** How far a trail goes each way. */
    int DEPTH = 12;

    /**
     * States in the caller's transaction that something came from something. The same again is nothing. Who may make the later of the earlier is for
     * the caller to ask.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    void link(Asker by, Strand strand);

    /**
     * What a thing came from and what became of it, as far as {@link #MOST} and {@link #DEPTH} go, each thing once and behind what it came from. Things that the asker
     * may not know of are left out, and the trail goes on behind them. One query, and what the {@link TraceSubject} of each kind asks.
     *
     * @return empty where the asker may not know of the thing itself
     */
    List<Step> walk(Asker asker, TraceNode node, Language language);

    /**
     * How far each of these has come: of what became of it the step that lies furthest from it, the newest of several, and of those only what the asker may know of. Things
     * of which nothing became are left out. For lists: one query, and what the {@link TraceSubject} of each kind asks.
     */
    Map<TraceNode, Step> furthest(Asker asker, Collection<TraceNode> nodes, Language language);
}
