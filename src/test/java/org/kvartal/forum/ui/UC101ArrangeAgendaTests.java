package org.kvartal.forum.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.shell.LiveRegion;
import org.kvartal.testing.SqlCounter;

/** Whoever facilitates decides on proposals and arranges the agenda, by its buttons alone. */
class UC101ArrangeAgendaTests extends Hall {

    private SeriesId id = SeriesId.next();

    @BeforeEach
    void aSeriesMeets() {
        id = weekly("Forum " + Ids.next());
    }

    @Test
    void anAgendaIsArrangedByItsButtonsAndEachMoveIsTold() {
        schedule(id, proposed(id, "One"));
        ItemId two = proposed(id, "Two");
        open();
        assertThat(page()).contains("Waits for an answer", "30 of 60 minutes, ends at 18:30");

        press("Put on the agenda");
        assertThat(titles(id)).containsExactly("Welcome", "One", "Two");
        assertThat(said()).isEqualTo("Two: now 2 of 2 in “Matters”");
        assertThat(agenda.find(HOUSE, two).orElseThrow().state()).isEqualTo(ItemState.SCHEDULED);
        assertThat(canStep("Move down: Two")).isFalse();
        step("Move up: Two");
        assertThat(titles(id)).containsExactly("Welcome", "Two", "One");
        step("Move up: Two");
        assertThat(said()).as("into the section above").isEqualTo("Two: now 2 of 2 in “Opening”");
        step("Move up: Two");
        assertThat(titles(id)).containsExactly("Two", "Welcome", "One");
        assertThat(canStep("Move up: Two")).isFalse();
        menu("More about Two", "To “Matters”");
        assertThat(titles(id)).containsExactly("Welcome", "One", "Two");
        menu("More about Two", "To the backlog");
        assertThat(said()).isEqualTo("Two: waits in the backlog");
        assertThat(titles(id)).containsExactly("Welcome", "One");
    }

    @Test
    void timeThatIsTooLongIsSaid() {
        schedule(id, proposed(id, "One"));
        schedule(id, proposed(id, "Two"));
        schedule(id, proposed(id, "Three"));

        open();

        assertThat(page()).contains("70 of 60 minutes, ends at 19:10", "10 minutes too long");
    }

    @Test
    void anItemIsMadeAndChangedHere() {
        open();
        test(find(Button.class)
                        .withAttribute("aria-label", "Add an item here: Matters")
                        .single())
                .click();
        type("What is it about?", "Budget");
        select("Who sees it").setValue(ItemVisibility.INTERNAL);
        send("Add the item");
        assertThat(page()).contains("Budget", "Internal");

        menu("More about Budget", "Edit");
        type("What is it about?", "Budget of the fair");
        send("Save");

        assertThat(titles(id)).containsExactly("Welcome", "Budget of the fair");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndWhatWasTypedStays() {
        ItemId one = proposed(id, "One");
        open();
        menu("More about One", "Edit");
        type("What is it about?", "One, told better");
        var line = agenda.find(HOUSE, one).orElseThrow();
        agenda.edit(
                HOUSE,
                new ItemEdit(
                        one, line.version(), "One, told otherwise", "", line.kind(), 5, "", line.visibility(), null));

        send("Save");

        assertThat(page()).contains("Somebody else has changed this meanwhile.");
        assertThat(field("What is it about?").getValue()).isEqualTo("One, told better");
    }

    @Test
    void proposalsAreAnsweredInTheBacklog() {
        ItemId yes = proposed(id, "Yes, please");
        ItemId no = proposed(id, "Not now");
        go("sessions/backlog/" + id);
        assertThat(heading()).isEqualTo("Backlog");

        test(find(Button.class)
                        .withAttribute("aria-label", "Accept: Yes, please")
                        .single())
                .click();
        menu("More about Not now", "Decline");
        send("Decline");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        write("Reason", "Too early.");
        send("Decline");

        assertThat(agenda.find(HOUSE, yes).orElseThrow().state()).isEqualTo(ItemState.BACKLOG);
        assertThat(agenda.find(HOUSE, no).orElseThrow().state()).isEqualTo(ItemState.DECLINED);
        assertThat(page()).doesNotContain("Not now");
    }

    @Test
    void sectionsAreAddedAndRenamed() {
        open();
        press("Add a section");
        type("Section (English)", "News");
        send("Add the section");
        assertThat(page()).contains("News");

        menu("More about the section News", "Move the section up");
        assertThat(said()).isEqualTo("News: now section 2");
        menu("More about the section News", "Remove the section");
        assertThat(page()).doesNotContain("News");
    }

    @Test
    void theSessionIsOpenedOnPurposeAndCancelledWithAReason() {
        schedule(id, proposed(id, "One"));
        open();
        press("Open");
        assertThat(page()).contains("This can’t be taken back");
        find(Checkbox.class).single().setValue(false);
        send("Open the session");
        assertThat(session().state()).isEqualTo(SessionState.OPEN);
        assertThat(offers("Open")).isFalse();

        press("Cancel the session");
        write("Reason", "Flood.");
        send("Cancel the session");

        assertThat(page()).contains("Cancelled");
        assertThat(offers("Cancel the session")).isFalse();
    }

    @Test
    void aSessionIsMoved() {
        open();
        press("Time and place");
        day("Day").setValue(session().starts().toLocalDate().plusDays(1));
        type("Place", "Another hall");
        send("Save");

        assertThat(session().place()).isEqualTo("Another hall");
        assertThat(page()).contains("Another hall");
    }

    @Test
    void thePageTakesAsManyStatementsHoweverLongTheAgendaIs() {
        schedule(id, proposed(id, "One"));
        proposed(id, "Waiting");
        String path = "sessions/" + session().code() + "/agenda";
        go(path);
        int few = SqlCounter.during(() -> go(path)).size();
        for (int i = 0; i < 5; i++) {
            schedule(id, proposed(id, "Item " + i));
            proposed(id, "Waiting " + i);
        }

        assertThat(SqlCounter.during(() -> go(path))).hasSize(few);
    }

    private void open() {
        go("sessions/" + session().code() + "/agenda");
        assertThat(heading()).isEqualTo(session().title().in(Language.EN));
    }

    private SessionCard session() {
        return sessions.coming(HOUSE).stream()
                .filter(one -> id.equals(one.series()))
                .findFirst()
                .orElseThrow();
    }

    private String said() {
        return find(LiveRegion.class).single().getText();
    }
}
