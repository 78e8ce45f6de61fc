package org.kvartal.alliance.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryDrafts.Draft;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;

/** A representative looks after the entry of their association. */
class UC060KeepEntryTests extends AtTheDesk {

    @BeforeEach
    void mariaSitsDown() {
        sits(maria);
    }

    @Test
    void whatWasDraftedIsLookedThroughAndPublished() {
        EntryId id = EntryId.next();
        entries.make(town.person(), NewEntry.of(id, EntryKind.ASSOCIATION, told(EntryKind.ASSOCIATION, "Weavers")));
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, id, member);
        town.mandate(maria, member, RepresentationKind.PRIMARY);
        go("directory");
        assertThat(text(part("directory-mine"))).contains("Weavers " + own).contains("Waits for a decision");

        goEdit(id);
        test(area("What it does (English)")).setValue("We weave, and teach weaving.");
        press("Save and publish");

        assertThat(toast()).isEqualTo("The entry is public.");
        assertThat(form(id).card().state()).isEqualTo(EditorialState.CONFIRMED);
        assertThat(content(id).description()).isEqualTo(LocalizedText.of(Language.EN, "We weave, and teach weaving."));
        assertThat(find(Anchor.class).withText("Public page").single().getHref())
                .isEqualTo("/en/directory/" + form(id).card().slug());
    }

    @Test
    void oneFormHoldsEverything() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);

        test(find(Button.class)
                        .withAriaLabel("Add a translation: Name, Български")
                        .single())
                .click();
        type("Name (Български)", "Тъкачи");
        test(area("Other names")).setValue("UW\n\n Union of weavers ");
        this.<String>many("Sectors").setValue(Set.of("craft", "music"));
        this.<String>many("Works in").setValue(Set.of("bg", "el"));
        type("Website", "weavers.example.org");
        type("Founded", "1998");
        type("Members", "1 200");
        press("Add a place");
        this.<String>one("City").setValue("plovdiv");
        type("Street and house (English)", "15 Mill Street");
        type("Point on the map", "42,1437 24,7496");
        type("Monday", "10-13, 14:30–18");
        press("The same from Monday to Friday");
        type("Sunday", "20:00–24:00");
        press("Add a contact");
        type("E-mail", "office@example.org");
        press("Save");

        assertThat(toast()).isEqualTo("Saved.");
        EntryContent saved = content(id);
        assertThat(saved.names().translations()).containsEntry(Language.BG, "Тъкачи");
        assertThat(saved.names().others()).containsExactly("UW", "Union of weavers");
        assertThat(saved.sectors()).containsExactlyInAnyOrder("craft", "music");
        assertThat(saved.languages()).containsExactlyInAnyOrder("bg", "el");
        assertThat(saved.website()).isEqualTo("https://weavers.example.org");
        assertThat(saved.profile()).isEqualTo(new EntryProfile.Collective(1998, 1200));
        Location place = saved.locations().getFirst();
        assertThat(place.place()).isEqualTo("plovdiv");
        assertThat(place.address()).isEqualTo(LocalizedText.of(Language.EN, "15 Mill Street"));
        assertThat(place.coordinates()).isEqualTo(new Coordinates(42.1437, 24.7496));
        assertThat(place.hours())
                .hasSize(11)
                .contains(
                        new OpeningSpan(DayOfWeek.FRIDAY, LocalTime.of(14, 30), LocalTime.of(18, 0)),
                        new OpeningSpan(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT));
        assertThat(saved.contacts()).containsExactly(Contact.office("office@example.org", null));
        assertThat(field("Tuesday").getValue()).as("as it is written on a door").isEqualTo("10:00–13:00, 14:30–18:00");
    }

    @Test
    void aSaveWithoutAChangeChangesNothing() {
        EntryId id = owned(maria, "Weavers");
        saves(
                steward,
                id,
                content(id)
                        .withLocations(List.of(Location.in("sofia")))
                        .withLanguages(List.of("mk", "bg"))
                        .withSectors(List.of("music", "craft"))
                        .withDescription(LocalizedText.of(Language.RU, "Ткём.")));
        EntryContent before = content(id);
        goEdit(id);

        press("Save");

        assertThat(content(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Website, javascript:alert(1), This is not a web address. One looks like example.org.",
        "Founded, soon, Please give a year with four digits that has come already.",
        "Founded, 2999, Please give a year with four digits that has come already.",
        "Official name, '   ', Please give the official name."
    })
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedStays(String label, String typed, String said) {
        EntryId id = owned(maria, "Weavers");
        EntryContent before = content(id);
        goEdit(id);
        test(area("What it does (English)")).setValue("Typed with care");

        type(label, typed);
        press("Save");

        assertThat(field(label).getErrorMessage()).isEqualTo(said);
        assertThat(field(label).isInvalid()).isTrue();
        assertThat(area("What it does (English)").getValue()).isEqualTo("Typed with care");
        assertThat(content(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Point on the map, here, 'Please give latitude and longitude, like 42.6977, 23.3219.'",
        "Point on the map, '99, 23', 'There is no such point: latitude goes from -90 to 90, longitude from -180 to 180.'",
        "Wednesday, in the morning, Please write it like 10:00–18:00.",
        "Wednesday, 9:00–25:00, Please write it like 10:00–18:00."
    })
    void whatIsWrongWithAPlaceIsSaidThere(String label, String typed, String said) {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        press("Add a place");
        this.<String>one("City").setValue("sofia");

        type(label, typed);
        press("Save");

        assertThat(field(label).getErrorMessage()).isEqualTo(said);
        assertThat(content(id).locations()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPersonIsShownOnlyIfTheyAgreed() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        press("Add a contact");
        RadioButtonGroup<Object> whose =
                find(RadioButtonGroup.class).withCaption("Whose").single();
        whose.setValue(whose.getListDataView().getItem(1));
        type("Name of the person", "Ada Weaver");
        type("E-mail", "ada@example.org");
        press("Save");

        assertThat(content(id).contacts())
                .containsExactly(new Contact("Ada Weaver", null, "ada@example.org", null, null));
        assertThat(directory.details(List.of(id)).getFirst().content().contacts())
                .as("everybody else")
                .isEmpty();
    }

    @Test
    void aPictureIsAddedSaidInWordsAndTakenOut() {
        EntryId id = EntryId.next();
        entries.make(town.person(), NewEntry.of(id, EntryKind.ASSOCIATION, told(EntryKind.ASSOCIATION, "Weavers")));
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, id, member);
        town.mandate(maria, member, RepresentationKind.PRIMARY);
        goEdit(id);

        test(find(Upload.class).single()).upload("loom.png", "image/png", Samples.png(800, 600));
        roundTrip();
        assertThat(find(Image.class).exists()).as("shown before it is saved").isTrue();
        type("What the picture shows (English)", "A loom");
        press("Save");
        assertThat(requireNonNull(content(id).picture()).text()).isEqualTo(LocalizedText.of(Language.EN, "A loom"));

        press("Take the picture out");
        press("Save");
        assertThat(content(id).picture()).isNull();
    }

    @Test
    void whatWasTypedIsStillThereAfterThePageWasLost() {
        EntryId id = owned(maria, "Weavers");
        EntryContent typed = content(id).withWebsite("https://half.example");
        drafts.keep(maria, id, form(id).version(), content(id), typed, "");

        goEdit(id);
        assertThat(field("Website").getValue()).isEqualTo("https://half.example");
        assertThat(page()).contains("is still here and not saved yet");
        assertThat(content(id).website()).isNull();

        press("Throw it away");
        assertThat(field("Website").getValue()).isEmpty();
        assertThat(drafts.find(maria, id)).isEmpty();
    }

    @Test
    void whatCanBeReadIsKeptBesideWhatCanNot() {
        EntryId id = owned(maria, "Weavers");
        saves(maria, id, content(id).withProfile(new EntryProfile.Collective(1990, null)));
        goEdit(id);
        press("Add a place");
        this.<String>one("City").setValue("plovdiv");
        type("Monday", "10:00–13:00");
        rest();
        assertThat(page()).contains("Draft kept").doesNotContain("except for");

        type("Monday", "10:00–");
        type("Founded", "ca. 1990");
        type("Members", "120");
        rest();

        assertThat(page()).contains("Draft kept, except for what can't be read yet");
        EntryContent draft = drafts.find(maria, id).orElseThrow().content();
        assertThat(draft.profile()).isEqualTo(new EntryProfile.Collective(1990, 120));
        Location place = draft.locations().getFirst();
        assertThat(place.place()).isEqualTo("plovdiv");
        assertThat(place.hours())
                .containsExactly(new OpeningSpan(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(13, 0)));
        press("Save");
        assertThat(field("Monday").isInvalid()).as("said when it is saved").isTrue();
        rest();
        assertThat(field("Monday").isInvalid()).as("and still there").isTrue();
    }

    @Test
    void whatWasTypedBackIsNoDraft() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        type("Website", "https://weavers.example.org");
        rest();
        assertThat(page()).contains("Draft kept");

        type("Website", "");
        rest();

        assertThat(page()).doesNotContain("Draft kept");
        assertThat(drafts.find(maria, id)).isEmpty();
    }

    @Test
    void aPickedPointAndAFilledWeekAreKeptAtOnce() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        press("Add a place");
        press("Pick it on the map");
        find(PointMap.class).single().pick(42.1437, 24.7496);
        assertThat(drafts.find(maria, id).map(Draft::content).orElseThrow().locations())
                .first()
                .extracting(Location::coordinates)
                .isEqualTo(new Coordinates(42.1437, 24.7496));

        type("Monday", "10:00–13:00");
        press("The same from Monday to Friday");
        assertThat(drafts.find(maria, id)
                        .orElseThrow()
                        .content()
                        .locations()
                        .getFirst()
                        .hours())
                .hasSize(5);
        test(find(Button.class).withAriaLabel("Take out: Place 1").single()).click();
        assertThat(drafts.find(maria, id)).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileGoesInTogether() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        saves(steward, id, content(id).withStatus(Status.TEMPORARILY_CLOSED));

        type("Website", "https://weavers.example.org");
        press("Save");

        assertThat(content(id).status()).isEqualTo(Status.TEMPORARILY_CLOSED);
        assertThat(content(id).website()).isEqualTo("https://weavers.example.org");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatBothChangedIsAskedAndNothingIsOverwrittenSilently() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);
        saves(steward, id, content(id).withWebsite("https://theirs.example.org").withStatus(Status.INACTIVE));
        type("Website", "https://mine.example.org");
        type("Founded", "1998");
        press("Save");

        assertThat(page()).contains("has changed the same meanwhile");
        assertThat(content(id).website()).as("nothing yet").isEqualTo("https://theirs.example.org");
        assertThat(field("Website").getValue()).isEqualTo("https://mine.example.org");

        RadioButtonGroup<Object> choice =
                find(RadioButtonGroup.class).withCaption("Website").single();
        choice.setValue(choice.getListDataView().getItem(1));
        press("Save what I chose");

        assertThat(content(id).website()).isEqualTo("https://theirs.example.org");
        assertThat(content(id).status()).isEqualTo(Status.INACTIVE);
        assertThat(content(id).profile().founded()).isEqualTo(1998);
    }

    @Test
    void allThatChangedIsReadable() {
        EntryId id = owned(maria, "Weavers");
        saves(maria, id, content(id).withStatus(Status.INACTIVE).withLocations(List.of(Location.in("plovdiv"))));

        go(AlliancePages.DIRECTORY + "/" + form(id).card().slug() + "/history");

        assertThat(page())
                .contains("Person " + maria.requirePerson())
                .contains("Status")
                .contains("Active")
                .contains("Not active now")
                .contains("Where it stands · Plovdiv");
    }

    @Test
    void whatIsRightIsSaidAgain() {
        EntryId id = owned(maria, "Weavers");
        goEdit(id);

        press("All of it is right today");

        assertThat(toast()).startsWith("Thank you.");
        assertThat(page()).contains("Checked on");
        assertThat(find(Button.class).withText("Take out of the directory").exists())
                .as("that is for the office")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directory/no-such/edit",
                "directory/%00/edit",
                "directory/no-such/history",
                "directory/suggestions/x"
            })
    void whatIsNotThereHasNoPage(String path) {
        go(path);

        assertThat(find(EntryEditView.class).exists()).isFalse();
        assertThat(find(H1.class).exists()).isTrue();
    }

    @Test
    void anOldAddressLeadsToTheNewOne() {
        EntryId id = owned(maria, "Weavers");
        String old = form(id).card().slug();
        entries.readdress(steward, id, "new-" + own);

        go("directory/" + old + "/edit");

        assertThat(find(EntryEditView.class).exists()).isTrue();
    }

    private Section part(String id) {
        return find(Section.class).all().stream()
                .filter(part -> id.equals(part.getElement().getAttribute("aria-labelledby")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <T> MultiSelectComboBox<T> many(String label) {
        return find(MultiSelectComboBox.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> one(String label) {
        return find(ComboBox.class).withCaption(label).single();
    }
}
