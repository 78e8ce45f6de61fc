package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.MEMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.discussions.Conversations.Imported;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.testing.SqlCounter;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** People start threads and answer. */
class PostingModuleTests extends TalkingHouse {

    @Test
    void aThreadIsStartedAnsweredAndRead(AssertablePublishedEvents facts) {
        ThreadId thread = ThreadId.next();
        PostId first = PostId.next();
        long number = conversations.start(
                maria, newThread(thread, publicSpace, first, " Export\npaperwork ", "Who knows the **form**?"));
        PostId answer = PostId.next();

        assertThat(say(boris, thread, answer, "I do")).isEqualTo(2);

        var head = threads.head(Asker.guest(), number).orElseThrow();
        assertThat(head.title()).isEqualTo("Export paperwork");
        assertThat(head.lastNumber()).isEqualTo(2);
        assertThat(read(Asker.guest(), thread)).extracting(PostLine::number).containsExactly(1, 2);
        assertThat(post(boris, thread, 1).html().html()).contains("<strong>form</strong>");
        ThreadRow row = threads.newest(maria, publicSpace, null, 10).rows().getFirst();
        assertThat(row.unread()).isEqualTo(1);
        assertThat(row.excerpt()).isEqualTo("I do");
        assertThat(row.lastAuthor().id()).isEqualTo(boris.requirePerson());
        assertThat(facts).contains(ThreadStarted.class).matchingValue(ThreadStarted::thread, thread);
        assertThat(facts)
                .contains(PostPublished.class)
                .matching(fact -> fact.post().equals(answer)
                        && fact.number() == 2
                        && fact.author().equals(boris.requirePerson()));
    }

    @Test
    void fiftyPeopleWhoPostAtOnceGetAllNumbersOnce() throws Exception {
        ThreadId thread = thread();
        List<Callable<List<Integer>>> crowd = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Asker person = town.person(MEMBER);
            crowd.add(() -> IntStream.range(0, 40)
                    .map(n -> say(person, thread, "post " + n))
                    .boxed()
                    .toList());
        }

        List<Integer> numbers = new ArrayList<>(List.of(1));
        for (List<Integer> each : atOnce(crowd)) {
            numbers.addAll(each);
        }

        List<Integer> all = IntStream.rangeClosed(1, 2001).boxed().toList();
        assertThat(numbers.stream().sorted().toList()).isEqualTo(all);
        assertThat(jdbc.sql("SELECT number FROM post WHERE thread = ? ORDER BY number")
                        .param(thread.value())
                        .query(Integer.class)
                        .list())
                .isEqualTo(all);
        assertThat(threads.head(maria, number(thread)).orElseThrow().revision()).isEqualTo(2001);
    }

    @Test
    void theSameReplySentManyTimesAtOnceIsOnePost() throws Exception {
        ThreadId thread = thread();
        PostId reply = PostId.next();

        List<Integer> numbers = atOnce(IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(_ -> () -> say(boris, thread, reply, "once"))
                .toList());

        assertThat(numbers).containsOnly(2);
        assertThat(read(boris, thread)).hasSize(2);
        assertThat(say(boris, thread, "next")).isEqualTo(3);
    }

    @Test
    void theSameThreadStartedManyTimesAtOnceIsOneThread() throws Exception {
        NewThread wish = newThread(ThreadId.next(), publicSpace, PostId.next(), "Once", "only");

        List<Long> numbers = atOnce(IntStream.range(0, 12)
                .<Callable<Long>>mapToObj(_ -> () -> conversations.start(maria, wish))
                .toList());

        assertThat(numbers).containsOnly(numbers.getFirst());
        assertThat(read(maria, wish.id())).hasSize(1);
    }

    @Test
    void anIdThatIsSomebodyElsesOrStandsElsewhereIsRefused() {
        ThreadId thread = thread();
        ThreadId another = thread();
        PostId reply = PostId.next();
        say(boris, thread, reply, "mine");

        forbidden(() -> say(maria, thread, reply, "mine"));
        forbidden(() -> say(boris, another, reply, "mine"));
        forbidden(() -> conversations.start(boris, newThread(ThreadId.next(), publicSpace, reply, "T", "t")));
        forbidden(() -> conversations.start(boris, newThread(thread, publicSpace, PostId.next(), "T", "t")));
        assertThat(read(maria, another)).hasSize(1);
        assertThat(say(boris, another, "goes on without a gap")).isEqualTo(2);
    }

    @Test
    void nobodyPostsUnderTheIdOfAnothersDraft() {
        ThreadId thread = thread();
        PostId draft = PostId.next();
        drafts.save(maria, new Draft("thread:" + thread, draft, 1, null, "with a picture", Language.EN, null));

        forbidden(() -> say(boris, thread, draft, "give me the picture"));
        forbidden(() -> conversations.start(boris, newThread(ThreadId.next(), publicSpace, draft, "T", "t")));
    }

    @Test
    void aThreadThatNobodyKnowsCanNotBeAnswered() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> say(maria, ThreadId.next(), "hello?"));
        refused(
                "space",
                () -> conversations.start(maria, newThread(ThreadId.next(), SpaceId.next(), PostId.next(), "T", "t")));
    }

    @Test
    void postingMovesTheOwnReadingMarkAndEndsTheDraft() {
        ThreadId thread = thread();
        PostId reply = PostId.next();
        drafts.save(boris, new Draft("thread:" + thread, reply, 3, null, "half", Language.EN, null));

        say(boris, thread, reply, "whole");

        assertThat(threads.head(boris, number(thread)).orElseThrow().lastRead()).isEqualTo(2);
        assertThat(drafts.find(boris, "thread:" + thread)).isEmpty();
    }

    @Test
    void onlyTheHouseBringsInWhatOthersSaidEarlier() {
        Instant then = Instant.parse("2019-05-04T10:00:00Z");
        Imported imported = new Imported(boris.requirePerson(), then);
        ThreadId thread = ThreadId.next();
        NewThread old = new NewThread(thread, publicSpace, PostId.next(), "Old", "said", Language.BG, imported);

        forbidden(() -> conversations.start(administrator, old));
        conversations.start(house(), old);
        conversations.post(house(), new NewPost(PostId.next(), thread, "later", Language.RU, imported));

        assertThat(read(maria, thread)).allSatisfy(post -> {
            assertThat(post.postedAt()).isEqualTo(then);
            assertThat(post.author().id()).isEqualTo(boris.requirePerson());
        });
        forbidden(() -> say(house(), thread, "the house itself says nothing"));
        forbidden(() -> say(Asker.guest(), thread, "nor do guests"));
    }

    @Test
    void aTextThatIsTooLongOrNotThereIsRefusedBesideItsField() {
        ThreadId thread = thread();
        String fiveMegabytes = "я".repeat(5 * 1024 * 1024 / 2);

        refused("text", () -> say(maria, thread, fiveMegabytes));
        refused("text", () -> say(maria, thread, "a".repeat(Markdown.MAX_LENGTH + 1)));
        refused("text", () -> say(maria, thread, " \n\t\u200b\u0000\ufeff "));
        refused("text", () -> start("Title", fiveMegabytes));
        refused("title", () -> start(fiveMegabytes, "text"));
        refused("title", () -> start("a".repeat(161), "text"));
        refused("title", () -> start("\u0000 \u202e", "text"));
        assertThat(say(maria, thread, "a".repeat(Markdown.MAX_LENGTH))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&#58;alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "![x](javascript:alert(1))",
                "<a href=\"vbscript:x\">x</a>",
                "`<script>alert(1)</script>`",
                "```\n</code></pre><script>alert(1)</script>\n```",
                "| a |\n|---|\n| <iframe srcdoc=\"<script>alert(1)</script>\"> |",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "\"><script>alert(String.fromCharCode(88,83,83))</script>",
                "'; DROP TABLE post; --",
                "{{7*7}} ${jndi:ldap://x} %0d%0aSet-Cookie: a=b",
            })
    void hostileTextComesBackAsTypedAndRunsNowhere(String hostile) {
        ThreadId thread = ThreadId.next();
        String title = hostile.replaceAll("\\s+", " ");
        long number = conversations.start(maria, newThread(thread, publicSpace, PostId.next(), title, hostile));

        assertThat(threads.head(boris, number).orElseThrow().title()).isEqualTo(title);
        PostLine post = post(boris, thread, 1);
        assertThat(threads.source(boris, post.id()).orElseThrow().text()).isEqualTo(hostile);
        assertThat(post.html().html())
                .doesNotContainPattern("(?i)<(script|iframe|svg|math|style|form|object)")
                .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ω≈ç√∫˜µ≤≥÷",
                "田中さんにあげて下さい",
                "😍 👩🏽‍🚀 🇧🇬",
                "مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ",
                "T̴̡̛̺͇̖̞o̷͙͝",
                "ЁЂЃЄЅІЇЈЉЊЋЌЍЎЏ й ѝ",
                "NULL undefined true -1e309 ../../etc/passwd",
                "\uD800 half of a character",
            })
    void naughtyStringsAreNoTrouble(String naughty) {
        ThreadId thread = thread();

        say(maria, thread, naughty);

        String source =
                threads.source(maria, post(maria, thread, 2).id()).orElseThrow().text();
        assertThat(source).isEqualTo(naughty.replace('\uD800', '?'));
    }

    @Test
    void aNulAndHiddenCharactersAreLeftOut() {
        ThreadId thread = thread();

        say(maria, thread, "a\0b\u202Ec\r\nd");

        assertThat(threads.source(maria, post(maria, thread, 2).id())
                        .orElseThrow()
                        .text())
                .isEqualTo("abc\nd");
    }

    @Test
    void aPostCostsFewStatements() {
        ThreadId thread = thread(maria, membersSpace);

        assertThat(SqlCounter.during(() -> {
                    say(boris, thread, "cheap");
                }))
                .as("the last one is the publication by which others hear of it")
                .hasSizeLessThanOrEqualTo(7);
    }

    private void start(String title, String text) {
        conversations.start(maria, newThread(ThreadId.next(), publicSpace, PostId.next(), title, text));
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }

    private static void refused(String field, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
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
