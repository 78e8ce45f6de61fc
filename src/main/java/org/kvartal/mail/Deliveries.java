package org.kvartal.mail;

/** What became of letters. */
public interface Deliveries {

    /** Of the letters that were told for one fact, while they are kept. */
    Count count(String factKey);

    /**
     * @param waiting those that are still tried
     * @param refused those that were given up
     */
    record Count(int waiting, int sent, int refused) {}
}
