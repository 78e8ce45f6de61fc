package org.kvartal.accounts.domain;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/**
 * A sign-in that holds now, as one request sees it.
 *
 * @param id the sign-in
 * @param roles what the person is in the whole house at this moment
 */
public record SignedIn(UUID id, PersonId person, Language language, ZoneId zone, Set<Role> roles) {}
