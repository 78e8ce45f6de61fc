package org.kvartal.discussions.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostAction;
import org.kvartal.discussions.PostActionOffer;
import org.kvartal.discussions.PostId;
import org.kvartal.kernel.Asker;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** What other modules let people do with a thread or a post stands in its menu. */
@Import(UC016ActOnPostTests.Acts.class)
class UC016ActOnPostTests extends ViewTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Acts {

        /** For threads and posts of others. */
        @Bean
        @Order(2)
        PostAction cite() {
            return (_, spot) -> Optional.of(new PostActionOffer(
                    "discussions.app.thread.copy",
                    "/app/cite/" + spot.number() + (spot.post() == null ? "" : "/post")));
        }

        /** For nobody but the one whom it is for, and for posts alone. */
        @Bean
        @Order(1)
        PostAction forSomebody() {
            return (asker, spot) -> Optional.of(new PostActionOffer("discussions.app.thread.quote", "/app/first"))
                    .filter(_ -> asker.equals(chosen) && spot.post() != null);
        }
    }

    private static Asker chosen = Asker.guest();

    private Begun thread;
    private PostId post;

    @BeforeEach
    void aThread() {
        thread = thread(neighbour, space("Here", Visibility.PUBLIC), "No kiln in town", "I need one");
        post = answer(neighbour, thread, "Nor I");
        chosen = me;
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
        chosen = neighbour;
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
