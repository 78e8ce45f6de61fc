package org.kvartal.seminars;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import org.kvartal.accounts.Permission;

/**
 * What may be done with seminars, and which roles carry it; all of it is held for the whole house. What is announced everybody may read, and whoever is signed in may
 * register. Beside roles, each seminar has a team, and {@link TrainerRole} says what each of it may do in that seminar.
 */
public final class SeminarRights {

    /** To begin a seminar; whoever does is its lead. */
    public static final Permission BEGIN = Permission.of("seminars.begin", FACILITATOR, OFFICER);

    /** To do in any seminar what its lead may do, certificates excepted. */
    public static final Permission MANAGE = Permission.of("seminars.manage", OFFICER, ADMINISTRATOR);

    /** To say yes or no to registrations, and to enter people, in any seminar. */
    public static final Permission REGISTRATIONS = Permission.of("seminars.registrations", OFFICER);

    /** To read registrations, who was there, and certificates of any seminar. */
    public static final Permission READ = Permission.of("seminars.read", OFFICER, ADMINISTRATOR);

    /** To revoke a certificate that somebody else has issued. */
    public static final Permission REVOKE = Permission.of("seminars.revoke", OFFICER);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(BEGIN, MANAGE, REGISTRATIONS, READ, REVOKE);

    private SeminarRights() {}
}
