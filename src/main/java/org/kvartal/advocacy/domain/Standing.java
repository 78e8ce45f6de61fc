package org.kvartal.advocacy.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.EndorsementCount;
import org.kvartal.advocacy.Recommendations.Mine;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands behind a recommendation, counted: people and associations apart, associations by country. */
@Component
class Standing {

    private final Members members;
    private final DecidingVoices voices;
    private final AdvocacySight sight;
    private final JdbcClient jdbc;

    Standing(Members members, DecidingVoices voices, AdvocacySight sight, JdbcClient jdbc) {
        this.members = members;
        this.voices = voices;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    EndorsementCount count(RecommendationId id) {
        SortedMap<String, Integer> countries = new TreeMap<>();
        int[] people = {0};
        jdbc.sql("""
                SELECT association IS NOT NULL AS association, coalesce(country, '') AS country, count(*) AS number
                  FROM endorsement WHERE recommendation = :id GROUP BY 1, 2""").param("id", id.value()).query(row -> {
            if (row.getBoolean("association")) {
                countries.merge(row.getString("country"), row.getInt("number"), Integer::sum);
            } else {
                people[0] += row.getInt("number");
            }
        });
        int associations =
                countries.values().stream().mapToInt(Integer::intValue).sum();
        return new EndorsementCount(people[0], associations, countries);
    }

    List<MemberCard> associations(RecommendationId id, int most) {
        List<MemberId> ids = jdbc.sql("""
                SELECT association FROM endorsement WHERE recommendation = :id AND association IS NOT NULL
                 ORDER BY given_at, association LIMIT :most""")
                .param("id", id.value())
                .param("most", most)
                .query((row, _) -> new MemberId(Columns.id(row, "association")))
                .list();
        Map<MemberId, MemberCard> cards = ids.isEmpty() ? Map.of() : members.cards(AdvocacyTrail.HOUSE, ids);
        return ids.stream().map(cards::get).filter(Objects::nonNull).toList();
    }

    /** How the asker stands behind it, and how they could. */
    Mine mine(Asker asker, RecommendationId id, RecommendationState state) {
        if (asker.person().isEmpty()) {
            return new Mine(false, List.of(), List.of(), false);
        }
        PersonId person = asker.requirePerson();
        List<MemberCard> mine = voices.of(asker).stream()
                .filter(card -> card.kind() == MemberKind.ASSOCIATION)
                .toList();
        Set<UUID> given = Set.copyOf(jdbc.sql("""
                SELECT coalesce(association, person) AS stands FROM endorsement
                 WHERE recommendation = :id
                   AND ((association IS NULL AND person = :person) OR association = ANY (:associations))""")
                .param("id", id.value())
                .param("person", person.value())
                .param(
                        "associations",
                        mine.stream().map(card -> card.id().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return new Mine(
                given.contains(person.value()),
                mine.stream().filter(card -> given.contains(card.id().value())).toList(),
                mine.stream().filter(card -> !given.contains(card.id().value())).toList(),
                state.endorsable() && (sight.has(asker, AdvocacyRights.ENDORSE) || !mine.isEmpty()));
    }
}
