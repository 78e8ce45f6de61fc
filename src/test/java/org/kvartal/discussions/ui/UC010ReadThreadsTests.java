package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.Following;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody looks what is new, and reads on where they stopped. */
class UC010ReadThreadsTests extends ViewTests {

    @Autowired
    Following following;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theListSaysWhatIsUnread() {
        SpaceId space = space("Studio talk", Visibility.MEMBERS);
        Begun mine = thread(me, space, "Where to rent a kiln", "Anybody?");
        answer(neighbour, mine, "Ask at the academy");
        answer(neighbour, mine, "Or at the factory");

        JsonNode row = list(space).get("rows").get(0);

        assertThat(row.get("title").asString()).isEqualTo("Where to rent a kiln");
        assertThat(row.get("unread").asInt()).isEqualTo(2);
        assertThat(row.get("excerpt").asString()).isEqualTo("Or at the factory");
        assertThat(row.get("space").get("members").asBoolean()).isTrue();
    }

    @Test
    void theAddressSaysOfWhichSpaceTheThreadsAre() {
        SpaceId shown = space("Shown", Visibility.PUBLIC);
        SpaceId other = space("Other", Visibility.PUBLIC);
        thread(me, shown, "In the space", "text");
        thread(me, other, "Elsewhere", "text");

        assertThat(list(shown).get("rows").valueStream())
                .extracting(row -> row.get("title").asString())
                .containsExactly("In the space");
        assertThat(find(H1.class).single().getText()).isEqualTo("Shown");
        assertThat(find(Anchor.class).withClassName("chip").all())
                .filteredOn(chip -> chip.getElement().hasAttribute("aria-current"))
                .extracting(Anchor::getHref)
                .containsExactly("/app/threads?space=" + address(shown));
    }

    @Test
    void anEmptySpaceOffersTheFirstStep() {
        SpaceId space = space("Quiet", Visibility.MEMBERS);
        go("threads", space);

        assertThat(find(Paragraph.class).withClassName("empty-title").single().getText())
                .isEqualTo("No threads here yet");
        assertThat(find(Anchor.class)
                        .withText("Start the first thread")
                        .single()
                        .getHref())
                .endsWith("?space=" + address(space));
    }

    @Test
    void anEmptySpaceFillsWithItsFirstThreadByItself() {
        SpaceId space = space("Awaking", Visibility.MEMBERS);
        go("threads", space);

        thread(neighbour, space, "The first", "text");

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(find(Paragraph.class).withClassName("empty-title").exists())
                    .isFalse();
        });
        assertThat(Handed.to(find(ThreadRows.class).single(), "open").getLast().get("rows"))
                .hasSize(1);
    }

    @Test
    void aThreadOpensAtTheFirstUnreadPost() {
        Begun thread = thread(me, space("Here", Visibility.PUBLIC), "Long", "1");
        for (int number = 2; number <= 60; number++) {
            answer(neighbour, thread, "post " + number);
        }
        conversations.read(me, thread.id(), 40);

        JsonNode page = open("threads/" + thread.number());

        assertThat(page.get("target").asInt()).isEqualTo(41);
        assertThat(numbers(page)).contains(41).hasSize(ThreadPosts.STRETCH).doesNotContain(1, 60);
        assertThat(page.get("lastNumber").asInt()).isEqualTo(60);
        assertThat(open("threads/" + thread.number() + "/7").get("target").asInt())
                .isEqualTo(7);
    }

    @Test
    void whatWasReadIsRemembered() {
        Begun thread = thread(neighbour, space("Here", Visibility.PUBLIC), "New to me", "1");
        answer(neighbour, thread, "2");
        open("threads/" + thread.number());

        assertThat(posts().read(2, 0)).isInstanceOf(Answer.Done.class);

        assertThat(open("threads/" + thread.number()).get("lastRead").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverReadsForLongIsToldThatTheyFollowAndEndsItWithOneTouch() {
        Begun thread = thread(neighbour, space("Here", Visibility.PUBLIC), "Worth a while", "1");
        assertThat(open("threads/" + thread.number()).get("counting").asBoolean())
                .isTrue();
        readFor(3);
        assertThat(note()).isEmpty();

        assertThat(readFor(1)).isEqualTo(new Answer.Followed(true));

        assertThat(note()).startsWith("You follow this thread because you have read it for a while.");
        assertThat(attention(thread)).isEqualTo(Attention.EVERYTHING);
        assertThat(open("threads/" + thread.number()).get("counting").asBoolean())
                .as("enough is known")
                .isFalse();
        assertThat(note()).as("also the next time").isNotEmpty();

        test(find(Button.class).withText("Stop following").single()).click();

        assertThat(note()).isEmpty();
        assertThat(attention(thread)).isEqualTo(Attention.CONCERNS_ME);
        assertThat(open("threads/" + thread.number()).get("counting").asBoolean())
                .isFalse();
        assertThat(note()).isEmpty();
    }

    @Test
    void whoeverGoesOnFollowingIsAskedNoMore() {
        Begun thread = thread(neighbour, space("Here", Visibility.PUBLIC), "Worth a while", "1");
        open("threads/" + thread.number());
        readFor(4);

        test(find(Button.class).withText("Keep following").single()).click();

        assertThat(note()).isEmpty();
        open("threads/" + thread.number());
        assertThat(note()).isEmpty();
        assertThat(attention(thread)).isEqualTo(Attention.EVERYTHING);
    }

    /** The page tells each minute that somebody was at it. */
    private Answer readFor(int minutes) {
        Answer answer = new Answer.Done();
        for (int minute = 0; minute < minutes; minute++) {
            // As if it had been counted last a minute ago.
            jdbc.sql("UPDATE reading SET counted_at = counted_at - interval '1 minute' WHERE person = ?")
                    .param(me.requirePerson().value())
                    .update();
            answer = posts().read(1, 60);
        }
        return answer;
    }

    private String note() {
        return find(FollowNote.class).single().getElement().getTextRecursively();
    }

    private Attention attention(Begun thread) {
        return following.attention(me, List.of(thread.id().value()));
    }

    @Test
    void aPostSaysItsLanguageAndHoldsNothingButRenderedMarkup() {
        Begun thread = thread(
                neighbour, space("Here", Visibility.PUBLIC), "<b>x</b>", "<script>alert(1)</script>\n\n**bold**");

        JsonNode post = open("threads/" + thread.number()).get("posts").get(0);

        assertThat(post.get("language").asString()).isEqualTo("en");
        assertThat(post.get("html").asString())
                .contains("<strong>bold</strong>")
                .doesNotContain("<script");
        assertThat(find(H1.class).single().getText()).isEqualTo("<b>x</b>");
    }

    @Test
    void aThreadOfTheMembersIsNotThereForOthers() {
        Begun thread = thread(neighbour, space("Closed", Visibility.MEMBERS), "For members", "text");
        sitDown();

        UI.getCurrent().navigate("threads/" + thread.number());

        assertThat(find(ThreadView.class).exists()).isFalse();
        assertThat(find(H1.class).single().getText()).doesNotContain("For members");
    }

    @Test
    void forgedIdsAreAnsweredQuietly() {
        Begun thread = thread(neighbour, space("Here", Visibility.PUBLIC), "Here", "text");
        open("threads/" + thread.number());

        for (String id : List.of("", "x", "00000000-0000-0000-0000-000000000000", "../../etc/passwd")) {
            assertThat(posts().react(id, "HEART", true)).isInstanceOf(Answer.Problem.class);
            assertThat(posts().remove(id)).isInstanceOf(Answer.Problem.class);
            assertThat(posts().history(id)).isInstanceOf(Answer.Problem.class);
            assertThat(posts().source(id)).isInstanceOf(Answer.Problem.class);
        }
        assertThat(posts().stretch("sideways", 1)).isInstanceOf(Answer.Problem.class);
        assertThat(posts().stretch("before", Integer.MIN_VALUE)).isInstanceOf(Answer.Posts.class);
    }

    private JsonNode list(SpaceId space) {
        go("threads", space);
        return Handed.to(find(ThreadRows.class).single(), "open").getLast();
    }

    private JsonNode open(String path) {
        navigate(path, ThreadView.class);
        return Handed.to(posts(), "open").getLast();
    }

    private ThreadPosts posts() {
        return find(ThreadPosts.class).single();
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.get("posts")
                .valueStream()
                .map(post -> post.get("number").asInt())
                .toList();
    }
}
