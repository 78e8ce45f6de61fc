package org.kvartal.seminars.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts seats; whoever decides by the count holds the lock of the seminar. */
@Component
class Seats {

    private final SeminarRows rows;
    private final Bodies bodies;
    private final Members members;
    private final JdbcClient jdbc;

    Seats(SeminarRows rows, Bodies bodies, Members members, JdbcClient jdbc) {
        this.rows = rows;
        this.bodies = bodies;
        this.members = members;
        this.jdbc = jdbc;
    }

    Tally tally(Seminar seminar) {
        return tally(seminar.id(), seminar.capacity(), seminar.perAssociation());
    }

    Tally tally(SeminarId seminar, int capacity, @Nullable Integer perAssociation) {
        Tally tally = new Tally(
                capacity,
                perAssociation,
                rows.reserved(seminar).stream()
                        .collect(Collectors.toMap(group -> group.id().value(), Group::seats)));
        jdbc.sql("""
            SELECT grp, on_behalf_of, count(*) AS seats FROM seminar_registration
             WHERE seminar = :seminar AND state IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW')
             GROUP BY grp, on_behalf_of""").param("seminar", seminar.value()).query(row -> {
            tally.take(Columns.idOrNull(row, "grp"), Columns.idOrNull(row, "on_behalf_of"), row.getInt("seats"));
        });
        return tally;
    }

    /** The first group whose seats somebody may take. */
    @Nullable GroupId group(SeminarId seminar, @Nullable PersonId person, @Nullable MemberId association) {
        List<Group> reserved = rows.reserved(seminar);
        if (reserved.isEmpty()) {
            return null;
        }
        Set<MemberId> mine = new HashSet<>();
        Set<BodyId> in = new HashSet<>();
        if (association != null) {
            mine.add(association);
        }
        if (person != null) {
            members.ofPerson(SeminarTrail.HOUSE, person).map(MemberCard::id).ifPresent(mine::add);
            if (reserved.stream().anyMatch(group -> !group.bodies().isEmpty())) {
                bodies.of(SeminarTrail.HOUSE, person).forEach(body -> in.add(body.id()));
            }
        }
        return reserved.stream()
                .filter(group -> group.members().stream().anyMatch(mine::contains)
                        || group.bodies().stream().anyMatch(in::contains))
                .map(Group::id)
                .findFirst()
                .orElse(null);
    }
}
