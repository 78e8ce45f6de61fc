package org.kvartal.pages;

import org.kvartal.kernel.Code;

/** A page that every house has, as soon as somebody has written it. */
public enum StandingPage {
    /** Who the house is, and what for. */
    ABOUT,
    /** How it is reached. */
    CONTACTS,
    /** What it does with what it knows of people. */
    PRIVACY;

    /** Its path below the language prefix. */
    public String path() {
        return "/" + Code.of(this);
    }
}
