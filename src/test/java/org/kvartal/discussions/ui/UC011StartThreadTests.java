package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.HouseBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody starts a thread; what they typed is never lost. */
class UC011StartThreadTests extends ViewTests {

    @Autowired
    Drafts drafts;

    @Autowired
    HouseBook book;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutATitleTheTextStaysAndTheMessageStandsBesideTheTitle() {
        SpaceId space = space("Here", Visibility.PUBLIC);
        String id = open(space).get("draft").get("post").asString();
        composer().keep(typed(id, 0, "", "A long and careful text", space));

        Answer answer = composer().send(typed(id, 1, "", "A long and careful text", space));

        assertThat(answer).isInstanceOfSatisfying(Answer.Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo("title");
            assertThat(problem.problem()).isEqualTo("Give the thread a title.");
        });
        assertThat(open(space).get("draft").get("text").asString()).isEqualTo("A long and careful text");
    }

    @Test
    void withoutASpaceTheMessageStandsBesideTheSpace() {
        SpaceId space = space("Here", Visibility.PUBLIC);
        space("There", Visibility.PUBLIC);
        String id = open(space).get("draft").get("post").asString();

        Answer answer = composer().send(new Typed("main", id, 0, "Title", "Text", "en", "", 0, ""));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Problem.class,
                        problem -> assertThat(problem.field()).isEqualTo("space"));
    }

    @Test
    void theThreadIsThereOnceEvenWhenTheButtonIsPressedTwice() {
        SpaceId space = space("Here", Visibility.PUBLIC);
        String id = open(space).get("draft").get("post").asString();
        Composer composer = composer();
        Typed typed = typed(id, 0, "Who has a kiln?", "I need one *tomorrow*", space);

        assertThat(composer.send(typed)).isInstanceOf(Answer.Sent.class);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("threads/");
        assertThat(composer.send(typed)).isInstanceOf(Answer.Sent.class);

        go("threads", space);
        assertThat(Handed.to(find(ThreadRows.class).single(), "open").getLast().get("rows"))
                .hasSize(1);
        assertThat(drafts.find(me, "new")).isEmpty();
    }

    @Test
    void theChosenSpaceComesFromTheAddress() {
        SpaceId space = space("Here", Visibility.MEMBERS);
        space("There", Visibility.PUBLIC);

        assertThat(open(space).get("space").asString()).isEqualTo(space.toString());
    }

    @Test
    void aSpaceOfTheMembersIsNotOfferedToOthers() {
        SpaceId closed = space("Closed", Visibility.MEMBERS);
        space("Open", Visibility.PUBLIC);
        sitDown();

        assertThat(open(closed).get("spaces").valueStream())
                .extracting(space -> space.get("id").asString())
                .doesNotContain(closed.toString());
        assertThat(composer().send(typed(open(closed).get("draft").get("post").asString(), 0, "Title", "Text", closed)))
                .isInstanceOf(Answer.Problem.class);
    }

    @Test
    void aNewTextIsInALanguageOfTheHouse() {
        SpaceId space = space("Here", Visibility.PUBLIC);
        assertThat(offered(space)).containsExactly("en", "ru", "bg");

        jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                VALUES ('place', 1, '{"languages": "en,bg", "zone": "Europe/Sofia"}', now())
                """).update();
        book.readAgain();
        try {
            assertThat(offered(space)).containsExactly("en", "bg");
            assertThat(open(space).get("languages").valueStream())
                    .as("a text that was begun in another keeps it")
                    .extracting(language -> language.get("code").asString())
                    .contains("ru");
        } finally {
            jdbc.sql("DELETE FROM house_section WHERE name = 'place'").update();
            book.readAgain();
        }
    }

    private List<String> offered(SpaceId space) {
        return open(space)
                .get("languages")
                .valueStream()
                .filter(language -> language.get("offered").asBoolean())
                .map(language -> language.get("code").asString())
                .toList();
    }

    private JsonNode open(SpaceId space) {
        go("threads/new", space);
        return Handed.to(composer(), "open").getLast();
    }

    private Composer composer() {
        return find(Composer.class).single();
    }

    private static Typed typed(String id, long base, String title, String text, SpaceId space) {
        return new Typed("main", id, base, title, text, "en", space.toString(), 0, "");
    }
}
