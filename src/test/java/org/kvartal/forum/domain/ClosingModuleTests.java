package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Forums;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.kvartal.tasks.TaskLine;
import org.springframework.beans.factory.annotation.Autowired;

/** What a session leaves behind when it is closed: what the room has heard, what goes on, and who hears of it. */
class ClosingModuleTests extends RoomHouse {

    @Autowired
    Files files;

    @Autowired
    Bodies bodies;

    @Test
    void whatWasRewordedOrStruckSinceItWasReadBackIsNotConfirmed() {
        theSessionBegins();
        OutcomeId decided = noted(OutcomeKind.DECISION, looms, "We rent the hall");
        OutcomeId note = noted(OutcomeKind.NOTE, looms, "The roof leaks");
        Map<OutcomeId, ReadBack> heard = readBack(true);

        outcomes.change(officer, decided, 0, OutcomeContent.words("We buy the hall", Language.EN));
        refusesToClose(heard);
        Map<OutcomeId, ReadBack> again = readBack(true);
        outcomes.strike(officer, note, 0);
        refusesToClose(again);
        room.close(facilitator, running, readBack(true), Carrying.DUPLICATE);

        assertThat(outcomes.of(facilitator, code))
                .extracting(line -> line.text().in(Language.EN))
                .containsExactly("We buy the hall");
    }

    private void refusesToClose(Map<OutcomeId, ReadBack> heard) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.close(facilitator, running, heard, Carrying.DUPLICATE))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.outcomes-changed"));
        assertThat(roomDesk().closedAt()).isNull();
    }

    @Test
    void whoeverRewordsWhileAnotherClosesNeverChangesWhatTheRoomHasHeard() throws Exception {
        theSessionBegins();
        OutcomeId decided = noted(OutcomeKind.DECISION, looms, "We rent the hall");
        Map<OutcomeId, ReadBack> heard = readBack(true);
        AtomicInteger turn = new AtomicInteger();

        var acts = atOnce(2, () -> {
            try {
                if (turn.getAndIncrement() == 0) {
                    room.close(facilitator, running, heard, Carrying.DUPLICATE);
                } else {
                    outcomes.change(officer, decided, 0, OutcomeContent.words("We buy the hall", Language.EN));
                }
                return true;
            } catch (Refused tooLate) {
                return false;
            }
        });

        int done = 0;
        for (var act : acts) {
            done += act.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        OutcomeLine line = outcomes.of(facilitator, code).getFirst();
        boolean confirmed = line.state() == OutcomeState.CONFIRMED;
        assertThat(line.text().in(Language.EN)).isEqualTo(confirmed ? "We rent the hall" : "We buy the hall");
    }

    @Test
    void whoHasATaskFindsItWhileTheMinutesAreADraftAndSaysThatItIsDone() {
        theSessionBegins();
        ItemId internal = ItemId.next();
        Asker helper = person("Helper", new Role[0]);
        addInternal(internal);
        OutcomeId task = task(internal, helper, "Ask for the key");
        closes();

        assertThat(minutes.find(helper, code, null)).isEmpty();
        TaskLine owed = owed(helper, "forum.outcome:" + task);
        assertThat(owed.path()).isEqualTo(ForumPages.session(code));
        assertThat(sessions.find(helper, code)).isPresent();
        assertThat(outcomes.of(helper, code)).extracting(OutcomeLine::id).containsExactly(task);
        assertThat(outcomes.of(person("Other", new Role[0]), code)).isEmpty();
        outcomes.carriedOut(helper, task, "Here it is.");
        assertThat(owes(helper)).doesNotContain("forum.outcome:" + task);
    }

    private void addInternal(ItemId id) {
        // While it runs the agenda stands; what is internal was put there before.
        jdbc.sql("""
                INSERT INTO agenda_item SELECT (jsonb_populate_record(i, jsonb_build_object(
                       'id', :id, 'visibility', 'INTERNAL', 'proposer', NULL))).* FROM agenda_item i WHERE i.id = :like""").param("id", id.value()).param("like", looms.value()).update();
    }

    @Test
    void whatStandsOnEachAgendaIsLeftOutAndTheNextOneHasItOnce() {
        theSessionBegins();
        drafting.settle();
        ItemLine welcome = roomDesk().items().getFirst().line();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.defer(facilitator, welcome.id(), Carrying.DUPLICATE))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.item-standing"));
        closes();

        assertThat(item(welcome.id()).state()).isEqualTo(ItemState.DROPPED);
        assertThat(titles()).doesNotHaveDuplicates().contains("Welcome", "A hall for looms");
        assertThat(minutes.find(facilitator, code, null).orElseThrow().paragraphs())
                .anySatisfy(paragraph ->
                        assertThat(paragraph.text().in(Language.EN)).isEqualTo("The item was left out."));
    }

    @Test
    void whatIsDeferredTakesItsPapersAlong() {
        theSessionBegins();
        StoredFile plan = agenda.attach(facilitator, looms, "plan.png", new ByteArrayInputStream(Samples.png(20, 20)));
        ItemId next = room.defer(facilitator, looms, Carrying.DUPLICATE);

        assertThat(item(next).papers()).extracting(StoredFile::id).containsExactly(plan.id());
        agenda.detach(facilitator, next, plan.id());
        assertThat(item(next).papers()).isEmpty();
        assertThat(item(looms).papers())
                .as("what was on the agenda stays there")
                .hasSize(1);
        assertThat(files.address(plan.id(), member)).isNotNull();
    }

    @Test
    void whoProposedAnItemHearsWhatBecameOfIt() {
        theSessionBegins();
        drafting.settle();
        SessionCard following = room.desk(facilitator, requireNonNull(roomDesk().next()))
                .orElseThrow()
                .session();
        convening.open(facilitator, following.id(), following.version(), false);
        take(looms);
        room.done(facilitator, looms);
        closes();

        isTold(member, "Your proposal “A hall for looms” was spoken of");
        isTold(member, "Your proposal “A kiln for potters” goes on in another session");
        assertThat(told(member).stream().filter(title -> title.contains("“A kiln for potters” stands on the agenda")))
                .as("of the session where it goes on")
                .hasSize(1);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM audit_entry a JOIN agenda_item i ON i.id = a.subject_id
                         WHERE i.continues = ? AND a.act IN ('forum.item-continued', 'forum.item-scheduled')""").param(kiln.value()).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void whatIsReferredWaitsForTheBodyOnceTheRoomHasHeardIt() {
        theSessionBegins();
        BodyId board = belonging.body("board-" + running, "Weaving board");
        Asker vera = visitor("Vera");
        bodies.appoint(
                HOUSE,
                new NewTerm(
                        TermId.next(),
                        board,
                        vera.requirePerson(),
                        BodyRole.MEMBER,
                        LocalDate.ofInstant(clock.instant(), Forums.SOFIA).minusDays(1),
                        null,
                        TermMode.ELECTED,
                        ""));
        room.refer(facilitator, looms, board);
        OutcomeLine referred = outcomes.of(facilitator, code).getFirst();
        assertThat(referred.kind()).isEqualTo(OutcomeKind.REFER);
        assertThat(owes(vera)).doesNotContain("forum.outcome:" + referred.id());
        closes();

        assertThat(owed(vera, "forum.outcome:" + referred.id()).path()).isEqualTo(ForumPages.session(code));
        assertThat(minutes.find(facilitator, code, null).orElseThrow().paragraphs())
                .anySatisfy(paragraph ->
                        assertThat(paragraph.text().in(Language.EN)).contains("A hall for looms", "Weaving board"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> outcomes.carriedOut(visitor("Boris"), referred.id(), ""));
        outcomes.carriedOut(vera, referred.id(), "We found one.");
        assertThat(owes(vera)).doesNotContain("forum.outcome:" + referred.id());
        assertThat(requireNonNull(outcomes.progress(facilitator, outcomes.of(facilitator, code), Language.EN)
                                .get(referred.id()))
                        .settled())
                .isTrue();
    }

    @Test
    void whatIsReferredToABodyWithNobodyInItWaitsForTheOffice() {
        theSessionBegins();
        room.refer(facilitator, looms, belonging.body("empty-" + running, "Empty board"));
        OutcomeId referred = outcomes.of(facilitator, code).getFirst().id();
        closes();

        assertThat(owes(officer)).contains("forum.outcome:" + referred);
    }

    @Test
    void aWishToGoOnIsRefusedWithAReason() {
        theSessionBegins();
        closes();
        room.askReopening(facilitator, running, "We forgot the kiln.");
        assertThat(room.desk(officer, code).orElseThrow().mayRefuse()).isTrue();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.refuseReopening(facilitator, running, "No."));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.refuseReopening(officer, running, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        room.refuseReopening(officer, running, "It waits until March.");

        assertThat(owes(officer)).doesNotContain("forum.reopening:" + running);
        assertThat(roomDesk().reopening()).isNull();
        isTold(facilitator, code + " does not go on");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.agreeReopening(officer, running));
        room.askReopening(facilitator, running, "March is over.");
        assertThat(owes(officer)).contains("forum.reopening:" + running);
    }

    @Test
    void aWishToGoOnIsTakenBackByWhoeverHasItAndEndsWithThePublishedMinutes() {
        theSessionBegins();
        closes();
        room.askReopening(facilitator, running, "We forgot the kiln.");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> room.withdrawReopening(officer, running));
        assertThat(roomDesk().mayWithdraw()).isTrue();
        room.withdrawReopening(facilitator, running);
        assertThat(owes(officer)).doesNotContain("forum.reopening:" + running);

        room.askReopening(facilitator, running, "We did forget it.");
        minutes.review(HOUSE, running);
        minutes.approve(HOUSE, running);
        minutes.publish(HOUSE, running);
        assertThat(owes(officer)).doesNotContain("forum.reopening:" + running);
        assertThat(roomDesk().reopening()).isNull();
    }

    @Test
    void aDraftThatNobodyOpenedIsEnteredFromPaper() {
        looms = proposed("A hall for looms");
        schedule(looms);
        SessionCard draft = session();
        running = draft.id();
        code = draft.code();
        assertThatExceptionOfType(Refused.class)
                .as("it is still to come")
                .isThrownBy(() -> room.enterFromPaper(facilitator, running, draft.version()));
        isOver(draft);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> room.enterFromPaper(member, running, draft.version()));
        room.enterFromPaper(facilitator, running, draft.version());
        kiln = proposed("A kiln for potters");
        AgendaDesk desk = agenda.desk(facilitator, code).orElseThrow();
        assertThat(desk.paper()).isTrue();
        agenda.place(
                facilitator,
                running,
                desk.agendaVersion(),
                kiln,
                desk.parts().getLast().id(),
                9);
        convening.open(facilitator, running, roomDesk().session().version(), true);
        room.start(facilitator, running, roomDesk().session().version());
        room.next(facilitator, running, null);
        closes();

        assertThat(owes(officer)).doesNotContain("forum.draft:" + running);
        assertThat(minutes.find(facilitator, code, null)).isPresent();
        writeLetters();
        assertThat(letters.to(address(member)))
                .noneMatch(letter -> letter.toString().contains(code));
    }

    @Test
    void aDraftThatNobodyOpenedIsCancelledAndItsProposalsWaitAgain() {
        looms = proposed("A hall for looms");
        kiln = proposed("A kiln for potters");
        schedule(looms);
        schedule(kiln);
        SessionCard draft = session();
        isOver(draft);
        AgendaDesk desk = agenda.desk(facilitator, draft.code()).orElseThrow();
        agenda.takeBack(facilitator, draft.id(), desk.agendaVersion(), looms);
        assertThat(item(looms).state()).isEqualTo(ItemState.BACKLOG);
        convening.cancel(facilitator, draft.id(), draft.version(), "Nobody found the time.");

        assertThat(item(kiln).state()).isEqualTo(ItemState.BACKLOG);
        assertThat(owes(facilitator)).doesNotContain("forum.draft:" + draft.id());
    }

    private void isOver(SessionCard draft) {
        clock.turn(Duration.between(clock.instant(), draft.endsAt()).plusHours(1));
    }

    @Test
    void rowsOfARoomAreFoundByTheirSessionOrVote() {
        List<String> found = jdbc.sql("""
                SELECT c.relname || '.' || a.attname FROM pg_index x
                  JOIN pg_class c ON c.oid = x.indrelid
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
                 WHERE x.indpred IS NULL""").query((row, _) -> row.getString(1)).list();

        assertThat(found)
                .contains(
                        "attendance.session",
                        "ballot_vote.ballot",
                        "ballot_voter.ballot",
                        "minutes_suggestion.paragraph");
    }

    private TaskLine owed(Asker person, String key) {
        return tasks.owed(person, 500).stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
