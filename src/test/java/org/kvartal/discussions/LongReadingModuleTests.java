package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.NotFound;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Following.Interest;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Wish;
import org.kvartal.notifications.Wishes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever has read a thread for long enough follows it, unless they have said what they want. */
@Import(TurnableClock.Hands.class)
class LongReadingModuleTests extends TalkingHouse {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Following following;

    @Autowired
    Wishes wishes;

    @Autowired
    TurnableClock clock;

    /** A minute goes by, in which a page counted so much. */
    private boolean reads(Asker who, ThreadId thread, Duration spent) {
        clock.turn(MINUTE);
        return conversations.read(who, thread, 1, spent);
    }

    private boolean reads(Asker who, ThreadId thread, int minutes) {
        boolean followed = false;
        for (int minute = 0; minute < minutes; minute++) {
            followed = reads(who, thread, MINUTE);
        }
        return followed;
    }

    private List<UUID> places(ThreadId thread) {
        return List.of(thread.value(), publicSpace.value());
    }

    private Attention attention(Asker who, ThreadId thread) {
        return following.attention(who, places(thread));
    }

    private Interest interest(Asker who, ThreadId thread) {
        return following.interest(who, places(thread));
    }

    @Test
    void fourMinutesInAllAreEnoughOverAnyNumberOfVisits() {
        ThreadId thread = thread();
        ThreadId other = thread();
        assertThat(interest(boris, thread)).isEqualTo(Interest.OPEN);
        assertThat(reads(boris, thread, 2)).isFalse();
        clock.turn(Duration.ofDays(3));
        assertThat(reads(boris, thread, 1)).isFalse();
        assertThat(reads(boris, thread, Duration.ofSeconds(59))).isFalse();
        assertThat(attention(boris, thread)).isEqualTo(Attention.CONCERNS_ME);

        assertThat(reads(boris, thread, Duration.ofSeconds(1))).isTrue();

        assertThat(attention(boris, thread)).isEqualTo(Attention.EVERYTHING);
        assertThat(interest(boris, thread)).isEqualTo(Interest.BY_READING);
        assertThat(following.followers(places(thread))).contains(boris.requirePerson());
        assertThat(attention(boris, other)).as("of that thread alone").isEqualTo(Attention.CONCERNS_ME);
        assertThat(reads(boris, thread, 5)).as("once").isFalse();
    }

    @Test
    void aTabThatIsLeftOpenReadsNothing() {
        ThreadId thread = thread();
        clock.turn(Duration.ofHours(8));
        assertThat(conversations.read(boris, thread, 1, Duration.ofHours(8))).isFalse();
        for (int minute = 0; minute < 10; minute++) {
            assertThat(reads(boris, thread, Duration.ZERO)).isFalse();
        }
        assertThat(attention(boris, thread))
                .as("a minute at once, and then nothing")
                .isEqualTo(Attention.CONCERNS_ME);
    }

    @Test
    void twoTabsDoNotReadTwiceAsFast() {
        ThreadId thread = thread();
        for (int minute = 0; minute < 3; minute++) {
            reads(boris, thread, MINUTE);
            assertThat(conversations.read(boris, thread, 1, MINUTE)).isFalse();
        }

        assertThat(reads(boris, thread, MINUTE)).as("the fourth").isTrue();
    }

    @Test
    void whatSomebodyChoseThemselvesWins() {
        ThreadId left = thread();
        ThreadId elsewhere = thread(maria, membersSpace);
        following.choose(boris, left.value(), Attention.CONCERNS_ME);
        following.choose(boris, membersSpace.value(), Attention.NOTHING);

        assertThat(interest(boris, left)).isEqualTo(Interest.SETTLED);
        assertThat(reads(boris, left, 6)).isFalse();
        assertThat(reads(boris, elsewhere, 6)).isFalse();

        assertThat(attention(boris, left)).isEqualTo(Attention.CONCERNS_ME);
        assertThat(following.attention(boris, List.of(elsewhere.value(), membersSpace.value())))
                .isEqualTo(Attention.NOTHING);
    }

    @Test
    void whoeverEndsItIsNotMadeToFollowAgain() {
        ThreadId thread = thread();
        reads(boris, thread, 4);
        following.choose(boris, thread.value(), Attention.CONCERNS_ME);

        assertThat(reads(boris, thread, 8)).isFalse();
        assertThat(attention(boris, thread)).isEqualTo(Attention.CONCERNS_ME);
        assertThat(interest(boris, thread)).isEqualTo(Interest.SETTLED);
    }

    @Test
    void whoeverDoesNotWantThatIsLeftAlone() {
        ThreadId thread = thread();
        wishes.change(boris, new Wish(Preset.CONCERNS_ME, Map.of(), DayOfWeek.MONDAY, 9, false));
        assertThat(wishes.own(boris).reading()).isFalse();

        assertThat(interest(boris, thread)).isEqualTo(Interest.SETTLED);
        assertThat(reads(boris, thread, 6)).isFalse();
        assertThat(attention(boris, thread)).isEqualTo(Attention.CONCERNS_ME);
    }

    @Test
    void whoeverAnswersAfterwardsFollowsBecauseOfThat() {
        ThreadId thread = thread();
        reads(boris, thread, 4);

        say(boris, thread, "So do I.");
        await().atMost(Duration.ofSeconds(30)).until(() -> interest(boris, thread) != Interest.BY_READING);

        assertThat(interest(boris, thread)).isEqualTo(Interest.SETTLED);
        assertThat(attention(boris, thread)).isEqualTo(Attention.EVERYTHING);
    }

    @Test
    void nobodyReadsWhatTheyMayNot() {
        ThreadId closed = thread(maria, membersSpace);
        Asker newcomer = town.person();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> conversations.read(newcomer, closed, 1, Duration.ofMinutes(1)));
        assertThat(following.followers(List.of(closed.value(), membersSpace.value())))
                .doesNotContain(newcomer.requirePerson());
    }
}
