package org.kvartal.missions;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import org.kvartal.accounts.Permission;

/**
 * What may be done with projects, missions and agreements by a role; all of it is held for the whole house. A consultant has their right from the project that names them, a
 * client from a mandate, a host and a delegation from a link.
 */
public final class MissionRights {

    /** To begin projects and missions, to staff and end them, and to decide at gates. */
    public static final Permission COORDINATE = Permission.of("missions.coordinate", OFFICER);

    /** To read every project and mission; never an emergency contact. */
    public static final Permission OVERSEE = Permission.of("missions.oversee", OFFICER, ADMINISTRATOR);

    /** To read the register of agreements; what is public of it everybody reads. */
    public static final Permission READ_AGREEMENTS =
            Permission.of("missions.read-agreements", MEMBER, FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To keep the register of agreements. */
    public static final Permission KEEP_AGREEMENTS = Permission.of("missions.keep-agreements", OFFICER);

    /** To verify what somebody else has reported as a result. */
    public static final Permission VERIFY = Permission.of("missions.verify", OFFICER);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(COORDINATE, OVERSEE, READ_AGREEMENTS, KEEP_AGREEMENTS, VERIFY);

    private MissionRights() {}
}
