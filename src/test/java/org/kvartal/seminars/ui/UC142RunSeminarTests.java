package org.kvartal.seminars.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.shell.Sheet;
import org.kvartal.testing.SqlCounter;

/** The team answers registrations, lets people in, marks who was there, gives materials and issues certificates. */
class UC142RunSeminarTests extends Classroom {

    private Presence presence(SeminarId id, RegistrationId registration) {
        return Objects.requireNonNull(checkIn.sheet(lead, id, null, 50).lines().stream()
                .filter(line -> line.registration().equals(registration))
                .findFirst()
                .orElseThrow()
                .presence()
                .get(day(id).id()));
    }

    private void moderated(SeminarId id) {
        SeminarContent now = page(lead, id).content();
        desk.change(
                lead,
                id,
                card(id).version(),
                new SeminarContent(
                        now.title(),
                        now.about(),
                        now.programme(),
                        now.languages(),
                        now.topics(),
                        now.hours(),
                        RegistrationMode.MODERATED,
                        now.capacity(),
                        now.minimum(),
                        now.goNoGoOn(),
                        now.perAssociation(),
                        now.offerHours(),
                        now.opens(),
                        now.closes(),
                        now.withdrawUntil(),
                        now.zone(),
                        now.place(),
                        now.city(),
                        now.link(),
                        now.rule()));
    }

    private RegistrationState state(SeminarId id, RegistrationId registration) {
        return registrations.list(lead, id, Set.of(), null, 50).lines().stream()
                .filter(line -> line.id().equals(registration))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void whatRunsIsFinishedWhenItIsOverAndNotBefore() {
        SeminarId id = opened("Until four", 5);
        running(id);
        goTo(id, "/desk");
        assertThat(offers("Finish")).isFalse();
        assertThat(shown()).contains("can be finished from");
        turnTo(id, Duration.ofHours(7));
        goTo(id, "/desk");
        assertThat(shown()).doesNotContain("can be finished from");
        press("Finish");
        send("Yes, it is over");
        assertThat(card(id).state()).isEqualTo(SeminarState.FINISHED);
    }

    @Test
    void aRegistrationIsAcceptedAndAnotherDeclinedWithAReason() {
        SeminarId id = begun("Chosen", 5);
        moderated(id);
        desk.publish(lead, id, card(id).version());
        desk.openRegistration(lead, id, card(id).version());
        RegistrationId yes = registered(person("Yana Yes", Role.MEMBER), id);
        goTo(id, "/desk/registrations");
        assertThat(shown()).contains("Yana Yes", "Waits for an answer");
        press("Accept");
        assertThat(state(id, yes)).isEqualTo(RegistrationState.CONFIRMED);

        RegistrationId no = registered(person("Nora No", Role.MEMBER), id);
        goTo(id, "/desk/registrations");
        press("Decline");
        send("Send the answer");
        assertThat(find(TextArea.class).withCaption("Reason").single().isInvalid())
                .isTrue();
        write("Reason", "Come to the next one.");
        send("Send the answer");
        assertThat(state(id, no)).isEqualTo(RegistrationState.DECLINED);

        filter().setValue(RegistrationsPart.Kind.SEATED);
        assertThat(shown()).contains("Yana Yes").doesNotContain("Nora No");
        filter().setValue(RegistrationsPart.Kind.PENDING);
        assertThat(shown()).contains("Nobody here yet.");
    }

    @SuppressWarnings("unchecked")
    private Select<Object> filter() {
        return (Select<Object>) find(Select.class).withCaption("Show").single();
    }

    @Test
    void theListOfRegistrationsTakesTheSameNumberOfQueriesHoweverLongItIs() {
        SeminarId id = opened("Long", 50);
        registered(person("Somebody", Role.MEMBER), id);
        goTo(id, "/desk/registrations");
        int few = SqlCounter.during(() -> goTo(id, "/desk/registrations")).size();
        int fewThere = SqlCounter.during(() -> goTo(id, "/desk/attendance")).size();
        for (int i = 0; i < 8; i++) {
            registered(person("Somebody " + i, Role.MEMBER), id);
        }

        assertThat(SqlCounter.during(() -> goTo(id, "/desk/registrations")).size())
                .isEqualTo(few);
        assertThat(SqlCounter.during(() -> goTo(id, "/desk/attendance")).size()).isEqualTo(fewThere);
    }

    @Test
    void aTicketLetsInByTheCameraOfAPhoneAndTheSameAgainIsNothing() {
        SeminarId id = opened("The door", 5);
        Asker member = person("Mila Member", Role.MEMBER);
        RegistrationId registration = registered(member, id);
        running(id);
        String ticket = Objects.requireNonNull(
                Objects.requireNonNull(page(member, id).mine()).ticket());
        goTo(id, "/check-in?ticket=" + ticket);
        assertThat(shown()).contains("Mila Member", "Present");
        assertThat(presence(id, registration)).isEqualTo(Presence.PRESENT);
        goTo(id, "/check-in?ticket=" + ticket);
        assertThat(shown()).contains("Was let in before.");
        goTo(id, "/check-in?ticket=forged");
        assertThat(shown()).contains("This is no ticket of this seminar.");
    }

    @Test
    void whoHasNoTicketIsFoundByName() {
        SeminarId id = opened("By name", 5);
        RegistrationId registration = registered(person("Zora Zvezda", Role.MEMBER), id);
        registered(person("Other Person", Role.MEMBER), id);
        running(id);
        goTo(id, "/check-in");
        assertThat(shown()).doesNotContain("Zora");
        type("Name", "zora");
        assertThat(shown()).contains("Zora Zvezda").doesNotContain("Other Person");
        press("Let in");
        assertThat(presence(id, registration)).isEqualTo(Presence.PRESENT);
        type("Name", "nobody at all");
        assertThat(shown()).contains("Nobody of that name has a seat.");
    }

    @Test
    void thePictureOnTheWallLetsAParticipantInByOnePress() {
        SeminarId id = opened("The wall", 5);
        Asker member = person("Mila Member", Role.MEMBER);
        RegistrationId registration = registered(member, id);
        running(id);
        goTo(id, "/door");
        assertThat(shown()).contains("The wall", "every 15 seconds");
        String code = checkIn.code(lead, id, day(id).id()).value();

        sitDown(member, Role.MEMBER);
        goTo(id, "?room=" + code);
        press("I am here");
        assertThat(presence(id, registration)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void whoWasThereIsMarkedByOnePressEach() {
        SeminarId id = opened("Marked", 5);
        RegistrationId registration = registered(person("Mila Member", Role.MEMBER), id);
        running(id);
        goTo(id, "/desk/attendance");
        test(find(NativeButton.class).withText("Excused").single()).click();
        assertThat(presence(id, registration)).isEqualTo(Presence.EXCUSED);
        test(find(NativeButton.class).withText("Late").single()).click();
        assertThat(presence(id, registration)).isEqualTo(Presence.LATE);
        assertThat(find(NativeButton.class)
                        .withText("Late")
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void materialsAreGivenToThoseForWhomTheyAre() {
        SeminarId id = opened("Slides", 5);
        goTo(id, "/desk/materials");
        press("Add a link");
        type("Title", "Reading list");
        type("Web address", "nothing");
        send("Add");
        assertThat(find(TextField.class).withCaption("Web address").single().isInvalid())
                .isTrue();
        type("Web address", "example.org/list");
        send("Add");
        assertThat(shown()).contains("Reading list", "For participants", "not opened yet");

        sitDown("Mila Member", Role.MEMBER);
        goTo(id);
        assertThat(shown()).doesNotContain("Reading list");
        press("Register");
        send("Yes, register me");
        assertThat(shown()).contains("Reading list");
    }

    @Test
    void certificatesAreIssuedReplacedAndRevokedBySomebodyElse() {
        SeminarId id = opened("Certified", 5);
        RegistrationId registration = registered(person("Mila Member", Role.MEMBER), id);
        running(id);
        goTo(id, "/desk/certificates");
        assertThat(shown()).contains("once the seminar is over");
        checkIn.mark(lead, registration, day(id).id(), Presence.PRESENT);
        finished(id);

        goTo(id, "/desk/certificates");
        assertThat(shown()).contains("Have completed it", "Mila Member", "everything is there");
        press("Issue certificates");
        send("Yes, issue them");
        await().pollInSameThread().until(() -> certificates.of(lead, id).size() == 1);
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(shown()).contains("Issued", "C-");
        });
        String number = certificates.of(lead, id).getFirst().facts().number();

        sitDown("Olga Officer", Role.OFFICER);
        goTo(id, "/desk/certificates");
        menu("More for " + number, "Revoke");
        write("Reason", "The list of names was wrong.");
        send("Yes, revoke it");
        assertThat(shown()).contains("Revoked", "The list of names was wrong.");
    }

    @Test
    void whatPeopleThoughtIsShownOnceThereAreEnough() {
        SeminarId id = opened("Voices", 5);
        goTo(id, "/desk/voices");
        assertThat(shown()).contains("Nobody has said anything yet.");
    }

    @Test
    void theDeskAndTheDoorAreClosedToOthers() {
        SeminarId id = opened("Closed to others", 5);
        sitDown("Mila Member", Role.MEMBER);
        for (String place : List.of("/desk", "/desk/registrations", "/check-in", "/door")) {
            goTo(id, place);
            assertThat(shown()).doesNotContain("Closed to others");
            assertThat(find(Sheet.class).exists()).isFalse();
        }
        goTo(id);
        assertThat(find(Button.class).withText("Organiser’s desk").exists()).isFalse();
    }
}
