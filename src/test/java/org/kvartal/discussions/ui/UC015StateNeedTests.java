package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.NeedFacts.Since;
import org.kvartal.discussions.Needs;
import org.kvartal.discussions.SpaceId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody puts a problem on the table, and others stand behind it. */
class UC015StateNeedTests extends ViewTests {

    private static final NeedFacts FACTS =
            new NeedFacts("Potters without a kiln", Language.EN, "sofia", "", new Since(2023, 5), 1200);

    @Autowired
    Needs needs;

    private SpaceId space;
    private Begun mine;
    private Begun theirs;

    @BeforeEach
    void twoThreads() {
        space = space("Here", Visibility.PUBLIC);
        mine = thread(me, space, "No kiln in town", "I need one");
        theirs = thread(neighbour, space, "No yarn in town", "Where is it?");
    }

    @Test
    void anAuthorMakesTheirThreadANeedByOnePressAndOneForm() {
        open(mine);

        press("Make this a need");
        type("Who is concerned", "Potters without a kiln");
        place().show(null, "Sofia and around");
        type("Since when", "5.2023");
        press("Make it a need");

        assertThat(texts("need-who")).containsExactly("Potters without a kiln");
        assertThat(texts("need-fact")).containsExactly("WhereSofia and around", "SinceMay 2023");
        assertThat(texts("need-counts")).containsExactly("Nobody stands behind it yet.");
        assertThat(buttons()).contains("Support", "Change", "No longer a need").doesNotContain("Make this a need");
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        open(mine);

        press("Make this a need");
        type("Since when", "long ago");
        type("How many are affected", "many");
        press("Make it a need");

        assertThat(field("Who is concerned").getErrorMessage()).isEqualTo("Say in one line whom it concerns.");
        assertThat(place().isInvalid()).isTrue();
        assertThat(field("Since when").getErrorMessage()).contains("2023 or 5.2023");
        assertThat(field("How many are affected").getErrorMessage()).contains("whole number");
        assertThat(field("Since when").getValue()).isEqualTo("long ago");

        type("Since when", "2999");
        type("Who is concerned", "Potters");
        type("How many are affected", "");
        place().show("sofia", "");
        press("Make it a need");
        assertThat(field("Since when").getErrorMessage()).startsWith("This lies ahead");
        press("Cancel");
        assertThat(buttons()).contains("Make this a need");
    }

    @Test
    void othersAreNotOfferedToMakeItOne() {
        open(theirs);
        assertThat(buttons()).doesNotContain("Make this a need");
        assertThat(find(NeedPart.class).all()).isEmpty();

        sitDown(Role.FACILITATOR);
        open(theirs);
        assertThat(buttons()).contains("Make this a need");
    }

    @Test
    void oneStandsBehindItAndWithdraws() {
        needs.state(neighbour, theirs.id(), FACTS);
        open(theirs);
        assertThat(texts("need-fact")).containsExactly("WhereSofia", "SinceMay 2023", "How many are affected1,200");

        press("Support");
        assertThat(texts("need-counts")).containsExactly("1 person stands behind it.");
        assertThat(texts("need-given")).containsExactly("You support it");
        assertThat(find(Select.class).all()).isEmpty();

        press("Withdraw");
        assertThat(texts("need-counts")).containsExactly("Nobody stands behind it yet.");
        assertThat(buttons()).contains("Support");
    }

    @Test
    void whoRepresentsAnAssociationChoosesForWhomTheySupport() {
        MemberId weavers = town.association("Weavers");
        town.mandate(me, weavers, PRIMARY);
        needs.state(neighbour, theirs.id(), FACTS);
        open(theirs);

        press("Support");
        as("Weavers");
        press("Support");
        assertThat(find(Notification.class).all()).isEmpty();

        assertThat(texts("need-counts")).containsExactly("1 person and 1 association stand behind it.");
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .contains("Weavers");
        assertThat(texts("need-given")).containsExactly("Weavers supports it");
        press("Withdraw");
        assertThat(texts("need-counts")).containsExactly("1 person stands behind it.");
    }

    @Test
    void aMandateThatEndedSinceThePageOpenedIsSaid() {
        MemberId weavers = town.association("Weavers");
        MandateId mandate = town.mandate(me, weavers, PRIMARY);
        needs.state(neighbour, theirs.id(), FACTS);
        open(theirs);
        as("Weavers");
        town.end(mandate);

        press("Support");

        assertThat(toast()).isEqualTo("You no longer speak for Weavers, so nothing was changed.");
        assertThat(texts("need-counts")).containsExactly("Nobody stands behind it yet.");
    }

    @Test
    void thePeopleBehindItAreShownOnRequest() {
        Asker third = town.person(MEMBER);
        needs.state(neighbour, theirs.id(), FACTS);
        needs.support(third, theirs.id(), null);
        open(theirs);

        test(find(NativeButton.class).withText("Show the people").single()).click();

        assertThat(texts("need-people").getFirst()).contains("Person " + third.requirePerson());
        test(find(NativeButton.class).withText("Hide the people").single()).click();
    }

    @Test
    void aNeedThatSomebodyStandsBehindIsChangedAndSaysSo() {
        needs.state(me, mine.id(), FACTS);
        needs.support(neighbour, mine.id(), null);
        open(mine);
        assertThat(buttons()).doesNotContain("No longer a need");

        press("Change");
        assertThat(field("Since when").getValue()).isEqualTo("5.2023");
        type("Who is concerned", "All who fire clay");
        press("Save");

        assertThat(texts("need-who")).containsExactly("All who fire clay");
        assertThat(texts("need-changed").getFirst()).startsWith("Changed");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        needs.state(me, mine.id(), FACTS);
        open(mine);
        press("Change");
        needs.change(
                me,
                mine.id(),
                0,
                new NeedFacts("From elsewhere", Language.EN, "sofia", "", new Since(2020, null), null));

        type("Who is concerned", "From here");
        press("Save");

        assertThat(find(Paragraph.class).withClassName("error-text").all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Somebody else has changed this need"));
        assertThat(needs.cards(me, Set.of(mine.id())).get(mine.id()))
                .isNotNull()
                .satisfies(card -> assertThat(card.facts().concerned()).isEqualTo("From elsewhere"));
    }

    @Test
    void aNeedNobodyStandsBehindIsTakenBack() {
        needs.state(me, mine.id(), FACTS);
        open(mine);

        press("No longer a need");

        assertThat(buttons()).contains("Make this a need");
        assertThat(find(Paragraph.class).withClassName("need-who").exists()).isFalse();
    }

    @Test
    void aThreadIsStartedAsANeed() {
        UI.getCurrent()
                .navigate(
                        "threads/new",
                        new QueryParameters(Map.of("kind", List.of("need"), "space", List.of(address(space)))));
        assertThat(find(Checkbox.class).single().getValue()).isTrue();
        String id =
                Handed.to(composer(), "open").getLast().get("draft").get("post").asString();
        Typed typed = new Typed("main", id, 0, "No looms", "None anywhere", "en", space.toString(), 0, "");

        assertThat(composer().send(typed))
                .isInstanceOfSatisfying(
                        Answer.Problem.class,
                        problem -> assertThat(problem.problem()).startsWith("Something is missing"));
        assertThat(field("Who is concerned").isInvalid()).isTrue();

        type("Who is concerned", "Weavers");
        place().show("plovdiv", "");
        type("Since when", "2021");
        assertThat(composer().send(typed)).isInstanceOf(Answer.Sent.class);
        assertThat(texts("need-who")).containsExactly("Weavers");
    }

    @Test
    void theListShowsAMarkAndAFilterThatTheAddressHolds() {
        needs.state(neighbour, theirs.id(), FACTS);
        needs.support(me, theirs.id(), null);
        go("threads", space);
        JsonNode rows =
                Handed.to(find(ThreadRows.class).single(), "open").getLast().get("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("need").get("people").asInt()).isEqualTo(1);
        assertThat(rows.get(1).get("need").isNull()).isTrue();
        assertThat(filter().getHref()).isEqualTo("/app/threads?only=needs&space=" + address(space));

        UI.getCurrent()
                .navigate(
                        "threads",
                        new QueryParameters(Map.of("only", List.of("needs"), "space", List.of(address(space)))));

        assertThat(Handed.to(find(ThreadRows.class).single(), "open").getLast().get("rows"))
                .hasSize(1);
        assertThat(filter().getHref()).isEqualTo("/app/threads?space=" + address(space));
        assertThat(filter().getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(find(H1.class).single().getText()).isEqualTo("Here");
    }

    @Test
    void whereThereIsNoNeedTheFirstIsOffered() {
        SpaceId quiet = space("Quiet", Visibility.PUBLIC);
        thread(me, quiet, "Just talk", "text");
        UI.getCurrent()
                .navigate(
                        "threads",
                        new QueryParameters(Map.of("only", List.of("needs"), "space", List.of(address(quiet)))));

        assertThat(texts("empty-title")).containsExactly("No needs here yet");
        assertThat(find(Anchor.class).withText("State the first need").single().getHref())
                .isEqualTo("/app/threads/new?kind=need&space=" + address(quiet));
    }

    private void open(Begun thread) {
        // The view of an address that one is at already would stay, with whoever sat there before.
        UI.getCurrent().navigate("threads/new");
        navigate("threads/" + thread.number(), ThreadView.class);
    }

    private Composer composer() {
        return find(Composer.class).single();
    }

    private Anchor filter() {
        return find(Anchor.class).withClassName("thread-needs").single();
    }

    private void press(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private PlaceField place() {
        return find(PlaceField.class).single();
    }

    @SuppressWarnings("unchecked")
    private void as(String association) {
        Select<Voices.Voice> voice = find(Select.class).single();
        voice.setValue(voice.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(association))
                .findFirst()
                .orElseThrow());
    }

    private String toast() {
        return find(Notification.class).last().getElement().getTextRecursively();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    /** What is shown in elements of a class. */
    private List<String> texts(String className) {
        return find(Component.class).withClassName(className).all().stream()
                .map(component -> component.getElement().getTextRecursively().strip())
                .toList();
    }
}
