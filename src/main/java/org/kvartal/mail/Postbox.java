package org.kvartal.mail;

/** Takes the letters of the house. Posting never waits for a mail server, and no mail server can make it fail. */
public interface Postbox {

    /**
     * Keeps the letter in the caller's transaction; it is sent once that has committed. A second letter with the same
     * {@linkplain Letter#factKey() fact} to the same address is not kept.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     * @throws IllegalArgumentException if the letter's template has no texts in the recipient's language
     */
    void post(Letter letter);
}
