package org.kvartal.discussions;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kvartal.accounts.Role.MEMBER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.kernel.Asker;
import org.kvartal.live.Live.Listening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages that show a thread hear what happens in it. */
class FeedModuleTests extends TalkingHouse {

    @Autowired
    ThreadFeed feed;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<Page> pages = new ArrayList<>();

    @AfterEach
    void thePagesAreClosed() {
        pages.forEach(page -> page.listening.close());
    }

    @Test
    void postsEditsAndReactionsReachEveryOpenPage() {
        ThreadId thread = thread();
        Page hers = open(maria, thread);
        Page his = open(boris, thread);
        Page guests = open(Asker.guest(), thread);

        say(boris, thread, "hello");
        for (Page page : pages) {
            assertThat(page.next().number()).isEqualTo(2);
        }
        assertThat(his.last().mayEdit()).isTrue();
        assertThat(hers.last().mayEdit()).isFalse();

        PostId post = his.last().id();
        reword(boris, post, 0, "good day");
        for (Page page : pages) {
            assertThat(page.next().html().html()).contains("good day");
        }
        assertThat(guests.last())
                .as("one record for all to whom it looks the same")
                .isSameAs(hers.last());

        conversations.react(maria, post, Reaction.HEART, true);
        assertThat(hers.next().mine()).isEqualTo(Set.of(Reaction.HEART));
        assertThat(his.next().mine()).isEmpty();
        assertThat(his.last().reactions()).containsEntry(Reaction.HEART, 1);

        conversations.delete(boris, post);
        assertThat(guests.next(2).deleted()).isNotNull();
    }

    @Test
    void whatCameBetweenReadingAndWatchingIsTold() {
        ThreadId thread = thread();
        long revision = revision(thread);
        say(boris, thread, "in between");

        Page page = open(maria, thread, revision);

        assertThat(page.next().number()).isEqualTo(2);
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        ThreadId thread = thread();
        Page page = open(maria, thread);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            say(boris, thread, "never said");
            status.setRollbackOnly();
        });
        say(boris, thread, "said");

        assertThat(page.next().html().html()).contains("said").doesNotContain("never");
        assertThat(page.last().number()).as("the number is free again").isEqualTo(2);
    }

    @Test
    void newsIsToldAfterTheCommitOnly() {
        ThreadId thread = thread();
        Page page = open(maria, thread);

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            say(boris, thread, "soon");
            await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(page.heard::isEmpty);
        });

        assertThat(page.next().number()).isEqualTo(2);
    }

    @Test
    void whoMayNoLongerReadIsToldSoAndNothingElse() {
        ThreadId thread = thread(maria, membersSpace);
        Page his = open(boris, thread);
        Page guests = open(Asker.guest(), thread);
        Page hers = open(maria, thread);
        await().atMost(10, SECONDS).until(() -> guests.lost.get() == 1);
        town.end(boris, MEMBER);

        say(maria, thread, "among us");

        hers.next();
        await().atMost(10, SECONDS).until(() -> his.lost.get() == 1);
        assertThat(his.heard).isEmpty();
        assertThat(guests.heard).isEmpty();
    }

    @Test
    void norWhoIsWriting() {
        ThreadId thread = thread(maria, membersSpace);
        Page his = open(boris, thread);
        Page hers = open(maria, thread);
        town.end(boris, MEMBER);

        conversations.writing(maria, thread);

        await().atMost(10, SECONDS).until(() -> his.lost.get() == 1);
        assertThat(his.writing).isEmpty();
        assertThat(hers.lost).hasValue(0);
    }

    @Test
    void manyPostsReachAPageAllAndInOrder() {
        ThreadId thread = thread();
        Page page = open(maria, thread);

        for (int i = 0; i < 250; i++) {
            say(boris, thread, "post " + i);
        }

        await().atMost(20, SECONDS).until(() -> page.numbers().size() >= 250);
        assertThat(page.numbers()).isSorted().doesNotHaveDuplicates().hasSize(250);
    }

    @Test
    void aClosedPageHearsNothingMore() {
        ThreadId thread = thread();
        Page closed = open(maria, thread);
        Page open = open(boris, thread);
        closed.listening.close();
        closed.listening.close();

        say(boris, thread, "anybody there?");

        open.next();
        assertThat(closed.heard).isEmpty();
    }

    @Test
    void othersSeeThatSomebodyIsWriting() {
        ThreadId thread = thread();
        Page hers = open(maria, thread);
        Page his = open(boris, thread);

        for (int i = 0; i < 20; i++) {
            conversations.writing(boris, thread);
        }

        await().atMost(10, SECONDS).until(() -> !hers.writing.isEmpty());
        assertThat(hers.writing).hasSize(1);
        assertThat(hers.writing.getFirst().id()).isEqualTo(boris.requirePerson());
        assertThat(his.writing).isEmpty();
    }

    @Test
    void aNeedAndWhoStandsBehindItReachEveryPageAsItsReaderSeesIt() {
        ThreadId thread = thread();
        Page hers = open(maria, thread);
        Page his = open(boris, thread);
        Page guests = open(Asker.guest(), thread);

        needs.state(maria, thread, NeedsModuleTests.FACTS);
        for (Page page : List.of(hers, his, guests)) {
            await().atMost(10, SECONDS).until(() -> page.need().isPresent());
        }
        needs.support(boris, thread, null);
        for (Page page : List.of(hers, his, guests)) {
            await().atMost(10, SECONDS)
                    .until(() -> page.need().map(NeedCard::people).orElse(0) == 1);
        }
        assertThat(his.need().map(NeedCard::mine)).contains(true);
        assertThat(hers.need().map(NeedCard::mine)).contains(false);
        assertThat(guests.need().map(NeedCard::mine)).contains(false);

        needs.withdraw(boris, thread, null);
        needs.takeBack(maria, thread);
        for (Page page : List.of(hers, his, guests)) {
            await().atMost(10, SECONDS).until(() -> page.need().isEmpty());
        }
        assertThat(his.heard).isEmpty();
    }

    @Test
    void listsHearThatThereIsSomethingNewAndNotTooOften() {
        AtomicInteger again = new AtomicInteger();
        try (Listening listening = feed.onNewest(again::incrementAndGet)) {
            ThreadId thread = thread();
            await().atMost(10, SECONDS).until(() -> again.get() > 0);
            int before = again.get();
            for (int i = 0; i < 30; i++) {
                say(boris, thread, "post " + i);
            }
            await().atMost(10, SECONDS).until(() -> again.get() > before);
            assertThat(again.get() - before).isLessThanOrEqualTo(5);
        }
    }

    private Page open(Asker asker, ThreadId thread) {
        return open(asker, thread, revision(thread));
    }

    private Page open(Asker asker, ThreadId thread, long revision) {
        Page page = new Page();
        page.listening = feed.watch(asker, thread, revision, page);
        pages.add(page);
        return page;
    }

    private long revision(ThreadId thread) {
        return threads.head(maria, number(thread)).orElseThrow().revision();
    }

    private static final class Page implements ThreadFeed.Watcher {

        private final List<PostLine> heard = new CopyOnWriteArrayList<>();
        private final List<PersonCard> writing = new CopyOnWriteArrayList<>();
        private final List<Optional<NeedCard>> needs = new CopyOnWriteArrayList<>();
        private final AtomicInteger lost = new AtomicInteger();
        private Listening listening = () -> {};
        private int shown;

        @Override
        public void changed(PostList news) {
            heard.addAll(news.posts());
        }

        @Override
        public void need(@Nullable NeedCard need) {
            needs.add(Optional.ofNullable(need));
        }

        Optional<NeedCard> need() {
            return needs.isEmpty() ? Optional.empty() : needs.getLast();
        }

        @Override
        public void writing(PersonCard person) {
            writing.add(person);
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }

        PostLine next() {
            return next(1);
        }

        /** The last of the next so many. */
        PostLine next(int many) {
            shown += many;
            int wanted = shown;
            await().atMost(10, SECONDS).until(() -> heard.size() >= wanted);
            return heard.get(wanted - 1);
        }

        PostLine last() {
            return heard.get(shown - 1);
        }

        List<Integer> numbers() {
            return heard.stream().map(PostLine::number).toList();
        }
    }
}
