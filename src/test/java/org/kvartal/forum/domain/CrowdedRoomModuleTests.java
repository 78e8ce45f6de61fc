package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Majority;
import org.kvartal.forum.Presence.Proof;
import org.kvartal.forum.QuorumRule;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;

/** Three hundred people act in the same moment; each counts once, and nobody twice or never. */
class CrowdedRoomModuleTests extends RoomHouse {

    private static final int PEOPLE = 300;
    private static final int ASSOCIATIONS = 20;

    @Test
    void threeHundredPeopleCheckInRaiseTheirHandsAndVoteAtOnce() throws Exception {
        theSessionBegins();
        take(looms);
        List<MemberCard> associations = IntStream.range(0, ASSOCIATIONS)
                .mapToObj(i -> association("Association " + i))
                .toList();
        room.quorum(facilitator, running, new QuorumRule(QuorumRule.Kind.NUMBER, ASSOCIATIONS), false);
        List<Asker> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(i < 2 * ASSOCIATIONS ? delegate(associations.get(i % ASSOCIATIONS)) : visitor("Visitor " + i));
        }
        BallotId ballot = asked(Voters.PEOPLE, Majority.ABSOLUTE, true);
        Proof.Picture picture = picture();

        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int number = i;
            Asker person = people.get(i);
            acts.add(() -> {
                presence.checkIn(
                        person,
                        running,
                        picture,
                        number < 2 * ASSOCIATIONS
                                ? associations.get(number % ASSOCIATIONS).id()
                                : null);
                presence.raise(person, running);
                int given = 0;
                for (int press = 0; press < 2; press++) {
                    try {
                        ballots.vote(person, ballot, null, number % 3 == 0 ? Choice.NO : Choice.YES);
                        given++;
                    } catch (Refused twice) {
                        // A secret vote is given once.
                    }
                }
                return given;
            });
        }
        assertThat(atOnce(acts)).hasSize(PEOPLE).containsOnly(1);
        Result result = ballots.close(facilitator, ballot);

        var desk = roomDesk();
        assertThat(desk.attendance().people()).isEqualTo(PEOPLE);
        assertThat(desk.attendance().associations()).isEqualTo(ASSOCIATIONS);
        assertThat(requireNonNull(desk.quorum()).met()).isTrue();
        assertThat(desk.hands()).hasSize(PEOPLE);
        assertThat(result.entitled()).isEqualTo(PEOPLE);
        assertThat(result.tally().no()).isEqualTo(PEOPLE / 3);
        assertThat(result.tally().yes()).isEqualTo(PEOPLE - PEOPLE / 3);
        assertThat(result.quorate()).isTrue();
        assertThat(result.passed()).isTrue();
    }

    @Test
    void whatIsClosedMeanwhileCountsEveryVoteOrRefusesIt() throws Exception {
        theSessionBegins();
        take(looms);
        List<Asker> people =
                IntStream.range(0, 40).mapToObj(i -> visitor("Visitor " + i)).toList();
        people.forEach(this::comes);
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (Asker person : people) {
            acts.add(() -> {
                try {
                    ballots.vote(person, ballot, null, Choice.YES);
                    return 1;
                } catch (Refused closed) {
                    return 0;
                }
            });
        }
        acts.add(() -> {
            ballots.close(facilitator, ballot);
            return 0;
        });

        int given = atOnce(acts).stream().mapToInt(Integer::intValue).sum();

        assertThat(ballots.of(facilitator, code).getFirst().cast()).isEqualTo(given);
        assertThat(ballots.votes(facilitator, ballot)).hasSize(given);
    }

    @Test
    void anAssociationOfManyPeopleHasOneVote() throws Exception {
        theSessionBegins();
        take(looms);
        MemberCard weavers = association("Weavers");
        List<Asker> people =
                IntStream.range(0, 20).mapToObj(_ -> delegate(weavers)).toList();
        people.forEach(person -> comes(person, weavers.id()));
        BallotId ballot = asked(Voters.ASSOCIATIONS, Majority.SIMPLE, false);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (Asker person : people) {
            acts.add(() -> {
                try {
                    ballots.vote(person, ballot, weavers.id(), Choice.YES);
                    return 1;
                } catch (Refused other) {
                    return 0;
                }
            });
        }

        assertThat(atOnce(acts).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(ballots.close(facilitator, ballot).tally().cast()).isEqualTo(1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
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
