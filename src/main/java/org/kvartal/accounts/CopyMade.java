package org.kvartal.accounts;

import java.util.UUID;
import org.kvartal.kernel.PersonId;

/** Somebody's copy of their own data is ready: see {@link OwnCopies}. */
public record CopyMade(PersonId person, UUID copy) {}
