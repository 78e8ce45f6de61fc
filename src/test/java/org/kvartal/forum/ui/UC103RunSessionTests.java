package org.kvartal.forum.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.PostId;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Forums;
import org.kvartal.forum.HeldSessions;
import org.kvartal.forum.HeldSessions.Held;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SuggestionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A facilitator runs a session from the desk; people come in, speak and vote on their phones; the minutes are worded and read. */
@Import(HeldSessions.class)
class UC103RunSessionTests extends Hall {

    @Autowired
    HeldSessions held;

    @Autowired
    Room room;

    @Autowired
    Presence presence;

    @Autowired
    Ballots ballots;

    @Autowired
    Outcomes outcomes;

    @Autowired
    MinutesDesk minutes;

    @Autowired
    Tasks tasks;

    @Autowired
    Drafts drafts;

    private Held session;

    @BeforeEach
    void aSessionIsHeld() {
        session = held.running();
    }

    @Test
    void aSessionBeginsByOnePressAndGoesOnByKeys() {
        Held due = held.due();
        go("sessions/" + due.code() + "/desk");
        assertThat(page()).contains("Everything is ready");

        press("Begin the session");
        assertThat(page()).contains("Nothing is spoken of now");
        press("Begin");

        assertThat(page()).contains("1. A hall for looms", "of 20 minutes");
        assertThat(find(Button.class)
                        .withText("Done, next")
                        .single()
                        .getElement()
                        .getAttribute("data-keys"))
                .isEqualTo("j");
        press("Stop the clock");
        assertThat(offers("Let the clock go on")).isTrue();
    }

    @Test
    void anOutcomeIsWrittenDownByOneKeyAndReadBackAtTheClose() {
        go(desk());
        key("Decision");
        send("Write down");
        assertThat(area("Decision").getErrorMessage()).isEqualTo("This is needed.");
        write("Decision", "We rent the hall");
        send("Write down");
        assertThat(toast()).contains("It counts once the room has confirmed it");
        assertThat(page()).contains("We rent the hall");

        press("Read back and close");
        assertThat(find(Checkbox.class)
                        .withCaption("Decision: We rent the hall")
                        .single()
                        .getValue())
                .isTrue();
        send("Read back and close");

        assertThat(toast()).contains("its minutes are drafted");
        assertThat(page()).contains("This session was held");
    }

    @Test
    void anOutcomeThatIsHalfWrittenIsThereAgainInAnotherBrowser() {
        go(desk());
        key("Task");
        write("Task", "Ask the museum");
        day("By when")
                .setValue(LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(30));
        // The browser dies: nobody has sent or left the form.
        go(desk());
        assertThat(area("Task").getValue()).isEqualTo("Ask the museum");
        assertThat(day("By when").getValue()).isNotNull();

        sitDown("Other Officer", Role.OFFICER);
        go(desk());
        assertThat(find(TextArea.class).withCaption("Task").exists())
                .as("it is theirs alone")
                .isFalse();
        key("Task");
        assertThat(area("Task").getValue()).isEmpty();
        seat.take(Asker.of(me), Language.EN);
        go(desk());
        press("Cancel");
        go(desk());
        assertThat(find(TextArea.class).withCaption("Task").exists())
                .as("who thinks better of it")
                .isFalse();
    }

    @Test
    void whatIsWrittenDownIsHalfWrittenNoMore() {
        go(desk());
        key("Decision");
        write("Decision", "We rent the hall");
        assertThat(outcomes.drafts(Asker.of(me), session.item())).hasSize(1);
        send("Write down");

        assertThat(outcomes.drafts(Asker.of(me), session.item())).isEmpty();
        go(desk());
        assertThat(find(TextArea.class).withCaption("Decision").exists()).isFalse();
    }

    @Test
    void aShowOfHandsIsTypedIn() {
        go(desk());
        key("Vote");
        write("What is asked?", "Do we rent it?");
        find(Checkbox.class)
                .withCaption("Show of hands: I type in what was counted")
                .single()
                .setValue(true);
        find(IntegerField.class).withCaption("For").single().setValue(7);
        find(IntegerField.class).withCaption("Against").single().setValue(2);
        send("Write down what was counted");
        assertThat(page())
                .as("a slip is asked about")
                .contains("9 hands were counted, but nobody is written down as present.")
                .doesNotContain("Passed");
        send("Write it down all the same");

        assertThat(page()).contains("Passed", "7 for, 2 against, 0 abstained", "More were for it than against it.");
    }

    @Test
    void whoIsThereIsWrittenDownAsAGuest() {
        go(desk());
        press("Write somebody down");
        send("Write somebody down");
        assertThat(combo("Person").getErrorMessage()).isEqualTo("Choose a person from the list.");
        type("Or a guest’s name", "Ivan the Guest");
        send("Write somebody down");

        assertThat(page()).contains("Ivan the Guest", "1person");
        step("Ivan the Guest has left");
        assertThat(page()).contains("0people");
    }

    @Test
    void notesAreKeptForOneselfAlone() {
        go(desk());
        write("Notes for yourself", "Ask about the roof.");

        go(desk());
        assertThat(area("Notes for yourself").getValue()).isEqualTo("Ask about the roof.");
        sitDown("Other Officer", Role.OFFICER);
        go(desk());
        assertThat(area("Notes for yourself").getValue()).isEmpty();
    }

    @Test
    void somebodyComesInByThePictureSpeaksAndVotes() {
        PersonId mila = sitDown("Mila", Role.MEMBER);
        String path = presence.codes(HOUSE, session.id()).path();
        go(path.substring("/app/".length()));
        assertThat(page()).contains("1. A hall for looms", "Check in");
        assertThat(people()).as("looking changes nothing").isZero();

        press("I am here");
        assertThat(page()).contains("You are there");
        assertThat(people()).isEqualTo(1);
        press("Raise your hand");
        assertThat(page()).contains("You are number 1");
        presence.callNext(HOUSE, session.id());
        BallotId ballot = held.asked(session, Voters.PEOPLE);
        go(room());
        assertThat(page()).contains("You have the word", "Shall we?", "Nobody has voted yet");
        press("For");
        assertThat(toast()).contains("Your vote is counted");
        assertThat(find(Button.class).withText("For").single().getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        ballots.close(HOUSE, ballot);

        go(room());
        assertThat(page()).contains("Passed");
        press("I leave");
        assertThat(people()).isZero();
        assertThat(Asker.of(mila).person()).contains(mila);
    }

    @Test
    void anOldPictureIsSaidAndTheNumberStillWorks() {
        sitDown("Mila", Role.MEMBER);
        String path = presence.codes(HOUSE, session.id()).path();
        clock.turn(Duration.ofMinutes(30));
        go(path.substring("/app/".length()));
        press("I am here");

        assertThat(page()).contains("This code is no longer valid");
        type("Number on the wall", presence.codes(HOUSE, session.id()).number());
        press("Check in");
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void aWrongNumberIsSaidBesideItsField() {
        sitDown("Mila", Role.MEMBER);
        String number = presence.codes(HOUSE, session.id()).number();
        String wrong = (number.startsWith("1") ? "2" : "1") + number.substring(1);
        go(room());
        type("Number on the wall", wrong);
        press("Check in");

        TextField field =
                find(TextField.class).withCaption("Number on the wall").single();
        assertThat(field.getErrorMessage()).isEqualTo("This is not the number on the wall.");
        assertThat(field.getValue()).isEqualTo(wrong);
        type("Number on the wall", number);
        press("Check in");
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void theWallShowsTheItemAndTheWayIn() {
        go("sessions/" + session.code() + "/screen");

        String number = presence.codes(HOUSE, session.id()).number();
        assertThat(page())
                .contains("1. A hall for looms", "Scan to check in")
                .contains(number.substring(0, 3) + " " + number.substring(3));
    }

    @Test
    void aPhoneAndTheWallShowWhatBecameOfTheLastSession() {
        PersonId vera = belonging.person("Vera Visitor", Role.MEMBER);
        Held last = held.closed(vera, "Ask for three offers");
        held.looksBack(session, last);
        go("sessions/" + session.code() + "/screen");
        assertThat(page()).contains("Minutes of " + last.code(), "Ask for three offers", "Not done yet");
        assertThat(find(Anchor.class).withText("Minutes of " + last.code()).exists())
                .as("nobody presses anything on a wall")
                .isFalse();

        outcomes.carriedOut(Asker.of(vera), held.outcome(last), "");
        minutes.review(HOUSE, last.id());
        sitDown("Mila", Role.MEMBER);
        go(room());
        assertThat(page()).contains("Ask for three offers", "Done on");
        assertThat(find(Anchor.class)
                        .withText("Minutes of " + last.code())
                        .single()
                        .getHref())
                .endsWith("sessions/" + last.code() + "/minutes");
    }

    @Test
    void whoBelongsThroughAPartnerAloneReadsWhyTheyDoNotVote() {
        PersonId clerk = sitDown("Clerk", Role.MEMBER);
        MemberCard ministry = belonging.member(MemberKind.AUTHORITY, "Ministry", null);
        belonging.mandate(ministry, clerk, RepresentationKind.DELEGATE);
        presence.enter(HOUSE, session.id(), clerk, ministry.id());
        BallotId people = held.asked(session, Voters.PEOPLE);
        go(room());
        assertThat(page()).contains("Shall we?", "Partners take part without a vote.");
        assertThat(offers("For")).isFalse();

        ballots.withdraw(HOUSE, people);
        held.asked(session, Voters.ASSOCIATIONS);
        go(room());
        assertThat(page()).contains("In this vote associations vote");
        assertThat(offers("For")).isFalse();
    }

    @Test
    void minutesAreWordedGivenAndSuggestedUpon() {
        PersonId mila = belonging.person("Mila", Role.MEMBER);
        presence.enter(HOUSE, session.id(), mila, null);
        room.close(HOUSE, session.id(), Map.of(), Carrying.DUPLICATE);
        go("sessions/" + session.code() + "/minutes");
        assertThat(page()).contains("Draft", "The session was opened on");
        test(find(Button.class).withText("Reword").all().getFirst()).click();
        write("English", "It began at six.");
        send("Save");
        assertThat(page()).contains("It began at six.");
        assertThat(opening())
                .as("no other language says something else")
                .isEqualTo(LocalizedText.of(Language.EN, "It began at six."));
        press("Give to those who were there");

        seat.take(Asker.of(mila), Language.EN);
        go("sessions/" + session.code() + "/minutes");
        assertThat(page()).contains("You were there: suggest other words until");
        test(find(Button.class).withText("Suggest other words").all().getFirst())
                .click();
        write("How it should read", "It began at half past six.");
        send("Send the suggestion");
        assertThat(page()).contains("It began at half past six.");

        seat.take(Asker.of(me), Language.EN);
        go("sessions/" + session.code() + "/minutes");
        assertThat(page()).contains("Mila suggests:");
        press("Take it");
        assertThat(opening()).isEqualTo(LocalizedText.of(Language.EN, "It began at half past six."));
    }

    @Test
    void wordsThatAreSuggestedForOneLanguageAreLookedAtBesideTheOthers() {
        PersonId mila = belonging.person("Mila", Role.MEMBER);
        presence.enter(HOUSE, session.id(), mila, null);
        room.close(HOUSE, session.id(), Map.of(), Carrying.DUPLICATE);
        minutes.review(HOUSE, session.id());
        Paragraph first = minutes.find(HOUSE, session.code(), null)
                .orElseThrow()
                .paragraphs()
                .getFirst();
        minutes.suggest(
                Asker.of(mila), SuggestionId.next(), first.id(), 0, Language.EN, "It began at half past six.", "");
        go("sessions/" + session.code() + "/minutes");
        press("Take it");
        assertThat(page()).contains("It reads now:", "The session was opened on");
        assertThat(area("English").getValue()).isEqualTo("It began at half past six.");
        write("Русский", "Начали в половине седьмого.");
        send("Take it");

        assertThat(opening().texts())
                .containsOnly(
                        Map.entry(Language.EN, "It began at half past six."),
                        Map.entry(Language.RU, "Начали в половине седьмого."));
    }

    @Test
    void languagesThatStillSayTheSameStay() {
        room.close(HOUSE, session.id(), Map.of(), Carrying.DUPLICATE);
        go("sessions/" + session.code() + "/minutes");
        test(find(Button.class).withText("Reword").all().getFirst()).click();
        write("English", "It began at six.");
        find(Checkbox.class)
                .withCaption("The languages that I leave as they are still say the same")
                .single()
                .setValue(true);
        send("Save");

        assertThat(opening().texts()).hasSize(3).containsEntry(Language.EN, "It began at six.");
    }

    private LocalizedText opening() {
        return minutes.find(HOUSE, session.code(), null)
                .orElseThrow()
                .paragraphs()
                .getFirst()
                .text();
    }

    @Test
    void aSessionIsEnteredFromPaper() {
        go("sessions/from-paper");
        type("Title (English)", "Founding evening");
        day("Day").setValue(LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(3));
        type("Place", "Letterpress hall");
        press("Make the draft");
        assertThat(day("Day").getErrorMessage()).isEqualTo("This session is not over yet. Plan it instead.");

        day("Day").setValue(LocalDate.ofInstant(clock.instant(), Forums.SOFIA).minusDays(9));
        press("Make the draft");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .endsWith("/agenda");
    }

    @Test
    void whoHasATaskSaysOnTheSessionsPageThatItIsDone() {
        PersonId mila = belonging.person("Mila", Role.MEMBER);
        OutcomeId task = held.task(mila);
        String code = outcomesOf(mila, task);
        seat.take(Asker.of(mila), Language.EN);
        go("sessions/" + code);
        assertThat(page()).contains("What became of it", "Ask for the key", "Not done yet");
        press("It is done");
        write("What came of it (may stay empty)", "Here it is.");
        send("It is done");

        assertThat(toast()).contains("Noted as done.");
        assertThat(offers("It is done")).isFalse();
    }

    private String outcomesOf(PersonId person, OutcomeId task) {
        return tasks.owed(Asker.of(person), 50).stream()
                .filter(line -> line.key().endsWith(task.toString()))
                .map(line -> line.path().replaceFirst(".*/", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNeedThatTheRoomHasConfirmedBecomesTheDraftOfAThread() {
        OutcomeId need = OutcomeId.next();
        outcomes.add(
                HOUSE,
                new NewOutcome(
                        need, session.item(), OutcomeKind.NEED, OutcomeContent.words("A kiln for all", Language.EN)));
        room.close(HOUSE, session.id(), Map.of(need, new ReadBack(0, true)), Carrying.DUPLICATE);
        go("sessions/" + session.code());
        press("State it as a need");

        Draft draft = drafts.find(Asker.of(me), "new").orElseThrow();
        assertThat(draft.title()).isEqualTo("A kiln for all");
        assertThat(draft.text()).contains("This came out of session " + session.code());
        assertThat(outcomes.goesOnWith(Asker.of(me), need, draft.post()))
                .as("on whatever way it is posted, it leads back")
                .isTrue();
    }

    @Test
    void anItemThatGoesOnElsewhereSaysSoOnceItsSessionIsHeld() {
        go("sessions/" + session.code());
        assertThat(page()).doesNotContain("Continued");
        room.defer(HOUSE, session.item(), Carrying.DUPLICATE);
        room.close(HOUSE, session.id(), Map.of(), Carrying.DUPLICATE);

        go("sessions/" + session.code());
        assertThat(page()).contains("Continued", "Waits for a session");
        go("sessions/" + session.code() + "/minutes");
        assertThat(page()).contains("Continued");
    }

    @Test
    void aSessionsPageTakesAsManyStatementsHoweverMuchCameOutOfIt() {
        PersonId mila = belonging.person("Mila", Role.MEMBER);
        Held one = held.closed(mila, "Ask for the key");
        for (int i = 0; i < 5; i++) {
            outcomes.add(
                    HOUSE,
                    new NewOutcome(
                            OutcomeId.next(),
                            session.item(),
                            OutcomeKind.TASK,
                            new OutcomeContent("Task " + i, Language.EN, mila, null, null)));
        }
        Map<OutcomeId, ReadBack> said = outcomes.of(HOUSE, session.code()).stream()
                .collect(Collectors.toMap(line -> line.id(), line -> new ReadBack(line.version(), true)));
        room.close(HOUSE, session.id(), said, Carrying.DUPLICATE);
        go("sessions/" + one.code());
        int few = SqlCounter.during(() -> go("sessions/" + one.code())).size();
        go("sessions/" + session.code());

        assertThat(SqlCounter.during(() -> go("sessions/" + session.code()))).hasSize(few);
    }

    @Test
    void whatSomebodyHasBegunToWriteIsLeftAloneAndSaid() {
        OutcomeId need = OutcomeId.next();
        outcomes.add(
                HOUSE,
                new NewOutcome(
                        need, session.item(), OutcomeKind.NEED, OutcomeContent.words("A kiln for all", Language.EN)));
        room.close(HOUSE, session.id(), Map.of(need, new ReadBack(0, true)), Carrying.DUPLICATE);
        Draft begun = drafts.save(
                Asker.of(me), new Draft("new", PostId.next(), 1, "Looms", "We have looms.", Language.EN, null));
        go("sessions/" + session.code());
        press("State it as a need");

        assertThat(toast()).contains("You have begun to write another thread");
        assertThat(drafts.find(Asker.of(me), "new")).contains(begun);
        assertThat(outcomes.goesOnWith(Asker.of(me), need, begun.post())).isFalse();
    }

    @Test
    void whoComesInLeavesTheRowsOfOthersAsTheyAre() {
        go(desk());
        press("Write somebody down");
        type("Or a guest’s name", "Ivan the Guest");
        send("Write somebody down");
        ListItem row = present("Ivan the Guest");
        press("Write somebody down");
        type("Or a guest’s name", "Maria the Guest");
        send("Write somebody down");

        assertThat(present("Ivan the Guest")).isSameAs(row);
        step("Ivan the Guest was never there");
        assertThat(page()).contains("Maria the Guest", "1person").doesNotContain("Ivan the Guest");
    }

    private ListItem present(String name) {
        return find(ListItem.class).all().stream()
                .filter(item -> text(item).contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whileVotesComeInWhatIsAboutToBePressedStays() {
        PersonId mila = belonging.person("Mila", Role.MEMBER);
        presence.enter(HOUSE, session.id(), mila, null);
        BallotId ballot = held.asked(session, Voters.PEOPLE);
        go(desk());
        Button close = find(Button.class).withText("Close the vote").single();
        Button next = find(Button.class).withText("Done, next").single();
        ballots.vote(Asker.of(mila), ballot, null, Choice.YES);
        press("Stop the clock");
        Button again = find(Button.class).withText("Close the vote").single();

        assertThat(again).isSameAs(close);
        assertThat(page()).contains("1 vote so far");
        assertThat(next).as("the clock was stopped").isNotNull();
    }

    @Test
    void whatIsTypedIsKeptWhenAnotherFacilitatorGoesOn() {
        go(desk());
        TextArea notes = area("Notes for yourself");
        room.next(HOUSE, session.id(), session.item());
        press("Done, next");
        assertThat(notes.isAttached()).isTrue();
        assertThat(notes.getLabel()).isEqualTo("Notes for yourself on “A hall for looms”");
        test(notes).setValue("Ask about the roof.");

        assertThat(room.note(Asker.of(me), session.item())).isEqualTo("Ask about the roof.");
    }

    @Test
    void whoIsThereOpensTheCallByALinkAndStaysForThemselves() {
        PersonId mila = sitDown("Mila", Role.MEMBER);
        belonging.mandate(belonging.member(MemberKind.ASSOCIATION, "Weavers", null), mila, RepresentationKind.DELEGATE);
        presence.enter(HOUSE, session.id(), mila, null);
        go(room());
        press("Open the call");

        assertThat(find(Anchor.class).withText("Open the call").single().getHref())
                .isEqualTo("https://call.example.org/hall");
        assertThat(seen().attendance().associations()).isZero();
    }

    @Test
    void aDraftWhoseTimeIsOverIsEnteredFromPaper() {
        Held past = held.pastDraft();
        go("sessions/" + past.code() + "/agenda");
        press("It was held: enter it from paper");

        assertThat(toast()).contains("Arrange what was spoken of");
        assertThat(offers("Open")).isTrue();
    }

    @Test
    void aWishToGoOnIsRefusedAtTheDesk() {
        room.close(HOUSE, session.id(), Map.of(), Carrying.DUPLICATE);
        room.askReopening(Asker.of(belonging.person("Second", Role.OFFICER)), session.id(), "We forgot the kiln.");
        go(desk());
        press("It stays closed");
        write("Reason", "It waits until March.");
        send("It stays closed");

        assertThat(offers("Ask to go on")).isTrue();
    }

    private String desk() {
        return "sessions/" + session.code() + "/desk";
    }

    private String room() {
        return "sessions/" + session.code() + "/room";
    }

    private DeskPage seen() {
        return held.desk(session.code());
    }

    private int people() {
        return seen().attendance().people();
    }

    /** Presses one of the keys of the outcome line. */
    private void key(String word) {
        NativeButton key = find(NativeButton.class).all().stream()
                .filter(button ->
                        button.hasClassName("room-key") && text(button).endsWith(word))
                .findFirst()
                .orElseThrow();
        test(key).click();
    }
}
