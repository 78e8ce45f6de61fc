package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.GroupId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarId;

/**
 * 500 people and 20 representatives register, withdraw, take offers and let them expire at random from 32 threads. Whatever they do: seats never exceed capacity or quota,
 * what is reserved stays so, nobody has two registrations that count, and nobody is passed over who could have had the seat.
 */
class CrowdedSeminarModuleTests extends SeminarHouse {

    private static final int PEOPLE = 500;
    private static final int ASSOCIATIONS = 20;
    private static final int THREADS = 32;
    private static final int ACTS = 40;
    private static final int SEATS = 60;
    private static final int QUOTA = 2;
    private static final int RESERVED = 6;

    @Test
    void seatsNeverExceedWhatThereIsAndTheOrderIsKept() throws Exception {
        List<Asker> people = crowd();
        List<MemberCard> associations = new ArrayList<>();
        List<Asker> representatives = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            Asker one = people.get(i);
            representatives.add(one);
            associations.add(association("Association " + i, one));
        }
        SeminarId id = opened(SEATS, wishes -> wishes.perAssociation(QUOTA).offerHours(2));
        desk.reserve(
                lead,
                id,
                version(id),
                List.of(new Group(
                        GroupId.next(),
                        "Two associations",
                        Set.of(associations.get(0).id(), associations.get(1).id()),
                        Set.of(),
                        RESERVED,
                        null)));
        CyclicBarrier start = new CyclicBarrier(THREADS);
        AtomicInteger acts = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                all.add(threads.submit(() -> {
                    start.await();
                    for (int act = 0; act < ACTS; act++) {
                        act(random, id, people, representatives, associations);
                        if (acts.incrementAndGet() % 50 == 0 && !isWithin(id)) {
                            broken.set(true);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(broken).as("a count that was seen on the way").isFalse();
        assertThat(isWithin(id)).isTrue();
        nobodyHasTwo(id);
        nobodyIsPassedOver(id);
        assertThat(count(id, "state = 'WAITLISTED'")).as("it was crowded").isPositive();
        assertThat(count(id, "state = 'EXPIRED'")).as("offers ended").isPositive();
        assertThat(count(id, "state = 'CONFIRMED' AND queued_at IS NOT NULL"))
                .as("and were taken")
                .isPositive();
    }

    private List<Asker> crowd() {
        List<Asker> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person("Person " + i));
        }
        return people;
    }

    private void act(
            Random random,
            SeminarId id,
            List<Asker> people,
            List<Asker> representatives,
            List<MemberCard> associations) {
        try {
            int which = random.nextInt(ASSOCIATIONS);
            Asker person = people.get(random.nextInt(PEOPLE));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> registered(person, id);
                case 4 ->
                    registered(
                            representatives.get(which),
                            id,
                            associations.get(which).id());
                case 5 -> {
                    String mail = "crowd-" + random.nextInt(200) + "@example.org";
                    colleague(
                            representatives.get(which),
                            id,
                            mail,
                            associations.get(which).id());
                    var _ = registrations.confirm(token(mail), Map.of());
                }
                case 6, 7 ->
                    any(random, id, "state IN ('CONFIRMED', 'WAITLISTED', 'OFFERED')")
                            .ifPresent(one -> registrations.withdraw(lead, one));
                case 8 ->
                    any(random, id, "state = 'OFFERED' AND person IS NOT NULL")
                            .ifPresent(one -> registrations.accept(ofRegistration(one), one));
                default -> {
                    // A clock that is turned by an hour in one of many acts lets offers expire here and there.
                    if (random.nextInt(4) == 0) {
                        clock.turn(Duration.ofHours(1));
                    }
                    times.passOn();
                }
            }
        } catch (Refused | Forbidden | NotFound notNow) {
            // That is what the rules are for.
        }
    }

    private Optional<RegistrationId> any(Random random, SeminarId id, String which) {
        List<RegistrationId> found = jdbc.sql(
                        "SELECT id FROM seminar_registration WHERE seminar = :seminar AND " + which)
                .param("seminar", id.value())
                .query((row, _) -> new RegistrationId(Columns.id(row, "id")))
                .list();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private Asker ofRegistration(RegistrationId id) {
        return Asker.of(jdbc.sql("SELECT person FROM seminar_registration WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> Columns.person(row, "person"))
                .single());
    }

    /** In one statement, so that it sees one moment. */
    private boolean isWithin(SeminarId id) {
        return jdbc.sql("""
            WITH seated AS (SELECT * FROM seminar_registration
                             WHERE seminar = :seminar AND state IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN'))
            SELECT (SELECT count(*) FROM seated)
                     + (SELECT sum(greatest(0, g.seats - (SELECT count(*) FROM seated r WHERE r.grp = g.id)))
                          FROM seminar_group g WHERE g.seminar = :seminar) <= :seats
               AND NOT EXISTS (SELECT FROM seated WHERE on_behalf_of IS NOT NULL
                                GROUP BY on_behalf_of HAVING count(*) > :quota)""")
                .param("seminar", id.value())
                .param("seats", SEATS)
                .param("quota", QUOTA)
                .query(Boolean.class)
                .single();
    }

    private void nobodyHasTwo(SeminarId id) {
        assertThat(jdbc.sql("""
            SELECT count(*) FROM (
              SELECT coalesce(person::text, email_key) FROM seminar_registration
               WHERE seminar = :seminar AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')
               GROUP BY 1 HAVING count(*) > 1) two""")
                        .param("seminar", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Whoever waits could not take a seat that is free; and of two who are alike, the one who came first was offered first. */
    private void nobodyIsPassedOver(SeminarId id) {
        times.passOn();
        assertThat(card(id).free() == 0 || count(id, "state = 'WAITLISTED' AND on_behalf_of IS NULL") == 0)
                .as("nobody without an association waits beside a free seat")
                .isTrue();
        assertThat(jdbc.sql("""
            SELECT count(*) FROM seminar_registration w JOIN seminar_registration s ON s.seminar = w.seminar
             WHERE w.seminar = :seminar AND w.state = 'WAITLISTED' AND w.on_behalf_of IS NULL AND w.grp IS NULL
               AND s.state = 'OFFERED' AND s.on_behalf_of IS NULL AND s.grp IS NULL
               AND s.queued_at > w.queued_at""")
                        .param("seminar", id.value())
                        .query(Integer.class)
                        .single())
                .as("later comers with an offer while earlier ones wait")
                .isZero();
    }

    private int count(SeminarId id, String which) {
        return jdbc.sql("SELECT count(*) FROM seminar_registration WHERE seminar = :seminar AND " + which)
                .param("seminar", id.value())
                .query(Integer.class)
                .single();
    }
}
