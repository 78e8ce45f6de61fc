package org.kvartal.forum;

import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.ThreadId;

/**
 * Somebody proposed an item for the agenda.
 *
 * @param thread from which it was taken, null for none
 */
public record ItemProposed(ItemId item, @Nullable ThreadId thread) {}
