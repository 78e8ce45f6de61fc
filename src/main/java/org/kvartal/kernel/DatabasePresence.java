package org.kvartal.kernel;

/**
 * Whether the database is there, as far as this node knows: at most a second or two behind.
 *
 * @see "Decision record 0165, what happens when something is missing"
 */
public interface DatabasePresence {

    boolean isAway();
}
