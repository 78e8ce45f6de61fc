package org.kvartal.mail;

/** The letters that have not left yet, as a whole: for who looks after the house. */
public interface WaitingLetters {

    long count();

    /**
     * Gives all of them up, since the house was restored and they may have been sent before, in the caller's transaction: none is ever sent, and whoever posted one hears so by {@link LetterRefused}.
     *
     * @return how many they were
     */
    int giveUp();
}
