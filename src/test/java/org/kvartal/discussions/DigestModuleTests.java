package org.kvartal.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.MEMBER;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.ThreadDigest.Quote;
import org.kvartal.kernel.Asker;
import org.kvartal.testing.SqlCounter;

/** A thread is told in short to whoever takes it further. */
class DigestModuleTests extends TalkingHouse {

    private ThreadId thread;
    private final Map<Integer, PostId> posts = new HashMap<>();

    @BeforeEach
    void aTalk() {
        thread = thread();
        for (int number = 2; number <= 7; number++) {
            PostId post = PostId.next();
            say(number % 2 == 0 ? boris : maria, thread, post, "What **" + number + "** says");
            posts.put(number, post);
        }
    }

    @Test
    void theOpeningAndWhatMovedMostPeopleAreQuoted() {
        move(3, 3);
        move(5, 1);
        move(6, 2);
        move(7, 1);

        ThreadDigest digest = digest(maria);

        assertThat(digest.title()).isEqualTo("Export paperwork");
        assertThat(digest.opening()).isEqualTo("Who knows the form?");
        assertThat(digest.posts()).isEqualTo(7);
        assertThat(digest.writers()).isEqualTo(2);
        assertThat(digest.telling()).extracting(Quote::number).containsExactly(3, 5, 6);
        assertThat(digest.telling()).extracting(Quote::weight).containsExactly(3, 1, 2);
        assertThat(digest.telling().getFirst().text()).isEqualTo("What 3 says");
        assertThat(digest.telling().getFirst().author().id()).isEqualTo(maria.requirePerson());
        assertThat(digest.people()).isZero();
    }

    @Test
    void anAnswerWeighsAsAReactionDoesAndNobodyWeighsTheirOwnWords() {
        long number = number(thread);
        say(town.person(MEMBER), thread, "[Boris](/threads/" + number + "/4), yes.");
        say(boris, thread, "[Boris](/threads/" + number + "/6), as I said.");
        say(maria, thread, "[Somebody](/threads/" + (number + 1) + "/2) elsewhere.");
        conversations.react(boris, requireNonNull(posts.get(2)), Reaction.HEART, true);

        assertThat(digest(maria).telling()).extracting(Quote::number).containsExactly(4);
    }

    @Test
    void whereNobodyReactedTheOpeningSpeaksAlone() {
        assertThat(digest(boris).telling()).isEmpty();

        conversations.delete(maria, post(maria, thread, 1).id());
        assertThat(digest(boris).opening()).isEqualTo("What 2 says");
    }

    @Test
    void aNeedSaysHowManyStandBehindIt() {
        needs.state(maria, thread, NeedsModuleTests.FACTS);
        needs.support(boris, thread, null);

        assertThat(digest(Asker.guest()).people()).isEqualTo(1);
        assertThat(digest(Asker.guest()).associations()).isZero();
        assertThat(requireNonNull(digest(boris).need()).mine()).isTrue();
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotRead() {
        ThreadId inside = thread(maria, membersSpace);

        assertThat(threads.digest(Asker.guest(), inside)).isEmpty();
        assertThat(threads.digest(guestWithSignIn(), inside)).isEmpty();
        assertThat(threads.digest(maria, inside)).isPresent();
        assertThat(threads.digest(maria, ThreadId.next())).isEmpty();
    }

    @Test
    void aDigestTakesAConstantNumberOfStatements() {
        move(3, 1);
        int few = SqlCounter.during(() -> {
                    var _ = digest(maria);
                })
                .size();
        for (int number = 2; number <= 7; number++) {
            move(number, 2);
        }

        assertThat(SqlCounter.during(() -> {
                    var _ = digest(maria);
                }))
                .hasSize(few);
    }

    private ThreadDigest digest(Asker asker) {
        return threads.digest(asker, thread).orElseThrow();
    }

    private void move(int number, int people) {
        for (int i = 0; i < people; i++) {
            Asker person = town.person(MEMBER);
            conversations.react(person, requireNonNull(posts.get(number)), Reaction.HEART, true);
            conversations.react(person, requireNonNull(posts.get(number)), Reaction.AGREE, true);
        }
    }
}
