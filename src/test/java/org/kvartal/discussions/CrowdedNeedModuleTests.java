package org.kvartal.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.DELEGATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;

/** Many people act upon one need in the same moment, and each counts once. */
class CrowdedNeedModuleTests extends TalkingHouse {

    private ThreadId thread;

    @BeforeEach
    void aNeed() {
        thread = thread();
        needs.state(maria, thread, NeedsModuleTests.FACTS);
    }

    @Test
    void twentyPeopleOfFourAssociationsPressTwiceAtTheSameMoment() throws Exception {
        List<MemberId> associations = IntStream.range(0, 4)
                .mapToObj(i -> town.association("Association " + i))
                .toList();
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Asker person = town.person(MEMBER);
            MemberId association = associations.get(i % 4);
            town.mandate(person, association, DELEGATE);
            for (int press = 0; press < 2; press++) {
                acts.add(() -> done(() -> needs.support(person, thread, null)));
                acts.add(() -> done(() -> needs.support(person, thread, association)));
            }
        }

        assertThat(atOnce(acts)).containsOnly(true);

        assertThat(card().people()).isEqualTo(20).isEqualTo(rows("on_behalf_of IS NULL"));
        assertThat(card().associations()).isEqualTo(4).isEqualTo(rows("on_behalf_of IS NOT NULL"));
    }

    @Test
    void whoGivesAndWithdrawsInTheSameMomentLeavesNoMiscount() throws Exception {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Asker person = town.person(MEMBER);
            for (int press = 0; press < 3; press++) {
                acts.add(() -> done(() -> needs.support(person, thread, null)));
                acts.add(() -> done(() -> needs.withdraw(person, thread, null)));
            }
        }

        assertThat(atOnce(acts)).containsOnly(true);

        assertThat(card().people()).isEqualTo(rows("on_behalf_of IS NULL"));
    }

    @Test
    void aNeedIsEitherTakenBackOrSupportedAndNeverBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            ThreadId one = thread();
            needs.state(maria, one, NeedsModuleTests.FACTS);

            List<Boolean> happened = atOnce(List.of(
                    () -> done(() -> needs.takeBack(maria, one)), () -> done(() -> needs.support(boris, one, null))));

            assertThat(happened).as("one of them was refused").containsExactlyInAnyOrder(true, false);
            assertThat(needs.cards(maria, Set.of(one)).containsKey(one)).isEqualTo(happened.get(1));
        }
    }

    @Test
    void oneOfTwoEditorsHasToLookAgain() throws Exception {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            NeedFacts facts = new NeedFacts(
                    "Potters " + i,
                    NeedsModuleTests.FACTS.language(),
                    "sofia",
                    "",
                    NeedsModuleTests.FACTS.since(),
                    null);
            acts.add(() -> done(() -> needs.change(maria, thread, 0, facts)));
        }

        assertThat(atOnce(acts)).containsOnlyOnce(true);
        assertThat(card().version()).isEqualTo(1);
    }

    @Test
    void everybodyBehindItHearsWhatBecomesOfIt() {
        int many = 230;
        List<PersonId> alone =
                IntStream.range(0, many).mapToObj(_ -> PersonId.next()).toList();
        alone.forEach(person -> jdbc.sql("INSERT INTO need_support (thread, person, at) VALUES (?, ?, now())")
                .params(thread.value(), person.value())
                .update());
        Asker speaker = town.person(MEMBER);
        MemberId association = town.association("Weavers");
        town.mandate(speaker, association, DELEGATE);
        needs.support(speaker, thread, association);

        assertThat(needs.supporters(thread))
                .hasSize(many + 1)
                .containsAll(alone)
                .contains(speaker.requirePerson());
    }

    private NeedCard card() {
        return requireNonNull(needs.cards(maria, Set.of(thread)).get(thread));
    }

    private int rows(String which) {
        return jdbc.sql("SELECT count(*) FROM need_support WHERE thread = ? AND " + which)
                .param(thread.value())
                .query(Integer.class)
                .single();
    }

    private static boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(executor.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
