package org.kvartal.pages;

import java.util.List;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Role;

/** What may be done with what the house tells everybody. To read it takes nothing. */
public final class PagesRights {

    /** To write the pages and the news of the house, and to publish and withdraw them; held for the whole house. */
    public static final Permission WRITE = Permission.of("pages.write", Role.OFFICER, Role.ADMINISTRATOR);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(WRITE);

    /** The key of the refusal where somebody else has changed a page or a piece of news meanwhile. */
    public static final String CHANGED = "pages.refused.changed-meanwhile";

    private PagesRights() {}
}
