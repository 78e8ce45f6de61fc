package org.kvartal.membership;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import org.kvartal.accounts.Permission;

/**
 * What may be done in membership, and which roles carry it; all of it is held for the whole house. Beside roles, a mandate lets a primary
 * representative see to their own organisation, and everybody sees to themselves.
 */
public final class MembershipRights {

    /** To see who belongs to the house: everybody's name, and what people show to members. */
    public static final Permission READ_MEMBERS =
            Permission.of("membership.read-members", MEMBER, FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To change what stands of any member, to see what people hide, and to end a membership. */
    public static final Permission MANAGE_MEMBERS = Permission.of("membership.manage-members", OFFICER, ADMINISTRATOR);

    /** To give and end the mandates of any organisation. */
    public static final Permission MANAGE_MANDATES =
            Permission.of("membership.manage-mandates", OFFICER, ADMINISTRATOR);

    /** To read applications. */
    public static final Permission READ_APPLICATIONS =
            Permission.of("membership.read-applications", OFFICER, ADMINISTRATOR);

    /** To take applications, ask, approve and decline. */
    public static final Permission DECIDE_APPLICATIONS = Permission.of("membership.decide-applications", OFFICER);

    /** To decide which events stand in the public calendar, and to enter the house's own. */
    public static final Permission DECIDE_EVENTS = Permission.of("membership.decide-events", OFFICER);

    /** To make somebody a member without an application, as an import does. */
    public static final Permission ADMIT = Permission.of("membership.admit", OFFICER);

    /** To open and change bodies and to say who is in them. */
    public static final Permission MANAGE_BODIES = Permission.of("membership.manage-bodies", OFFICER);

    /** To write letters to all members or some of them. */
    public static final Permission WRITE_TO_MEMBERS =
            Permission.of("membership.write-to-members", OFFICER, ADMINISTRATOR);

    /** To add places to the list. */
    public static final Permission MANAGE_PLACES = Permission.of("membership.manage-places", OFFICER, ADMINISTRATOR);

    private MembershipRights() {}
}
