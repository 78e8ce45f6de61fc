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
import java.util.Objects;
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
        return jdbc.sql(
                        "SELECT preset, groups, letter_day, letter_hour, by_reading FROM notice_wish WHERE person = :person")
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
        PersonId person = asker.requirePerson();
        Set<String> shown = groups();
        Map<String, Rhythm> chosen = new HashMap<>(wish.groups());
        chosen.keySet().retainAll(shown);
        of(person).groups().forEach((group, rhythm) -> {
            if (!shown.contains(group)) {
                chosen.put(group, rhythm);
            }
        });
        put(person, new Wish(wish.preset(), chosen, wish.day(), wish.hour(), wish.reading()));
    }

    private void put(PersonId person, Wish wish) {
        keep(person, wish, """
                DO UPDATE
                   SET preset = excluded.preset, groups = excluded.groups, letter_day = excluded.letter_day,
                       letter_hour = excluded.letter_hour, by_reading = excluded.by_reading, daily_at = excluded.daily_at, weekly_at = excluded.weekly_at
                """);
        // Whoever wants a group again wants it in the places, too, as they chose there.
        jdbc.sql("""
                UPDATE following SET ended = ARRAY(SELECT unnest(ended) INTERSECT SELECT unnest(:never::text[]))
                 WHERE person = :person AND ended <> '{}'
                """)
                .param(
                        "never",
                        wish.groups().entrySet().stream()
                                .filter(one -> one.getValue() == Rhythm.NEVER)
                                .map(Map.Entry::getKey)
                                .toArray(String[]::new))
                .param("person", person.value())
                .update();
        follow(person, wish, clock.instant());
    }

    /** Gives whoever has never chosen the day and the hour of the letters in which something comes together. */
    void begin(PersonId person) {
        keep(person, Wish.UNSAID, "DO NOTHING");
    }

    private void keep(PersonId person, Wish wish, String orElse) {
        Instant now = clock.instant();
        ZoneId zone = whereabouts.zone(person);
        Slots slots = new Slots(wish.day(), wish.hour(), zone);
        jdbc.sql("""
                INSERT INTO notice_wish AS w (person, preset, groups, letter_day, letter_hour, by_reading, daily_at, weekly_at)
                VALUES (:person, :preset, :groups::jsonb, :day, :hour, :reading, :daily, :weekly)
                ON CONFLICT (person) %s
                """.formatted(orElse))
                .param("person", person.value())
                .param("preset", wish.preset().name())
                .param("groups", json.writeValueAsString(wish.groups()))
                .param("day", wish.day().getValue())
                .param("hour", wish.hour())
                .param("reading", wish.reading())
                .param("daily", Columns.moment(slots.next(Rhythm.DAILY, now)))
                .param("weekly", Columns.moment(slots.next(Rhythm.WEEKLY, now)))
                .update();
    }

    /** What was chosen anew counts for what still waits, too. */
    void follow(PersonId person) {
        follow(person, of(person), clock.instant());
    }

    private void follow(PersonId person, Wish wish, Instant now) {
        Map<UUID, String> rhythms = new HashMap<>();
        jdbc.sql("""
                SELECT n.id, n.kind, n.rhythm, r.rhythm AS place, coalesce(r.ended, '{}') AS ended,
                       coalesce((SELECT f.attention = 'NOTHING' FROM following f
                                  WHERE f.person = n.person AND f.place = ANY (n.places)
                                  ORDER BY array_position(n.places, f.place) LIMIT 1), false) AS deaf
                  FROM notice n
                  LEFT JOIN LATERAL (
                        SELECT f.rhythm, f.ended FROM following f
                         WHERE f.person = n.person AND f.place = ANY (n.places) AND f.rhythm IS NOT NULL
                         ORDER BY array_position(n.places, f.place) LIMIT 1) r ON true
                 WHERE n.person = :person AND n.rhythm IS NOT NULL
                """).param("person", person.value()).query(row -> {
            String kind = row.getString("kind");
            String group = sources.group(kind);
            Rhythm place = ended(row).contains(group) ? null : rhythm(row, "place");
            Rhythm rhythm = row.getBoolean("deaf") ? Rhythm.NEVER : wish.rhythm(group, place, sources.isUrgent(kind));
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
                   SET rhythm = nullif(c.rhythm, 'NEVER'), due_at = CASE WHEN c.rhythm = 'NOW' THEN greatest(:now, n.told_at + make_interval(secs => :window)) END
                  FROM unnest(:ids::uuid[], :rhythms::text[]) AS c (id, rhythm)
                 WHERE n.person = :person AND n.id = c.id AND n.rhythm IS NOT NULL
                """)
                .param("now", Columns.moment(now))
                .param("window", Messenger.WINDOW.toSeconds())
                .param("ids", changed.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("rhythms", changed.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("person", person.value())
                .update();
    }

    /**
     * What these people said that counts for something of a group, in one query; whoever said nothing is left out. Where they ended the group by a
     * letter, what they chose for the place before does not count.
     */
    Map<PersonId, Said> said(Collection<PersonId> people, List<UUID> places, String group) {
        Map<PersonId, Said> said = new HashMap<>();
        jdbc.sql("""
                SELECT p.person, w.preset, w.groups, w.letter_day, w.letter_hour, w.by_reading, f.rhythm AS place
                  FROM unnest(:people::uuid[]) AS p (person)
                  LEFT JOIN notice_wish w ON w.person = p.person
                  LEFT JOIN LATERAL (
                        SELECT CASE WHEN :group <> ALL (ended) THEN rhythm END AS rhythm FROM following
                         WHERE person = p.person AND place = ANY (:places) AND rhythm IS NOT NULL
                         ORDER BY array_position(:places::uuid[], place) LIMIT 1) f ON true
                 WHERE w.person IS NOT NULL OR f.rhythm IS NOT NULL
                """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("places", places.toArray(UUID[]::new))
                .param("group", group)
                .query(row -> {
                    Wish wish = row.getString("preset") == null ? Wish.UNSAID : wish(row);
                    said.put(Columns.person(row, "person"), new Said(wish, rhythm(row, "place")));
                });
        return said;
    }

    private static @Nullable Rhythm rhythm(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Rhythm::valueOf).orElse(null);
    }

    private static List<String> ended(ResultSet row) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(row.getArray("ended")).getArray());
    }

    Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                Preset.valueOf(row.getString("preset")),
                json.readValue(row.getString("groups"), new TypeReference<Map<String, Rhythm>>() {}),
                DayOfWeek.of(row.getInt("letter_day")),
                row.getInt("letter_hour"),
                row.getBoolean("by_reading"));
    }

    /** Ends the letters of these groups for somebody, wherever they come from; of what comes together, all that does. */
    @Transactional
    void end(PersonId person, Set<String> ended) {
        Wish wish = of(person);
        Map<String, Rhythm> groups = new HashMap<>(wish.groups());
        Set<String> named = new HashSet<>(ended);
        if (named.remove(Leaves.DIGEST)) {
            for (String one : groups()) {
                Rhythm now = wish.rhythm(one, null, false);
                if (now == Rhythm.DAILY || now == Rhythm.WEEKLY) {
                    groups.put(one, Rhythm.NEVER);
                }
            }
            jdbc.sql("UPDATE following SET rhythm = 'NEVER' WHERE person = :person AND rhythm IN ('DAILY', 'WEEKLY')")
                    .param("person", person.value())
                    .update();
        }
        named.forEach(one -> groups.put(one, Rhythm.NEVER));
        jdbc.sql("""
                UPDATE following SET ended = ARRAY(SELECT unnest(ended) UNION SELECT unnest(:groups::text[]))
                 WHERE person = :person AND rhythm <> 'NEVER'
                """)
                .param("groups", named.toArray(String[]::new))
                .param("person", person.value())
                .update();
        put(person, new Wish(wish.preset(), groups, wish.day(), wish.hour(), wish.reading()));
    }
}
