package org.kvartal.alliance;

/** How one entry belongs to another. */
public enum RelationKind {
    /** One belongs to the other as its member. */
    MEMBER_OF(false),
    /** One is a part of the other. */
    PART_OF(false),
    /** One gives room to the other. */
    HOSTS(false),
    /** Partner cities, and what else calls itself twinned. */
    TWINNED_WITH(true),
    /** The two have signed an agreement. */
    AGREEMENT(true),
    /** One is paid for by the other. */
    FUNDED_BY(false);

    private final boolean mutual;

    RelationKind(boolean mutual) {
        this.mutual = mutual;
    }

    /** Whether it says the same from both ends. */
    public boolean mutual() {
        return mutual;
    }

    /** Whether it is a partnership, as {@code /partnerships} lists them. */
    public boolean partnership() {
        return this == TWINNED_WITH || this == AGREEMENT;
    }
}
