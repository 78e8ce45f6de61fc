package org.kvartal.forum.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.NamedVote;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;

/** The room votes: whoever is there counts once, and the house says whether it passed. */
class BallotsModuleTests extends RoomHouse {

    @Autowired
    Mandates mandates;

    private Asker vera;
    private Asker boris;
    private Asker ana;

    @BeforeEach
    void threeAreThere() {
        theSessionBegins();
        take(looms);
        vera = visitor("Vera");
        boris = visitor("Boris");
        ana = visitor("Ana");
        List.of(vera, boris, ana).forEach(this::comes);
    }

    @Test
    void aNamedVoteMayBeChangedUntilItIsClosed() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);
        ballots.vote(vera, ballot, null, Choice.NO);
        ballots.vote(vera, ballot, null, Choice.YES);
        ballots.vote(boris, ballot, null, Choice.ABSTAIN);

        Result result = ballots.close(facilitator, ballot);

        assertThat(result.tally()).isEqualTo(new Tally(1, 0, 1));
        assertThat(result.passed()).isTrue();
        assertThat(ballots.votes(member, ballot))
                .extracting(NamedVote::choice)
                .containsExactlyInAnyOrder(Choice.YES, Choice.ABSTAIN);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ballots.vote(ana, ballot, null, Choice.YES));
    }

    @Test
    void aMajorityOfThoseThereCountsWhoDidNotVote() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.TWO_THIRDS, false);
        ballots.vote(vera, ballot, null, Choice.YES);

        Result result = ballots.close(facilitator, ballot);

        assertThat(result.entitled()).isEqualTo(3);
        assertThat(result.passed()).isFalse();
    }

    @Test
    void whoHasVotedAndLeftStillCounts() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.ABSOLUTE, true);
        ballots.vote(vera, ballot, null, Choice.YES);
        ballots.vote(boris, ballot, null, Choice.YES);
        presence.leave(vera, running);
        presence.leave(ana, running);

        Result result = ballots.close(facilitator, ballot);

        assertThat(result.entitled()).isEqualTo(2);
        assertThat(result.tally().yes()).isEqualTo(2);
    }

    @Test
    void whoIsNotThereDoesNotVote() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ballots.vote(visitor("Late"), ballot, null, Choice.YES))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.not-there"));
        presence.leave(ana, running);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ballots.vote(ana, ballot, null, Choice.YES));
    }

    @Test
    void anAssociationHasOneVoteWhoeverOfItsPeoplePressesFirst() {
        MemberCard weavers = association("Weavers");
        Asker first = delegate(weavers);
        Asker second = delegate(weavers);
        comes(first, weavers.id());
        comes(second, weavers.id());
        BallotId ballot = asked(Voters.ASSOCIATIONS, Majority.SIMPLE, false);
        ballots.vote(first, ballot, weavers.id(), Choice.NO);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ballots.vote(second, ballot, weavers.id(), Choice.YES))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.association-voted"));
        assertThat(feed.page(second, code).orElseThrow().mine().byOther()).isTrue();
        ballots.vote(first, ballot, weavers.id(), Choice.YES);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ballots.vote(vera, ballot, null, Choice.YES));

        assertThat(ballots.close(facilitator, ballot).tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void aMandateThatHasEndedVotesForNobody() {
        MemberCard weavers = association("Weavers");
        Asker delegate = visitor("Delegate");
        MandateId mandate = belonging.mandate(weavers, delegate.requirePerson(), RepresentationKind.DELEGATE);
        comes(delegate, weavers.id());
        BallotId ballot = asked(Voters.ASSOCIATIONS, Majority.SIMPLE, false);
        mandates.end(HOUSE, mandate, "A new board was elected.");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ballots.vote(delegate, ballot, weavers.id(), Choice.YES));
        assertThat(ballots.close(facilitator, ballot).tally().cast()).isZero();
    }

    @Test
    void withoutAQuorumNothingPasses() {
        association("Weavers");
        room.quorum(facilitator, running, new QuorumRule(QuorumRule.Kind.NUMBER, 1), false);
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);
        ballots.vote(vera, ballot, null, Choice.YES);

        Result result = ballots.close(facilitator, ballot);

        assertThat(result.quorate()).isFalse();
        assertThat(result.passed()).isFalse();
        MemberCard potters = association("Potters");
        comes(delegate(potters), potters.id());
        assertThat(requireNonNull(ballots.of(facilitator, code).getFirst().result())
                        .quorate())
                .as("the figures are those of the moment in which it was closed")
                .isFalse();
    }

    @Test
    void nothingInTheDatabaseJoinsASecretVoteToWhoeverGaveIt() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, true);
        ballots.vote(vera, ballot, null, Choice.NO);
        ballots.vote(boris, ballot, null, Choice.YES);
        ballots.vote(ana, ballot, null, Choice.YES);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ballots.vote(vera, ballot, null, Choice.YES));
        assertThat(feed.page(vera, code).orElseThrow().mine().choice()).isNull();
        assertThat(feed.page(vera, code).orElseThrow().mine().voted()).isTrue();

        Result result = ballots.close(facilitator, ballot);

        assertThat(result.tally()).isEqualTo(new Tally(2, 1, 0));
        assertThat(columns("ballot_paper")).containsExactlyInAnyOrder("id", "ballot", "choice");
        assertThat(columns("ballot_voter")).containsExactlyInAnyOrder("ballot", "person", "on_behalf_of");
        // All rows were written anew by the transaction that closed the vote: nothing says which came with which.
        assertThat(written("ballot_paper", ballot)).hasSize(1).isEqualTo(written("ballot_voter", ballot));
        var ids = jdbc.sql("SELECT id::text FROM ballot_paper WHERE ballot = ?")
                .param(ballot.value())
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(ids)
                .hasSize(3)
                .allSatisfy(id -> assertThat(id.charAt(14))
                        .as("made by chance, not by time")
                        .isEqualTo('4'));
        assertThat(count("SELECT count(*) FROM ballot_vote WHERE ballot = ?", ballot))
                .isZero();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE subject_id = ? AND act NOT IN ('forum.ballot-opened', 'forum.ballot-closed')")
                        .param(ballot.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ballots.votes(facilitator, ballot));
    }

    @Test
    void aVoteThatIsTakenBackLeavesNoVotes() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, true);
        ballots.vote(vera, ballot, null, Choice.NO);
        ballots.withdraw(facilitator, ballot);

        assertThat(count("SELECT count(*) FROM ballot_paper WHERE ballot = ?", ballot))
                .isZero();
        assertThat(ballots.of(facilitator, code)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ballots.close(facilitator, ballot));
    }

    @Test
    void onlyOneVoteIsOpenAndTheRoomWaitsForIt() {
        asked(Voters.PEOPLE, Majority.SIMPLE, false);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> asked(Voters.PEOPLE, Majority.SIMPLE, false));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.next(facilitator, running, looms));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.close(facilitator, running, Map.of(), Carrying.DUPLICATE));
        assertThat(Set.of(looms)).contains(current());
    }

    @Test
    void aShowOfHandsIsTypedIn() {
        BallotId id = BallotId.next();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ballots.hands(
                        facilitator, ballot(id, Voters.PEOPLE, Majority.SIMPLE, false), new Tally(-1, 0, 0)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("yes"));
        Result result =
                ballots.hands(facilitator, ballot(id, Voters.PEOPLE, Majority.FOUR_FIFTHS, false), new Tally(8, 1, 1));

        assertThat(result.entitled()).as("whoever raised a hand was there").isEqualTo(10);
        assertThat(result.passed()).isTrue();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ballots.votes(facilitator, id));
    }

    private List<String> columns(String table) {
        return jdbc.sql("SELECT column_name FROM information_schema.columns WHERE table_name = ?")
                .param(table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Set<String> written(String table, BallotId ballot) {
        return Set.copyOf(jdbc.sql("SELECT xmin::text FROM " + table + " WHERE ballot = ?")
                .param(ballot.value())
                .query(String.class)
                .list());
    }

    private long count(String sql, BallotId ballot) {
        return jdbc.sql(sql).param(ballot.value()).query(Long.class).single();
    }

    @Test
    void whoBelongsThroughAPartnerAloneTakesPartWithoutAVote() {
        Asker clerk = visitor("Clerk");
        belonging.mandate(
                belonging.member(MemberKind.AUTHORITY, "Ministry", null),
                clerk.requirePerson(),
                RepresentationKind.DELEGATE);
        Asker both = visitor("Both");
        MemberCard agency = belonging.member(MemberKind.AGENCY, "Agency", null);
        belonging.mandate(agency, both.requirePerson(), RepresentationKind.DELEGATE);
        belonging.mandate(association("Weavers"), both.requirePerson(), RepresentationKind.DELEGATE);
        comes(clerk);
        comes(both, agency.id());
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ballots.vote(clerk, ballot, null, Choice.YES))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.partners-vote"));
        ballots.vote(both, ballot, null, Choice.YES);
        Result result = ballots.close(facilitator, ballot);

        assertThat(result.entitled()).isEqualTo(4);
        assertThat(result.presentPeople()).isEqualTo(5);
        int all = everybody().entitled();
        belonging.mandate(agency, visitor("Another clerk").requirePerson(), RepresentationKind.DELEGATE);
        assertThat(everybody().entitled()).isEqualTo(all);
    }

    @Test
    void aPhoneKnowsWhetherTheVoteIsTheirs() {
        Asker clerk = visitor("Clerk");
        MemberCard ministry = belonging.member(MemberKind.AUTHORITY, "Ministry", null);
        belonging.mandate(ministry, clerk.requirePerson(), RepresentationKind.DELEGATE);
        Asker weaver = delegate(association("Weavers"));
        comes(clerk, ministry.id());
        comes(weaver, mandates.of(weaver.requirePerson()).getFirst().id());

        BallotId people = asked(Voters.PEOPLE, Majority.SIMPLE, false);
        assertThat(mayVote(vera)).isTrue();
        assertThat(mayVote(weaver)).isTrue();
        assertThat(mayVote(clerk)).isFalse();
        ballots.withdraw(facilitator, people);
        assertThat(mayVote(vera)).as("no vote is open").isFalse();
        asked(Voters.ASSOCIATIONS, Majority.SIMPLE, false);
        assertThat(mayVote(vera)).isFalse();
        assertThat(mayVote(weaver)).isTrue();
        assertThat(mayVote(clerk)).isFalse();
    }

    private boolean mayVote(Asker person) {
        return feed.page(person, code).orElseThrow().mine().mayVote();
    }

    @Test
    void whatTheRoomVotesOnStaysWhereItIsAndForWhomItIs() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);
        drafting.settle();
        AgendaDesk next = sessions.coming(officer).stream()
                .filter(one -> series.equals(one.series()) && !one.id().equals(running))
                .findFirst()
                .flatMap(one -> agenda.desk(facilitator, one.code()))
                .orElseThrow();
        List<ThrowingCallable> acts = List.of(
                () -> agenda.edit(facilitator, hidden(looms)),
                () -> agenda.merge(facilitator, looms, item(looms).version(), kiln),
                () -> agenda.place(
                        facilitator,
                        next.session().id(),
                        next.agendaVersion(),
                        looms,
                        next.parts().getLast().id(),
                        0));

        assertThat(acts)
                .allSatisfy(act -> assertThatExceptionOfType(Refused.class)
                        .isThrownBy(act)
                        .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.item-voted")));
        ballots.vote(vera, ballot, null, Choice.YES);
        ballots.close(facilitator, ballot);
        assertThatExceptionOfType(Refused.class)
                .as("the room still speaks of it")
                .isThrownBy(() -> agenda.place(
                        facilitator,
                        next.session().id(),
                        next.agendaVersion(),
                        looms,
                        next.parts().getLast().id(),
                        0));
        agenda.edit(facilitator, hidden(looms));
        assertThat(item(looms).visibility()).isEqualTo(ItemVisibility.INTERNAL);
        assertThat(current()).isEqualTo(looms);
    }

    @Test
    void anItemThatIsHiddenAndVotedOnInTheSameMomentIsOneOfThem() throws Exception {
        for (int round = 0; round < 12; round++) {
            ItemEdit hidden = hidden(looms);
            AtomicInteger turn = new AtomicInteger();
            List<Future<Boolean>> both = atOnce(2, () -> {
                try {
                    if (turn.getAndIncrement() == 0) {
                        agenda.edit(facilitator, hidden);
                    } else {
                        asked(Voters.PEOPLE, Majority.SIMPLE, false);
                    }
                    return true;
                } catch (Refused other) {
                    return false;
                }
            });
            boolean first = both.getFirst().get();
            boolean second = both.getLast().get();

            assertThat(first ^ second).as("one of them").isTrue();
            ballots.of(facilitator, code).stream()
                    .filter(one -> one.state() == State.OPEN)
                    .forEach(one -> ballots.withdraw(facilitator, one.id()));
            jdbc.sql("UPDATE agenda_item SET visibility = 'COMMON' WHERE id = ?")
                    .param(looms.value())
                    .update();
        }
    }

    private ItemEdit hidden(ItemId id) {
        ItemLine line = item(id);
        return new ItemEdit(
                id,
                line.version(),
                line.title().in(Language.EN),
                line.context(),
                line.kind(),
                line.minutes(),
                line.expected(),
                ItemVisibility.INTERNAL,
                null);
    }

    private Result everybody() {
        BallotId id = BallotId.next();
        return ballots.hands(
                facilitator,
                new NewBallot(id, looms, "Shall we?", Language.EN, Majority.ABSOLUTE, Voters.PEOPLE, Base.ALL, false),
                new Tally(1, 0, 0));
    }

    @Test
    void whoCanNotVoteDoesNotCountForTheMajority() {
        presence.enter(facilitator, running, person("Registered", new Role[0]).requirePerson(), null);
        BallotId ballot = asked(Voters.PEOPLE, Majority.ABSOLUTE, false);
        ballots.vote(vera, ballot, null, Choice.YES);
        ballots.vote(boris, ballot, null, Choice.YES);

        assertThat(ballots.close(facilitator, ballot).entitled()).isEqualTo(3);
    }

    @Test
    void onWhatIsInternalHandsAreCountedAlone() {
        agenda.edit(facilitator, hidden(looms));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> asked(Voters.PEOPLE, Majority.SIMPLE, false))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.internal-hands"));
        assertThat(ballots.hands(
                                facilitator,
                                ballot(BallotId.next(), Voters.PEOPLE, Majority.SIMPLE, false),
                                new Tally(2, 0, 0))
                        .passed())
                .isTrue();
    }

    @Test
    void whatIsNeededForAQuorumStandsWhileAVoteIsOpen() {
        BallotId ballot = asked(Voters.PEOPLE, Majority.SIMPLE, false);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.quorum(facilitator, running, new QuorumRule(QuorumRule.Kind.NUMBER, 1), false))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.ballot-open"));
        ballots.withdraw(facilitator, ballot);
        room.quorum(facilitator, running, null, false);
    }
}
