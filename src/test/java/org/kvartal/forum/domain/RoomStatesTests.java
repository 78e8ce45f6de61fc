package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Forums;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.Majority;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.membership.BodyId;
import org.springframework.test.util.ReflectionTestUtils;

/** The rules of a room, without one: states that no walk through the acts leaves, majorities, quorums, codes. */
class RoomStatesTests {

    private static final Instant NOW = Instant.parse("2026-12-17T16:05:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAnItemElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            AgendaItem item = AgendaItem.propose(
                    Forums.item(ItemId.next(), null, "A hall for looms"), PersonId.next(), null, false, NOW);
            for (int step = 0; step < 16; step++) {
                ItemState before = item.state();
                Runnable act = switch (random.nextInt(9)) {
                    case 0 -> () -> item.accept(NOW);
                    case 1 -> () -> item.schedule(SessionId.next(), SectionId.next(), NOW);
                    case 2 -> () -> item.take(NOW);
                    case 3 -> () -> item.waitAgain(NOW);
                    case 4 -> () -> item.done(NOW);
                    case 5 -> () -> item.defer(NOW);
                    case 6 -> () -> item.refer(BodyId.next(), NOW);
                    case 7 -> () -> item.drop("No time.", NOW);
                    default -> () -> item.takeBack(NOW);
                };
                if (attempt(act)) {
                    assertThat(before.next())
                            .as("%s after %s", item.state(), before)
                            .contains(item.state());
                } else {
                    assertThat(item.state()).isEqualTo(before);
                }
                boolean placed = item.state() != ItemState.PROPOSED && item.state() != ItemState.BACKLOG;
                assertThat(item.session().isPresent()).isEqualTo(placed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeASessionElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            ForumSession session = session();
            for (int step = 0; step < 12; step++) {
                SessionState before = session.state();
                Runnable act = switch (random.nextInt(6)) {
                    case 0 -> () -> session.open(0, true, NOW.minus(Duration.ofHours(1)));
                    case 1 -> () -> session.begin(0, NOW);
                    case 2 -> () -> session.callBack(NOW);
                    case 3 -> () -> session.close(NOW);
                    case 4 -> () -> session.reopen(NOW);
                    default -> () -> session.cancel(0, "Flood.", NOW);
                };
                if (attempt(act)) {
                    assertThat(before.next())
                            .as("%s after %s", session.state(), before)
                            .contains(session.state());
                } else {
                    assertThat(session.state()).isEqualTo(before);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whatTheRoomHasSettledStaysSettled(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Outcome outcome = outcome(OutcomeKind.NOTE);
            for (int step = 0; step < 6; step++) {
                OutcomeState before = outcome.state();
                boolean done = attempt(
                        switch (random.nextInt(4)) {
                            case 0 -> () -> outcome.confirm(NOW);
                            case 1 -> () -> outcome.strike(NOW);
                            case 2 -> () -> outcome.strike(0, NOW);
                            default -> () -> outcome.change(0, OutcomeContent.words("Other words", Language.EN));
                        });
                boolean stays = outcome.state() == before;
                assertThat(stays || before.next().contains(outcome.state())).isTrue();
                assertThat(done).isEqualTo(before == OutcomeState.LIVE);
            }
        }
    }

    @Test
    void aTaskIsSomebodysAndIsDoneOnce() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> outcome(OutcomeKind.TASK))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("person"));
        Outcome task = Outcome.of(
                new NewOutcome(
                        OutcomeId.next(),
                        ItemId.next(),
                        OutcomeKind.TASK,
                        new OutcomeContent("Ask the museum", Language.EN, PersonId.next(), null, null)),
                NOW);

        assertThat(attempt(() -> task.carriedOut("", NOW)))
                .as("before the room confirmed it")
                .isFalse();
        task.confirm(NOW);
        assertThat(attempt(() -> task.carriedOut("They agree.", NOW))).isTrue();
        assertThat(attempt(() -> task.carriedOut("Again.", NOW))).isFalse();
    }

    @Test
    void minutesThatStandAreReplacedAndNeverReworded() {
        assertThat(MinutesState.DRAFT.next()).containsExactly(MinutesState.IN_REVIEW);
        assertThat(MinutesState.APPROVED.next())
                .containsExactlyInAnyOrder(MinutesState.PUBLISHED, MinutesState.CORRECTED);
        assertThat(MinutesState.PUBLISHED.next()).containsExactly(MinutesState.CORRECTED);
        assertThat(MinutesState.CORRECTED.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE, 3, 2, 40, true",
        "SIMPLE, 2, 2, 40, false",
        "SIMPLE, 0, 0, 0, false",
        "ABSOLUTE, 20, 0, 40, false",
        "ABSOLUTE, 21, 19, 40, true",
        "ABSOLUTE, 2, 1, 3, true",
        "TWO_THIRDS, 2, 1, 3, true",
        "TWO_THIRDS, 20, 0, 31, false",
        "TWO_THIRDS, 21, 0, 31, true",
        "FOUR_FIFTHS, 8, 2, 10, true",
        "FOUR_FIFTHS, 7, 0, 9, false",
        "FOUR_FIFTHS, 8, 0, 9, true",
        "FOUR_FIFTHS, 0, 0, 0, false"
    })
    void aMajorityIsCountedExactly(Majority majority, int yes, int no, int entitled, boolean reached) {
        assertThat(majority.reached(yes, no, entitled)).isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void aMajorityOfAllIsNeverReachedByFewerThanItsPart(long seed) {
        Random random = new Random(seed);
        for (int vote = 0; vote < 5_000; vote++) {
            int entitled = random.nextInt(1, 1_000);
            int yes = random.nextInt(0, entitled + 1);
            assertThat(Majority.ABSOLUTE.reached(yes, 0, entitled)).isEqualTo(2 * yes > entitled);
            assertThat(Majority.TWO_THIRDS.reached(yes, 0, entitled)).isEqualTo(3 * yes >= 2 * entitled);
            assertThat(Majority.FOUR_FIFTHS.reached(yes, 0, entitled)).isEqualTo(5 * yes >= 4 * entitled);
        }
    }

    @ParameterizedTest
    @CsvSource({"SHARE, 50, 7, 4", "SHARE, 50, 0, 1", "SHARE, 100, 7, 7", "SHARE, 1, 7, 1", "NUMBER, 5, 3, 5"})
    void aQuorumIsRoundedUpwards(QuorumRule.Kind kind, int value, int associations, int needed) {
        QuorumRule rule = new QuorumRule(kind, value);

        assertThat(rule.needed(associations)).isEqualTo(needed);
        assertThat(QuorumRule.stored(rule.stored())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"SHARE, 0", "SHARE, 101", "NUMBER, 0", "NUMBER, 10001", "NUMBER, -1"})
    void aQuorumThatNobodyCanReachIsRefused(QuorumRule.Kind kind, int value) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new QuorumRule(kind, value))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("quorum"));
    }

    @Test
    void aVoteWithoutAQuorumDoesNotPassHoweverManySayYes() {
        Ballot ballot = Ballot.open(ballot(Majority.SIMPLE, false), SessionId.next(), NOW);

        Result result = ballot.close(new Tally(9, 0, 0), 9, 9, 3, 4, NOW);

        assertThat(result.quorate()).isFalse();
        assertThat(result.passed()).isFalse();
        assertThat(attempt(() -> ballot.close(new Tally(9, 0, 0), 9, 9, 4, 4, NOW)))
                .isFalse();
        assertThat(attempt(() -> ballot.withdraw(NOW))).isFalse();
    }

    @Test
    void handsAreNeverSecret() {
        assertThat(Ballot.hands(ballot(Majority.SIMPLE, true), SessionId.next(), NOW)
                        .secret())
                .isFalse();
    }

    @Test
    void theCodesOfARoomWorkForItAloneAndNotForLong() {
        RoomCodes room = new RoomCodes(Secret.next().hash());
        RoomCodes other = new RoomCodes(Secret.next().hash());
        String token = room.token(NOW);
        String number = room.number(NOW);

        assertThat(number).matches("\\d{6}");
        assertThat(room.knowsToken(token, NOW)).isTrue();
        assertThat(room.knowsNumber(" " + number.substring(0, 3) + " " + number.substring(3), NOW))
                .isTrue();
        assertThat(room.knowsToken(token, NOW.plus(Duration.ofMinutes(10)))).isTrue();
        assertThat(room.knowsToken(token, NOW.plus(Duration.ofMinutes(20)))).isFalse();
        assertThat(other.knowsToken(token, NOW)).isFalse();
        for (String mangled : List.of("", "000", "é", token + "A", "\u0000")) {
            assertThat(room.knowsToken(mangled, NOW)).isFalse();
            assertThat(room.knowsNumber(mangled, NOW)).isFalse();
        }
    }

    private static boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static NewBallot ballot(Majority majority, boolean secret) {
        return new NewBallot(
                BallotId.next(),
                ItemId.next(),
                "Shall we?",
                Language.EN,
                majority,
                Voters.PEOPLE,
                Base.PRESENT,
                secret);
    }

    private static Outcome outcome(OutcomeKind kind) {
        Outcome outcome = Outcome.of(
                new NewOutcome(OutcomeId.next(), ItemId.next(), kind, OutcomeContent.words("A text", Language.EN)),
                NOW);
        ReflectionTestUtils.setField(outcome, "version", 0L);
        return outcome;
    }

    private static ForumSession session() {
        ForumSession session = ForumSession.plan(
                new NewSession(
                        SessionId.next(),
                        LocalizedText.of(Language.EN, "Forum"),
                        LocalDateTime.parse("2026-12-17T18:00:00"),
                        Forums.SOFIA,
                        60,
                        Forums.HALL,
                        null),
                new SessionCode(2026, 1),
                NOW);
        ReflectionTestUtils.setField(session, "version", 0L);
        return session;
    }
}
