package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.FINANCE;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import tools.jackson.databind.JsonNode;

/** Somebody who represents an association says in a thread for whom they speak. */
class UC014SpeakForAssociationTests extends ViewTests {

    private SpaceId space;
    private Begun thread;
    private MemberId weavers;
    private MandateId mandate;

    @BeforeEach
    void iSpeakForTheWeavers() {
        space = space("Here", Visibility.PUBLIC);
        thread = thread(neighbour, space, "Who has a kiln?", "I need one");
        weavers = town.association("Weavers");
        mandate = town.mandate(me, weavers, PRIMARY);
    }

    @Test
    void whoSpeaksForNobodyElseIsNotAsked() {
        sitDown(MEMBER);
        assertThat(open().get("voices")).isEmpty();
        go("threads/new", space);
        assertThat(Handed.to(composer(), "open").getLast().get("voices")).isEmpty();

        town.mandate(sitDown(MEMBER), weavers, FINANCE);
        assertThat(open().get("voices")).isEmpty();
    }

    @Test
    void eachAssociationIsOfferedOnce() {
        town.mandate(me, town.association("Potters"), PRIMARY);

        assertThat(open().get("voices").valueStream())
                .extracting(voice -> voice.get("name").asString())
                .containsExactly("Weavers", "Potters");
    }

    @Test
    void theAnswerAppearsWithTheAssociationBesideTheName() {
        String id = open().get("draft").get("post").asString();

        assertThat(composer().send(typed(id, "We have one", weavers))).isInstanceOf(Answer.Sent.class);

        JsonNode news = Handed.to(find(ThreadPosts.class).single(), "news").getFirst();
        assertThat(news.get("posts").get(0).get("onBehalfOf").get("name").asString())
                .isEqualTo("Weavers");
        go("threads", space);
        JsonNode row = Handed.to(find(ThreadRows.class).single(), "open")
                .getLast()
                .get("rows")
                .get(0);
        assertThat(row.get("lastOnBehalfOf").get("name").asString()).isEqualTo("Weavers");
    }

    @Test
    void aThreadThatIsStartedForAnAssociationSaysSoInItsHead() {
        go("threads/new", space);
        String id =
                Handed.to(composer(), "open").getLast().get("draft").get("post").asString();

        Answer sent = composer()
                .send(new Typed("main", id, 0, "Looms", "We need some", "en", space.toString(), 0, weavers.toString()));

        assertThat(sent).isInstanceOf(Answer.Sent.class);
        assertThat(find(Span.class)
                        .withClassName("for-whom")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("for Weavers");
    }

    @Test
    void theDraftIsStillMeantForTheAssociationAfterTheTabWasKilled() {
        String id = open().get("draft").get("post").asString();
        composer().keep(typed(id, "We have", weavers));

        assertThat(open().get("draft").get("onBehalfOf").asString()).isEqualTo(weavers.toString());
    }

    @Test
    void aMandateThatEndsBetweenOpeningAndSendingIsSaidAndTheTextStays() {
        String id = open().get("draft").get("post").asString();
        composer().keep(typed(id, "We have one", weavers));
        town.end(mandate);

        Answer answer = composer().send(typed(id, "We have one", weavers));

        assertThat(answer).isInstanceOfSatisfying(Answer.Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo("onBehalfOf");
            assertThat(problem.problem()).startsWith("You no longer speak for Weavers");
        });
        JsonNode again = open();
        assertThat(again.get("draft").get("text").asString()).isEqualTo("We have one");
        assertThat(again.get("voices")).isEmpty();
        assertThat(composer().send(new Typed("main", id, 1, "", "We have one", "en", "", 0, "")))
                .isInstanceOf(Answer.Sent.class);
    }

    @Test
    void whatIsNoMandateOfOnesOwnIsRefusedWithoutANameBeingTold() {
        String id = open().get("draft").get("post").asString();
        MemberId potters = town.association("Potters");

        assertThat(composer().send(typed(id, "Text", MemberId.next())))
                .isInstanceOfSatisfying(
                        Answer.Problem.class,
                        problem -> assertThat(problem.field()).isNull());
        assertThat(composer().send(typed(id, "Text", potters))).isInstanceOf(Answer.Problem.class);
        assertThat(composer().send(new Typed("main", id, 0, "", "Text", "en", "", 0, "nonsense")))
                .isInstanceOf(Answer.Problem.class);
    }

    @Test
    void whatStandsForAnAssociationIsNotChangedOnceTheMandateIsOver() {
        String id = open().get("draft").get("post").asString();
        composer().send(typed(id, "We have one", weavers));
        Typed change = new Typed("edit:" + id, id, 0, "", "We have none", "en", "", 0, "");
        assertThat(composer().begin(id)).isInstanceOf(Answer.Begun.class);
        town.end(mandate);

        for (Answer answer : new Answer[] {composer().begin(id), composer().send(change)}) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Problem.class,
                            problem -> assertThat(problem.problem()).startsWith("You wrote this for Weavers"));
        }
    }

    private JsonNode open() {
        navigate("threads/" + thread.number(), ThreadView.class);
        return Handed.to(composer(), "open").getLast();
    }

    private Composer composer() {
        return find(Composer.class).single();
    }

    private static Typed typed(String id, String text, MemberId onBehalfOf) {
        return new Typed("main", id, 0, "", text, "en", "", 0, onBehalfOf.toString());
    }
}
