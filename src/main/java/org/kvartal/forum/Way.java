package org.kvartal.forum;

/** How somebody takes part. */
public enum Way {
    ROOM,
    REMOTE
}
