package org.kvartal.trace;

import org.kvartal.kernel.Code;

/** How a later thing came from an earlier one. Stored by name: names stay. */
public enum Relation {
    /** What was said in a post or thread became a matter of its own. */
    RAISED_IN,
    PROPOSED_AS,
    DISCUSSED_IN,
    DECIDED_AS,
    BECAME,
    SENT_AS,
    ANSWERED_BY,
    CARRIED_OUT_BY,
    REPORTED_BY,
    VERIFIED_BY,
    /** The same goes on as something else. */
    CONTINUES;

    /** The message key of what a step says that was reached by it. */
    public String key() {
        return "trace.relation." + Code.of(this);
    }
}
