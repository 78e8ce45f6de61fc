package org.kvartal.alliance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryDesk.Suggestion;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Language;
import org.kvartal.testing.SqlCounter;

/** Somebody knows better, or knows somebody who is missing; the office or the owners decide. */
class UC061SuggestTests extends AtTheDesk {

    @Test
    void aChangeOfSomebodyElsesEntryIsSuggestedAndTakenOver() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        sits(maria);
        goEdit(id);
        assertThat(page()).contains("You suggest a change");
        assertThat(find(Upload.class).exists())
                .as("a picture comes from those who keep it")
                .isFalse();

        type("Website", "https://depot.example.org");
        test(area("A word to those who decide")).setValue("It stands on their door");
        press("Suggest the change");

        assertThat(toast()).isEqualTo("Thank you. Your suggestion waits for those who keep this entry.");
        assertThat(content(id).website()).isNull();
        Suggestion waiting = desk.written(maria, 5).getFirst();

        sits(steward);
        go("directory");
        assertThat(page()).contains("To decide").contains("Depot " + own);
        go(SuggestionView.route(waiting.id()));
        assertThat(page())
                .contains("It stands on their door")
                .contains("https://depot.example.org")
                .contains("Person " + maria.requirePerson());
        press("Take it over");

        assertThat(content(id).website()).isEqualTo("https://depot.example.org");
        assertThat(page()).contains("Taken over");
        assertThat(find(Button.class).withText("Take it over").exists()).isFalse();
    }

    @Test
    void theWordToThoseWhoDecideIsKeptToo() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        sits(maria);
        goEdit(id);
        test(area("A word to those who decide")).setValue("It stands on their door");
        assertThat(page()).contains("Draft kept");

        goEdit(id);

        assertThat(page()).contains("is still here and not saved yet");
        assertThat(area("A word to those who decide").getValue()).isEqualTo("It stands on their door");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasTypedOfSomebodyMissingIsStillThereAfterThePageWasLost() {
        sits(maria);
        go("directory/new");
        type("Official name", "Yard " + own);
        type("Founded", "1998");
        Select<EntryKind> kind = (Select<EntryKind>)
                find(Select.class).withCaption("What is it?").single();
        kind.setValue(EntryKind.CITY);
        kind.setValue(EntryKind.HUB);
        assertThat(field("Founded").getValue()).as("a hub begins too").isEqualTo("1998");
        type("Capacity", "about 120");
        rest();
        assertThat(page()).contains("Draft kept, except for");

        go("directory/new");

        assertThat(page()).contains("is still here and not saved yet");
        assertThat(field("Official name").getValue()).isEqualTo("Yard " + own);
        assertThat(field("Founded").getValue()).isEqualTo("1998");
        type("Capacity", "120");
        press("Send to the office");
        assertThat(desk.made(maria, 5)).extracting(EntryCard::kind).containsExactly(EntryKind.HUB);
        assertThat(drafts.findNew(maria)).isEmpty();
    }

    @Test
    void whatWasBegunIsThrownAway() {
        sits(maria);
        drafts.keepNew(maria, EntryId.next(), EntryKind.HUB, told(EntryKind.HUB, "Yard"));
        go("directory/new");
        assertThat(field("Official name").getValue()).isEqualTo("Yard " + own);

        press("Throw it away");

        assertThat(field("Official name").getValue()).isEmpty();
        assertThat(page()).doesNotContain("is still here and not saved yet");
        assertThat(drafts.findNew(maria)).isEmpty();
    }

    @Test
    void whatIsTurnedDownSaysWhy() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        RevisionId revision = RevisionId.next();
        entries.save(
                maria,
                new EntryEdit(revision, id, form(id).version(), content(id).withStatus(Status.DEFUNCT), null));
        sits(steward);
        go(SuggestionView.route(revision));

        press("Turn down");
        test(find(Button.class).withText("Turn down").last()).click();
        assertThat(area("Why? Whoever suggested it reads this.").getErrorMessage())
                .isEqualTo("Please say why.");
        test(area("Why? Whoever suggested it reads this.")).setValue("They are still there");
        test(find(Button.class).withText("Turn down").last()).click();

        sits(maria);
        go("directory");
        assertThat(page()).contains("What you suggested").contains("Turned down");
        go(SuggestionView.route(revision));
        assertThat(page()).contains("Why: They are still there");
        assertThat(content(id).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void nobodyReadsTheSuggestionOfSomebodyElse() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        RevisionId revision = RevisionId.next();
        entries.save(
                maria,
                new EntryEdit(revision, id, form(id).version(), content(id).withStatus(Status.DEFUNCT), null));
        sits(town.person());

        go(SuggestionView.route(revision));

        assertThat(find(SuggestionView.class).exists()).isFalse();
    }

    @Test
    void whoOnlySuggestsSeesNoContactsOfPeopleWhoDidNotAgree() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        saves(
                steward,
                id,
                content(id)
                        .withContacts(List.of(
                                new Contact("Hidden Ada", null, "hidden@example.org", null, null),
                                new Contact("Open Boris", null, "open@example.org", null, LocalDate.of(2026, 1, 1)))));
        sits(maria);
        goEdit(id);

        assertThat(field("Name of the person").getValue()).isEqualTo("Open Boris");
        type("Website", "https://depot.example.org");
        press("Suggest the change");
        entries.take(steward, desk.written(maria, 1).getFirst().id());

        assertThat(content(id).contacts()).extracting(Contact::person).contains("Hidden Ada");
    }

    @Test
    @SuppressWarnings("unchecked")
    void somebodyWhoIsMissingIsSuggested() {
        sits(maria);
        go("directory/new");
        ((Select<EntryKind>) find(Select.class).withCaption("What is it?").single()).setValue(EntryKind.HUB);
        type("Official name", "Yard " + own);
        type("Capacity", "120");
        press("Send to the office");
        assertThat(toast()).isEqualTo("Thank you. The office will look at it.");
        EntryCard made = desk.made(maria, 5).getFirst();
        assertThat(made.state()).isEqualTo(EditorialState.SUGGESTED);

        sits(steward);
        goEdit(made.id());
        press("Save and publish");

        assertThat(form(made.id()).card().state()).isEqualTo(EditorialState.CONFIRMED);
        assertThat(form(made.id()).card().kind()).isEqualTo(EntryKind.HUB);
    }

    @Test
    void aSuggestedEntryThatIsTurnedDownSaysWhyToItsAuthor() {
        sits(maria);
        go("directory/new");
        type("Official name", "Nowhere " + own);
        press("Send to the office");
        EntryId id = desk.made(maria, 5).getFirst().id();
        sits(steward);
        goEdit(id);
        press("Turn down");
        test(area("Why? Whoever suggested it reads this.")).setValue("There is no such place");
        test(find(Button.class).withText("Turn down").last()).click();

        sits(maria);
        goEdit(id);
        assertThat(page()).contains("Why: There is no such place");
        assertThat(find(Button.class).withText("Suggest the change").exists()).isFalse();
    }

    @Test
    void theOfficeMakesAnEntryThatIsPublicAtOnce() {
        sits(steward);
        go("directory/new");
        type("Official name", "Fence " + own);
        press("Make it public");

        assertThat(toast()).isEqualTo("The entry is public. You can add a picture now.");
        assertThat(find(Upload.class).exists()).isTrue();
        EntryCard card =
                desk.find(steward, own, null, Language.EN, null, 5).entries().getFirst();
        assertThat(card.state()).isEqualTo(EditorialState.CONFIRMED);
    }

    @Test
    void theOfficeTakesAnEntryOutAndBringsItBack() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        sits(steward);
        goEdit(id);
        press("Take out of the directory");
        test(area("Why?")).setValue("It has burnt down");
        test(find(Button.class).withText("Take out of the directory").last()).click();
        assertThat(page()).contains("Taken out").contains("Why: It has burnt down");

        press("Bring it back");
        assertThat(form(id).card().state()).isEqualTo(EditorialState.CONFIRMED);
    }

    @Test
    void theOfficeChangesAnAddress() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryId other = made(EntryKind.VENUE, "Shed");
        sits(steward);
        goEdit(id);

        type("Address of the page", form(other).card().slug());
        press("Change the address");
        assertThat(field("Address of the page").getErrorMessage())
                .isEqualTo("This address belongs, or once belonged, to another entry.");
        type("Address of the page", "hall-" + own);
        press("Change the address");

        assertThat(form(id).card().slug()).isEqualTo("hall-" + own);
    }

    @Test
    void allEntriesAreFoundByNameAndState() {
        made(EntryKind.VENUE, "Depot");
        EntryId hidden = made(EntryKind.VENUE, "Shed");
        entries.archive(steward, hidden, "Gone");

        sits(maria);
        go("directory?name=" + own);
        assertThat(page()).contains("Depot " + own).doesNotContain("Shed " + own);
        go("directory?state=archived&name=" + own);
        assertThat(page()).as("only the office").contains("Depot " + own).doesNotContain("Shed " + own);

        sits(steward);
        go("directory?state=archived&name=" + own);
        assertThat(page()).contains("Shed " + own).doesNotContain("Depot " + own);
        go("directory?name=nobody-of-this-name");
        assertThat(page()).contains("Nothing here by this choice");
    }

    @Test
    void aLongListGoesOnAndCostsTheSameStatements() {
        sits(steward);
        made(EntryKind.VENUE, "First");
        go("directory?name=" + own);
        int few = SqlCounter.during(this::looksAgain).size();
        for (int number = 10; number < 55; number++) {
            made(EntryKind.MEDIA, "Paper " + number);
        }

        assertThat(SqlCounter.during(this::looksAgain)).hasSize(few);
        assertThat(lines()).isEqualTo(40);
        press("Further entries");
        assertThat(lines()).isEqualTo(46);
        assertThat(find(Button.class).withText("Further entries").exists()).isFalse();
    }

    private void looksAgain() {
        UI.getCurrent().navigate("directory", QueryParameters.of("name", own));
    }

    private long lines() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.getHref().endsWith("/edit") && text(link).contains(own))
                .count();
    }
}
