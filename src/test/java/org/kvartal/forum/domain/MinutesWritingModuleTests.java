package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Majority;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.SuggestionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.testing.SqlCounter;

/** What minutes say of what happened in a room, to whom, and in which languages. */
class MinutesWritingModuleTests extends RoomHouse {

    private Asker vera;

    @BeforeEach
    void aSessionIsHeld() {
        theSessionBegins();
        vera = visitor("Vera Visitor");
        comes(vera);
        take(looms);
    }

    @Test
    void whoSpokeAndWhoHasATaskIsReadByThoseWhoBelongToTheHouse() {
        presence.raise(vera, running);
        presence.callNext(facilitator, running);
        clock.turn(Duration.ofMinutes(3));
        task(looms, vera, "Ask the owner");
        closes();
        published();

        assertThat(texts(page(Asker.guest())))
                .contains("Task: Ask the owner")
                .noneSatisfy(text -> assertThat(text).contains("Vera Visitor"));
        assertThat(texts(page(member))).contains("Task: Ask the owner", "Who: Vera Visitor.", "Spoke: Vera Visitor.");
    }

    @Test
    void aQuorumIsSaidOfEachVoteByWhoWasThereThen() {
        MemberCard weavers = association("Weavers’ guild");
        Asker delegate = delegate(weavers);
        comes(delegate, weavers.id());
        room.quorum(facilitator, running, new QuorumRule(QuorumRule.Kind.NUMBER, 1), false);
        shown();
        presence.leave(delegate, running);
        shown();
        closes();

        assertThat(of(ParagraphKind.RESULT))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first.text().in(Language.EN))
                                .contains("There was a quorum: 1 association was represented, 1 needed."),
                        second -> assertThat(second.text().in(Language.EN))
                                .contains("There was no quorum: 0 associations were represented")
                                .doesNotContain("There was a quorum"));
        assertThat(of(ParagraphKind.PRESENT))
                .allSatisfy(
                        present -> assertThat(present.text().in(Language.EN)).doesNotContain("quorum"));
    }

    /** Hands go up. */
    private void shown() {
        ballots.hands(facilitator, ballot(BallotId.next(), Voters.PEOPLE, Majority.SIMPLE, false), new Tally(5, 2, 0));
    }

    @Test
    void whatSomebodyTypedStandsAsItIsInASentenceOfEachLanguage() {
        shown();
        outcomes.add(
                facilitator,
                new NewOutcome(
                        OutcomeId.next(),
                        looms,
                        OutcomeKind.DECISION,
                        OutcomeContent.words("Снимаем зал", Language.RU)));
        closes();

        assertThat(of(ParagraphKind.OUTCOME))
                .extracting(Paragraph::text)
                .containsExactly(new LocalizedText(
                        Language.RU,
                        Map.of(
                                Language.EN, "Decided: Снимаем зал",
                                Language.RU, "Решили: Снимаем зал",
                                Language.BG, "Реши се: Снимаем зал")));
        assertThat(of(ParagraphKind.VOTE))
                .extracting(Paragraph::text)
                .singleElement()
                .satisfies(vote -> {
                    assertThat(vote.source()).isEqualTo(Language.EN);
                    assertThat(vote.texts().keySet()).isEqualTo(Set.of(Language.values()));
                    assertThat(vote.texts().get(Language.EN)).isEqualTo("Vote by show of hands: Shall we?");
                    assertThat(vote.texts().get(Language.BG))
                            .endsWith("Shall we?")
                            .doesNotContain("Vote");
                });
        assertThat(of(ParagraphKind.RESULT))
                .allSatisfy(result -> assertThat(result.text().texts().keySet()).isEqualTo(Set.of(Language.values())));
        assertThat(of(ParagraphKind.ITEM))
                .filteredOn(one -> looms.equals(one.item()))
                .allSatisfy(title -> {
                    assertThat(title.text().in(Language.EN)).contains("minute");
                    assertThat(title.text().in(Language.RU)).contains("минут").doesNotContain("minute");
                    assertThat(title.text().in(Language.BG)).contains("минут").doesNotContain("minute");
                });
    }

    @Test
    void aSessionThatGoesOnKeepsWhatWasWordedAndSuggested() {
        OutcomeId decided = noted(OutcomeKind.DECISION, looms, "We rent the hall");
        closes();
        Paragraph decision = of(ParagraphKind.OUTCOME).getFirst();
        LocalizedText worded = LocalizedText.of(Language.EN, "Decided: We rent the hall for a year");
        minutes.word(facilitator, decision.id(), decision.version(), worded);
        minutes.review(facilitator, running);
        Paragraph opening = of(ParagraphKind.OPENING).getFirst();
        minutes.suggest(vera, SuggestionId.next(), opening.id(), 0, Language.EN, "It began at six.", "");
        room.askReopening(facilitator, running, "We forgot the kiln.");
        room.agreeReopening(person("Second Officer", Role.OFFICER), running);

        assertThatExceptionOfType(Refused.class)
                .as("the minutes wait")
                .isThrownBy(() -> minutes.review(facilitator, running))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.minutes-wait"));
        take(looms);
        noted(OutcomeKind.NOTE, looms, "The kiln is for sale");
        closes();

        assertThat(of(ParagraphKind.OUTCOME))
                .extracting(Paragraph::text)
                .containsExactly(worded, LocalizedText.of(Language.EN, "The kiln is for sale"));
        assertThat(page(facilitator).suggestions())
                .extracting(one -> one.paragraph())
                .containsExactly(opening.id());
        assertThat(outcomes.of(facilitator, code)).extracting(one -> one.id()).contains(decided);
    }

    @Test
    void theNextSessionLooksBackAtWhatIsOpenFromAllBefore() {
        OutcomeId done = task(looms, vera, "Call the owner");
        task(looms, vera, "Ask for three offers");
        closes();
        outcomes.carriedOut(vera, done, "");
        String first = code;
        drafting.settle();
        assertThat(titles())
                .as("a draft made afterwards")
                .startsWith("Minutes of the last session, and what became of it");
        assertThat(desk().parts().getFirst().items().getFirst().about()).isEqualTo(first);
        theSessionBegins();
        noted(OutcomeKind.DECISION, looms, "We rent the hall");
        drafting.settle();
        closes();

        assertThat(desk().parts().stream()
                        .flatMap(part -> part.items().stream())
                        .map(item -> item.about())
                        .filter(code::equals))
                .as("the next one looks back at this one")
                .hasSize(1);
        assertThat(minutes.lookBack(member, code, Language.EN).orElseThrow().outcomes())
                .extracting(one -> one.code() + " " + one.outcome().text().in(Language.EN))
                .containsExactly(code + " We rent the hall", first + " Ask for three offers");
        assertThat(minutes.lookBack(member, code, Language.EN).orElseThrow().readable())
                .as("as long as its minutes are a draft")
                .isFalse();
        assertThat(minutes.lookBack(Asker.guest(), code, Language.EN)
                        .orElseThrow()
                        .outcomes())
                .isEmpty();
    }

    @Test
    void everybodyInTheRoomSeesTheSameOfTheLastSessionInOneReading() {
        task(looms, vera, "Call the owner");
        closes();
        String last = code;
        drafting.settle();
        theSessionBegins();
        take(roomDesk().items().getFirst().line().id());
        LookBack seen = feed.lookBack(member, running, Language.EN).orElseThrow();

        assertThat(seen).isEqualTo(minutes.lookBack(member, last, Language.EN).orElseThrow());
        assertThat(feed.lookBack(facilitator, running, Language.EN)).contains(seen);
        assertThat(feed.lookBack(person("Registered"), running, Language.EN)).isEmpty();
        assertThat(feed.lookBack(Asker.guest(), running, Language.EN)).isEmpty();
        int few = SqlCounter.during(() -> feed.lookBack(member, running, Language.EN))
                .statements()
                .size();
        jdbc.sql("UPDATE agenda_item SET visibility = 'INTERNAL' WHERE id = ?")
                .param(looms.value())
                .update();
        take(looms);
        for (int i = 0; i < 6; i++) {
            task(looms, visitor("Visitor " + i), "Task " + i);
        }
        assertThat(feed.lookBack(member, running, Language.EN))
                .as("the room speaks of something else")
                .isEmpty();
        closes();
        drafting.settle();
        theSessionBegins();
        take(roomDesk().items().getFirst().line().id());
        assertThat(feed.lookBack(facilitator, running, Language.EN)
                        .orElseThrow()
                        .outcomes())
                .as("what is internal is on no wall")
                .extracting(one -> one.outcome().text().in(Language.EN))
                .containsExactly("Call the owner");
        jdbc.sql("UPDATE agenda_item SET visibility = 'COMMON' WHERE visibility = 'INTERNAL' AND series = ?")
                .param(series.value())
                .update();
        assertThat(SqlCounter.during(() -> feed.lookBack(member, running, Language.EN))
                        .statements())
                .hasSizeLessThanOrEqualTo(few);
        assertThat(feed.lookBack(member, running, Language.EN).orElseThrow().outcomes())
                .hasSize(7);
    }

    private void published() {
        minutes.review(HOUSE, running);
        minutes.approve(HOUSE, running);
        minutes.publish(HOUSE, running);
    }

    private MinutesPage page(Asker asker) {
        return minutes.find(asker, code, null).orElseThrow();
    }

    private List<Paragraph> of(ParagraphKind kind) {
        return page(facilitator).paragraphs().stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private static List<String> texts(MinutesPage page) {
        return page.paragraphs().stream().map(one -> one.text().in(Language.EN)).toList();
    }
}
