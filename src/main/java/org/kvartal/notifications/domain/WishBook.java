package org.kvartal.notifications.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Whereabouts;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.Wish;
import org.kvartal.notifications.Wishes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people want to get by mail, in PostgreSQL. */
@Component
class WishBook implements Wishes {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Sources sources;
    private final Whereabouts whereabouts;
    private final Clock clock;

    WishBook(JdbcClient jdbc, JsonMapper json, Sources sources, Whereabouts whereabouts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.sources = sources;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    /**
     * How one of several people wants to hear of something.
     *
     * @param place what they chose for the place, null for nothing
     */
    record Said(Wish wish, @Nullable Rhythm place) {

        static final Said NOTHING = new Said(Wish.UNSAID, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Wish own(Asker asker) {
        return of(asker.requirePerson());
    }

    Wish of(PersonId person) {
        return jdbc.sql("SELECT preset, groups, letter_day, letter_hour FROM notice_wish WHERE person = :person")
                .param("person", person.value())
                .query((row, _) -> wish(row))
                .optional()
                .orElse(Wish.UNSAID);
    }

    @Override
    public Set<String> groups() {
        return sources.groups();
    }

    @Override
    @Transactional
    public void change(Asker asker, Wish wish) {
        put(asker.requirePerson(), wish);
    }

    void put(PersonId person, Wish wish) {
        Map<String, Rhythm> known = new HashMap<>(wish.groups());
        known.keySet().retainAll(groups());
        Instant now = clock.instant();
        ZoneId zone = whereabouts.zone(person);
        Slots slots = new Slots(wish.day(), wish.hour(), zone);
        jdbc.sql("""
                INSERT INTO notice_wish AS w (person, preset, groups, letter_day, letter_hour, daily_at, weekly_at)
                VALUES (:person, :preset, :groups::jsonb, :day, :hour, :daily, :weekly)
                ON CONFLICT (person) DO UPDATE
                   SET preset = excluded.preset, groups = excluded.groups, letter_day = excluded.letter_day,
                       letter_hour = excluded.letter_hour, daily_at = excluded.daily_at, weekly_at = excluded.weekly_at
                """)
                .param("person", person.value())
                .param("preset", wish.preset().name())
                .param("groups", json.writeValueAsString(known))
                .param("day", wish.day().getValue())
                .param("hour", wish.hour())
                .param("daily", Columns.moment(slots.next(Rhythm.DAILY, now)))
                .param("weekly", Columns.moment(slots.next(Rhythm.WEEKLY, now)))
                .update();
        follow(person, new Wish(wish.preset(), known, wish.day(), wish.hour()), now);
    }

    /** What was chosen anew counts for what still waits, too. */
    void follow(PersonId person) {
        follow(person, of(person), clock.instant());
    }

    private void follow(PersonId person, Wish wish, Instant now) {
        Map<UUID, String> rhythms = new HashMap<>();
        jdbc.sql("""
                SELECT n.id, n.kind, n.rhythm,
                       (SELECT f.rhythm FROM following f
                         WHERE f.person = n.person AND f.place = ANY (n.places) AND f.rhythm IS NOT NULL
                         ORDER BY array_position(n.places, f.place) LIMIT 1) AS place
                  FROM notice n
                 WHERE n.person = :person AND n.rhythm IS NOT NULL
                """).param("person", person.value()).query(row -> {
            String kind = row.getString("kind");
            Rhythm rhythm = wish.rhythm(sources.group(kind), rhythm(row, "place"), sources.isUrgent(kind));
            if (!rhythm.name().equals(row.getString("rhythm"))) {
                rhythms.put(Columns.id(row, "id"), rhythm.name());
            }
        });
        if (rhythms.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, String>> changed = List.copyOf(rhythms.entrySet());
        jdbc.sql("""
                UPDATE notice n
                   SET rhythm = nullif(c.rhythm, 'NEVER'), due_at = CASE WHEN c.rhythm = 'NOW' THEN :now END
                  FROM unnest(:ids::uuid[], :rhythms::text[]) AS c (id, rhythm)
                 WHERE n.person = :person AND n.id = c.id AND n.rhythm IS NOT NULL
                """)
                .param("now", Columns.moment(now))
                .param("ids", changed.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("rhythms", changed.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("person", person.value())
                .update();
    }

    /** What these people said that counts for something, in one query; whoever said nothing is left out. */
    Map<PersonId, Said> said(Collection<PersonId> people, List<UUID> places) {
        Map<PersonId, Said> said = new HashMap<>();
        jdbc.sql("""
                SELECT p.person, w.preset, w.groups, w.letter_day, w.letter_hour, f.rhythm AS place
                  FROM unnest(:people::uuid[]) AS p (person)
                  LEFT JOIN notice_wish w ON w.person = p.person
                  LEFT JOIN LATERAL (
                        SELECT rhythm FROM following
                         WHERE person = p.person AND place = ANY (:places) AND rhythm IS NOT NULL
                         ORDER BY array_position(:places::uuid[], place) LIMIT 1) f ON true
                 WHERE w.person IS NOT NULL OR f.rhythm IS NOT NULL
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("places", places.toArray(UUID[]::new))
                .query(row -> {
                    Wish wish = row.getString("preset") == null ? Wish.UNSAID : wish(row);
                    said.put(Columns.person(row, "person"), new Said(wish, rhythm(row, "place")));
                });
        return said;
    }

    private static @Nullable Rhythm rhythm(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Rhythm::valueOf).orElse(null);
    }

    Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                Preset.valueOf(row.getString("preset")),
                json.readValue(row.getString("groups"), new TypeReference<Map<String, Rhythm>>() {}),
                DayOfWeek.of(row.getInt("letter_day")),
                row.getInt("letter_hour"));
    }

    /** Ends the letters of a group for somebody; of what comes together, all that does. */
    @Transactional
    void end(PersonId person, String group) {
        Wish wish = of(person);
        Map<String, Rhythm> groups = new HashMap<>(wish.groups());
        for (String one : group.equals(Leaves.DIGEST) ? new HashSet<>(groups()) : Set.of(group)) {
            Rhythm now = wish.rhythm(one, null, false);
            if (!group.equals(Leaves.DIGEST) || now == Rhythm.DAILY || now == Rhythm.WEEKLY) {
                groups.put(one, Rhythm.NEVER);
            }
        }
        jdbc.sql("UPDATE following SET rhythm = NULL WHERE person = :person AND rhythm IN ('DAILY', 'WEEKLY') AND :all")
                .param("person", person.value())
                .param("all", group.equals(Leaves.DIGEST))
                .update();
        put(person, new Wish(wish.preset(), groups, wish.day(), wish.hour()));
    }
}
