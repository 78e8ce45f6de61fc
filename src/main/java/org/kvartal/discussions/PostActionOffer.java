package org.kvartal.discussions;

/**
 * An act in the menu of a thread or a post.
 *
 * @param labelKey message key of what the act is called
 * @param path of the page where it is done, in the workspace
 */
public record PostActionOffer(String labelKey, String path) {}
