package org.kvartal.mail;

/**
 * A letter could not be delivered and is not tried again.
 *
 * @param factKey of the letter: see {@link Letter#factKey()}
 * @param reason as the mail server gave it; empty where the house failed with it before
 */
public record LetterRefused(String factKey, String reason) {}
