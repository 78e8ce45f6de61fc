package org.kvartal.forum;

/** Whether somebody comes. */
public enum Answer {
    YES,
    MAYBE,
    NO
}
