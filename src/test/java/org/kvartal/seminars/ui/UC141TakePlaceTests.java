package org.kvartal.seminars.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarId;
import org.kvartal.shell.QrPicture;
import org.kvartal.testing.SqlCounter;

/** A member takes a place, waits for one, brings a colleague, and says what they thought. */
class UC141TakePlaceTests extends Classroom {

    private RegistrationState mine(Asker asker, SeminarId id) {
        return Objects.requireNonNull(page(asker, id).mine()).state();
    }

    @Test
    void aMemberRegistersInAMinuteAndTheNextWaitsAndKnowsWhy() {
        SeminarId id = opened("One chair", 1);
        Asker first = sitDown("Mila Member", Role.MEMBER);
        goTo(id);
        assertThat(shown()).contains("1 of 1 seats free", "Letterpress hall", "Lena Lead");
        press("Register");
        send("Yes, register me");
        assertThat(shown()).contains("Has a seat", "If you can’t come");
        assertThat(find(QrPicture.class).exists()).isTrue();

        Asker second = sitDown("Nino Next", Role.MEMBER);
        goTo(id);
        press("Register");
        assertThat(shown()).contains("You will be on the waiting list");
        send("Yes, register me");
        assertThat(shown()).contains("There is no free seat for you now. You are number 1 on the waiting list.");
        assertThat(offers("Leave the waiting list")).isTrue();
        assertThat(offers("Give the place up")).as("there is none to give up").isFalse();

        sitDown(first, Role.MEMBER);
        goTo(id);
        press("Give the place up");
        send("Yes, give it up");
        assertThat(mine(first, id)).isEqualTo(RegistrationState.WITHDRAWN);

        sitDown(second, Role.MEMBER);
        go("");
        assertThat(shown()).contains("Next seminar", "A seat is kept for you until");
        goTo(id);
        assertThat(shown()).contains("A seat is free for you. It is kept for you until");
        press("Take the seat");
        assertThat(mine(second, id)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(shown()).contains("Has a seat");
    }

    @Test
    void nobodyIsOfferedASeatOfWhatWillNotTakePlace() {
        SeminarId id = opened("One chair", 1);
        Asker first = sitDown("Mila Member", Role.MEMBER);
        RegistrationId seat = registered(first, id);
        Asker second = sitDown("Nino Next", Role.MEMBER);
        registered(second, id);
        registrations.withdraw(first, seat);
        goTo(id);
        assertThat(offers("Take the seat")).isTrue();
        desk.cancel(lead, id, card(id).version(), "The heating is broken.");
        goTo(id);
        assertThat(shown()).contains("The heating is broken.").doesNotContain("It is kept for you until");
        assertThat(offers("Take the seat")).isFalse();
        assertThat(mine(second, id)).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void aSeminarThatIsOverStandsOnceInTheList() {
        SeminarId id = opened("Only once", 3);
        Asker member = sitDown("Mila Member", Role.MEMBER);
        RegistrationId registration = registered(member, id);
        running(id);
        checkIn.mark(lead, registration, day(id).id(), Presence.PRESENT);
        finished(id);
        go("seminars");
        assertThat(shown()).contains("You took part").containsOnlyOnce("Only once");
    }

    @Test
    void whatIsAskedIsAnsweredAndWhatIsMissingIsSaidBesideIt() {
        SeminarId id = opened("Asked", 5);
        desk.ask(
                lead,
                id,
                card(id).version(),
                List.of(new Question(
                        QuestionId.next(),
                        LocalizedText.of(Language.EN, "What do you make?"),
                        QuestionKind.TEXT,
                        List.of(),
                        true)));
        Asker member = sitDown("Mila Member", Role.MEMBER);
        goTo(id);
        press("Register");
        send("Yes, register me");
        assertThat(find(TextArea.class)
                        .withCaption("What do you make?")
                        .single()
                        .isInvalid())
                .isTrue();
        write("What do you make?", "Looms");
        send("Yes, register me");

        assertThat(Objects.requireNonNull(page(member, id).mine()).answers()).containsValue("Looms");
    }

    @Test
    void aRepresentativeRegistersAColleague() {
        SeminarId id = opened("Together", 5);
        Asker representative = sitDown("Rada Representative", Role.MEMBER);
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers", null);
        var _ = belonging.mandate(weavers, representative.requirePerson(), RepresentationKind.PRIMARY);
        goTo(id);
        press("Register a colleague");
        type("Name", "Коля Коллега");
        EmailField email = find(EmailField.class).withCaption("Email").single();
        send("Register them");
        assertThat(email.isInvalid()).isTrue();
        assertThat(find(TextField.class).withCaption("Name").single().getValue())
                .isEqualTo("Коля Коллега");
        test(email).setValue("kolya@example.org");
        send("Register them");

        assertThat(shown()).contains("Registered for your association", "Коля Коллега", "To be confirmed");
        assertThat(registrations.ofAssociations(representative, id)).hasSize(1);
    }

    @Test
    void whoWasThereSaysWhatTheyThoughtAndHasACertificateWithHours() {
        SeminarId id = opened("Judged", 5);
        Asker member = sitDown("Mila Member", Role.MEMBER);
        RegistrationId registration = registered(member, id);
        running(id);
        checkIn.mark(lead, registration, day(id).id(), Presence.PRESENT);
        finished(id);
        var _ = certificates.issue(lead, id, List.of(registration));

        goTo(id);
        assertThat(shown()).contains("Completed", "How was it?", "Present");
        test(find(Button.class).withText("Say what I think").all().getFirst()).click();
        points().setValue(5);
        write("In your words", "More of it.");
        send("Send");
        assertThat(page(member, id).feedback())
                .as("once of a seminar of one day")
                .isEmpty();

        go("seminars/certificates");
        assertThat(shown()).contains("Judged", "C-", "Valid", "Altogether 8 academic hours");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Object> points() {
        return (RadioButtonGroup<Object>) find(RadioButtonGroup.class).single();
    }

    @Test
    void thePageTakesTheSameNumberOfQueriesHoweverManyAreRegistered() {
        SeminarId id = opened("Crowded", 50);
        sitDown("Mila Member", Role.MEMBER);
        goTo(id);
        int few = SqlCounter.during(() -> goTo(id)).size();
        for (int i = 0; i < 8; i++) {
            registered(person("Somebody " + i, Role.MEMBER), id);
        }

        assertThat(SqlCounter.during(() -> goTo(id)).size()).isEqualTo(few);
    }

    @Test
    void whoHasNoPlaceReadsNothingAtThePictureOnTheWall() {
        SeminarId id = opened("Outside", 5);
        running(id);
        sitDown("Mila Member", Role.MEMBER);
        goTo(id, "?room=abc");
        assertThat(shown()).contains("There is no seat for this person.");
        assertThat(offers("I am here")).isFalse();
    }
}
