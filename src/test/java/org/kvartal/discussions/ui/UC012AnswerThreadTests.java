package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.PostEdit;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import tools.jackson.databind.JsonNode;

/** Somebody answers, leaves in the middle, comes back, changes what they wrote. */
class UC012AnswerThreadTests extends ViewTests {

    private Begun thread;

    @BeforeEach
    void aThread() {
        thread = thread(neighbour, space("Here", Visibility.PUBLIC), "Who has a kiln?", "I need one");
    }

    @Test
    void aDraftIsThereAgainAfterTheTabWasKilled() {
        String id = open().get("draft").get("post").asString();
        assertThat(composer().keep(typed(id, 0, "Half of an ans")))
                .isInstanceOfSatisfying(
                        Answer.Kept.class, kept -> assertThat(kept.savedAt()).isNotNull());

        JsonNode draft = open().get("draft");

        assertThat(draft.get("text").asString()).isEqualTo("Half of an ans");
        assertThat(draft.get("post").asString()).isEqualTo(id);
    }

    @Test
    void twoPagesThatWriteTheSameDraftOverwriteNothing() {
        String id = open().get("draft").get("post").asString();
        Composer first = composer();
        open();
        Composer second = composer();
        first.keep(typed(id, 0, "From the first"));

        Answer answer = second.keep(typed(id, 0, "From the second"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NewerDraft.class,
                        newer -> assertThat(newer.conflict().text()).isEqualTo("From the first"));
        assertThat(open().get("draft").get("text").asString()).isEqualTo("From the first");
    }

    @Test
    void theAnswerAppearsAtOnceAndOnce() {
        String id = open().get("draft").get("post").asString();
        Composer composer = composer();
        ThreadPosts posts = find(ThreadPosts.class).single();

        Answer sent = composer.send(typed(id, 0, "I have **one**"));
        composer.send(typed(id, 0, "I have **one**"));

        assertThat(sent).isInstanceOfSatisfying(Answer.Sent.class, done -> {
            assertThat(done.number()).isEqualTo(2);
            assertThat(done.draft().text()).isEmpty();
            assertThat(done.draft().post()).isNotEqualTo(id);
        });
        List<JsonNode> news = Handed.to(posts, "news");
        assertThat(news.getFirst().get("mine").asInt()).isEqualTo(2);
        assertThat(news.getFirst().get("posts").get(0).get("html").asString()).contains("<strong>one</strong>");
        assertThat(news)
                .allSatisfy(said -> assertThat(said.get("lastNumber").asInt()).isEqualTo(2));
    }

    @Test
    void anIdThatWasNotGivenOutIsNotTaken() {
        PostId theirs = answer(neighbour, thread, "Theirs");
        open();

        assertThat(composer().send(typed(theirs.toString(), 0, "Mine"))).isInstanceOf(Answer.Problem.class);
        assertThat(composer().keep(typed(theirs.toString(), 0, "Mine")))
                .isInstanceOfSatisfying(
                        Answer.Kept.class, kept -> assertThat(kept.post()).isNotEqualTo(theirs.toString()));
        assertThat(composer().keep(new Typed("edit:nonsense", "", 0, "", "x", "en", "", 0, "")))
                .isInstanceOf(Answer.Problem.class);
        assertThat(composer().keep(new Typed("thread:other", "", 0, "", "x", "en", "", 0, "")))
                .isInstanceOf(Answer.Problem.class);
    }

    @Test
    void anEmptyAnswerIsRefusedInWords() {
        String id = open().get("draft").get("post").asString();

        assertThat(composer().send(typed(id, 0, "  \n ")))
                .isInstanceOfSatisfying(
                        Answer.Problem.class,
                        problem -> assertThat(problem.problem()).isEqualTo("Write something first."));
    }

    @Test
    void whoChangesAPostMeetsTheOtherWordingInsteadOfOverwritingIt() {
        PostId mine = answer(me, thread, "First wording");
        open();
        Answer.Begun begun = (Answer.Begun) composer().begin(mine.toString());
        conversations.edit(me, new PostEdit(mine, begun.version(), "From another device"));

        Answer answer = composer().send(edit(mine, begun.version(), "From this device"));

        assertThat(answer).isInstanceOfSatisfying(Answer.EditConflict.class, conflict -> {
            assertThat(conflict.conflict().theirs()).isEqualTo("From another device");
            assertThat(composer().send(edit(mine, conflict.conflict().version(), "Both together")))
                    .isInstanceOf(Answer.Sent.class);
        });
        ThreadPosts posts = find(ThreadPosts.class).single();
        assertThat(((Answer.Text) posts.source(mine.toString())).text()).isEqualTo("Both together");
        assertThat(((Answer.Wordings) posts.history(mine.toString())).wordings())
                .extracting(Answer.Earlier::text)
                .containsExactly("From another device", "First wording");
    }

    @Test
    void nobodyChangesOrTakesAwayWhatOthersWrote() {
        PostId theirs = answer(neighbour, thread, "Theirs");
        open();

        assertThat(composer().send(edit(theirs, 0, "Mine now"))).isInstanceOf(Answer.Problem.class);
        assertThat(find(ThreadPosts.class).single().remove(theirs.toString())).isInstanceOf(Answer.Problem.class);
        assertThat(((Answer.Text) find(ThreadPosts.class).single().source(theirs.toString())).text())
                .isEqualTo("Theirs");
    }

    @Test
    void aReactionIsGivenAndTakenBack() {
        PostId theirs = answer(neighbour, thread, "Theirs");
        open();
        ThreadPosts posts = find(ThreadPosts.class).single();

        posts.react(theirs.toString(), "HEART", true);
        assertThat(reread().get("mine")).hasSize(1);
        posts.react(theirs.toString(), "HEART", false);
        assertThat(reread().get("mine")).isEmpty();
    }

    private JsonNode reread() {
        navigate("threads/" + thread.number() + "/2", ThreadView.class);
        return Handed.to(find(ThreadPosts.class).single(), "open")
                .getLast()
                .get("posts")
                .get(1);
    }

    private JsonNode open() {
        navigate("threads/" + thread.number(), ThreadView.class);
        return Handed.to(composer(), "open").getLast();
    }

    private Composer composer() {
        return find(Composer.class).single();
    }

    private static Typed typed(String id, long base, String text) {
        return new Typed("main", id, base, "", text, "en", "", 0, "");
    }

    private static Typed edit(PostId post, long version, String text) {
        return new Typed("edit:" + post, post.toString(), 0, "", text, "en", "", version, "");
    }
}
