package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import(Townspeople.class)
class DiscussionsModuleTests {

    @Autowired
    Conversations conversations;

    @Autowired
    Threads threads;

    @Autowired
    Townspeople town;

    private final SpaceId space = SpaceId.next();
    private Asker author;
    private Asker other;

    @BeforeEach
    void aSpaceAndTwoPeople() {
        author = town.person(MEMBER);
        other = town.person(MEMBER);
        open(space, Visibility.PUBLIC);
    }

    @Test
    void aThreadIsStartedAnsweredAndRead() {
        ThreadId thread = ThreadId.next();
        long number = start(author, thread, "Export paperwork", "Who knows the **form**?");
        assertThat(post(other, thread, "I do")).isEqualTo(2);

        var head = threads.head(Asker.guest(), number).orElseThrow();
        assertThat(head.title()).isEqualTo("Export paperwork");
        assertThat(head.lastNumber()).isEqualTo(2);
        var posts = threads.posts(Asker.guest(), thread, new Around.After(0), 20);
        assertThat(posts.posts()).extracting(PostLine::number).containsExactly(1, 2);
        assertThat(posts.posts().getFirst().html().html()).contains("<strong>form</strong>");
        assertThat(posts.posts()).noneMatch(PostLine::mayEdit);
        assertThat(threads.posts(author, thread, new Around.After(0), 20).posts())
                .extracting(PostLine::mayEdit)
                .containsExactly(true, false);
        var row = threads.newest(author, space, null, 10).rows().getFirst();
        assertThat(row.unread()).isEqualTo(1);
        assertThat(row.excerpt()).isEqualTo("I do");
        assertThat(threads.unread(author, 50)).extracting(Threads.ThreadRow::id).contains(thread);
    }

    @Test
    void fiftyPeopleWhoPostAtOnceGetTheNumbersWithoutGaps() throws Exception {
        ThreadId thread = ThreadId.next();
        start(author, thread, "Crowd", "1");
        List<Future<List<Integer>>> crowd = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                crowd.add(executor.submit(() -> {
                    Asker person = town.person(MEMBER);
                    return IntStream.range(0, 40)
                            .map(n -> post(person, thread, "post " + n))
                            .boxed()
                            .toList();
                }));
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (var person : crowd) {
            numbers.addAll(person.get());
        }
        numbers.add(1);
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 2001).boxed().toList());
    }

    private void open(SpaceId id, Visibility visibility) {
        conversations.open(
                town.person(ADMINISTRATOR),
                new NewSpace(id, "space-" + id, LocalizedText.of(Language.EN, "Space"), null, visibility));
    }

    private long start(Asker by, ThreadId thread, String title, String text) {
        return conversations.start(by, new NewThread(thread, space, PostId.next(), title, text, Language.EN, null));
    }

    private int post(Asker by, ThreadId thread, String text) {
        return conversations.post(by, new NewPost(PostId.next(), thread, text, Language.EN, null));
    }
}
