package org.kvartal.alliance.domain;

import org.kvartal.alliance.DirectoryFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out how a filter's text is to be read: as it stands, or, where no name holds it, as something misspelt. */
@Component
class Narrowings {

    static final String PUBLIC = "e.state = 'CONFIRMED'";

    private final JdbcClient jdbc;

    Narrowings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Public entries. */
    Narrowing of(DirectoryFilter filter) {
        return of(filter, PUBLIC);
    }

    /**
     * Takes two statements where the filter has a text, else none. The other choices do not count: a word is not misspelt for being found elsewhere
     * only.
     *
     * @param states a condition on the entry's state, of no parameters
     */
    Narrowing of(DirectoryFilter filter, String states) {
        if (filter.text().isEmpty()) {
            return Narrowing.holding(filter, states);
        }
        planByTheWords();
        Narrowing text = Narrowing.holding(DirectoryFilter.ALL.withText(filter.text()), states);
        boolean held = text.bind(jdbc.sql("SELECT EXISTS (SELECT 1 FROM entry e WHERE " + text.base() + ")"))
                .query(Boolean.class)
                .single();
        return held ? Narrowing.holding(filter, states) : Narrowing.resembling(filter, states);
    }

    /** A word that half of the names hold is quicker found by reading all, a rare one by the trigrams: the plan must know the words. Holds for the transaction. */
    private void planByTheWords() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query((_, _) -> 1)
                .single();
    }
}
