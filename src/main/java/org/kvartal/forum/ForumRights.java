package org.kvartal.forum;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Scope;

/**
 * What may be done in the forum, and which roles carry it. Sessions that are open, and what stands on their agendas for all, everybody may read.
 *
 * @see "Decision record 0102, who facilitates a series"
 */
public final class ForumRights {

    /** The kind of the scope of a series. */
    public static final String SERIES = "series";

    /** To read what members read of sessions beyond that: papers, the link of the call; held for the whole house. */
    public static final Permission READ = Permission.of("forum.read", MEMBER, FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To propose items; held for the whole house. */
    public static final Permission PROPOSE = Permission.of("forum.propose", MEMBER, FACILITATOR, OFFICER);

    /** To say whether one comes, and to be invited; held for the whole house. */
    public static final Permission TAKE_PART = Permission.of("forum.take-part", MEMBER, FACILITATOR, OFFICER);

    /** To prepare sessions: drafts, agendas, internal items, who comes; held for a series or for the whole house. */
    public static final Permission FACILITATE = Permission.of("forum.facilitate", FACILITATOR, OFFICER);

    /** To set up and end series; held for the whole house. */
    public static final Permission MANAGE_SERIES = Permission.of("forum.manage-series", FACILITATOR, OFFICER);

    /** To say who facilitates a series; held for the whole house. */
    public static final Permission NAME_FACILITATORS = Permission.of("forum.name-facilitators", OFFICER);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL =
            List.of(READ, PROPOSE, TAKE_PART, FACILITATE, MANAGE_SERIES, NAME_FACILITATORS);

    private ForumRights() {}

    /** The scope of what belongs to a series; of what belongs to none, the whole house. */
    public static Scope in(@Nullable SeriesId series) {
        return series == null ? Scope.PLATFORM : Scope.of(SERIES, series);
    }
}
