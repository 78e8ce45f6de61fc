package org.kvartal.forum.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Invitations.AnswerLine;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.SqlCounter;

/** A member reads the agenda, says whether they come and for whom, and proposes an item. */
class UC102TakePartTests extends Hall {

    private final String name = "Forum " + Ids.next();

    @Test
    void aMemberSaysThatTheyComeForTheirAssociationByCall() {
        SessionCard session = opened(weekly(name));
        PersonId mila = sitDown("Mila", Role.MEMBER);
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers", null);
        belonging.mandate(weavers, mila, RepresentationKind.DEPUTY);
        go("sessions");
        assertThat(page()).contains("Next session · ");
        go("sessions/" + session.code());
        assertThat(heading()).isEqualTo(name);
        assertThat(page())
                .contains("A hall for looms", "18:00", "Letterpress hall", "Open the call", "Nobody has said yes yet");

        select("How").setValue(Way.REMOTE);
        select("For whom").setValue(weavers);
        press("I’ll come");

        assertThat(toast()).contains("Noted: you come.");
        assertThat(page()).contains("1 person comes", "1 association is represented");
        AnswerLine line = invitations.answers(HOUSE, session.id()).lines().getFirst();
        assertThat(line.answer()).isEqualTo(Answer.YES);
        assertThat(line.way()).isEqualTo(Way.REMOTE);
        assertThat(line.onBehalfOf()).isEqualTo(weavers);
        press("I can’t come");
        assertThat(invitations.answers(HOUSE, session.id()).no()).isEqualTo(1);
    }

    @Test
    void whoDoesNotBelongReadsTheAgendaAndNoMore() {
        SessionCard session = opened(weekly(name));
        sitDown("Registered");

        go("sessions/" + session.code());

        assertThat(page()).contains("A hall for looms").doesNotContain("Open the call", "Will you come?");
        assertThat(offers("I’ll come")).isFalse();
    }

    @Test
    void whoFacilitatesSeesWhoComes() {
        SessionCard session = opened(weekly(name));
        invitations.answer(
                Asker.of(belonging.person("Ada Answers", Role.MEMBER)),
                session.id(),
                new Reply(Answer.MAYBE, Way.ROOM, null));

        go("sessions/" + session.code());

        assertThat(page()).contains("Who comes", "Ada Answers", "1 perhaps");
    }

    @Test
    void aMemberProposesAnItemAndSeesWhatBecameOfIt() {
        SeriesId id = weekly(name);
        PersonId mila = sitDown("Mila", Role.MEMBER);
        go("sessions/propose");

        send("Propose");
        assertThat(field("What is it about?").getErrorMessage()).isEqualTo("This is needed.");
        select("For")
                .setValue(select("For")
                        .getListDataView()
                        .getItems()
                        .filter(goal -> goal.toString().contains(id.toString()))
                        .findFirst()
                        .orElseThrow());
        type("What is it about?", "Kilns for all");
        write("Background", "There is one in Gabrovo.");
        send("Propose");

        assertThat(toast()).contains("You will hear what becomes of it.");
        go("sessions");
        assertThat(rows("Kilns for all"))
                .first()
                .satisfies(row -> assertThat(row).contains("Waits for an answer"));
        var item = agenda.mine(Asker.of(mila)).getFirst();
        go("sessions/proposals/" + item.id());
        assertThat(heading()).isEqualTo("Kilns for all");
        assertThat(page()).contains("Waits for an answer");
        press("Edit");
        type("What is it about?", "Two kilns for all");
        send("Save");
        assertThat(heading()).isEqualTo("Two kilns for all");
        agenda.decline(
                HOUSE, item.id(), agenda.find(HOUSE, item.id()).orElseThrow().version(), "We have one.");
        go("sessions/proposals/" + item.id());
        assertThat(page()).contains("We have one.");
        assertThat(offers("Edit")).as("it was answered").isFalse();
        go("sessions");
        assertThat(rows("Two kilns for all"))
                .first()
                .satisfies(row -> assertThat(row).contains("Not taken", "We have one."));
    }

    @Test
    void theListTakesAsManyStatementsHoweverLongItIs() {
        opened(weekly(name));
        sitDown("Mila", Role.MEMBER);
        go("sessions");
        int few = SqlCounter.during(() -> go("sessions")).size();
        for (int i = 0; i < 4; i++) {
            opened(weekly("Another " + Ids.next()));
        }

        assertThat(SqlCounter.during(() -> go("sessions"))).hasSize(few);
    }
}
