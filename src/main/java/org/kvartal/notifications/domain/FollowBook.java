package org.kvartal.notifications.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who follows what, in PostgreSQL. */
@Component
@Transactional
class FollowBook implements Following {

    private final JdbcClient jdbc;
    private final WishBook wishes;
    private final Clock clock;

    FollowBook(JdbcClient jdbc, WishBook wishes, Clock clock) {
        this.jdbc = jdbc;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Attention attention(Asker asker, List<UUID> places) {
        return jdbc.sql("""
                SELECT coalesce(
                       (SELECT attention FROM following
                         WHERE person = :person AND place = ANY (:places)
                         ORDER BY array_position(:places::uuid[], place) LIMIT 1),
                       (SELECT 'EVERYTHING' FROM notice_wish WHERE person = :person AND preset = 'EVERYTHING'),
                       'CONCERNS_ME')
                """)
                .param("person", asker.requirePerson().value())
                .param("places", ids(places))
                .query((row, _) -> Attention.valueOf(row.getString(1)))
                .single();
    }

    @Override
    public void choose(Asker asker, UUID place, Attention attention) {
        PersonId person = asker.requirePerson();
        jdbc.sql("""
                INSERT INTO following (person, place, attention, chosen, since)
                VALUES (:person, :place, :attention, true, :now)
                ON CONFLICT (person, place) DO UPDATE SET attention = excluded.attention, chosen = true, by_reading = false
                """)
                .param("person", person.value())
                .param("place", place)
                .param("attention", attention.name())
                .param("now", Columns.moment(clock.instant()))
                .update();
        wishes.follow(person);
    }

    @Override
    public void choose(Asker asker, UUID place, @Nullable Rhythm rhythm) {
        PersonId person = asker.requirePerson();
        if (rhythm == Rhythm.DAILY || rhythm == Rhythm.WEEKLY) {
            wishes.begin(person);
        }
        jdbc.sql("""
                UPDATE following SET rhythm = :rhythm, ended = '{}', by_reading = false WHERE person = :person AND place = :place
                """)
                .param("rhythm", rhythm == null ? null : rhythm.name())
                .param("person", person.value())
                .param("place", place)
                .update();
        wishes.follow(person);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takePart(PersonId person, UUID place) {
        jdbc.sql("""
                INSERT INTO following (person, place, attention, chosen, since)
                VALUES (:person, :place, 'EVERYTHING', false, :now)
                ON CONFLICT (person, place) DO UPDATE SET by_reading = false WHERE following.by_reading
                """)
                .param("person", person.value())
                .param("place", place)
                .param("now", Columns.moment(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Interest interest(Asker asker, List<UUID> places) {
        return jdbc.sql("""
                SELECT CASE
                       WHEN EXISTS (SELECT FROM following WHERE person = :person AND place = :place AND by_reading) THEN 'BY_READING'
                       WHEN EXISTS (SELECT FROM following
                                     WHERE person = :person AND place = ANY (:places) AND (chosen OR place = :place))
                         OR EXISTS (SELECT FROM notice_wish
                                     WHERE person = :person AND (preset = 'EVERYTHING' OR NOT by_reading)) THEN 'SETTLED'
                       ELSE 'OPEN' END
                """)
                .param("person", asker.requirePerson().value())
                .param("place", places.getFirst())
                .param("places", ids(places))
                .query((row, _) -> Interest.valueOf(row.getString(1)))
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeInterest(PersonId person, List<UUID> places) {
        return jdbc.sql("""
                INSERT INTO following (person, place, attention, chosen, by_reading, since)
                SELECT :person, :place, 'EVERYTHING', false, true, :now
                 WHERE NOT EXISTS (SELECT FROM following WHERE person = :person AND place = ANY (:places) AND chosen)
                   AND NOT EXISTS (SELECT FROM notice_wish
                                    WHERE person = :person AND (preset = 'EVERYTHING' OR NOT by_reading))
                ON CONFLICT DO NOTHING
                """)
                        .param("person", person.value())
                        .param("place", places.getFirst())
                        .param("places", ids(places))
                        .param("now", Columns.moment(clock.instant()))
                        .update()
                > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> followers(List<UUID> places) {
        // Everybody who said something of one of the places, by the nearest; and whoever wants everything and said
        // nothing.
        return jdbc.sql("""
                SELECT person FROM (
                       SELECT DISTINCT ON (person) person, attention FROM following
                        WHERE place = ANY (:places) ORDER BY person, array_position(:places::uuid[], place)) f
                 WHERE attention = 'EVERYTHING'
                UNION ALL
                SELECT person FROM notice_wish w
                 WHERE preset = 'EVERYTHING'
                   AND NOT EXISTS (SELECT FROM following f WHERE f.person = w.person AND f.place = ANY (:places))
                """)
                .param("places", ids(places))
                .query((row, _) -> Columns.person(row, "person"))
                .set();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> deaf(Collection<PersonId> people, List<UUID> places) {
        return jdbc.sql("""
                SELECT person FROM (
                       SELECT DISTINCT ON (person) person, attention FROM following
                        WHERE person = ANY (:people) AND place = ANY (:places)
                        ORDER BY person, array_position(:places::uuid[], place)) f
                 WHERE attention = 'NOTHING'
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("places", ids(places))
                .query((row, _) -> Columns.person(row, "person"))
                .set();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Followed> own(Asker asker, int limit) {
        return jdbc.sql("""
                SELECT place, attention, rhythm FROM following
                 WHERE person = :person ORDER BY since DESC, place LIMIT :limit
                """)
                .param("person", asker.requirePerson().value())
                .param("limit", limit)
                .query((row, _) -> new Followed(
                        Columns.id(row, "place"),
                        Attention.valueOf(row.getString("attention")),
                        Optional.ofNullable(row.getString("rhythm"))
                                .map(Rhythm::valueOf)
                                .orElse(null)))
                .list();
    }

    private static UUID[] ids(List<UUID> places) {
        return places.toArray(UUID[]::new);
    }
}
