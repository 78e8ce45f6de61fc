package org.kvartal.seminars.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Language;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.shell.Sheet;
import org.kvartal.testing.SqlCounter;

/** A seminar is begun in a minute, planned, and announced. */
class UC140BeginSeminarTests extends Classroom {

    private SeminarCard newest() {
        return seminars.led(lead).getLast();
    }

    @Test
    void aSeminarIsBegunInAMinute() {
        go("seminars/new");
        send("Create the seminar");
        assertThat(find(TextField.class).withCaption("Title (English)").single().isInvalid())
                .isTrue();
        assertThat(find(DatePicker.class).withCaption("Day").all().getFirst().isInvalid())
                .isTrue();

        type("Title (English)", "Bookkeeping for studios");
        find(DatePicker.class).withCaption("Day").all().getFirst().setValue(today().plusDays(20));
        type("Place", "Letterpress hall");
        find(IntegerField.class).withCaption("Seats").single().setValue(12);
        send("Create the seminar");

        assertThat(heading()).isEqualTo("Bookkeeping for studios");
        assertThat(shown()).contains("Draft", "12 of 12 seats free");
        assertThat(newest().place()).isEqualTo("Letterpress hall");

        press("Announce");
        send("Yes, announce it");
        press("Open registration");
        send("Yes, open it");
        assertThat(newest().state()).isEqualTo(SeminarState.REGISTRATION_OPEN);
    }

    @Test
    void whatIsRefusedIsSaidBesideItsFieldAndWhatWasTypedStays() {
        go("seminars/new");
        type("Title (English)", "An evening");
        find(DatePicker.class).withCaption("Day").all().getFirst().setValue(today().plusDays(20));
        find(TimePicker.class).withCaption("End").single().setValue(LocalTime.of(9, 0));
        send("Create the seminar");

        TimePicker end = find(TimePicker.class).withCaption("End").single();
        assertThat(end.isInvalid()).isTrue();
        assertThat(end.getErrorMessage()).contains("later than the beginning");
        assertThat(find(TextField.class).withCaption("Title (English)").single().getValue())
                .isEqualTo("An evening");
        end.setValue(LocalTime.of(21, 0));
        type("Web address", "no address");
        send("Create the seminar");
        assertThat(find(TextField.class).withCaption("Web address").single().isInvalid())
                .isTrue();
        type("Web address", "meet.example.org/room");
        find(DatePicker.class).withCaption("Day").all().getFirst().setValue(today().plusDays(21));
        send("Create the seminar");

        assertThat(newest().starts().toLocalDate())
                .as("what was mended the second time counts")
                .isEqualTo(today().plusDays(21));
        assertThat(newest().online()).isTrue();
    }

    @Test
    void ofADayThatIsOverItIsSaidThatItCantBeAnnounced() {
        go("seminars/new");
        DatePicker day = find(DatePicker.class).withCaption("Day").all().getFirst();
        day.setValue(today().minusDays(1));
        assertThat(day.getHelperText()).contains("can’t be announced");
        day.setValue(today());
        assertThat(day.getHelperText()).isNullOrEmpty();
    }

    @Test
    void whoMayNotBeginOneIsNotOfferedIt() {
        sitDown("Mila Member", Role.MEMBER);
        go("seminars");
        assertThat(shown()).contains("My certificates").doesNotContain("New seminar");
        go("seminars/new");
        assertThat(find(Sheet.class).exists()).isFalse();
    }

    @Test
    void howOneGetsASeatIsChangedAtTheDesk() {
        SeminarId id = begun("Licences", 10);
        goTo(id, "/desk");
        press("Edit");
        select("How one gets a seat").setValue(RegistrationMode.MODERATED);
        find(IntegerField.class)
                .withCaption("Most seats for one association")
                .single()
                .setValue(2);
        send("Save");

        assertThat(shown()).contains("The organiser answers each", "at most 2 seats for one association");
        assertThat(card(id).mode()).isEqualTo(RegistrationMode.MODERATED);
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return (Select<Object>) find(Select.class).withCaption(label).last();
    }

    @Test
    void severalDaysHaveAProgrammeWithParallelParts() {
        SeminarId id = begun("Two halls", 10);
        goTo(id, "/desk");
        press("Change the days");
        press("Add a day");
        send("Save");
        assertThat(date("Day").isInvalid()).as("a day has a date").isTrue();
        date("Day").setValue(today().plusDays(11));
        send("Save");
        assertThat(shown()).contains("Day 2 ·");

        press("Change the programme");
        part("Pricing", 10, 12, "Hall A");
        part("Taxes", 10, 12, "Hall B");
        send("Save");
        assertThat(shown()).contains("Pricing", "Taxes", "Hall A", "10:00–12:00");
        assertThat(page(lead, id).parts()).hasSize(2);

        press("Change the programme");
        find(TimePicker.class).withCaption("End").last().setValue(LocalTime.of(23, 0));
        send("Save");
        assertThat(shown()).contains("Each part lies within a day of the seminar");
        assertThat(find(Sheet.class).exists()).isTrue();
    }

    private void part(String title, int from, int to, String stream) {
        press("Add a part");
        type("Title (English)", title);
        find(TimePicker.class).withCaption("Beginning").last().setValue(LocalTime.of(from, 0));
        find(TimePicker.class).withCaption("End").last().setValue(LocalTime.of(to, 0));
        type("Stream", stream);
    }

    @Test
    void questionsTeamAndReservedSeatsAreKeptAtTheDesk() {
        SeminarId id = begun("Well prepared", 10);
        goTo(id, "/desk");
        press("Change the questions");
        press("Add a question");
        type("Question (English)", "Which tool do you use?");
        select("Kind of answer").setValue(QuestionKind.CHOICE);
        send("Save");
        assertThat(find(TextField.class).withCaption("Answer (English)").last().isInvalid())
                .isTrue();
        List<TextField> answers =
                find(TextField.class).withCaption("Answer (English)").all();
        test(answers.getFirst()).setValue("Paper");
        test(answers.getLast()).setValue("A computer");
        send("Save");
        assertThat(page(lead, id).questions()).singleElement().satisfies(question -> {
            assertThat(question.label().in(Language.EN)).isEqualTo("Which tool do you use?");
            assertThat(question.choices()).hasSize(2);
        });

        press("Change the team");
        assertThat(find(Section.class).all())
                .as("the form stands where it was asked for")
                .anySatisfy(section -> {
                    assertThat(section.getElement().getTextRecursively()).startsWith("Team");
                    assertThat(find(Sheet.class, section).exists()).isTrue();
                });
        press("Add somebody");
        type("Name of a guest", "Gost Guest");
        send("Save");
        assertThat(page(lead, id).team()).anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("Gost Guest");
            assertThat(line.role()).isEqualTo(TrainerRole.TRAINER);
        });

        press("Reserve seats");
        press("Add a group");
        type("Name", "Weavers");
        send("Save");
        assertThat(shown()).contains("Please say for whom the seats are.");
    }

    @Test
    void theListTakesTheSameNumberOfQueriesHoweverLongItIs() {
        SeminarId first = opened("The first", 3);
        registered(lead, first);
        go("seminars");
        int few = SqlCounter.during(() -> go("seminars")).size();
        for (int i = 0; i < 8; i++) {
            registered(lead, opened("Another " + i, 3));
        }
        int many = SqlCounter.during(() -> go("seminars")).size();

        assertThat(shown()).contains("The first", "Another 7", "You take part", "You prepare");
        assertThat(many).isEqualTo(few);
    }

    @Test
    void aSeriesIsOpenedAndNarrowsTheList() {
        go("seminars");
        menu("More", "New series");
        type("Name (English)", "Craft and trade");
        send("Save");
        assertThat(shown()).contains("Craft and trade");
        opened("Apart from it", 3);

        go("seminars");
        go("seminars?series=" + seminars.programmes(Language.EN).getFirst().id());
        assertThat(shown()).contains("None that fits.").doesNotContain("Apart from it");
    }

    @Test
    void aSeminarIsCancelledWithAReasonThatAllRead() {
        SeminarId id = opened("It will not be", 3);
        goTo(id, "/desk");
        menu("More", "Cancel the seminar");
        send("Yes, cancel it");
        assertThat(find(TextArea.class).withCaption("Reason").single().isInvalid())
                .isTrue();
        write("Reason", "The hall burnt down.");
        send("Yes, cancel it");

        sitDown("Mila Member", Role.MEMBER);
        goTo(id);
        assertThat(shown()).contains("Cancelled", "The hall burnt down.");
        SeminarPage page = page(lead, id);
        assertThat(page.may().register()).isFalse();
    }
}
