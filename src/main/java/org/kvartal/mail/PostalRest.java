package org.kvartal.mail;

/** A reason for which no letter leaves the house: whoever has one implements this as a bean. Letters are posted as ever, and wait. */
public interface PostalRest {

    /** Whether letters stay in the house now; asked before each round. */
    boolean holds();
}
