package org.kvartal.accounts;

/**
 * Where a role or a permission holds: everywhere, or in one body, space or thing. Accounts compares scopes and never looks inside.
 *
 * @param kind a word of the module that owns the thing, or {@code platform}
 * @param id the thing, empty for the platform
 */
public record Scope(String kind, String id) {

    /** The whole house; a role granted here holds in every scope. */
    public static final Scope PLATFORM = new Scope("platform", "");

    public static Scope of(String kind, Object id) {
        return new Scope(kind, id.toString());
    }
}
