package org.kvartal.seminars.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.Suspensions;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.TrainerRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody may know of seminars, and do in them: by the roles of the house, and by what they are in the team of each. */
@Component
class SeminarSight {

    /** Of a seminar {@code s}: whether the asker may know of it; takes {@code all} and {@code asker}. */
    static final String KNOWN = " (s.published_at IS NOT NULL OR :all OR EXISTS (SELECT FROM seminar_trainer k"
            + " WHERE k.seminar = s.id AND k.person = :asker::uuid)) ";

    private final Permissions permissions;
    private final Suspensions suspensions;
    private final JdbcClient jdbc;

    SeminarSight(Permissions permissions, Suspensions suspensions, JdbcClient jdbc) {
        this.permissions = permissions;
        this.suspensions = suspensions;
        this.jdbc = jdbc;
    }

    /** For a query that holds {@link #KNOWN}. */
    Map<String, @Nullable Object> values(Asker asker) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("all", reads(asker));
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        return values;
    }

    boolean reads(Asker asker) {
        return has(asker, SeminarRights.READ);
    }

    boolean has(Asker asker, Permission permission) {
        return !(asker instanceof Asker.Guest) && permissions.has(asker, permission, Scope.PLATFORM);
    }

    /**
     * What the asker may do in a seminar.
     *
     * @param role what they are in its team, null for nothing
     */
    record Standing(@Nullable TrainerRole role, boolean manages, boolean registers, boolean reads) {

        boolean manage() {
            return manages || (role != null && role.leads());
        }

        boolean decide() {
            return registers || (role != null && role.decides());
        }

        /** Materials, and who was there. */
        boolean keep() {
            return registers || (role != null && role.keeps());
        }

        boolean letIn() {
            return registers || role != null;
        }

        /** Those who teach, and nobody else. */
        boolean certify() {
            return role != null && role.decides();
        }

        boolean read() {
            return reads || (role != null && role.keeps());
        }
    }

    Standing in(SeminarId seminar, Asker asker) {
        return new Standing(
                role(seminar, asker).orElse(null),
                has(asker, SeminarRights.MANAGE),
                has(asker, SeminarRights.REGISTRATIONS),
                reads(asker));
    }

    /** Nobody who is suspended is anything in a team. */
    private Optional<TrainerRole> role(SeminarId seminar, Asker asker) {
        return asker.person()
                .flatMap(person -> jdbc.sql(
                                "SELECT role FROM seminar_trainer WHERE seminar = :seminar AND person = :person")
                        .param("seminar", seminar.value())
                        .param("person", person.value())
                        .query((row, _) -> Stored.code(row, "role", TrainerRole.class))
                        .optional()
                        .filter(_ -> !suspensions.suspended(SeminarTrail.HOUSE, person)));
    }

    /** Somebody who may act for themselves: a person who is not suspended. */
    PersonId requireResident(Asker by) {
        PersonId person = by.requirePerson();
        if (suspensions.suspended(SeminarTrail.HOUSE, person)) {
            throw new Forbidden();
        }
        return person;
    }

    static void require(boolean may) {
        if (!may) {
            throw new Forbidden();
        }
    }
}
