package org.kvartal.advocacy;

/** How a letter reaches its addressee. */
public enum Way {
    MAIL,
    POST,
    HAND
}
