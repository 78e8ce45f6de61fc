package org.kvartal.alliance.domain;

/** Which relations are told to anybody: those to which both ends have agreed, between entries that are public. */
final class Agreed {

    /** Both ends stand by the relation {@code r}; a proposal is nobody's business but theirs. */
    static final String BY_BOTH = "r.asks IS NULL";

    /** All relations {@code r} that are public, each with the entries {@code a} from and {@code b} to which it goes. */
    static final String RELATIONS = """
            entry_relation r
            JOIN entry a ON %s AND a.id = r.from_entry AND a.state = 'CONFIRMED'
            JOIN entry b ON b.id = r.to_entry AND b.state = 'CONFIRMED'
            """.formatted(BY_BOTH);

    private Agreed() {}
}
