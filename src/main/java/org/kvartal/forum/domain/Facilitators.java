package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who facilitates a series. The office names them; what counts is the role that each then holds for it.
 *
 * @see "Decision record 0102, who facilitates a series"
 */
@Component
class Facilitators {

    static final int MOST = 50;

    private final Grants grants;
    private final People people;
    private final Permissions permissions;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Facilitators(
            Grants grants,
            People people,
            Permissions permissions,
            ForumTrail trail,
            JdbcClient jdbc,
            HouseClock clock) {
        this.grants = grants;
        this.people = people;
        this.permissions = permissions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PersonId> of(SeriesId series) {
        return jdbc.sql("SELECT person FROM forum_facilitator WHERE series = :series ORDER BY named_at, person")
                .param("series", series.value())
                .query((row, _) -> Columns.person(row, "person"))
                .list();
    }

    /**
     * Names these and nobody else, for a series that the caller has locked or has just made.
     *
     * @throws Forbidden if that changes something and the asker is not of the office
     * @throws Refused at {@code facilitators}
     */
    void settle(Asker by, SeriesId series, Set<PersonId> wished) {
        Set<PersonId> named = new HashSet<>(of(series));
        if (named.equals(wished)) {
            return;
        }
        permissions.check(by, ForumRights.NAME_FACILITATORS, Scope.PLATFORM);
        if (wished.size() > MOST) {
            throw Refused.at("facilitators", "forum.refused.facilitators-many", MOST);
        }
        if (people.cards(wished).size() < wished.size()) {
            throw Refused.at("facilitators", "forum.refused.person");
        }
        Scope scope = ForumRights.in(series);
        for (PersonId person : wished) {
            if (!named.contains(person)) {
                jdbc.sql("INSERT INTO forum_facilitator (series, person, named_at) VALUES (:series, :person, :now)")
                        .param("series", series.value())
                        .param("person", person.value())
                        .param("now", Columns.moment(clock.now()))
                        .update();
                grants.give(ForumTrail.HOUSE, new Grant(person, Role.FACILITATOR, scope, clock.now(), null));
                trail.series(by, "forum.facilitator-named", series, entry -> entry.with("person", person));
            }
        }
        for (PersonId person : named) {
            if (!wished.contains(person)) {
                jdbc.sql("DELETE FROM forum_facilitator WHERE series = :series AND person = :person")
                        .param("series", series.value())
                        .param("person", person.value())
                        .update();
                grants.end(ForumTrail.HOUSE, person, Role.FACILITATOR, scope);
                trail.series(by, "forum.facilitator-dismissed", series, entry -> entry.with("person", person));
            }
        }
    }
}
