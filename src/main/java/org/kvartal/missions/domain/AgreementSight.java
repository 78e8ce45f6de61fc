package org.kvartal.missions.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.ProjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may know of agreements, and who keeps them: the office, and of a project's agreements its consultant. */
@Component
class AgreementSight {

    private static final String PUBLIC = " (a.summary IS NOT NULL AND a.in_force_at IS NOT NULL) ";

    /** Of an agreement {@code a}: whether the asker may read all of it; takes {@code reads}, {@code asker} and {@code spoken}. */
    static final String WHOLE = """
             (:reads OR EXISTS (SELECT FROM agreement_party y WHERE y.agreement = a.id AND y.member = ANY (:spoken))
                     OR EXISTS (SELECT FROM mentor_project o WHERE o.id = a.project AND o.consultant = :asker::uuid))\s""";

    /** The same, or at least that there is one: what is in force and has a summary everybody may know of. */
    static final String KNOWN = " (" + PUBLIC + "OR" + WHOLE + ") ";

    private final Permissions permissions;
    private final Parties parties;
    private final JdbcClient jdbc;

    AgreementSight(Permissions permissions, Parties parties, JdbcClient jdbc) {
        this.permissions = permissions;
        this.parties = parties;
        this.jdbc = jdbc;
    }

    /** For a query that holds {@link #WHOLE} or {@link #KNOWN}. */
    Map<String, @Nullable Object> values(Asker asker) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("reads", reads(asker));
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        values.put("spoken", parties.spokenIds(asker));
        return values;
    }

    /** {@link #KNOWN} for a list: of what need not be asked nothing stands there, since it would keep the query from an index. */
    String listed(Asker asker) {
        if (reads(asker)) {
            return " true ";
        }
        return asker instanceof Asker.Guest ? PUBLIC : KNOWN;
    }

    boolean reads(Asker asker) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, MissionRights.READ_AGREEMENTS, Scope.PLATFORM);
    }

    boolean keepsAll(Asker asker) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, MissionRights.KEEP_AGREEMENTS, Scope.PLATFORM);
    }

    boolean keeps(Asker asker, @Nullable ProjectId project) {
        return keepsAll(asker) || (project != null && consults(asker, project));
    }

    private boolean consults(Asker asker, ProjectId project) {
        return asker.person()
                .filter(person -> jdbc.sql(
                                "SELECT EXISTS (SELECT FROM mentor_project WHERE id = :id AND consultant = :person)")
                        .param("id", project.value())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    boolean knows(Asker asker, UUID agreement) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM agreement a WHERE a.id = :id AND" + WHOLE + ")")
                .params(values(asker))
                .param("id", agreement)
                .query(Boolean.class)
                .single();
    }

    /**
     * @throws NotFound unless the asker may read it
     * @throws Forbidden unless they keep it
     */
    void requireKeeper(Asker asker, Agreement agreement) {
        if (!keeps(asker, agreement.project())) {
            throw knows(asker, agreement.id().value()) ? new Forbidden() : new NotFound();
        }
    }
}
