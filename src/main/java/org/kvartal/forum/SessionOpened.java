package org.kvartal.forum;

/**
 * A session was announced.
 *
 * @param invites whether everybody gets an invitation
 */
public record SessionOpened(SessionId session, String code, boolean invites) {}
