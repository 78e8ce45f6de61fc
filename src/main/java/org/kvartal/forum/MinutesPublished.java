package org.kvartal.forum;

/**
 * The minutes of a session can be read by everybody.
 *
 * @param edition 1 for the first, higher after each correction
 */
public record MinutesPublished(SessionId session, String code, int edition) {}
