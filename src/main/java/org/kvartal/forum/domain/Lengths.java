package org.kvartal.forum.domain;

/** How long what people type may be, in characters. */
final class Lengths {

    static final int NAME = 160;
    static final int PLACE = 200;
    static final int REASON = 2_000;
    static final int LINK = 500;

    private Lengths() {}
}
