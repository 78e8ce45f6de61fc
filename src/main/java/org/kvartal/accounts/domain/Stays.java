package org.kvartal.accounts.domain;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Whereabouts;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads when people were here from their sign-ins, and from the browsers that outlive them. */
@Component
class Stays implements Whereabouts {

    private final JdbcClient jdbc;
    private final House house;

    Stays(JdbcClient jdbc, House house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    @Override
    @Transactional(readOnly = true)
    public ZoneId zone(PersonId person) {
        Stay stay = stays(List.of(person)).get(person);
        return stay == null ? house.zone() : stay.zone();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Stay> stays(Collection<PersonId> people) {
        Map<PersonId, Stay> stays = new HashMap<>();
        jdbc.sql("""
                SELECT p.id, p.zone,
                       greatest(p.joined_at,
                                (SELECT max(seen_at) FROM sign_in WHERE person = p.id),
                                (SELECT max(seen_at) FROM known_browser WHERE person = p.id)) AS seen_at
                  FROM person p WHERE p.id = ANY (:ids)
                """)
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    stays.put(
                            Columns.person(row, "id"),
                            new Stay(ZoneId.of(row.getString("zone")), Columns.moment(row, "seen_at")));
                });
        return stays;
    }
}
