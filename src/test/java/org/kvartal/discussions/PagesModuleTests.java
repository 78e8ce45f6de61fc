package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.ListKey;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.PostList;
import org.kvartal.discussions.Threads.ThreadList;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.testing.RowsRead;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Threads and posts are read a page at a time. */
class PagesModuleTests extends TalkingHouse {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aStretchBeginsWhereItIsAskedTo() {
        ThreadId thread = longThread(30);

        assertThat(numbers(thread, new Around.Near(15), 10)).isEqualTo(range(10, 19));
        assertThat(numbers(thread, new Around.Near(1), 10)).isEqualTo(range(1, 10));
        assertThat(numbers(thread, new Around.Near(-7), 10)).isEqualTo(range(1, 10));
        assertThat(numbers(thread, new Around.Near(Integer.MIN_VALUE), 10)).isEqualTo(range(1, 10));
        assertThat(numbers(thread, new Around.Near(30), 10)).isEqualTo(range(21, 30));
        assertThat(numbers(thread, new Around.Near(Integer.MAX_VALUE), 10)).isEqualTo(range(21, 30));
        assertThat(numbers(thread, new Around.After(0), 10)).isEqualTo(range(1, 10));
        assertThat(numbers(thread, new Around.After(10), 10)).isEqualTo(range(11, 20));
        assertThat(numbers(thread, new Around.After(25), 10)).isEqualTo(range(26, 30));
        assertThat(numbers(thread, new Around.After(30), 10)).isEmpty();
        assertThat(numbers(thread, new Around.Before(11), 10)).isEqualTo(range(1, 10));
        assertThat(numbers(thread, new Around.Before(5), 10)).isEqualTo(range(1, 4));
        assertThat(numbers(thread, new Around.Before(1), 10)).isEmpty();
        assertThat(numbers(thread, new Around.Before(Integer.MAX_VALUE), 10)).isEqualTo(range(21, 30));
        assertThat(numbers(thread, new Around.Near(3), Integer.MAX_VALUE)).isEqualTo(range(1, 30));
        assertThat(numbers(thread, new Around.Near(3), -1)).hasSize(1);
    }

    @Test
    void whatChangedSinceARevisionCanBeReadInPieces() {
        ThreadId thread = longThread(10);
        long revision = threads.posts(maria, thread, new Around.After(0), 1).revision();
        conversations.react(boris, post(maria, thread, 4).id(), Reaction.HEART, true);
        say(boris, thread, "eleven");
        reword(maria, post(maria, thread, 2).id(), 0, "anew");

        PostList piece = threads.since(maria, thread, revision, 2);
        PostList rest = threads.since(maria, thread, piece.revision(), 2);

        assertThat(piece.posts()).extracting(PostLine::number).containsExactly(4, 11);
        assertThat(rest.posts()).extracting(PostLine::number).containsExactly(2);
        assertThat(threads.since(maria, thread, rest.revision(), 2).posts()).isEmpty();
        assertThat(rest.lastNumber()).isEqualTo(11);
    }

    @Test
    void aListShowsEachThreadOnceEvenWhereTimesAreEqual() {
        SpaceId space = SpaceId.next();
        open(space, Conversations.Visibility.PUBLIC);
        Instant same = Instant.parse("2021-02-03T04:05:06Z");
        List<Long> started = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            started.add(bringIn(space, same.plus(Duration.ofDays(i / 3))));
        }

        List<Long> shown = new ArrayList<>();
        ListKey after = null;
        do {
            ThreadList page = threads.newest(Asker.guest(), space, after, 2);
            shown.addAll(page.rows().stream().map(ThreadRow::number).toList());
            after = page.next();
        } while (after != null);

        assertThat(shown).isEqualTo(started.reversed());
    }

    @Test
    void theReadingMarkMovesForwardOnlyAndNotPastTheEnd() {
        ThreadId thread = longThread(10);

        conversations.read(boris, thread, 6);
        conversations.read(boris, thread, 3);
        assertThat(lastRead(boris, thread)).isEqualTo(6);
        assertThat(unread(boris, thread)).isEqualTo(4);

        conversations.read(boris, thread, 99);
        assertThat(lastRead(boris, thread)).isEqualTo(10);
        assertThat(threads.unread(boris, 300)).extracting(ThreadRow::id).doesNotContain(thread);

        say(maria, thread, "new");
        assertThat(unread(boris, thread)).isEqualTo(1);
        assertThat(threads.unread(boris, 300)).extracting(ThreadRow::id).contains(thread);
        assertThat(threads.unread(Asker.guest(), 300)).isEmpty();
    }

    @Test
    void listsAndPagesTakeAConstantNumberOfStatements() {
        ThreadId thread = longThread(3);
        int list = statements(() -> threads.newest(maria, null, null, 50));
        int spaces = statements(() -> threads.spaces(maria));
        int unread = statements(() -> threads.unread(maria, 50));
        int head = statements(() -> threads.head(maria, number(thread)));
        int page = statements(() -> threads.posts(maria, thread, new Around.Near(2), 50));
        int guestPage = statements(() -> threads.posts(Asker.guest(), thread, new Around.Near(2), 50));

        for (int i = 0; i < 30; i++) {
            Asker newcomer = town.person(MEMBER);
            say(newcomer, thread, "post " + i);
            conversations.react(newcomer, post(maria, thread, 1).id(), Reaction.AGREE, true);
            thread(newcomer, membersSpace);
        }
        open(SpaceId.next(), Conversations.Visibility.MEMBERS);

        assertThat(statements(() -> threads.newest(maria, null, null, 50)))
                .isEqualTo(list)
                .isLessThanOrEqualTo(3);
        assertThat(statements(() -> threads.spaces(maria))).isEqualTo(spaces).isLessThanOrEqualTo(2);
        assertThat(statements(() -> threads.unread(maria, 50)))
                .isEqualTo(unread)
                .isLessThanOrEqualTo(3);
        // one of them is this test's own: the number of the thread
        assertThat(statements(() -> threads.head(maria, number(thread))))
                .isEqualTo(head)
                .isLessThanOrEqualTo(4);
        assertThat(statements(() -> threads.posts(maria, thread, new Around.Near(2), 50)))
                .isEqualTo(page)
                .isLessThanOrEqualTo(3);
        assertThat(statements(() -> threads.posts(Asker.guest(), thread, new Around.Near(2), 50)))
                .isEqualTo(guestPage)
                .isEqualTo(2);
    }

    @Test
    void theEndOfAThreadOfFiftyThousandIsAsNearAsItsBeginning() {
        ThreadId thread = thread();
        jdbc.sql("""
                INSERT INTO post (id, thread, number, author, language, text, html, renderer, excerpt, posted_at, revision, version)
                SELECT gen_random_uuid(), :thread, n, :author, 'en', 'text', '<p>text</p>', 1, 'text', now(), n, 0
                  FROM generate_series(2, 50000) n""")
                .param("thread", thread.value())
                .param("author", maria.requirePerson().value())
                .update();
        jdbc.sql("UPDATE thread SET last_number = 50000, revision = 50000 WHERE id = ?")
                .param(thread.value())
                .update();

        for (Around stretch : List.of(
                new Around.After(0),
                new Around.Near(49_995),
                new Around.After(49_980),
                new Around.Before(Integer.MAX_VALUE))) {
            assertThat(postsRead(() -> threads.posts(boris, thread, stretch, 20)))
                    .as("%s", stretch)
                    .isBetween(1L, 3 * 20L);
        }
        assertThat(postsRead(() -> threads.since(boris, thread, 49_990, 20))).isBetween(1L, 3 * 20L);
    }

    @Test
    void aThreadThatIsNotThereIsNotFound() {
        assertThat(threads.head(maria, Long.MAX_VALUE)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> threads.posts(maria, ThreadId.next(), new Around.After(0), 10));
        assertThat(threads.source(maria, PostId.next())).isEmpty();
    }

    private ThreadId longThread(int posts) {
        ThreadId thread = thread();
        for (int i = 2; i <= posts; i++) {
            say(maria, thread, "post " + i);
        }
        return thread;
    }

    private long bringIn(SpaceId space, Instant at) {
        Imported imported = new Imported(maria.requirePerson(), at);
        ThreadId thread = ThreadId.next();
        long number = conversations.start(
                house(), new NewThread(thread, space, PostId.next(), "Old", "old", Language.EN, imported));
        conversations.post(
                house(),
                new NewPost(
                        PostId.next(),
                        thread,
                        "older still",
                        Language.EN,
                        new Imported(maria.requirePerson(), at.minusSeconds(60))));
        return number;
    }

    private List<Integer> numbers(ThreadId thread, Around around, int limit) {
        return threads.posts(maria, thread, around, limit).posts().stream()
                .map(PostLine::number)
                .toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private int lastRead(Asker by, ThreadId thread) {
        return threads.head(by, number(thread)).orElseThrow().lastRead();
    }

    private int unread(Asker by, ThreadId thread) {
        return threads.newest(by, publicSpace, null, 500).rows().stream()
                .filter(row -> row.id().equals(thread))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    private static int statements(Runnable act) {
        return SqlCounter.during(act).size();
    }

    private long postsRead(Runnable act) {
        return RowsRead.during(jdbc, transaction, "post", act);
    }
}
