package org.kvartal.accounts;

import java.util.Set;

/**
 * Something that may be done, declared by the module that guards it.
 *
 * @param name the module and the act, such as {@code discussions.moderate}
 * @param holders the roles that carry it
 */
public record Permission(String name, Set<Role> holders) {

    public static Permission of(String name, Role... holders) {
        return new Permission(name, Set.of(holders));
    }
}
