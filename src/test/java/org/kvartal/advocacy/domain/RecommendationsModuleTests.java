package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationDesk.NewRecommendation;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.EndorsementCount;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.discussions.ThreadId;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeConfirmed;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What the room confirms becomes a recommendation, people and associations stand behind it, and only the room adopts. */
class RecommendationsModuleTests extends AdvocacyHouse {

    @Autowired
    Concerned concerned;

    @Test
    void whatStandsThereNoLongerConcernsItsAuthorNoLonger() {
        Asker weaver = person("Wanda Weaver", Role.MEMBER);
        RecommendationId id = confirmed("Concerns some");
        desk.cite(officer, id, evidence(thread(member, "Stands")));
        ThreadId other = thread(weaver, "Is taken away");
        desk.cite(officer, id, evidence(other));
        assertThat(concerned.by(id, officer)).contains(member.requirePerson(), weaver.requirePerson());

        desk.withdraw(officer, id, evidence(other));
        assertThat(concerned.by(id, officer)).contains(member.requirePerson()).doesNotContain(weaver.requirePerson());
        desk.cite(officer, id, evidence(other));
        assertThat(concerned.by(id, officer)).contains(weaver.requirePerson());
    }

    @Test
    void legalBasisAndCostAreFrozenWithTheRestAndTextsWithoutThemStayAsTheyWere() {
        RecommendationId plain = adopted("Without law");
        assertThat(frozen(plain)).endsWith("by-when \n").doesNotContain("legal-basis", "cost");
        RecommendationId id = confirmed("With law");
        RecommendationText text = worded("With law");
        desk.edit(
                officer,
                id,
                version(id),
                new RecommendationText(
                        text.title(),
                        text.problem(),
                        text.affected(),
                        text.proposal(),
                        null,
                        en("Culture Act, article 5"),
                        CostBand.SMALL));
        desk.adopt(officer, id, version(id));

        assertThat(frozen(id)).endsWith("by-when \nlegal-basis en 22\nCulture Act, article 5\ncost SMALL\n");
        assertThat(page(Asker.guest(), id).hash())
                .isEqualTo(HexFormat.of().formatHex(Secret.sha256(frozen(id).getBytes(StandardCharsets.UTF_8))));
        assertThat(page(Asker.guest(), id).text().cost()).isEqualTo(CostBand.SMALL);
        assertThat(card(id).legal()).isEqualTo(en("Culture Act, article 5"));
    }

    private String frozen(RecommendationId id) {
        return jdbc.sql("SELECT frozen FROM recommendation WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    @Test
    void whatTheRoomConfirmsBecomesOneDraftHoweverOftenItIsHeard() {
        OutcomeId outcome = roomConfirms(OutcomeKind.RECOMMENDATION, "Let studios export with one form");
        RecommendationId id = new RecommendationId(outcome.value());

        transaction.executeWithoutResult(_ -> facts.publishEvent(new OutcomeConfirmed(
                OutcomeKind.RECOMMENDATION, outcome, SessionId.next(), ItemId.next(), en("Let studios export"))));

        RecommendationPage page = page(officer, id);
        assertThat(page.card().code()).matches("R-20[0-9]{2}-[0-9]{3}");
        assertThat(page.card().state()).isEqualTo(RecommendationState.DRAFT);
        assertThat(page.text().proposal()).isEqualTo(en("Let studios export with one form"));
        assertThat(page.confirmed()).isTrue();
        assertThat(trace.walk(officer, id.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .contains("agenda-item", "outcome", "recommendation");
        assertThat(owes(officer)).contains("advocacy.word:" + id);
    }

    @Test
    void nothingIsAdoptedThatTheRoomDidNotConfirm() {
        RecommendationId id = consulted(begun("Rooms for rehearsal"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.adopt(officer, id, version(id)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.room"));

        ItemId item = desk.bring(officer, id, null);
        roomConfirms(item, "We recommend rooms for rehearsal");
        await().atMost(PATIENCE).until(() -> page(officer, id).confirmed());
        desk.adopt(officer, id, version(id));

        RecommendationPage page = page(Asker.guest(), id);
        assertThat(page.card().state()).isEqualTo(RecommendationState.ADOPTED);
        assertThat(page.hash()).matches("[0-9a-f]{64}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.edit(officer, id, version(id), text("Something else")));
        assertThat(jdbc.sql("SELECT count(*) FROM recommendation WHERE title::text LIKE '%rehearsal%'")
                        .query(Integer.class)
                        .single())
                .as("the room's word confirmed this one and made no other")
                .isEqualTo(1);
    }

    @Test
    void whatTheRoomRecommendedStaysInItsWords() {
        RecommendationId id = new RecommendationId(
                roomConfirms(OutcomeKind.RECOMMENDATION, "Lend the empty halls").value());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.edit(officer, id, version(id), text("Sell the empty halls")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("proposal.en"));
        RecommendationText worded = worded("Lend the empty halls");
        LocalizedText translated = new LocalizedText(
                Language.EN, Map.of(Language.EN, "Lend the empty halls", Language.RU, "Отдавать пустые залы"));
        desk.edit(
                officer,
                id,
                version(id),
                new RecommendationText(
                        en("Empty halls"), worded.problem(), worded.affected(), translated, worded.byWhen()));

        RecommendationPage page = page(officer, id);
        assertThat(page.text().proposal()).isEqualTo(translated);
        assertThat(page.confirmed()).isTrue();
        assertThat(page.roomWords()).isEqualTo(en("Lend the empty halls"));
        assertThat(page(Asker.guest(), consulted(id)).roomWords())
                .as("for those who write")
                .isNull();
    }

    @Test
    void whoeverChangesWhatTheRoomHasConfirmedPutsItBeforeTheRoomAgain() {
        RecommendationId id = consulted(begun("Longer evenings"));
        ItemId item = desk.bring(officer, id, null);
        roomConfirms(item, "We recommend longer evenings");
        await().atMost(PATIENCE).until(() -> page(officer, id).confirmed());
        RecommendationText same = page(officer, id).text();
        LocalizedText title =
                new LocalizedText(Language.EN, Map.of(Language.EN, "Longer evenings", Language.BG, "По-дълги вечери"));
        desk.edit(
                officer,
                id,
                version(id),
                new RecommendationText(title, same.problem(), same.affected(), same.proposal(), null));
        assertThat(page(officer, id).confirmed())
                .as("a translation changes nothing")
                .isTrue();

        desk.edit(officer, id, version(id), text("Shorter evenings"));

        assertThat(page(officer, id).confirmed()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.adopt(officer, id, version(id)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.room"));
        ItemId second = desk.bring(officer, id, null);
        roomConfirms(second, "We recommend shorter evenings");
        await().atMost(PATIENCE).until(() -> page(officer, id).confirmed());
        desk.adopt(officer, id, version(id));
        assertThat(card(id).state()).isEqualTo(RecommendationState.ADOPTED);
    }

    @Test
    void theRoomConfirmsTheWordsThatWerePutBeforeItAndNoOthers() {
        RecommendationId id = consulted(begun("A louder bell"));
        ItemId item = desk.bring(officer, id, null);
        desk.edit(officer, id, version(id), text("A much louder bell"));

        OutcomeId outcome = roomConfirms(item, "We recommend a louder bell");

        RecommendationId own = new RecommendationId(outcome.value());
        await().atMost(PATIENCE)
                .until(() -> recommendations.cards(officer, List.of(own)).containsKey(own));
        assertThat(page(officer, id).confirmed()).isFalse();
        assertThat(page(officer, own).text().proposal()).isEqualTo(en("We recommend a louder bell"));
    }

    @Test
    void nothingIsAdoptedBeforeTheLastDayForComments() {
        RecommendationId id = new RecommendationId(
                roomConfirms(OutcomeKind.RECOMMENDATION, "Benches").value());
        desk.edit(officer, id, version(id), worded("Benches"));
        desk.propose(officer, id, version(id));
        desk.consult(
                officer,
                id,
                version(id),
                LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(3));
        assertThat(page(officer, id).heardOut()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.adopt(officer, id, version(id)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("advocacy.refused.open-for-comment"));

        clock.turn(Duration.ofDays(3));
        desk.adopt(officer, id, version(id));

        assertThat(card(id).state()).isEqualTo(RecommendationState.ADOPTED);
    }

    @Test
    void theDatabaseItselfAdoptsNothingWithoutAWordOfTheRoom() {
        RecommendationId id = consulted(begun("Lamps"));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE recommendation SET state = 'ADOPTED' WHERE id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Test
    void eachCodeIsGivenOnce() throws Exception {
        Set<String> codes = ConcurrentHashMap.newKeySet();

        int begun = atOnce(
                8,
                _ -> codes.add(
                        desk.begin(officer, new NewRecommendation(RecommendationId.next(), text("One of many")))));

        assertThat(begun).isEqualTo(8);
        assertThat(codes).hasSize(8);
    }

    @Test
    void peopleAndAssociationsStandBehindItAndAreCountedApart() throws Exception {
        RecommendationId id = confirmed("Quieter streets");
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers " + id, null);
        Asker chair = person("Chair", Role.MEMBER);
        belonging.mandate(weavers, chair.requirePerson(), RepresentationKind.PRIMARY);
        Asker deputy = person("Deputy", Role.MEMBER);
        belonging.mandate(weavers, deputy.requirePerson(), RepresentationKind.DEPUTY);

        atOnce(6, _ -> endorsements.endorse(chair, id, weavers.id()));
        atOnce(6, _ -> endorsements.endorse(member, id, null));

        EndorsementCount count = page(Asker.guest(), id).endorsements();
        assertThat(count.people()).isEqualTo(1);
        assertThat(count.associations()).isEqualTo(1);
        assertThat(count.countries()).containsEntry("BG", 1);
        assertThatExceptionOfType(Refused.class)
                .as("a deputy without a mandate in writing speaks, and does not endorse")
                .isThrownBy(() -> endorsements.endorse(deputy, id, weavers.id()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> endorsements.endorse(member, id, weavers.id()));

        endorsements.withdraw(chair, id, weavers.id());
        assertThat(page(chair, id).endorsements().associations()).isZero();
        assertThat(page(chair, id).mine().free()).extracting(MemberCard::id).containsExactly(weavers.id());
    }

    @Test
    void supportStaysOnceTheFirstLetterIsSent() {
        RecommendationId id = adopted("Open halls");
        endorsements.endorse(member, id, null);
        sent(id, addressee("Ministry of Halls", Language.EN, SOFIA, 14));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> endorsements.withdraw(member, id, null));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> endorsements.endorse(person("Late", Role.MEMBER), id, null));
        isTold(member, card(id).code());
    }

    @Test
    void draftsAreForWhoWritesProposalsForMembersAndTheRestForEverybody() {
        RecommendationId id = begun("Shared workshops");
        String code = card(id).code();
        assertThat(recommendations.find(member, code)).isEmpty();

        desk.propose(officer, id, version(id));
        assertThat(recommendations.find(member, code)).isPresent();
        assertThat(recommendations.find(Asker.guest(), code)).isEmpty();

        desk.consult(
                officer,
                id,
                version(id),
                LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(3));
        assertThat(recommendations.find(Asker.guest(), code)).isPresent();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.adopt(member, id, version(id)));
    }

    @Test
    void onceAdoptedItIsGivenUpOnlyByADecisionOfTheRoom() {
        RecommendationId id = adopted("A market");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.retire(officer, id, version(id), RetirementReason.OVERTAKEN, "No need.", null));

        OutcomeId decision = roomConfirms(OutcomeKind.DECISION, "We give the market up");
        desk.retire(officer, id, version(id), RetirementReason.OVERTAKEN, "No need.", decision);
        assertThat(card(id).state()).isEqualTo(RecommendationState.RETIRED);
    }

    @Test
    void aListTakesTheSameNumberOfStatementsHoweverLongItIs() {
        IntStream.range(0, 3).forEach(i -> consulted(begun("Few " + i)));
        int few = SqlCounter.during(() -> {
                    var _ = recommendations.list(Asker.guest(), RecommendationFilter.ALL, null, 2);
                })
                .size();
        IntStream.range(0, 8).forEach(i -> consulted(begun("Many " + i)));

        int many = SqlCounter.during(() -> {
                    var _ = recommendations.list(Asker.guest(), RecommendationFilter.ALL, null, 10);
                })
                .size();

        assertThat(many).isEqualTo(few);
        var first = recommendations.list(Asker.guest(), RecommendationFilter.ALL, null, 4);
        var next = recommendations.list(Asker.guest(), RecommendationFilter.ALL, first.next(), 4);
        assertThat(first.recommendations()).hasSize(4).doesNotContainAnyElementsOf(next.recommendations());
        assertThat(recommendations
                        .list(Asker.guest(), new RecommendationFilter(Set.of(), "mAnY 7"), null, 10)
                        .recommendations())
                .hasSize(1);
    }

    @Test
    void whoStandsBehindItIsToldThatAnotherReplacesIt() {
        RecommendationId id = confirmed("The old wording");
        endorsements.endorse(member, id, null);
        desk.adopt(officer, id, version(id));
        RecommendationId newer = adopted("The new wording");

        desk.supersede(officer, id, version(id), newer);

        isTold(member, card(id).code() + " was replaced by another: The old wording");
    }

    @Test
    void whoStandsBehindItIsToldThatItIsClosed() {
        RecommendationId id = confirmed("All of it done");
        endorsements.endorse(member, id, null);
        desk.adopt(officer, id, version(id));
        AddresseeId to = addressee("Ministry of Endings", Language.EN, SOFIA, 14);
        DispatchId letter = sent(id, to);
        answers.say(token(to), ReplyId.next(), says(ReplyChoice.ACCEPTED, "Yes."), null, true);
        dispatches.classify(officer, letter, version(letter), Position.ACCEPTED, "");
        dispatches.close(officer, letter, version(letter));

        desk.close(officer, id, version(id));

        isTold(member, card(id).code() + " is closed");
    }
}
