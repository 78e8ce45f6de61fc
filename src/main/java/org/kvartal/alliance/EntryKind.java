package org.kvartal.alliance;

import org.kvartal.alliance.EntryProfile.Business;
import org.kvartal.alliance.EntryProfile.Collective;
import org.kvartal.alliance.EntryProfile.Funder;
import org.kvartal.alliance.EntryProfile.Office;
import org.kvartal.alliance.EntryProfile.Premises;
import org.kvartal.alliance.EntryProfile.Publication;
import org.kvartal.alliance.EntryProfile.Studies;
import org.kvartal.alliance.EntryProfile.Territory;

/** What an entry of the directory stands for. All kinds share {@link EntryContent}; each has its own small {@link EntryProfile}. */
public enum EntryKind {
    ASSOCIATION(Collective.class),
    NETWORK(Collective.class),
    HUB(Premises.class),
    VENUE(Premises.class),
    CITY(Territory.class),
    REGION(Territory.class),
    SCHOOL(Studies.class),
    COMPANY(Business.class),
    FOUNDATION(Funder.class),
    AUTHORITY(Office.class),
    AGENCY(Office.class),
    DONOR(Funder.class),
    MEDIA(Publication.class);

    private final Class<? extends EntryProfile> profile;

    EntryKind(Class<? extends EntryProfile> profile) {
        this.profile = profile;
    }

    /** The profile that entries of this kind carry. */
    public Class<? extends EntryProfile> profile() {
        return profile;
    }

    /** A profile of this kind without any fact. */
    public EntryProfile blank() {
        return switch (this) {
            case ASSOCIATION, NETWORK -> new Collective(null, null);
            case HUB, VENUE -> new Premises(null, null, null);
            case CITY, REGION -> new Territory(null);
            case SCHOOL -> new Studies(null, null);
            case COMPANY -> new Business(null, null);
            case FOUNDATION, DONOR -> new Funder(null, null);
            case AUTHORITY, AGENCY -> new Office(null);
            case MEDIA -> new Publication(null, null);
        };
    }

    /** Whether it is a place on the map rather than an organisation. */
    public boolean territory() {
        return this == CITY || this == REGION;
    }
}
