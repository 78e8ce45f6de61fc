package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.advocacy.Way;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;

/**
 * Two officers and a member call whatever the house offers, in any order. Whatever they do: no state is reached that the table does not know from the one before,
 * no letter goes out about what the room did not confirm, and nobody signs what they have prepared.
 */
class RandomActsModuleTests extends AdvocacyHouse {

    private static final int ACTS = 800;

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void noOrderOfActsLeavesTheTableOrGoesRoundTheRoom(long seed) {
        Random random = new Random(seed);
        List<Asker> people = List.of(officer, second, member);
        // One that the room has confirmed, one that it knows nothing of.
        List<RecommendationId> texts = List.of(
                new RecommendationId(roomConfirms(OutcomeKind.RECOMMENDATION, "Confirmed " + seed)
                        .value()),
                begun("Never confirmed " + seed));
        desk.edit(officer, texts.getFirst(), version(texts.getFirst()), worded("Confirmed " + seed));
        AddresseeId to = addressee("Ministry " + seed, Language.EN, SOFIA, 14);
        List<DispatchId> made = new ArrayList<>();
        Map<Object, Enum<?>> states = new HashMap<>();

        for (int act = 0; act < ACTS; act++) {
            int done = act;
            Asker by = people.get(random.nextInt(people.size()));
            RecommendationId text = texts.get(random.nextInt(texts.size()));
            DispatchId letter = made.isEmpty() || random.nextInt(8) == 0 ? DispatchId.next() : made.getLast();
            attempt(() -> {
                switch (random.nextInt(19)) {
                    case 0 -> desk.propose(by, text, version(text));
                    case 1 -> desk.consult(by, text, version(text), today());
                    case 2 -> desk.adopt(by, text, version(text));
                    case 3 -> desk.edit(by, text, version(text), text("Edited " + seed));
                    case 4 -> endorsements.endorse(by, text, null);
                    case 5 -> {
                        // Late, since nothing goes on from there.
                        if (done > ACTS * 3 / 4) {
                            desk.retire(by, text, version(text), RetirementReason.OTHER, "No.", OutcomeId.next());
                        }
                    }
                    case 6, 7 -> {
                        DispatchId wish = DispatchId.next();
                        dispatches.prepare(
                                by,
                                new NewDispatch(
                                        wish, text, to, random.nextBoolean() ? Way.MAIL : Way.POST, "Read.", 14));
                        made.add(wish);
                    }
                    case 8, 9, 10 -> dispatches.sign(by, letter, version(letter), false);
                    case 11 -> dispatches.change(by, letter, version(letter), Way.MAIL, "Read this.", 14);
                    case 12 -> dispatches.reopen(by, letter, version(letter), "Not yet.");
                    case 13 -> dispatches.recordSent(by, letter, version(letter), today(), "1");
                    case 14 -> {
                        dispatches.bounced(by, letter, version(letter), "No such mailbox.");
                        dispatches.prepareAgain(by, letter, version(letter));
                    }
                    case 15 -> {
                        if (!letters.to(mail(to)).isEmpty()) {
                            say(token(to), says(ReplyChoice.NOTED, "Noted."));
                        }
                    }
                    case 17 -> dispatches.discard(by, letter, version(letter), "Not this one.");
                    case 16 -> dispatches.classify(by, letter, version(letter), Position.NOTED, "");
                    default -> dispatches.close(by, letter, version(letter));
                }
            });
            texts.forEach(one -> follow(states, one, card(one).state()));
            made.forEach(one -> follow(states, one, letter(one).line().state()));
            everythingThatLeftWasConfirmedAndSeenByTwo();
        }

        assertThat(card(texts.getLast()).state())
                .as("the room never said so")
                .isIn(
                        RecommendationState.DRAFT,
                        RecommendationState.PROPOSED,
                        RecommendationState.IN_CONSULTATION,
                        RecommendationState.RETIRED);
        assertThat(letters.to(mail(to))).as("the walk got somewhere").isNotEmpty();
    }

    /** Several steps may lie between two looks: each is known from the one before. */
    private static void follow(Map<Object, Enum<?>> states, Object id, Enum<?> now) {
        Enum<?> before = states.put(id, now);
        if (before != null && before != now) {
            switch (now) {
                case RecommendationState state ->
                    assertThat(((RecommendationState) before).next()).contains(state);
                // A letter by mail is signed and sent in one act, and one that came back is prepared again in one.
                case DispatchState state -> {
                    Set<DispatchState> next = ((DispatchState) before).next();
                    assertThat(next.contains(state)
                                    || next.stream().anyMatch(one -> one.next().contains(state)))
                            .as("%s after %s", state, before)
                            .isTrue();
                }
                default -> throw new AssertionError(now);
            }
        }
    }

    private void everythingThatLeftWasConfirmedAndSeenByTwo() {
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                         WHERE (d.sent_at IS NOT NULL OR d.signed_at IS NOT NULL)
                           AND (d.signed_by = d.prepared_by OR r.hash IS NULL
                                OR NOT EXISTS (SELECT FROM room_word w WHERE w.outcome = r.outcome))""").query(Integer.class).single()).isZero();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refused | Forbidden | NotFound notNow) {
            // That is what the rules are for.
        } catch (NoSuchElementException noSuchLetter) {
            // An id that nobody has used.
        }
    }
}
