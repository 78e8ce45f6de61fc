package org.kvartal.mail;

/**
 * A reason for which no letter leaves the house but those that somebody has just asked for and waits for: without these, nobody could come in who has lost their password.
 * Whoever has one implements this as a bean. Letters are posted as ever, and wait.
 */
public interface PostalRest {

    /** Whether the others stay in the house now; asked before each round. */
    boolean holds();
}
