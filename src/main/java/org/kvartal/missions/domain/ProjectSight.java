package org.kvartal.missions.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.MissionRights;
import org.springframework.stereotype.Component;

/** What somebody may know of projects and missions, and who keeps them. */
@Component
class ProjectSight {

    /** Of a project {@code p}: whether the asker has to do with it; takes {@code oversees}, {@code asker} and {@code spoken}. */
    static final String KNOWN =
            " (:oversees OR p.consultant = :asker::uuid OR p.coordinator = :asker::uuid OR p.client_member = ANY (:spoken)) ";

    /** Of a mission {@code m}: whether the asker has to do with it; takes the same. */
    static final String KNOWN_MISSION = """
             (:oversees OR EXISTS (SELECT FROM delegation d WHERE d.mission = m.id AND d.member = ANY (:spoken)))\s""";

    private final Permissions permissions;
    private final Parties parties;

    ProjectSight(Permissions permissions, Parties parties) {
        this.permissions = permissions;
        this.parties = parties;
    }

    /** For a query that holds {@link #KNOWN} or {@link #KNOWN_MISSION}. */
    Map<String, @Nullable Object> values(Asker asker) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("oversees", oversees(asker));
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        values.put("spoken", parties.spokenIds(asker));
        return values;
    }

    /** {@link #KNOWN} for a list: of what need not be asked nothing stands there, and each of the rest by itself, since otherwise no index would help; as an array, since else the newest of all would be looked through for them. */
    String listed(Asker asker) {
        return oversees(asker) ? " true " : """
                 p.id = ANY (ARRAY(SELECT id FROM mentor_project WHERE consultant = :asker::uuid
                                   UNION SELECT id FROM mentor_project WHERE coordinator = :asker::uuid
                                   UNION SELECT id FROM mentor_project WHERE client_member = ANY (:spoken)))\s""";
    }

    /** The same of missions, with those that everybody may know of. */
    String listedMissions(Asker asker) {
        if (oversees(asker)) {
            return " true ";
        }
        return asker instanceof Asker.Guest ? " m.shown " : " (m.shown OR" + KNOWN_MISSION + ") ";
    }

    boolean oversees(Asker asker) {
        return has(asker, MissionRights.OVERSEE);
    }

    boolean coordinates(Asker asker) {
        return has(asker, MissionRights.COORDINATE);
    }

    boolean has(Asker asker, Permission permission) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, permission, Scope.PLATFORM);
    }

    void requireCoordinator(Asker asker) {
        permissions.check(asker, MissionRights.COORDINATE, Scope.PLATFORM);
    }

    /** Whether the asker changes its plan: the consultant, or whoever coordinates. */
    boolean keeps(Asker asker, MentorProject project) {
        return isConsultant(asker, project) || coordinates(asker);
    }

    boolean isConsultant(Asker asker, MentorProject project) {
        return asker.person().filter(project.consultant()::equals).isPresent();
    }

    boolean knows(Asker asker, MentorProject project) {
        UUID person = asker.person().map(PersonId::value).orElse(null);
        return keeps(asker, project)
                || oversees(asker)
                || project.coordinator().value().equals(person)
                || parties.speaks(asker, project.client());
    }

    /**
     * @throws NotFound unless the asker may know of it
     * @throws Forbidden unless they keep it
     */
    void requireKeeper(Asker asker, MentorProject project) {
        if (!keeps(asker, project)) {
            throw knows(asker, project) ? new Forbidden() : new NotFound();
        }
    }

    /** The same for what only coordinators do. */
    void requireCoordinator(Asker asker, MentorProject project) {
        if (!coordinates(asker)) {
            throw knows(asker, project) ? new Forbidden() : new NotFound();
        }
    }
}
