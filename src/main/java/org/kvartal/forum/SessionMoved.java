package org.kvartal.forum;

/**
 * An open session takes place at another time or elsewhere.
 *
 * @param sequence how often it has been moved
 */
public record SessionMoved(SessionId session, String code, int sequence) {}
