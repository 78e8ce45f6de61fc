package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Question;
import org.kvartal.search.Search.Suggestion;
import org.kvartal.testing.SettledSearch;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said is found by whoever may read it, as long as it stands there. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"files", "search"})
@TestInstance(Lifecycle.PER_METHOD)
class SoughtTalkModuleTests extends TalkingHouse {

    @Autowired
    Search search;

    @Autowired
    TransactionTemplate transaction;

    /** A word that only this test's people say. */
    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36);

    Asker registered;

    @BeforeEach
    void somebodyOnlySignsIn() {
        registered = guestWithSignIn();
    }

    @Test
    void aPostIsFoundWithinTwoSeconds() {
        ThreadId thread = thread();
        Instant said = Instant.now();
        say(maria, thread, "The " + own + " was repaired");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(boris, own).size() == 1);
        assertThat(Duration.between(said, Instant.now())).isLessThan(Duration.ofSeconds(4));
        assertThat(find(boris, own))
                .extracting(Hit::path)
                .containsExactly(DiscussionsPages.inWorkspace(number(thread), 2));
    }

    @Test
    void whatIsRewordedIsFoundByItsNewWordsAndWhatIsTakenAwayByNone() {
        ThreadId thread = thread();
        PostId post = PostId.next();
        say(maria, thread, post, own + " turbines");
        settle();
        assertThat(find(boris, own + " turbine")).hasSize(1);

        reword(maria, post, 0, own + " windmills");
        assertThat(find(boris, own + " turbine"))
                .as("shown as it stands now, before the index knows")
                .allSatisfy(hit -> assertThat(hit.text().words()).doesNotContain("turbines"));
        settle();
        assertThat(find(boris, own + " turbine")).isEmpty();
        assertThat(find(boris, own + " windmill")).hasSize(1);

        conversations.delete(maria, post);
        assertThat(find(boris, own)).as("at once").isEmpty();
        settle();
        assertThat(find(boris, own)).isEmpty();
    }

    @Test
    void aTitleStandsWhileAnythingOfTheThreadStands() {
        ThreadId thread = ThreadId.next();
        PostId first = PostId.next();
        conversations.start(maria, newThread(thread, publicSpace, first, "About " + own, "Beginning"));
        PostId second = PostId.next();
        say(boris, thread, second, "An answer");
        settle();
        conversations.delete(maria, first);
        settle();
        assertThat(find(boris, own)).hasSize(1).allSatisfy(hit -> {
            assertThat(hit.path()).isEqualTo(DiscussionsPages.inWorkspace(number(thread)));
            assertThat(hit.text().words()).doesNotContain("Beginning");
        });
        assertThat(search.similar(boris, "What about " + own, Language.EN, 5))
                .extracting(Suggestion::path)
                .contains(DiscussionsPages.inWorkspace(number(thread)));

        conversations.delete(boris, second);
        assertThat(find(boris, own)).isEmpty();
        settle();
        say(boris, thread, "Another answer");
        settle();
        assertThat(find(boris, own)).as("it stands again").hasSize(1);
    }

    @Test
    void aSpaceThatClosesTakesItsPostsAlongAtOnce() {
        SpaceId space = SpaceId.next();
        open(space, Visibility.PUBLIC);
        ThreadId thread = ThreadId.next();
        conversations.start(maria, newThread(thread, space, PostId.next(), "Open " + own, own));
        settle();
        assertThat(find(Asker.guest(), own)).hasSize(1);

        long version = jdbc.sql("SELECT version FROM space WHERE id = ?")
                .param(space.value())
                .query(Long.class)
                .single();
        conversations.change(
                administrator,
                new SpaceChange(space, version, LocalizedText.of(Language.EN, "Space"), null, Visibility.MEMBERS, 1));

        assertThat(find(Asker.guest(), own)).isEmpty();
        assertThat(find(registered, own)).isEmpty();
        assertThat(search.suggest(registered, "Open " + own, Language.EN, 5)).isEmpty();
        assertThat(search.similar(registered, "Open " + own, Language.EN, 5)).isEmpty();
        assertThat(find(boris, own)).hasSize(1);
        town.end(boris, MEMBER);
        assertThat(find(boris, own)).as("belongs no more").isEmpty();
    }

    /** Random talk in both spaces: each asker finds exactly the threads that they can open and that hold the word. */
    @Test
    void whoeverAsksFindsWhatTheyCanOpenAndAllOfIt() {
        Random random = new Random(4711);
        List<String> words = List.of("umbrella" + own, "trombone" + own, "saffron" + own);
        record Said(ThreadId thread, SpaceId space, PostId post, Asker by, String text, boolean gone) {}
        List<Said> said = new ArrayList<>();
        List<Asker> speakers = List.of(maria, boris);
        for (int number = 0; number < 24; number++) {
            SpaceId space = random.nextBoolean() ? publicSpace : membersSpace;
            ThreadId thread = ThreadId.next();
            for (int post = 0; post < 1 + random.nextInt(3); post++) {
                Asker by = speakers.get(random.nextInt(2));
                String text =
                        words.stream().filter(_ -> random.nextBoolean()).collect(Collectors.joining(" ", "", " x"));
                PostId id = PostId.next();
                if (post == 0) {
                    conversations.start(by, new NewThread(thread, space, id, "Talk", text, Language.EN, null));
                } else {
                    conversations.post(by, new NewPost(id, thread, text, Language.EN, null));
                }
                boolean gone = random.nextInt(4) == 0;
                if (gone) {
                    conversations.delete(by, id);
                }
                said.add(new Said(thread, space, id, by, text, gone));
            }
        }
        settle();
        for (Asker asker : List.of(Asker.guest(), registered, maria, town.person(FACILITATOR), administrator)) {
            boolean belongs = !asker.equals(registered) && asker.person().isPresent();
            for (String word : words) {
                Set<Long> expected = said.stream()
                        .filter(one -> !one.gone() && one.text().contains(word))
                        .filter(one -> belongs || one.space().equals(publicSpace))
                        .map(one -> number(one.thread()))
                        .collect(Collectors.toSet());
                Set<Long> found = new HashSet<>();
                for (Hit hit : find(asker, word)) {
                    long thread = Long.parseLong(hit.path().split("/")[3]);
                    found.add(thread);
                    ThreadId id = said.stream()
                            .map(Said::thread)
                            .filter(one -> number(one) == thread)
                            .findFirst()
                            .orElseThrow(NotFound::new);
                    assertThat(threads.posts(asker, id, new Around.After(0), 5).posts())
                            .isNotEmpty();
                }
                assertThat(found).as("%s of %s", word, asker).isEqualTo(expected);
            }
        }
    }

    @Test
    void theNumberOfQueriesIsTheSameForOneHitAndForMany() {
        ThreadId thread = thread();
        say(maria, thread, own);
        settle();
        int few = SqlCounter.during(() -> find(boris, own)).statements().size();
        for (int more = 0; more < 12; more++) {
            conversations.start(maria, newThread(ThreadId.next(), membersSpace, PostId.next(), own + " " + more, own));
        }
        settle();
        assertThat(find(boris, own)).hasSize(13);
        assertThat(SqlCounter.during(() -> find(boris, own)).statements()).hasSize(few);
    }

    private List<Hit> find(Asker asker, String words) {
        Found found = search.find(asker, Question.of(words), Language.EN, null, 50);
        return found.resembling() ? List.of() : found.hits();
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }
}
