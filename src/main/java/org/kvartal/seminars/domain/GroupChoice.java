package org.kvartal.seminars.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** To which group those belong who are registered already, when groups change or the time of one is over. The caller holds the seminar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GroupChoice {

    private final Seats seats;
    private final JdbcClient jdbc;

    GroupChoice(Seats seats, JdbcClient jdbc) {
        this.seats = seats;
        this.jdbc = jdbc;
    }

    private record Registered(
            UUID id, @Nullable PersonId person, @Nullable MemberId association) {}

    /**
     * Looks at those for whom it may be another one: who has none and comes for a member of one, whose group does not name the member any more for whom they come, and who waits in a
     * group whose time is over. Whoever sits on a seat of such a group keeps it.
     */
    void afresh(SeminarId seminar) {
        List<Registered> all = jdbc.sql("""
            SELECT r.id, r.person, r.on_behalf_of FROM seminar_registration r LEFT JOIN seminar_group g ON g.id = r.grp
             WHERE r.seminar = :seminar AND r.state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')
               AND CASE WHEN g.id IS NULL THEN EXISTS (SELECT FROM seminar_group o WHERE o.seminar = :seminar AND NOT o.released
                                                          AND r.on_behalf_of = ANY (o.members))
                        WHEN g.released THEN r.state IN ('STARTED', 'PENDING', 'WAITLISTED')
                        ELSE r.on_behalf_of IS NULL OR r.on_behalf_of <> ALL (g.members) END
             ORDER BY r.made_at, r.id""")
                .param("seminar", seminar.value())
                .query((row, _) -> new Registered(
                        Columns.id(row, "id"), Columns.personOrNull(row, "person"), Stored.member(row, "on_behalf_of")))
                .list();
        for (Registered one : all) {
            GroupId group = seats.group(seminar, one.person(), one.association());
            jdbc.sql("UPDATE seminar_registration SET grp = :group::uuid WHERE id = :id")
                    .param("group", group == null ? null : group.value())
                    .param("id", one.id())
                    .update();
        }
    }
}
