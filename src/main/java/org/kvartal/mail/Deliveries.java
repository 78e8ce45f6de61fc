package org.kvartal.mail;

import java.util.Collection;
import java.util.Map;

/** What became of letters. */
public interface Deliveries {

    /** Of the letters that were told for each of these facts, while they are kept; facts without one are left out. One query. */
    Map<String, Count> counts(Collection<String> factKeys);

    /**
     * @param waiting those that are still tried
     * @param refused those that were given up
     */
    record Count(int waiting, int sent, int refused) {

        public static final Count NONE = new Count(0, 0, 0);
    }
}
