package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.forum.ItemState.BACKLOG;
import static org.kvartal.forum.ItemState.CURRENT;
import static org.kvartal.forum.ItemState.DECLINED;
import static org.kvartal.forum.ItemState.DEFERRED;
import static org.kvartal.forum.ItemState.DONE;
import static org.kvartal.forum.ItemState.DROPPED;
import static org.kvartal.forum.ItemState.MERGED;
import static org.kvartal.forum.ItemState.PROPOSED;
import static org.kvartal.forum.ItemState.REFERRED;
import static org.kvartal.forum.ItemState.SCHEDULED;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Forums;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.test.util.ReflectionTestUtils;

/** The states of items and sessions: a table says where each leads, and no walk through the acts leaves it. */
class StatesTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static final Map<ItemState, Set<ItemState>> ITEMS = new EnumMap<>(Map.of(
            PROPOSED, Set.of(BACKLOG, DECLINED, MERGED),
            BACKLOG, Set.of(SCHEDULED, DECLINED, MERGED),
            SCHEDULED, Set.of(BACKLOG, CURRENT, DEFERRED, REFERRED, DROPPED),
            CURRENT, Set.of(SCHEDULED, DONE, DEFERRED, REFERRED, DROPPED),
            DONE, Set.of(CURRENT),
            DROPPED, Set.of(CURRENT),
            DEFERRED, Set.of(),
            REFERRED, Set.of(),
            DECLINED, Set.of(),
            MERGED, Set.of()));

    private static final Map<SessionState, Set<SessionState>> SESSIONS = new EnumMap<>(Map.of(
            SessionState.DRAFT, Set.of(SessionState.OPEN, SessionState.CANCELLED),
            SessionState.OPEN, Set.of(SessionState.IN_PROGRESS, SessionState.CANCELLED),
            SessionState.IN_PROGRESS, Set.of(SessionState.OPEN, SessionState.CLOSED),
            SessionState.CLOSED, Set.of(SessionState.IN_PROGRESS),
            SessionState.CANCELLED, Set.of()));

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void anItemGoesWhereTheTableSays(ItemState from) {
        assertThat(from.next()).isEqualTo(ITEMS.get(from));
    }

    @ParameterizedTest
    @EnumSource(SessionState.class)
    void aSessionGoesWhereTheTableSays(SessionState from) {
        assertThat(from.next()).isEqualTo(SESSIONS.get(from));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAnItemElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            AgendaItem item = item();
            AgendaItem other = item();
            for (int step = 0; step < 12; step++) {
                ItemState before = item.state();
                Runnable act = switch (random.nextInt(6)) {
                    case 0 -> () -> item.accept(NOW);
                    case 1 -> () -> item.decline("No.", NOW);
                    case 2 -> () -> item.mergeInto(other, NOW);
                    case 3 -> () -> item.mergeInto(item, NOW);
                    case 4 -> () -> item.schedule(SessionId.next(), SectionId.next(), NOW);
                    default -> () -> item.takeBack(NOW);
                };
                boolean done = attempt(act);
                if (done) {
                    assertThat(before.next())
                            .as("%s after %s", item.state(), before)
                            .contains(item.state());
                } else {
                    assertThat(item.state()).isEqualTo(before);
                }
                assertThat(item.session().isPresent()).isEqualTo(item.state() == SCHEDULED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void randomActsNeverTakeASessionBack(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Walked session = new Walked();
            boolean announced = false;
            for (int step = 0; step < 8; step++) {
                boolean done = session.attempt(random.nextInt(4));
                announced |= done && session.session.isOpen();
                assertThat(session.session.announced()).isEqualTo(announced);
            }
        }
    }

    @Test
    void aSessionWithNothingOnItsAgendaIsNotOpened() {
        ForumSession session = session();

        assertThat(attempt(() -> session.open(0, false, NOW))).isFalse();
        assertThat(session.announced()).isFalse();
    }

    @Test
    void aSessionThatHasBegunIsNotOpened() {
        ForumSession session = session();

        assertThat(attempt(() -> session.open(0, true, Instant.parse("2026-12-17T16:00:00Z"))))
                .isFalse();
    }

    @Test
    void codesAreReadAsTheyAreWritten() {
        assertThat(new SessionCode(2026, 3)).hasToString("S-2026-03");
        assertThat(SessionCode.of("S-2026-03")).contains(new SessionCode(2026, 3));
        assertThat(SessionCode.of("S-2026-120")).contains(new SessionCode(2026, 120));
        for (String mangled :
                List.of("", "S-2026-3", "S-2026-003", "s-2026-03", "S-2026-03 ", "S-99999-01", "R-2026-03")) {
            assertThat(SessionCode.of(mangled)).as(mangled).isEmpty();
        }
    }

    /** A session and the table beside it. */
    private static final class Walked {

        private final ForumSession session = session();
        private SessionState state = SessionState.DRAFT;

        boolean attempt(int act) {
            SessionState to = act == 0 ? SessionState.OPEN : SessionState.CANCELLED;
            boolean done = StatesTests.attempt(
                    switch (act) {
                        case 0 -> () -> session.open(0, true, NOW);
                        case 1 -> () -> session.cancel(0, "Flood.", NOW);
                        default -> () -> session.change(changed(session), NOW);
                    });
            if (act < 2) {
                assertThat(done).isEqualTo(state.next().contains(to));
                state = done ? to : state;
            } else {
                assertThat(done).isEqualTo(state != SessionState.CANCELLED);
            }
            assertThat(session.isOpen()).isEqualTo(state == SessionState.OPEN);
            return done;
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

    private static AgendaItem item() {
        return AgendaItem.propose(
                Forums.item(ItemId.next(), null, "A hall for looms"), PersonId.next(), null, false, NOW);
    }

    /** As the database would give it back: with a version. */
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

    private static SessionChange changed(ForumSession session) {
        return new SessionChange(
                session.id(),
                0,
                LocalizedText.of(Language.EN, "Forum, moved"),
                LocalDateTime.parse("2026-12-18T18:00:00"),
                Forums.SOFIA,
                60,
                Forums.HALL,
                null);
    }
}
