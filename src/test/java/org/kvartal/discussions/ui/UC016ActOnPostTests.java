package org.kvartal.discussions.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.springframework.beans.factory.annotation.Autowired;

/** What other modules let people do with a thread or a post stands in its menu. */
class UC016ActOnPostTests extends ViewTests {

    @Autowired
    OtherModules others;

    private Begun thread;
    private PostId post;

    @BeforeEach
    void aThread() {
        thread = thread(neighbour, space("Here", Visibility.PUBLIC), "No kiln in town", "I need one");
        post = answer(neighbour, thread, "Nor I");
        others.actFor(me);
    }

    @AfterEach
    void theOthersLeave() {
        others.actFor(null);
    }

    @Test
    void theThreadOffersWhatMayBeDoneWithIt() {
        open();

        assertThat(find(Anchor.class).withText("Copy link").single().getHref())
                .isEqualTo("/app/cite/" + thread.number());
        assertThat(find(Anchor.class).withText("Quote").all()).isEmpty();
    }

    @Test
    void thePostOffersWhatItsReaderMayDoInTheOrderOfTheActs() {
        open();

        assertThat(offers(post))
                .containsExactly(
                        new Answer.Offer("Quote", "/app/first"),
                        new Answer.Offer("Copy link", "/app/cite/" + thread.number() + "/post"));
        others.actFor(neighbour);
        assertThat(offers(post)).hasSize(1);
    }

    @Test
    void whatIsGoneOrForgedOffersNothing() {
        open();
        conversations.delete(neighbour, post);

        assertThat(posts().offers(post.toString())).isInstanceOf(Answer.Problem.class);
        assertThat(posts().offers("nonsense")).isInstanceOf(Answer.Problem.class);
        assertThat(posts().offers(PostId.next().toString())).isInstanceOf(Answer.Problem.class);
        PostId hidden = answer(neighbour, thread(neighbour, space("Closed", Visibility.MEMBERS), "T", "t"), "Hidden");
        sitDown();
        open();
        assertThat(posts().offers(hidden.toString())).isInstanceOf(Answer.Problem.class);
    }

    private void open() {
        UI.getCurrent().navigate("threads/new");
        navigate("threads/" + thread.number(), ThreadView.class);
        assertThat(Handed.to(posts(), "open").getLast().get("offering").asBoolean())
                .isTrue();
    }

    private ThreadPosts posts() {
        return find(ThreadPosts.class).single();
    }

    private List<Answer.Offer> offers(PostId of) {
        return ((Answer.Offers) requireNonNull(posts().offers(of.toString()))).offers();
    }
}
