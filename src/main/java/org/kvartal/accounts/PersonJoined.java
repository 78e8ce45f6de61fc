package org.kvartal.accounts;

import java.time.Instant;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/**
 * Somebody new is in the house: they confirmed their address, or the house made them.
 *
 * @param language the one they chose
 */
public record PersonJoined(PersonId person, Language language, Instant at) {}
