package org.kvartal.discussions;

/** A quiet answer to a post, given or taken back by one press; one of each kind per person and post. */
public enum Reaction {
    HEART,
    AGREE,
    INSIGHT
}
