package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Convening.SessionChange;
import org.kvartal.forum.Forums;
import org.kvartal.forum.Invitations.AnswerList;
import org.kvartal.forum.Invitations.Invitation;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.ItemProposed;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionCancelled;
import org.kvartal.forum.SessionMoved;
import org.kvartal.forum.SessionOpened;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.SqlCounter;
import org.springframework.modulith.test.Scenario;

/** An open session is announced; people say whether they come, by the page or by the letter's link. */
class InvitationsModuleTests extends ForumHouse {

    @BeforeEach
    void somethingStandsOnTheAgenda() {
        schedule(proposed(person("Rada", Role.MEMBER), "A hall for looms"));
    }

    @Test
    void nobodyHearsOfADraftAndOpeningItHasNoWayBack(Scenario scenario) {
        SessionCard draft = session();
        writeLetters();
        assertThat(letters.to(address(member))).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> invitations.answer(member, draft.id(), new Reply(Answer.YES, Way.ROOM, null)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> convening.open(member, draft.id(), draft.version(), true));

        scenario.stimulate(() -> convening.open(facilitator, draft.id(), draft.version(), true))
                .andWaitForEventOfType(SessionOpened.class)
                .matching(fact -> fact.session().equals(draft.id()))
                .toArriveAndVerify(fact -> assertThat(fact.invites()).isTrue());

        assertThat(sessions.find(Asker.guest(), draft.code())).isPresent();
        assertThat(owes(facilitator)).doesNotContain("forum.draft:" + draft.id());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> convening.open(facilitator, draft.id(), session().version(), true));
    }

    @Test
    void everybodyWhoMayTakePartGetsOneLetterAndOnlyIfItIsWished() {
        opened(true);
        writeLetters();
        writeLetters();

        assertThat(letters.kinds(address(member))).containsExactly("invitation-both");
        assertThat(letters.to(address(person("Registered")))).isEmpty();
        assertThat(invitations.answers(facilitator, session().id()).invited()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void withoutInvitationsNobodyGetsALetter() {
        opened(false);
        writeLetters();

        assertThat(letters.to(address(member))).isEmpty();
        assertThat(invitations.answers(facilitator, session().id()).invited()).isZero();
    }

    @Test
    void theLettersLinkAnswersForOnePersonAndLookingChangesNothing() {
        opened(true);
        writeLetters();
        String token = letters.token(address(member));

        for (int i = 0; i < 3; i++) {
            assertThat(invitations.look(token)).map(Invitation::given).isEmpty();
        }
        assertThat(invitations.answers(facilitator, session().id()).lines()).isEmpty();
        invitations.answer(token, new Reply(Answer.YES, Way.REMOTE, null));
        invitations.answer(token, new Reply(Answer.MAYBE, Way.ROOM, null));

        assertThat(invitations.answers(facilitator, session().id()).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.person().id()).isEqualTo(id(member));
                    assertThat(line.answer()).isEqualTo(Answer.MAYBE);
                });
        assertThat(sessions.find(member, session().code()).orElseThrow().card().mine())
                .isEqualTo(Answer.MAYBE);
        assertThat(invitations.look("A".repeat(43))).isEmpty();
        assertThat(invitations.look("")).isEmpty();
    }

    @Test
    void whenTheSessionHasBegunTheLinkAnswersNoMore() {
        SessionCard session = opened(true);
        writeLetters();
        String token = letters.token(address(member));
        clock.turn(Duration.between(clock.instant(), session.startsAt()).plusMinutes(1));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> invitations.answer(token, new Reply(Answer.YES, Way.ROOM, null)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> invitations.answer(member, session.id(), new Reply(Answer.YES, Way.ROOM, null)));
    }

    @Test
    void oneComesForAnAssociationUnderAMandate() {
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers", null);
        SessionCard session = opened(false);
        Reply reply = new Reply(Answer.YES, Way.ROOM, weavers.id());
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> invitations.answer(member, session.id(), reply));

        belonging.mandate(weavers, id(member), RepresentationKind.DEPUTY);
        invitations.answer(member, session.id(), reply);

        assertThat(sessions.find(Asker.guest(), session.code()).orElseThrow().associations())
                .isEqualTo(1);
        assertThat(invitations
                        .answers(facilitator, session.id())
                        .lines()
                        .getFirst()
                        .onBehalfOf())
                .isEqualTo(weavers);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> invitations.answers(member, session.id()));
    }

    @Test
    void nobodyCallsInWhereNobodyCan() {
        SessionCard draft = session();
        convening.change(facilitator, moved(draft, draft.starts(), new Venue("Hall", "sofia", "")));
        SessionCard session = opened(false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> invitations.answer(member, session.id(), new Reply(Answer.YES, Way.REMOTE, null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("way"));
        invitations.answer(member, session.id(), new Reply(Answer.NO, Way.REMOTE, null));
    }

    @Test
    void ofManyAnswersAtOnceEachPersonHasOne() throws Exception {
        SessionCard session = opened(false);
        AtomicInteger count = new AtomicInteger();
        List<Asker> people = List.of(member, person("Ada", Role.MEMBER), person("Boris", Role.MEMBER));

        List<Future<String>> all = atOnce(12, () -> {
            int number = count.getAndIncrement();
            invitations.answer(
                    people.get(number % 3),
                    session.id(),
                    new Reply(number < 6 ? Answer.YES : Answer.NO, Way.ROOM, null));
            return "";
        });
        for (Future<String> one : all) {
            one.get();
        }

        AnswerList answers = invitations.answers(facilitator, session.id());
        assertThat(answers.lines()).hasSize(3);
        assertThat(answers.room() + answers.no()).isEqualTo(3);
    }

    @Test
    void nobodySaysYesToWhatIsBeingCancelled() throws Exception {
        SessionCard session = opened(false);
        AtomicInteger count = new AtomicInteger();

        List<Future<Boolean>> all = atOnce(2, () -> {
            try {
                if (count.getAndIncrement() == 0) {
                    convening.cancel(facilitator, session.id(), session.version(), "Flood.");
                } else {
                    invitations.answer(member, session.id(), new Reply(Answer.YES, Way.ROOM, null));
                }
                return true;
            } catch (Refused tooLate) {
                return false;
            }
        });
        for (Future<Boolean> one : all) {
            one.get();
        }

        boolean answered = !invitations.answers(officer, session.id()).lines().isEmpty();
        if (answered) {
            isTold(member, "is cancelled");
        }
        assertThat(sessions.find(member, session.code()).orElseThrow().card().state())
                .isEqualTo(SessionState.CANCELLED);
    }

    @Test
    void whoWasInvitedOrHasAnsweredIsToldOnceWhenItMoves(Scenario scenario) {
        Asker other = person("Other", Role.MEMBER);
        SessionCard session = opened(false);
        invitations.answer(member, session.id(), new Reply(Answer.YES, Way.ROOM, null));

        scenario.stimulate(() -> convening.change(
                        facilitator, moved(session(), session.starts().plusDays(1), Forums.HALL)))
                .andWaitForEventOfType(SessionMoved.class)
                .matching(fact -> fact.session().equals(session.id()))
                .toArriveAndVerify(fact -> assertThat(fact.sequence()).isEqualTo(1));

        isTold(member, "takes place at another time or elsewhere");
        convening.change(facilitator, moved(session(), session.starts().plusDays(1), Forums.HALL));
        assertThat(told(member))
                .filteredOn(title -> title.contains("another time"))
                .hasSize(1);
        assertThat(told(other)).isEmpty();
    }

    @Test
    void whatMovesWhileItIsADraftIsToldToNobody() {
        convening.change(facilitator, moved(session(), session().starts().plusDays(1), Forums.HALL));
        opened(true);
        writeLetters();

        assertThat(letters.kinds(address(member))).containsExactly("invitation-both");
        assertThat(told(member)).noneMatch(title -> title.contains("another time"));
    }

    @Test
    void twoWhoMoveASessionDoNotOverwriteEachOther() {
        SessionCard seen = session();
        convening.change(facilitator, moved(seen, seen.starts().plusDays(1), Forums.HALL));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        convening.change(officer, moved(seen, seen.starts().plusDays(2), Forums.HALL)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.changed"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> convening.change(
                        facilitator, moved(session(), seen.starts().minusYears(1), Forums.HALL)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("starts"));
    }

    @Test
    void cancellingIsAFact(Scenario scenario) {
        SessionCard session = opened(true);

        scenario.stimulate(() -> convening.cancel(facilitator, session.id(), session.version(), "Flood."))
                .andWaitForEventOfType(SessionCancelled.class)
                .matching(fact -> fact.session().equals(session.id()))
                .toArriveAndVerify(fact -> assertThat(fact.announced()).isTrue());

        assertThat(jdbc.sql("SELECT count(*) FROM session_invitation WHERE session = :session AND posted_at IS NULL")
                        .param("session", session.id().value())
                        .query(Integer.class)
                        .single())
                .as("nobody else is written to")
                .isZero();
    }

    @Test
    void proposingIsAFact(Scenario scenario) {
        scenario.stimulate(() -> proposed("Another"))
                .andWaitForEventOfType(ItemProposed.class)
                .toArriveAndVerify(fact -> assertThat(fact.thread()).isNull());
    }

    @Test
    void theListOfThoseWhoComeTakesAsManyStatementsHoweverLongItIs() {
        SessionCard session = opened(false);
        invitations.answer(member, session.id(), new Reply(Answer.YES, Way.ROOM, null));
        int few = SqlCounter.during(() -> invitations.answers(facilitator, session.id()))
                .statements()
                .size();
        for (int i = 0; i < 5; i++) {
            invitations.answer(
                    person("Guest " + i, Role.MEMBER), session.id(), new Reply(Answer.MAYBE, Way.ROOM, null));
        }

        assertThat(SqlCounter.during(() -> invitations.answers(facilitator, session.id()))
                        .statements())
                .hasSize(few);
    }

    private static SessionChange moved(SessionCard session, LocalDateTime starts, Venue venue) {
        return new SessionChange(
                session.id(), session.version(), session.title(), starts, session.zone(), 60, venue, null);
    }
}
