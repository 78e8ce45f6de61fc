package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;

/**
 * Two who facilitate act at once, in any order, often by what their desk showed a while ago; they close the session, and it goes on again. Whatever they do: no state is
 * reached that the table does not know, nothing counts that was not read back in its last words, and nobody's words are lost without being told.
 */
class RandomRoomModuleTests extends RoomHouse {

    private static final int ACTS = 150;

    /** What was read to the room at a close that went through. */
    private record Heard(Map<OutcomeId, ReadBack> said, Map<OutcomeId, String> words) {}

    /** Words that the house has taken, by the version on whose top they were written. */
    private record Change(OutcomeId outcome, long seen, String text) {}

    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 33, 333})
    void noOrderOfActsLeavesTheRules(long seed) throws Exception {
        theSessionBegins();
        take(looms);
        noted(OutcomeKind.NOTE, looms, "Both have seen this.");
        List<Asker> people = List.of(officer, person("Second Officer", Role.OFFICER));
        AtomicBoolean over = new AtomicBoolean();
        CyclicBarrier start = new CyclicBarrier(people.size());
        try (var threads = Executors.newFixedThreadPool(people.size() + 1)) {
            Future<Integer> watch = threads.submit(() -> watch(over));
            List<Future<?>> walks = people.stream()
                    .map(by -> new Walk(by, new Random(31 * seed + people.indexOf(by))))
                    .<Future<?>>map(walk -> threads.submit(() -> {
                        start.await();
                        walk.go();
                        return null;
                    }))
                    .toList();
            try {
                for (Future<?> walk : walks) {
                    walk.get();
                }
            } finally {
                over.set(true);
            }
            assertThat(watch.get()).as("seed %d: looked at", seed).isPositive();
        } catch (Exception | AssertionError broken) {
            throw new AssertionError("seed " + seed, broken);
        }
        theLastClose();

        assertThat(heard).as("seed %d: closed", seed).isNotEmpty();
        assertThat(refused).as("seed %d: they were in each other's way", seed).contains("forum.refused.changed");
        nothingCountsThatWasNotReadBack(seed);
        noWordsAreLost(seed);
    }

    /** Somebody at a desk. */
    private final class Walk {

        private final Asker by;
        private final Random random;
        private DeskPage page;

        Walk(Asker by, Random random) {
            this.by = by;
            this.random = random;
            this.page = read();
        }

        private DeskPage read() {
            return room.desk(by, code).orElseThrow();
        }

        /** Both begin with the same words on their desks: whoever comes second to them is told. */
        void go() {
            tried(() -> change(0));
            for (int step = 1; step <= ACTS; step++) {
                if (random.nextInt(3) > 0) {
                    page = read();
                }
                int turn = step;
                tried(() -> act(turn));
            }
        }

        private void tried(Runnable act) {
            try {
                act.run();
            } catch (Refused rule) {
                refused.add(rule.key());
            }
        }

        private void act(int step) {
            @Nullable ItemId seen = page.current() == null ? null : page.current().line().id();
            ItemId item = random.nextBoolean() ? looms : kiln;
            switch (random.nextInt(20)) {
                case 0, 1 -> room.next(by, running, seen);
                case 2 -> room.previous(by, running, seen);
                case 3, 4 -> room.take(by, running, seen, item);
                case 5 -> room.done(by, item);
                case 6 -> room.drop(by, item, "No time.");
                case 7 -> room.pause(by, running);
                case 8 -> room.resume(by, running);
                case 9, 10 -> note(item, step);
                case 11, 12, 13, 14 -> change(step);
                case 15 -> strike();
                case 16 -> vote(seen);
                case 17 -> endVote();
                case 18 -> hide(item);
                default -> closeOrGoOn(step);
            }
        }

        private void note(ItemId item, int step) {
            outcomes.add(
                    by,
                    new NewOutcome(
                            OutcomeId.next(),
                            item,
                            random.nextBoolean() ? OutcomeKind.NOTE : OutcomeKind.DECISION,
                            OutcomeContent.words("Written " + step, Language.EN)));
        }

        private @Nullable OutcomeLine live() {
            List<OutcomeLine> live = page.outcomes().stream()
                    .filter(line -> line.state() == OutcomeState.LIVE)
                    .toList();
            return live.isEmpty() ? null : live.get(random.nextInt(live.size()));
        }

        private void change(int step) {
            OutcomeLine line = live();
            if (line != null) {
                String text = "Changed " + step + " by " + by.requirePerson();
                outcomes.change(by, line.id(), line.version(), OutcomeContent.words(text, Language.EN));
                changes.add(new Change(line.id(), line.version(), text));
            }
        }

        private void strike() {
            OutcomeLine line = live();
            if (line != null && random.nextInt(3) == 0) {
                outcomes.strike(by, line.id(), line.version());
            }
        }

        private void vote(@Nullable ItemId seen) {
            if (seen != null) {
                ballots.open(
                        by,
                        new NewBallot(
                                BallotId.next(),
                                seen,
                                "Shall we?",
                                Language.EN,
                                Majority.SIMPLE,
                                Voters.PEOPLE,
                                Base.PRESENT,
                                random.nextBoolean()));
            }
        }

        private void endVote() {
            for (BallotLine vote : page.ballots()) {
                if (vote.state() == State.OPEN && random.nextBoolean()) {
                    ballots.close(by, vote.id());
                } else if (vote.state() == State.OPEN) {
                    ballots.withdraw(by, vote.id());
                }
            }
        }

        private void hide(ItemId id) {
            ItemLine line = agenda.find(by, id).orElseThrow();
            ItemVisibility other =
                    line.visibility() == ItemVisibility.COMMON ? ItemVisibility.INTERNAL : ItemVisibility.COMMON;
            agenda.edit(
                    by,
                    new ItemEdit(
                            id,
                            line.version(),
                            line.title().in(Language.EN),
                            line.context(),
                            line.kind(),
                            line.minutes(),
                            line.expected(),
                            other,
                            null));
        }

        /** A closed session goes on if the one asks and the other agrees. */
        private void closeOrGoOn(int step) {
            if (page.session().state() == SessionState.CLOSED) {
                if (page.reopening() == null) {
                    room.askReopening(by, running, "We forgot the kiln.");
                } else if (page.mayAgree()) {
                    room.agreeReopening(by, running);
                }
            } else if (step > ACTS / 5) {
                Map<OutcomeId, ReadBack> said = new HashMap<>();
                Map<OutcomeId, String> words = new HashMap<>();
                for (OutcomeLine line : page.outcomes()) {
                    if (line.state() == OutcomeState.LIVE) {
                        said.put(line.id(), new ReadBack(line.version(), random.nextInt(4) > 0));
                        words.put(line.id(), line.text().in(Language.EN));
                    }
                }
                room.close(by, running, said, Carrying.DUPLICATE);
                heard.add(new Heard(said, words));
            }
        }
    }

    /** Looks at the room for as long as they act, each time at one moment. */
    private int watch(AtomicBoolean over) {
        Map<UUID, ItemState> items = new HashMap<>();
        Map<UUID, OutcomeState> written = new HashMap<>();
        int looks = 0;
        while (!over.get()) {
            looks++;
            Set<UUID> current = new HashSet<>();
            Set<UUID> voted = new HashSet<>();
            jdbc.sql("""
                    SELECT i.id, i.state, i.visibility,
                           EXISTS (SELECT FROM item_span p WHERE p.item = i.id AND p.ended_at IS NULL) AS runs,
                           EXISTS (SELECT FROM ballot b WHERE b.item = i.id AND b.state = 'OPEN') AS votes
                      FROM agenda_item i WHERE i.session = ?""").param(running.value()).query(row -> {
                UUID id = Columns.id(row, "id");
                ItemState state = ItemState.valueOf(row.getString("state"));
                ItemState before = items.put(id, state);
                assertThat(before == null || reachable(before).contains(state))
                        .as("%s after %s", state, before)
                        .isTrue();
                if (state == ItemState.CURRENT) {
                    current.add(id);
                }
                if (row.getBoolean("votes")) {
                    voted.add(id);
                    assertThat(row.getString("visibility")).isEqualTo("COMMON");
                }
                assertThat(!row.getBoolean("runs") || state == ItemState.CURRENT)
                        .as("the clock goes for the current item alone")
                        .isTrue();
            });
            assertThat(current).hasSizeLessThanOrEqualTo(1);
            assertThat(current).as("votes are on what is spoken of").containsAll(voted);
            jdbc.sql("SELECT o.id, o.state FROM outcome o JOIN agenda_item i ON i.id = o.item WHERE i.session = ?")
                    .param(running.value())
                    .query(row -> {
                        OutcomeState state = OutcomeState.valueOf(row.getString("state"));
                        OutcomeState before = written.put(Columns.id(row, "id"), state);
                        assertThat(before == null || before == state || before == OutcomeState.LIVE)
                                .as("%s after %s", state, before)
                                .isTrue();
                    });
        }
        return looks;
    }

    /** Several steps may lie between two looks. */
    private static Set<ItemState> reachable(ItemState from) {
        Set<ItemState> reached = EnumSet.of(from);
        while (reached.addAll(
                reached.stream().flatMap(state -> state.next().stream()).collect(Collectors.toSet()))) {
            // Until nothing is added.
        }
        return reached;
    }

    private void theLastClose() {
        DeskPage page = room.desk(officer, code).orElseThrow();
        if (page.session().state() == SessionState.IN_PROGRESS) {
            page.ballots().stream()
                    .filter(vote -> vote.state() == State.OPEN)
                    .forEach(vote -> ballots.withdraw(officer, vote.id()));
            Map<OutcomeId, String> words = outcomes.of(officer, code).stream()
                    .filter(line -> line.state() == OutcomeState.LIVE)
                    .collect(Collectors.toMap(
                            OutcomeLine::id, line -> line.text().in(Language.EN)));
            Map<OutcomeId, ReadBack> said = readBack(true);
            room.close(officer, running, said, Carrying.DUPLICATE);
            heard.add(new Heard(said, words));
        }
    }

    private void nothingCountsThatWasNotReadBack(long seed) {
        Map<OutcomeId, String> confirmed = new HashMap<>();
        Set<OutcomeId> denied = new HashSet<>();
        for (Heard one : heard) {
            one.said().forEach((id, said) -> {
                if (said.confirmed()) {
                    confirmed.put(id, one.words().get(id));
                } else {
                    denied.add(id);
                }
            });
        }
        assertThat(outcomes.of(officer, code))
                .as("seed %d: in the words that the room heard, and no others", seed)
                .allSatisfy(line -> {
                    assertThat(line.state()).isEqualTo(OutcomeState.CONFIRMED);
                    assertThat(confirmed).containsEntry(line.id(), line.text().in(Language.EN));
                    assertThat(denied).doesNotContain(line.id());
                })
                .hasSize(confirmed.size());
    }

    private void noWordsAreLost(long seed) {
        Map<OutcomeId, List<Change>> by = changes.stream().collect(Collectors.groupingBy(Change::outcome));
        by.forEach((id, made) -> {
            assertThat(made)
                    .as("seed %d: nobody wrote over what they had not seen", seed)
                    .extracting(Change::seen)
                    .doesNotHaveDuplicates();
            Change last = made.stream()
                    .max((one, other) -> Long.compare(one.seen(), other.seen()))
                    .orElseThrow();
            jdbc.sql("SELECT text, state, version FROM outcome WHERE id = ?")
                    .param(id.value())
                    .query(row -> {
                        assertThat(Stored.text(row, "text").in(Language.EN))
                                .as("seed %d: the last words stand", seed)
                                .isEqualTo(last.text());
                        assertThat(row.getLong("version"))
                                .as("seed %d: one version for each change, and one for the room's word", seed)
                                .isEqualTo(made.size() + 1L);
                    });
        });
    }
}
