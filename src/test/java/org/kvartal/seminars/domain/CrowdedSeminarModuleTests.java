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
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

/**
 * 500 people and 20 representatives register, withdraw, take offers and let them expire at random from 32 threads, on one node of the house and on two. Whatever they do: seats
 * never exceed capacity or quota, what is reserved stays so, nobody has two registrations that count, and nobody is passed over who could have had the seat.
 */
@TestPropertySource(properties = "kvartal.test.database=crowded")
class CrowdedSeminarModuleTests extends SeminarHouse {

    private static final int PEOPLE = 500;
    private static final int ASSOCIATIONS = 20;
    private static final int THREADS = 32;
    private static final int ACTS = 40;
    private static final int SEATS = 60;
    private static final int QUOTA = 2;
    private static final int RESERVED = 6;

    /** The same house once more, over the same database, with connections, jobs and a clock of its own. */
    @TestPropertySource(properties = {"kvartal.test.database=crowded", "kvartal.test.node=second"})
    static class SecondNode extends SeminarHouse {}

    private final List<Asker> people = new ArrayList<>();
    private final List<Asker> representatives = new ArrayList<>();
    private final List<MemberCard> associations = new ArrayList<>();

    /** Nobody acts while the clocks of the nodes differ. */
    private final ReentrantReadWriteLock clocks = new ReentrantReadWriteLock();

    @Test
    void onOneNodeSeatsNeverExceedWhatThereIsAndTheOrderIsKept() throws Exception {
        crowd(List.of(this));
    }

    @Test
    void onTwoNodesSeatsNeverExceedWhatThereIsAndTheOrderIsKept() throws Exception {
        SecondNode second = new SecondNode();
        new TestContextManager(SecondNode.class).prepareTestInstance(second);
        assertThat(second.registrations)
                .as("a node of its own")
                .isNotSameAs(registrations)
                .isNotNull();
        second.clock.turn(Duration.between(second.clock.instant(), clock.instant()));
        crowd(List.of(this, second));
    }

    private void crowd(List<? extends SeminarHouse> nodes) throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person("Person " + i));
        }
        for (int i = 0; i < ASSOCIATIONS; i++) {
            representatives.add(people.get(i));
            associations.add(association("Association " + i, people.get(i)));
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
        SeatLaws laws = new SeatLaws(jdbc);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        AtomicIntegerArray done = new AtomicIntegerArray(nodes.size());
        AtomicBoolean broken = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int which = thread % nodes.size();
                Visitor visitor = new Visitor(nodes.get(which), nodes, id, new Random(thread));
                all.add(threads.submit(() -> {
                    start.await();
                    for (int act = 0; act < ACTS; act++) {
                        if (visitor.acts()) {
                            done.incrementAndGet(which);
                        }
                        if (act % 2 == 0 && !laws.isWithin(id)) {
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
        assertThat(laws.isWithin(id)).isTrue();
        laws.nobodyHasTwo(id);
        laws.theOrderWasKept(id);
        nobodyIsPassedOver(laws, id);
        for (int node = 0; node < nodes.size(); node++) {
            assertThat(done.get(node))
                    .as("acts that went through on node %d", node)
                    .isGreaterThan(ACTS);
        }
        assertThat(laws.count(id, "state = 'WAITLISTED'")).as("it was crowded").isPositive();
        assertThat(laws.count(id, "state = 'EXPIRED'")).as("offers ended").isPositive();
        assertThat(laws.count(id, "state = 'CONFIRMED' AND queued_at IS NOT NULL"))
                .as("and were taken")
                .isPositive();
    }

    /** Whoever waits could not take a seat that is free. */
    private void nobodyIsPassedOver(SeatLaws laws, SeminarId id) {
        times.passOn();
        assertThat(card(id).free() == 0 || laws.count(id, "state = 'WAITLISTED' AND on_behalf_of IS NULL") == 0)
                .as("nobody without an association waits beside a free seat")
                .isTrue();
        laws.theOrderWasKept(id);
    }

    /** Somebody at a browser that one of the nodes serves. */
    private final class Visitor {

        private final SeminarHouse node;
        private final List<? extends SeminarHouse> nodes;
        private final SeminarId id;
        private final Random random;

        Visitor(SeminarHouse node, List<? extends SeminarHouse> nodes, SeminarId id, Random random) {
            this.node = node;
            this.nodes = nodes;
            this.id = id;
            this.random = random;
        }

        /** @return false where the rules did not let them */
        boolean acts() {
            // A clock that is turned by an hour in one of many acts lets offers expire here and there.
            if (random.nextInt(40) == 0) {
                clocks.writeLock().lock();
                try {
                    nodes.forEach(one -> one.clock.turn(Duration.ofHours(1)));
                } finally {
                    clocks.writeLock().unlock();
                }
            }
            clocks.readLock().lock();
            try {
                act();
                return true;
            } catch (Refused | Forbidden | NotFound notNow) {
                return false;
            } finally {
                clocks.readLock().unlock();
            }
        }

        private void act() {
            int which = random.nextInt(ASSOCIATIONS);
            Asker person = people.get(random.nextInt(PEOPLE));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> node.registered(person, id);
                case 4 ->
                    node.registered(
                            representatives.get(which),
                            id,
                            associations.get(which).id());
                case 5 -> {
                    String mail = "crowd-" + random.nextInt(200) + "-" + id + "@example.org";
                    node.colleague(
                            representatives.get(which),
                            id,
                            mail,
                            associations.get(which).id());
                    var _ = node.registrations.confirm(node.token(mail), Map.of());
                }
                case 6, 7 ->
                    any("state IN ('CONFIRMED', 'WAITLISTED', 'OFFERED')")
                            .ifPresent(one -> node.registrations.withdraw(lead, one));
                case 8 ->
                    any("state = 'OFFERED' AND person IS NOT NULL")
                            .ifPresent(one -> node.registrations.accept(ofRegistration(one), one));
                default -> node.times.passOn();
            }
        }

        private Optional<RegistrationId> any(String which) {
            List<RegistrationId> found = node.jdbc
                    .sql("SELECT id FROM seminar_registration WHERE seminar = :seminar AND " + which)
                    .param("seminar", id.value())
                    .query((row, _) -> new RegistrationId(Columns.id(row, "id")))
                    .list();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
        }

        private Asker ofRegistration(RegistrationId one) {
            return Asker.of(node.jdbc
                    .sql("SELECT person FROM seminar_registration WHERE id = :id")
                    .param("id", one.value())
                    .query((row, _) -> Columns.person(row, "person"))
                    .single());
        }
    }
}
