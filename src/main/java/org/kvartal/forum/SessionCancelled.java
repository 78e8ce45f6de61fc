package org.kvartal.forum;

/**
 * A session will not take place.
 *
 * @param announced whether it had been open
 */
public record SessionCancelled(SessionId session, String code, boolean announced) {}
