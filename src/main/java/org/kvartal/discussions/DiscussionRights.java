package org.kvartal.discussions;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Scope;

/**
 * What may be done in discussions, and which roles carry it. Whoever is signed in may write where they may read; public spaces are read by
 * everybody.
 */
public final class DiscussionRights {

    /** To read, and so to write in, the spaces of the members; held for the whole house. */
    public static final Permission READ_MEMBERS_SPACES =
            Permission.of("discussions.read-members-spaces", MEMBER, FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To edit and take away what others wrote; held for a space or for the whole house. */
    public static final Permission MODERATE =
            Permission.of("discussions.moderate", FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To make and change spaces; held for the whole house. */
    public static final Permission MANAGE_SPACES = Permission.of("discussions.manage-spaces", ADMINISTRATOR);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(READ_MEMBERS_SPACES, MODERATE, MANAGE_SPACES);

    private DiscussionRights() {}

    /** The scope of what is done inside one space. */
    public static Scope in(SpaceId space) {
        return Scope.of("space", space.value());
    }
}
