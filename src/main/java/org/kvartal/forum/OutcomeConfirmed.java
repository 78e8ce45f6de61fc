package org.kvartal.forum;

import org.kvartal.kernel.LocalizedText;

/**
 * The room has confirmed an outcome: from now on it may have an effect outside.
 *
 * @param item out of which it came
 */
public record OutcomeConfirmed(OutcomeKind kind, OutcomeId id, SessionId session, ItemId item, LocalizedText text) {}
