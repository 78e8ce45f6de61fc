package org.kvartal.membership;

import java.util.Optional;

/** What somebody applies for. */
public enum ApplicationKind {
    /** Themselves. */
    PERSON,
    /** Their association. */
    ASSOCIATION,
    /** An authority, as a partner without a vote. */
    AUTHORITY,
    /** An agency, as a partner without a vote. */
    AGENCY,
    /** To represent an organisation that is a member already: "my association is already here". */
    REPRESENTATIVE;

    /** What becomes a member where the application is approved; empty where the member is there already. */
    public Optional<MemberKind> member() {
        return switch (this) {
            case PERSON -> Optional.of(MemberKind.PERSON);
            case ASSOCIATION -> Optional.of(MemberKind.ASSOCIATION);
            case AUTHORITY -> Optional.of(MemberKind.AUTHORITY);
            case AGENCY -> Optional.of(MemberKind.AGENCY);
            case REPRESENTATIVE -> Optional.empty();
        };
    }

    /** Whether an organisation is described in it. */
    public boolean organisation() {
        return this == ASSOCIATION || this == AUTHORITY || this == AGENCY;
    }

    /** Whether its statute must be attached. */
    public boolean needsStatute() {
        return this == ASSOCIATION;
    }
}
