package org.kvartal.membership;

import java.util.Set;

/** What a member is. Authorities and agencies belong as partners: they take part without a vote. */
public enum MemberKind {
    PERSON,
    ASSOCIATION,
    AUTHORITY,
    AGENCY;

    /** All that act through representatives. */
    public static final Set<MemberKind> ORGANISATIONS = Set.of(ASSOCIATION, AUTHORITY, AGENCY);

    /** Whether it has a vote where members decide. */
    public boolean votes() {
        return this == PERSON || this == ASSOCIATION;
    }

    /** Whether it acts through representatives. */
    public boolean organisation() {
        return this != PERSON;
    }

    /** Whether it belongs as a partner, without a vote. */
    public boolean partner() {
        return this == AUTHORITY || this == AGENCY;
    }
}
