package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Erasing;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Somebody who has talked is erased. */
@Import(Erasing.class)
class ErasedTalkModuleTests extends TalkingHouse {

    @Autowired
    Erasing erasing;

    @Test
    void postsStayAndWhatNobodyElseReadIsGone() {
        ThreadId thread = thread();
        PostId post = PostId.next();
        say(boris, thread, post, "stays");
        conversations.react(boris, post, Reaction.HEART, true);
        conversations.react(maria, post, Reaction.HEART, true);
        long before = threads.since(maria, thread, 0, 100).revision();
        PersonId person = boris.requirePerson();

        assertThat(erasing.from("discussions", person, "Boris", "boris@example.org"))
                .isTrue();
        assertThat(erasing.from("discussions", person, "Boris", "boris@example.org"))
                .as("twice is as good as once")
                .isTrue();

        assertThat(rows("post", "author", person)).isOne();
        assertThat(rows("reaction", "person", person)).isZero();
        assertThat(rows("reaction", "person", maria.requirePerson())).isOne();
        assertThat(threads.since(maria, thread, before, 10).posts())
                .as("pages that are open hear of it")
                .isNotEmpty();
        assertThat(erasing.sights("discussions", person, null)).isNotEmpty();
    }

    @Test
    void whatIsPostedWhileTheyAreErasedIsWholeOrNotThere() throws Exception {
        ThreadId thread = thread();
        PersonId person = boris.requirePerson();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int number = i;
                acts.add(threads.submit(() -> say(boris, thread, PostId.next(), "post " + number)));
                if (i % 4 == 0) {
                    acts.add(threads.submit(() -> erasing.from("discussions", person, "Boris", "boris@example.org")));
                }
            }
            for (Future<?> act : acts) {
                act.get();
            }
        }
        erasing.from("discussions", person, "Boris", "boris@example.org");

        assertThat(rows("post", "author", person)).isEqualTo(12);
        assertThat(rows("draft", "person", person)).isZero();
        assertThat(rows("reading", "person", person)).isZero();
        assertThat(jdbc.sql("SELECT count(DISTINCT number) FROM post WHERE thread = :thread")
                        .param("thread", thread.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(13);
    }

    private long rows(String table, String column, PersonId person) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + column + " = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }
}
