package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.springframework.test.util.ReflectionTestUtils;

/** The states of recommendations, letters and measures: no walk through the acts leaves the table, and nothing goes out that the room did not confirm. */
class AdvocacyStatesTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final PersonId FIRST = PersonId.next();
    private static final PersonId OTHER = PersonId.next();
    private static final Addressee OFFICE = Addressee.enter(
            AddresseeId.next(),
            new AddresseeContent(
                    EntryId.next(), "", "", "", "office@example.org", "", Language.EN, ZoneId.of("Europe/Sofia"), 14),
            NOW);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeARecommendationElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Recommendation one = recommendation();
            Recommendation other = recommendation();
            boolean confirmed = false;
            for (int step = 0; step < 14; step++) {
                RecommendationState before = one.state();
                int which = random.nextInt(8);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.propose(version(one), NOW);
                            case 1 -> () -> one.consult(version(one), TODAY.plusDays(3), TODAY, NOW);
                            case 2 -> () -> one.confirm(OutcomeId.next(), NOW);
                            case 3 -> () -> one.adopt(version(one), TODAY.plusDays(3), NOW);
                            case 4 -> () -> one.sent(NOW);
                            case 5 -> () -> one.retire(version(one), RetirementReason.OTHER, "No.", NOW);
                            case 6 -> () -> one.supersede(version(one), other, NOW);
                            default -> () -> one.close(version(one), NOW);
                        });
                confirmed |= which == 2 && done;
                if (one.state() != before) {
                    assertThat(before.next()).contains(one.state());
                }
                if (one.state().sendable() || one.state() == RecommendationState.CLOSED) {
                    assertThat(confirmed).as("the room has confirmed it").isTrue();
                    assertThat(one.outcome()).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeALetterElsewhereNorLetOnePersonDoBoth(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Dispatch one = dispatch();
            for (int step = 0; step < 16; step++) {
                DispatchState before = one.state();
                PersonId by = random.nextBoolean() ? FIRST : OTHER;
                boolean prepared = one.isPreparedBy(by);
                int which = random.nextInt(11);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.sign(version(one), by, false, FileId.next(), new byte[32], NOW);
                            case 1 -> () -> one.sent(TODAY, "", NOW);
                            case 2 -> () -> one.bounce(version(one), "No.", NOW);
                            case 3 -> () -> one.replied(NOW);
                            case 4 -> () -> one.classify(version(one), Position.NOTED, "", by, NOW);
                            case 5 -> () -> one.owe(version(one), by, NOW);
                            case 6 -> () -> one.clarified(version(one), TODAY.plusDays(9), NOW);
                            case 7 -> () -> one.close(version(one), NOW);
                            case 9 -> () -> one.discard(version(one), "No.", NOW);
                            case 8 -> () -> one.prepareAgain(version(one), OFFICE, "", by, NOW);
                            default -> () -> one.ignore(version(one), "", NOW);
                        });
                if (one.state() != before) {
                    assertThat(before.next()).contains(one.state());
                }
                if (which == 0 && done) {
                    assertThat(prepared).as("whoever signs has not prepared it").isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAMeasureElsewhereNorLetOnePersonDoBoth(long seed) {
        Random random = new Random(seed);
        MeasureState[] states = MeasureState.values();
        for (int walk = 0; walk < 200; walk++) {
            Measure one = measure();
            @Nullable PersonId reported = null;
            for (int step = 0; step < 16; step++) {
                MeasureState before = one.state();
                PersonId by = random.nextBoolean() ? FIRST : OTHER;
                MeasureState verdict = states[random.nextInt(states.length)];
                int which = random.nextInt(7);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.commit(version(one), "Us", NOW);
                            case 1 -> () -> one.start(version(one), NOW);
                            case 2 -> () -> one.hold(version(one), "No.", NOW);
                            case 3 -> () -> one.resume(version(one), NOW);
                            case 4 -> () -> one.reportDone(version(one), by, true, NOW);
                            case 5 -> () -> one.verify(version(one), verdict, "Seen.", by, null, NOW);
                            default -> () -> one.cancel(version(one), "No.", OutcomeId.next(), NOW);
                        });
                if (which == 4 && done) {
                    reported = by;
                }
                if (one.state() != before) {
                    assertThat(before.next()).contains(one.state());
                }
                if (which == 5 && done) {
                    assertThat(by).as("whoever verifies has not reported it").isNotEqualTo(reported);
                }
            }
        }
    }

    private static boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused | IllegalStateException refused) {
            return false;
        }
    }

    private static Recommendation recommendation() {
        return stored(Recommendation.draft(
                RecommendationId.next(),
                new RefCode(RefCode.RECOMMENDATION, 2026, 1),
                new RecommendationText(en("Title"), en("Problem"), null, en("Proposal"), null),
                null,
                null,
                TODAY,
                NOW));
    }

    private static Dispatch dispatch() {
        return stored(Dispatch.prepare(
                new NewDispatch(DispatchId.next(), RecommendationId.next(), OFFICE.id(), Way.MAIL, "", 14),
                OFFICE,
                "",
                FIRST,
                NOW));
    }

    private static Measure measure() {
        return stored(Measure.enter(
                MeasureId.next(),
                new RefCode(RefCode.MEASURE, 2026, 1),
                new MeasureContent(
                        en("Title"),
                        null,
                        new Owner.OfEntry(EntryId.next()),
                        "",
                        TODAY,
                        TODAY.plusDays(9),
                        ReportSchedule.NONE,
                        "",
                        ""),
                TODAY,
                NOW));
    }

    private static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    /** As if the database had kept it once. */
    private static <T> T stored(T aggregate) {
        ReflectionTestUtils.setField(aggregate, "version", 0L);
        return aggregate;
    }

    private static long version(Object aggregate) {
        return (Long) Objects.requireNonNull(ReflectionTestUtils.getField(aggregate, "version"));
    }
}
