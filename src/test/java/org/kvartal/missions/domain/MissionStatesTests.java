package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;
import org.springframework.test.util.ReflectionTestUtils;

/** The states of this module: no walk through the acts leaves the tables, and nobody does both halves of what takes two. */
class MissionStatesTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final PersonId FIRST = PersonId.next();
    private static final PersonId OTHER = PersonId.next();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAProjectElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            MentorProject one = project();
            for (int step = 0; step < 14; step++) {
                ProjectState before = one.state();
                int which = random.nextInt(10);
                attempt(
                        switch (which) {
                            case 0 -> () -> one.hold(version(one), "Later.", NOW);
                            case 1 -> () -> one.resume(version(one), TODAY, NOW);
                            case 2 -> () -> one.close(NOW);
                            case 3 -> () -> one.complete(version(one), NOW);
                            case 4 -> () -> one.followUp(NOW);
                            case 5 -> () -> one.archive(version(one), NOW);
                            case 6 -> () -> one.terminate(version(one), "No.", NOW);
                            case 7 -> () -> one.stop("", NOW);
                            case 8 -> () -> one.reopen(TODAY, NOW);
                            default -> () -> one.met(TODAY, NOW);
                        });
                requireNext(before, one.state(), before.next().contains(one.state()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAStageElsewhereNorLetOnePersonDoBoth(long seed) {
        Random random = new Random(seed);
        GateVerdict[] verdicts = GateVerdict.values();
        for (int walk = 0; walk < 200; walk++) {
            boolean gate = random.nextBoolean();
            ProjectStage one = stored(ProjectStage.of(
                    ProjectId.next(), StageId.next(), 1, new StageContent(en("Stage"), TODAY, gate), TODAY));
            @Nullable PersonId asked = null;
            for (int step = 0; step < 14; step++) {
                StageState before = one.state();
                PersonId by = random.nextBoolean() ? FIRST : OTHER;
                int which = random.nextInt(6);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> one::begin;
                            case 1 -> () -> one.ask(version(one), by);
                            case 2 -> () -> one.decide(version(one), verdicts[random.nextInt(3)], by);
                            case 4 -> one::reopen;
                            case 5 ->
                                () -> {
                                    if (!one.ahead()) {
                                        one.putBack();
                                    }
                                };
                            default -> () -> one.finish(version(one));
                        });
                if (which == 1 && done) {
                    asked = by;
                }
                if (which == 2 && done) {
                    assertThat(by).as("whoever decides has not asked").isNotEqualTo(asked);
                }
                if (done && which == 3) {
                    assertThat(gate).as("no gate is walked around").isFalse();
                }
                requireNext(before, one.state(), before.next().contains(one.state()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeARowElsewhereAndOnlyWhoWasAskedIsSilent(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            LogRow one = stored(LogRow.write(LogId.next(), ProjectId.next(), meeting(), FIRST, TODAY, NOW));
            Instant now = NOW;
            @Nullable Instant asked = null;
            for (int step = 0; step < 14; step++) {
                now = now.plus(Duration.ofDays(random.nextInt(10)));
                Instant at = now;
                LogState before = one.state();
                int which = random.nextInt(6);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.ask(at);
                            case 1 -> () -> one.confirm(null, at);
                            case 2 -> () -> one.confirm(FIRST, at);
                            case 3 -> () -> one.dispute("No.");
                            case 4 -> () -> one.assume(at);
                            default -> () -> one.reword(version(one), meeting(), TODAY);
                        });
                assertThat(which == 2 && done)
                        .as("nobody confirms their own row")
                        .isFalse();
                if (which == 4 && done) {
                    assertThat(asked).isNotNull();
                    assertThat(Duration.between(Objects.requireNonNull(asked), at)
                                    .toDays())
                            .isGreaterThanOrEqualTo(14);
                }
                if (done) {
                    asked = which == 0 ? at : which == 5 ? null : asked;
                }
                requireNext(before, one.state(), before.next().contains(one.state()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAnAgreementElsewhereNorPutOneInForceWithoutAFile(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Agreement one = agreement();
            LocalDate day = TODAY;
            boolean filed = false;
            for (int step = 0; step < 14; step++) {
                day = day.plusDays(random.nextInt(4));
                LocalDate today = day;
                AgreementState before = one.stateOn(today);
                int which = random.nextInt(7);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.file(FileId.next(), new byte[32], NOW);
                            case 1 -> () -> one.signed(version(one), false, today, today, NOW);
                            case 2 -> () -> one.signed(version(one), true, TODAY, today, NOW);
                            case 3 -> () -> one.end(version(one), "No.", today, NOW);
                            case 4 -> () -> one.renewedBy(AgreementId.next(), today, NOW);
                            case 5 -> () -> one.comeIntoForce(today, NOW);
                            default -> () -> one.change(version(one), between(today.plusDays(3)), today, NOW);
                        });
                filed |= which == 0 && done;
                AgreementState after = one.stateOn(today);
                assertThat(which == 0 && done && before != AgreementState.DRAFT)
                        .as("what is signed does not change")
                        .isFalse();
                if (after == AgreementState.SIGNED_PARTLY
                        || after == AgreementState.SIGNED
                        || after == AgreementState.IN_FORCE) {
                    assertThat(filed).isTrue();
                }
                if (after == AgreementState.IN_FORCE) {
                    assertThat(one.starts()).isBeforeOrEqualTo(today);
                }
                requireNext(
                        before,
                        after,
                        before.next().contains(after) || (before == AgreementState.SIGNED_PARTLY && after == before));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAMissionElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Mission one = mission();
            for (int step = 0; step < 16; step++) {
                MissionState before = one.state();
                int which = random.nextInt(9);
                int waiting = random.nextInt(2);
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.fixRoster(version(one), waiting == 0, NOW);
                            case 1 -> () -> one.confirm(version(one), 1, 1, waiting, NOW);
                            case 2 -> () -> one.confirm(version(one), 0, 1, 0, NOW);
                            case 3 -> () -> one.setOut(NOW);
                            case 4 -> () -> one.comeBack(NOW);
                            case 5 -> () -> one.finish(version(one), waiting == 0, NOW);
                            case 6 -> () -> one.hold(version(one), "Later.", NOW);
                            case 7 -> () -> one.resume(version(one), NOW);
                            default ->
                                () -> one.terminate(version(one), random.nextInt(4) == 0 ? "No." : "", TODAY, NOW);
                        });
                assertThat(done && which <= 5 && which != 3 && which != 4 && (which == 2 || waiting == 1))
                        .as("what a step needs is there")
                        .isFalse();
                requireNext(before, one.state(), before.next().contains(one.state()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomActsNeverTakeAHostElsewhere(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            MissionSlot one = stored(MissionSlot.of(MissionId.next(), SlotId.next(), visit("10:00"), TODAY, NOW));
            for (int step = 0; step < 14; step++) {
                HostState before = one.hostState();
                int which = random.nextInt(8);
                String time = "1%d:00".formatted(random.nextInt(5));
                boolean done = attempt(
                        switch (which) {
                            case 0 -> () -> one.ask(version(one), NOW);
                            case 1 -> () -> one.accept("", NOW);
                            case 2 ->
                                () -> one.move(
                                        new HostWish(TODAY.plusDays(9), LocalTime.NOON, LocalTime.of(13, 0)),
                                        "",
                                        TODAY,
                                        NOW);
                            case 3 -> () -> one.decline("No.", NOW);
                            case 4 -> () -> one.takeMove(version(one), NOW);
                            case 5 -> () -> one.record(version(one), true, "", NOW);
                            case 6 -> () -> one.record(version(one), false, "No.", NOW);
                            default ->
                                () -> {
                                    boolean _ = one.change(version(one), visit(time), TODAY, NOW);
                                };
                        });
                assertThat(done && (which == 1 || which == 2 || which == 3) && before == HostState.NOT_ASKED)
                        .as("who was not asked does not answer by a link")
                        .isFalse();
                assertThat(one.wish() != null).isEqualTo(one.hostState() == HostState.MOVED);
                requireNext(before, one.hostState(), before.next().contains(one.hostState()));
            }
        }
    }

    private static void requireNext(Enum<?> before, Enum<?> after, boolean inTable) {
        assertThat(before == after || inTable).as("%s to %s", before, after).isTrue();
    }

    private static boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static MentorProject project() {
        return stored(MentorProject.begin(
                new NewProject(
                        ProjectId.next(),
                        new ProjectContent(
                                en("Project"), null, new Party.OfEntry(EntryId.next()), TODAY, TODAY.plusDays(90)),
                        null,
                        FIRST,
                        OTHER,
                        null,
                        ""),
                new MissionCode(MissionCode.PROJECT, 2026, 1),
                OTHER,
                TODAY,
                NOW));
    }

    private static LogContent meeting() {
        return new LogContent(TODAY, 60, "Ada", "The plan.", "", "", Language.EN);
    }

    private static AgreementContent between(@Nullable LocalDate starts) {
        return new AgreementContent(
                AgreementKind.MOU,
                en("Memorandum"),
                null,
                List.of(new Party.Named("One"), new Party.Named("Other")),
                starts,
                TODAY.plusDays(20));
    }

    private static Agreement agreement() {
        return stored(Agreement.enter(
                new NewAgreement(AgreementId.next(), between(null), null, null, null),
                new MissionCode(MissionCode.AGREEMENT, 2026, 1),
                FIRST,
                TODAY,
                NOW));
    }

    private static Mission mission() {
        return stored(Mission.plan(
                MissionId.next(),
                new MissionCode(MissionCode.MISSION, 2026, 1),
                new MissionContent(
                        MissionKind.DELEGATION, en("Mission"), null, TODAY, TODAY.plusDays(3), SOFIA, List.of()),
                FIRST,
                TODAY,
                NOW));
    }

    private static SlotContent visit(String starts) {
        LocalTime from = LocalTime.parse(starts);
        return new SlotContent(
                TODAY.plusDays(5),
                from,
                from.plusHours(1),
                SOFIA,
                null,
                "Hall",
                "Talk",
                Set.of(),
                "",
                "",
                new Host("Host", "host@example.org", Language.EN));
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
